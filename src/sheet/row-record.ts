import type { Columns } from "../orders/columns";
import { type StatusField, statusFields } from "../orders/field";
import { parseSendKey } from "../orders/send-key";
import { parseStatus } from "../orders/status";
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
  content: string,
): RowRecord {
  const cells = readStatusCells(row.display, columns);
  return {
    rowNumber: row.rowNumber,
    cells,
    status: parseStatus(cells.status) ?? "",
    key: cells.sendKey === "" ? null : parseSendKey(cells.sendKey),
    content,
  };
}

/** The texts of a row's status cells; "" if the sheet has no such column. */
export function readStatusCells(display: readonly string[], { status }: Columns): Readonly<StatusCells> {
  const textOf = (field: StatusField) => {
    const columnIndex = status[field];
    return columnIndex === undefined ? "" : (display[columnIndex] ?? "").trim();
  };
  // Most rows of a sheet that is checked for the first time have none: they share one object.
  if (statusFields.every((field) => textOf(field) === "")) return emptyStatusCells;
  return {
    status: textOf("status"),
    orderId: textOf("orderId"),
    orderNumber: textOf("orderNumber"),
    message: textOf("message"),
    updatedAt: textOf("updatedAt"),
    sendKey: textOf("sendKey"),
  };
}
