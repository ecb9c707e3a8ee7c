import type { Columns } from "./columns";

/** One row of the order sheet as it was read: the typed values and what the user sees, from column A on. */
export interface SheetRow {
  /** As the sheet numbers it; the header is row 1. */
  rowNumber: number;
  /** number, boolean, Date or string, `""` where empty (Apps Script documentation, Range.getValues). */
  values: readonly unknown[];
  /** The same cells as displayed (Range.getDisplayValues). */
  display: readonly string[];
}

/** True when no known column of the user's has anything in it; status columns and other columns do not count. */
export function isEmptyRow(row: SheetRow, columns: Columns): boolean {
  for (const columnIndex of Object.values(columns.data)) {
    if ((row.display[columnIndex] ?? "").trim() !== "") return false;
  }
  return true;
}
