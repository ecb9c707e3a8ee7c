import type { StatusField } from "../orders/field";
import type { CheckedOrder } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import type { Status } from "../orders/status";

/** The texts of a row's status cells, as displayed; "" if the column is missing. */
export type StatusCells = Record<StatusField, string>;

/** The five cells that an outcome is written into; the send key is never among them. */
export type ResultCells = Omit<StatusCells, "sendKey">;

/** One row of an order, with what the add-on wrote beside it. */
export interface RowRecord {
  rowNumber: number;
  cells: Readonly<StatusCells>;
  /** "" for an empty cell. */
  status: Status | "";
  /** The row's send key; null when the cell is empty or holds something else. */
  key: SendKey | null;
  /** The displayed texts of the row's data columns, as one text: equal only while nobody has edited the row. */
  content: string;
}

/** One order of the sheet: its cells as an order, and as a record of what was done with it. */
export interface OrderRecord {
  order: CheckedOrder;
  /** In the order of the sheet; never empty. */
  rows: readonly RowRecord[];
}

/** The number of an order's first row. */
export function firstRowOf(record: OrderRecord): number {
  return record.rows[0]?.rowNumber ?? 0;
}

/** The first Order ID that the order's rows show; "" for none. */
export function shownOrderId(record: OrderRecord): string {
  return record.rows.map((row) => row.cells.orderId).find((text) => text !== "") ?? "";
}

/** True for what the add-on calls made, test orders included. */
export function isCreatedStatus(status: Status | ""): boolean {
  return status === "Created" || status === "Created (test)";
}

/** True for an order that was sent, or may have been. */
export function hasLeft({ rows }: OrderRecord): boolean {
  return rows.some(
    ({ status }) => isCreatedStatus(status) || status === "Sending" || status === "Unconfirmed",
  );
}
