/** One row of the order sheet as it was read: the typed values and what the user sees, from column A on. */
export interface SheetRow {
  /** As the sheet numbers it; the header is row 1. */
  rowNumber: number;
  /** number, boolean, Date or string, `""` where empty (Apps Script documentation, Range.getValues). */
  values: readonly unknown[];
  /** The same cells as displayed (Range.getDisplayValues). */
  display: readonly string[];
}

/** True when none of the user's known columns (`dataColumnsOf`) has anything in it; other columns do not count. */
export function isEmptyRow(row: SheetRow, dataColumns: readonly number[]): boolean {
  for (const columnIndex of dataColumns) {
    if ((row.display[columnIndex] ?? "").trim() !== "") return false;
  }
  return true;
}
