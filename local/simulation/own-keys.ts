import { mapColumns } from "../../src/orders/columns";
import { parseSendKey } from "../../src/orders/send-key";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { displayValue } from "../runtime/model/display";
import type { OrderRow } from "./order-sheet";

/**
 * True if the send key beside a row was made for what the row holds. After rows moved under the write of their keys it may
 * be another order's, and then nothing beside the row is a record of its own.
 */
export function hasOwnKey({ sheet, row, sendKey }: OrderRow, locale: string): boolean {
  const display = Array.from({ length: sheet.lastRow() }, (_, index) =>
    sheet.rowCells(index + 1).map((cell) => (cell ? displayValue(cell, locale) : "")),
  );
  const map = mapColumns(display[0] ?? []);
  const key = parseSendKey(sendKey);
  if (!map.ok || !key) return false;
  const { records } = readSheetOrders(rowsBelowHeader(display, display), map.columns);
  const record = records.find(({ rows }) => rows.some(({ rowNumber }) => rowNumber === row));
  return record?.order.fingerprint === key.fingerprint;
}
