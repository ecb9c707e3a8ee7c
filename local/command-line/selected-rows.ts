import { mapColumns } from "../../src/orders/columns";
import { headerOf, type StatusField } from "../../src/orders/field";
import { isEmptyRow, type SheetRow } from "../../src/orders/sheet-row";
import { dataColumnsOf } from "../../src/sheet/content";
import { type Box, boxName, parseA1 } from "../runtime/model/a1";
import { untouchedCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";

/** One selected row as it is reported: strings, "" where there is none. */
export interface ReportedRow {
  /** As the sheet numbers it; the header is row 1. */
  row: number;
  status: string;
  orderId: string;
  orderNumber: string;
  message: string;
}

/** What the selection holds, row by row. */
export interface SelectedRows {
  /** Rows that are neither empty nor hidden by a filter. */
  rows: ReportedRow[];
  /** The first of these rows as displayed, from column A on: as many as are printed. */
  cells: string[][];
  header: string[];
  hiddenRows: number;
  emptyRows: number;
}

/** Rows beyond these are in the saved file; a terminal is no place for thousands. */
export const mostPrintedRows = 200;

/** The parts of the ranges that lie within the sheet, in A1 notation; all of the sheet where none is given. */
export function rangesInSheet(select: readonly string[] | null, sheet: Sheet): string[] {
  const { maxRows, maxColumns } = sheet;
  const all: Box = { row: 1, column: 1, rows: maxRows, columns: maxColumns };
  const boxes = (select ?? [boxName(all)]).map((text) => parseA1(text, maxRows, maxColumns));
  return boxes.flatMap((box) => {
    if (box === null || box.row > maxRows || box.column > maxColumns) return [];
    const rows = Math.min(box.rows, maxRows - box.row + 1);
    const columns = Math.min(box.columns, maxColumns - box.column + 1);
    return [boxName({ ...box, rows, columns })];
  });
}

/** True if the headers can be used and no row of the ranges holds anything to work on. */
export function hasNothingToDo(ranges: readonly string[], sheet: Sheet, locale: string): boolean {
  const map = mapColumns(displayRow(sheet, 1, sheet.lastColumn(), locale));
  if (!map.ok) return false;
  const dataColumns = dataColumnsOf(map.columns);
  const width = sheet.lastColumn();
  return rowNumbersOf(ranges, sheet.lastRow()).every((rowNumber) => {
    if (sheet.isHiddenByFilter(rowNumber)) return true;
    const cells = displayRow(sheet, rowNumber, width, locale);
    return isEmptyRow({ rowNumber, values: cells, display: cells }, dataColumns);
  });
}

/** Reads the rows of the ranges as they are now. A sheet whose headers cannot be used has none. */
export function readSelectedRows(ranges: readonly string[], sheet: Sheet, locale: string): SelectedRows {
  const lastRow = sheet.lastRow();
  const width = sheet.lastColumn();
  const display = (row: number) => displayRow(sheet, row, width, locale);
  const header = display(1);
  const map = mapColumns(header);
  const selected: SelectedRows = { rows: [], cells: [], header, hiddenRows: 0, emptyRows: 0 };
  if (!map.ok) return selected;
  const dataColumns = dataColumnsOf(map.columns);
  const cellOf = (cells: readonly string[], field: StatusField) => {
    const columnIndex = map.columns.status[field];
    return columnIndex === undefined ? "" : (cells[columnIndex] ?? "");
  };
  for (const row of rowNumbersOf(ranges, lastRow)) {
    const cells = display(row);
    const sheetRow: SheetRow = { rowNumber: row, values: cells, display: cells };
    if (isEmptyRow(sheetRow, dataColumns)) selected.emptyRows++;
    else if (sheet.isHiddenByFilter(row)) selected.hiddenRows++;
    else {
      if (selected.cells.length < mostPrintedRows) selected.cells.push(cells);
      selected.rows.push({
        row,
        status: cellOf(cells, "status"),
        orderId: cellOf(cells, "orderId"),
        orderNumber: cellOf(cells, "orderNumber"),
        message: cellOf(cells, "message"),
      });
    }
  }
  return selected;
}

function displayRow(sheet: Sheet, row: number, width: number, locale: string): string[] {
  const cells = sheet.rowCells(row);
  return Array.from({ length: width }, (_, index) => displayValue(cells[index] ?? untouchedCell, locale));
}

/** The headers of the columns that are printed beside the row's number, where the sheet has them. */
export const printedHeaders: readonly string[] = [
  headerOf.orderRef,
  headerOf.firstName,
  headerOf.lastName,
  headerOf.variantId,
  headerOf.quantity,
  headerOf.status,
  headerOf.orderId,
  headerOf.orderNumber,
  headerOf.message,
];

/** The numbers of the rows that the ranges reach, the header and what lies below `lastRow` left out, each once, ascending. */
function rowNumbersOf(ranges: readonly string[], lastRow: number): number[] {
  const rows = new Set<number>();
  for (const range of ranges) {
    const box = parseA1(range, lastRow, 1);
    if (box === null) continue;
    const last = Math.min(lastRow, box.row + box.rows - 1);
    for (let row = Math.max(2, box.row); row <= last; row++) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}
