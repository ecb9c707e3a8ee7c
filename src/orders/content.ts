import type { Columns } from "./columns";

/** The columns that hold the user's side of an order, by index, in a fixed order. */
export function dataFieldsOf(columns: Columns): number[] {
  return Object.values(columns.data).sort((one, other) => one - other);
}

/**
 * A row's data cells as displayed, as one text: equal only while nobody has edited them. What is displayed is what was
 * checked, so that one read of display values is enough to see that a row is still as it was.
 */
export function contentOfRow(display: readonly string[], dataColumns: readonly number[]): string {
  return dataColumns.map((columnIndex) => display[columnIndex] ?? "").join("\u0000");
}
