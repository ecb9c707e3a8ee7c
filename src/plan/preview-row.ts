import type { Context } from "../execution/context";
import { type OrderPreview, previewOrder } from "../orders/preview";
import type { NotOrderReason } from "../orders/rows/not-orders";
import type { OrderRecord } from "../sheet/order-record";
import { readSheetOrders, rowsBelowHeader } from "../sheet/read-orders";
import { checkOptions } from "../spreadsheet/read-sheet";
import { columnsOf } from "../spreadsheet/sheet-columns";

/** What is to be told of the chosen row. */
export type ChosenRow =
  /** No row below the headers is selected. */
  | { kind: "nothing" }
  /** `reason`: null for an empty row. */
  | { kind: "noOrder"; rowNumber: number; reason: NotOrderReason | null }
  | { kind: "order"; record: OrderRecord; preview: OrderPreview };

/**
 * Shows what will be sent for the first selected row of the active sheet, with all rows of its order. Writes nothing.
 * @throws RunError when the sheet's columns are not known; SheetFault when it cannot be read.
 */
export function previewChosenRow(context: Context): ChosenRow {
  const { spreadsheet } = context.ports;
  const sheet = spreadsheet.activeSheet();
  const { values, display } = sheet.read();
  const columns = columnsOf(display, context.sheetMemory(sheet.sheetId));
  const top = columns.headerRowNumber + 1;
  const chosen = spreadsheet.selectedRows().filter(({ lastRow }) => lastRow >= top);
  if (chosen.length === 0) return { kind: "nothing" };
  const rowNumber = Math.max(top, Math.min(...chosen.map(({ firstRow }) => firstRow)));
  const all = rowsBelowHeader(values, display, columns.headerRowNumber);
  const check = checkOptions(context, columns, all);
  const { records, notOrders } = readSheetOrders(all, columns, { memory: context.memory, check });
  const record = records.find(({ order }) => order.rowNumbers.includes(rowNumber));
  if (!record) {
    const found = notOrders.find((row) => row.rowNumber === rowNumber);
    return { kind: "noOrder", rowNumber, reason: found?.reason ?? null };
  }
  const { ref, rowNumbers } = record.order;
  const rows = all.filter((row) => rowNumbers.includes(row.rowNumber));
  return { kind: "order", record, preview: previewOrder({ ref, rowNumbers, rows }, columns, check) };
}
