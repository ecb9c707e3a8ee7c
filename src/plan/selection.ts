import type { Columns } from "../orders/columns";
import { isEmptyRow, type SheetRow } from "../orders/rows/sheet-row";
import type { RowSpan, SheetPort } from "../ports/ports";
import { dataColumnsOf } from "../sheet/content";

/** The rows that a run works on. */
export interface SelectedRows {
  /** Neither empty nor hidden by a filter, in ascending order. */
  rowNumbers: Set<number>;
  hidden: Set<number>;
  emptyRows: number;
}

/**
 * The selected rows, each once: the header and whatever lies below the last used row are out, empty rows and rows that a
 * filter hides are counted. Rows that were hidden by hand stay in.
 */
export function selectRows(
  spans: readonly RowSpan[],
  rows: readonly SheetRow[],
  columns: Columns,
  sheet: SheetPort,
): SelectedRows {
  const inSpans = new Set<number>();
  const lastRow = rows[rows.length - 1]?.rowNumber ?? 1;
  for (const span of spans) {
    for (let row = Math.max(2, span.firstRow); row <= Math.min(lastRow, span.lastRow); row += 1)
      inSpans.add(row);
  }
  const selected = rows.filter((row) => inSpans.has(row.rowNumber));
  const dataColumns = dataColumnsOf(columns);
  const filled = selected.filter((row) => !isEmptyRow(row, dataColumns)).map((row) => row.rowNumber);
  const hidden = sheet.hiddenByFilter(filled);
  return {
    rowNumbers: new Set(filled.filter((row) => !hidden.has(row))),
    hidden,
    emptyRows: selected.length - filled.length,
  };
}
