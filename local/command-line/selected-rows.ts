import type { Columns } from "../../src/orders/columns";
import { type DataField, headerOf, type StatusField } from "../../src/orders/field";
import { isEmptyRow } from "../../src/orders/rows/sheet-row";
import { dataColumnsOf } from "../../src/sheet/content";
import { type Box, boxName, parseA1 } from "../runtime/model/a1";
import type { Sheet } from "../runtime/model/sheet";
import type { SheetTable } from "./sheet-table";

/** One selected row as it is reported: strings, "" if there is none. */
export interface ReportedRow {
  /** As the sheet numbers it. */
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
  /** The columns that are printed beside the row's number, by their place in `cells`. */
  columns: { name: string; index: number }[];
  hiddenRows: number;
  emptyRows: number;
}

/** Rows beyond these are in the saved file; a terminal is no place for thousands. */
export const mostPrintedRows = 200;

/** The parts of the ranges that lie within the sheet, in A1 notation; all of the sheet if none is given. */
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
export function hasNothingToDo(
  ranges: readonly string[],
  sheet: Sheet,
  { columns, display }: SheetTable,
): boolean {
  if (columns === null) return false;
  const dataColumns = dataColumnsOf(columns);
  return rowNumbersOf(ranges, columns.headerRowNumber, display.length).every(
    (rowNumber) =>
      sheet.isHiddenByFilter(rowNumber) || isEmpty(rowNumber, display[rowNumber - 1] ?? [], dataColumns),
  );
}

/** The rows of the ranges in a sheet as it was read. A sheet whose headers cannot be used has none. */
export function readSelectedRows(
  ranges: readonly string[],
  sheet: Sheet,
  { columns, display }: SheetTable,
): SelectedRows {
  const selected: SelectedRows = { rows: [], cells: [], columns: [], hiddenRows: 0, emptyRows: 0 };
  if (columns === null) return selected;
  selected.columns = printedColumnsOf(columns);
  const dataColumns = dataColumnsOf(columns);
  const cellOf = (cells: readonly string[], field: StatusField) => {
    const columnIndex = columns.status[field];
    return columnIndex === undefined ? "" : (cells[columnIndex] ?? "");
  };
  for (const row of rowNumbersOf(ranges, columns.headerRowNumber, display.length)) {
    const cells = display[row - 1] ?? [];
    if (isEmpty(row, cells, dataColumns)) selected.emptyRows++;
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

function isEmpty(rowNumber: number, cells: readonly string[], dataColumns: readonly number[]): boolean {
  return isEmptyRow({ rowNumber, values: cells, display: cells }, dataColumns);
}

/** What is printed of the user's columns, if the sheet has them. */
const printedData: readonly DataField[] = [
  "orderRef",
  "firstName",
  "lastName",
  "fullName",
  "variantId",
  "sku",
  "product",
  "quantity",
];
const printedStatus: readonly StatusField[] = ["status", "orderId", "orderNumber", "message"];

/** The printed columns under the sheet's own headers. */
function printedColumnsOf({ data, status, headerRow }: Columns): SelectedRows["columns"] {
  const places = [
    ...printedData.map((field) => ({ field, index: data[field] })),
    ...printedStatus.map((field) => ({ field, index: status[field] })),
  ];
  return places.flatMap(({ field, index }) =>
    index === undefined ? [] : [{ name: (headerRow[index] ?? "").trim() || headerOf[field], index }],
  );
}

/** The numbers of the rows that the ranges reach, below the header and down to `lastRow`, each once, ascending. */
function rowNumbersOf(ranges: readonly string[], headerRow: number, lastRow: number): number[] {
  const rows = new Set<number>();
  for (const range of ranges) {
    const box = parseA1(range, lastRow, 1);
    if (box === null) continue;
    const last = Math.min(lastRow, box.row + box.rows - 1);
    for (let row = Math.max(headerRow + 1, box.row); row <= last; row++) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}
