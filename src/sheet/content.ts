import type { Columns } from "../orders/columns";
import type { DataField } from "../orders/field";

/** The columns that hold the user's side of an order, in an order that does not change when columns are moved. */
export function dataColumnsOf(columns: Columns): number[] {
  const fields = Object.keys(columns.data).sort() as DataField[];
  return fields.map((field) => columns.data[field] ?? 0);
}

/**
 * A row's data cells as displayed, as one text: equal only while nobody has edited them. What is displayed is what was
 * checked, so that one read of display values is enough to see that a row is still as it was.
 */
export function contentOfRow(display: readonly string[], dataColumns: readonly number[]): string {
  return dataColumns.map((columnIndex) => display[columnIndex] ?? "").join("\u0000");
}
