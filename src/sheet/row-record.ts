import type { Columns } from "../orders/columns";
import { statusFields } from "../orders/field";
import { parseSendKey } from "../orders/send-key";
import { parseStatus } from "../orders/status";
import { contentOfRow } from "./content";
import type { RowRecord, StatusCells } from "./order-record";

/** The status cells of a row beside which nothing stands. */
export const emptyStatusCells: Readonly<StatusCells> = {
  status: "",
  orderId: "",
  orderNumber: "",
  message: "",
  updatedAt: "",
  sendKey: "",
};

/** What the add-on wrote beside one row, with the row's content. A status that is not the add-on's reads as "". */
export function readRowRecord(
  row: { rowNumber: number; display: readonly string[] },
  columns: Columns,
  dataColumns: readonly number[],
): RowRecord {
  const cells = readStatusCells(row.display, columns);
  return {
    rowNumber: row.rowNumber,
    cells,
    status: parseStatus(cells.status) ?? "",
    key: cells.sendKey === "" ? null : parseSendKey(cells.sendKey),
    content: contentOfRow(row.display, dataColumns),
  };
}

/** The texts of a row's status cells; "" if the sheet has no such column. */
export function readStatusCells(display: readonly string[], columns: Columns): StatusCells {
  const cells = { ...emptyStatusCells };
  for (const field of statusFields) {
    const columnIndex = columns.status[field];
    if (columnIndex !== undefined) cells[field] = (display[columnIndex] ?? "").trim();
  }
  return cells;
}
