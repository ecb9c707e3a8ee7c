import { withoutInvisible } from "../values/invisible";

/** One row of the order sheet as it was read: the typed values and what the user sees, from column A on. */
export interface SheetRow {
  /** As the sheet numbers it, counted from 1. */
  rowNumber: number;
  /** number, boolean, Date or string, `""` if empty (Apps Script documentation, Range.getValues). */
  values: readonly unknown[];
  /** The same cells as displayed (Range.getDisplayValues). */
  display: readonly string[];
}

/**
 * True when none of the user's known columns (`dataColumnsOf`) shows anything; other columns and characters that no cell
 * shows do not count.
 */
export function isEmptyRow(row: SheetRow, dataColumns: readonly number[]): boolean {
  for (const columnIndex of dataColumns) {
    const text = row.display[columnIndex] ?? "";
    if (text !== "" && withoutInvisible(text).trim() !== "") return false;
  }
  return true;
}
