import { fieldOf } from "../../src/orders/columns";
import { plainHeader } from "../../src/orders/columns/header-form";
import { findHeaderRow, type HeaderRow } from "../../src/orders/columns/header-row";
import { knownTables } from "../../src/orders/columns/known-tables";

/** How far down headers are looked for: titles and notes may stand above a table. */
const rowsToSearch = 20;

/**
 * Returns the row that the add-on would take for the headers, with what each column is called; null if none of the first
 * twenty looks like it. `rowTexts` gives what a row shows, by 0-based index.
 */
export function knownHeaderRow(
  rowTexts: (rowIndex: number) => readonly string[],
  rowCount: number,
): HeaderRow | null {
  const rows = Array.from({ length: Math.min(rowCount, rowsToSearch) }, (_, index) => rowTexts(index));
  return findHeaderRow(rows, knownTables());
}

/** True for a header that the add-on may take for an article's code or name, or its quantity, by whatever table. */
export function isArticleHeader(text: string): boolean {
  const field = fieldOf(text) ?? knownTables().known.get(plainHeader(text));
  return field !== undefined && /^(?:variantId|sku|product|quantity)\d*$/.test(field);
}

/** The first row with more than one text, for a sheet whose headers are not known; 0 if there is none. */
export function firstWideIndex(rowTexts: (rowIndex: number) => readonly string[], rowCount: number): number {
  for (let index = 0; index < Math.min(rowCount, rowsToSearch); index++) {
    if (rowTexts(index).filter((text) => text.trim() !== "").length > 1) return index;
  }
  return 0;
}
