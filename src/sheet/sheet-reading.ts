import type { Columns } from "../orders/columns";
import type { NotOrder } from "../orders/rows/not-orders";
import type { OrderRecord } from "./order-record";

/** A sheet as it stood at one moment: its columns, and its rows as orders. */
export interface SheetReading {
  sheetId: number;
  columns: Columns;
  orders: readonly OrderRecord[];
  /** Rows with something in them that are no orders: totals, repeated headers, notes. */
  notOrders: readonly NotOrder[];
  /** All displayed texts from A1 on. */
  display: readonly (readonly string[])[];
}
