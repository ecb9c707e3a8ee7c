import { fieldOf } from "../../src/orders/columns";
import { isStatusField } from "../../src/orders/field";

/** How far down headers are looked for: titles and notes may stand above a table. */
const rowsToSearch = 20;
/** So many known headers in one row are no accident. */
const fewestKnown = 3;

/**
 * Returns the 0-based index of the first row with known headers; null if none of the first twenty has three of them.
 * `rowTexts` gives what a row shows, by 0-based index.
 */
export function knownHeaderIndex(
  rowTexts: (rowIndex: number) => readonly string[],
  rowCount: number,
): number | null {
  for (let index = 0; index < Math.min(rowCount, rowsToSearch); index++) {
    if (rowTexts(index).filter(isOrderHeader).length >= fewestKnown) return index;
  }
  return null;
}

/** True for a header of the user's columns. Those of the add-on stand in its log too. */
function isOrderHeader(text: string): boolean {
  const field = fieldOf(text);
  return field !== undefined && !isStatusField(field);
}

/** The first row with more than one text, for a sheet whose headers are not known; 0 if there is none. */
export function firstWideIndex(rowTexts: (rowIndex: number) => readonly string[], rowCount: number): number {
  for (let index = 0; index < Math.min(rowCount, rowsToSearch); index++) {
    if (rowTexts(index).filter((text) => text.trim() !== "").length > 1) return index;
  }
  return 0;
}
