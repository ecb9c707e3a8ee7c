import type { DataField, StatusField } from "../../src/orders/field";
import { statusFields } from "../../src/orders/field";
import { formatSendKey, type SendKey } from "../../src/orders/send-key";
import type { OrderRecord } from "../../src/sheet/order-record";
import { readSheetOrders } from "../../src/sheet/read-orders";
import type { SheetReading } from "../../src/sheet/sheet-reading";
import { sendKeyOf } from "./send-keys";
import { type Cell, columnsOf, dataFields, goodCells } from "./sheet";

/** One row of an order sheet: what the user typed and what the add-on wrote; a row without problems if left out. */
export type OrderRow = Partial<Record<DataField, Cell>> & Partial<Record<StatusField, string>>;

/** The orders of a sheet whose first row below the header is row 2. */
export function ordersOf(...rows: OrderRow[]): OrderRecord[] {
  const columns = columnsOf(dataFields, true);
  const sheetRows = rows.map((row, index) => {
    const cells: OrderRow = { ...goodCells, ...row };
    const line = [...dataFields, ...statusFields].map((field) => cells[field] ?? "");
    return {
      rowNumber: index + 2,
      values: line.map((cell) => (typeof cell === "object" ? cell.value : cell)),
      display: line.map((cell) => (typeof cell === "object" ? cell.shows : String(cell))),
    };
  });
  return readSheetOrders(sheetRows, columns).records;
}

/** The send key that the add-on would write beside these rows, which are one order. */
export function keyOfRows(rows: readonly OrderRow[], parts: Partial<SendKey> = {}): SendKey {
  const [record] = ordersOf(...rows);
  return sendKeyOf({ fingerprint: record?.order.fingerprint ?? "", rowCount: rows.length, ...parts });
}

/** The rows of one order with its key and what else stands beside them. */
export function keyedRows(
  rows: readonly OrderRow[],
  written: Partial<Record<StatusField, string>>,
  parts: Partial<SendKey> = {},
): OrderRow[] {
  const sendKey = formatSendKey(keyOfRows(rows, parts));
  return rows.map((row) => ({ ...row, sendKey, ...written }));
}

/** A reading of a sheet with these rows, as the add-on sees it. */
export function readingOf(rows: readonly OrderRow[], sheetId = 7): SheetReading {
  const columns = columnsOf(dataFields, true);
  const texts = rows.map((row) => {
    const cells: OrderRow = { ...goodCells, ...row };
    return [...dataFields, ...statusFields].map((field) => shownIn(cells[field]));
  });
  return {
    sheetId,
    columns,
    orders: ordersOf(...rows),
    notOrders: [],
    display: [[...columns.headerRow], ...texts],
  };
}

function shownIn(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.shows : String(cell ?? "");
}
