import { type Columns, isOwnColumn } from "../columns";
import type { CellNotes } from "../rows/cell-notes";
import type { SheetRow } from "../rows/sheet-row";
import { cleanCode } from "../values/clean-text";
import { countInWords } from "../values/count-words";

const unitHeader = /^\W*(?:satuan|unit|units|uom|unit of measure|kemasan)\W*$/i;

const known = new WeakMap<Columns, readonly number[]>();

/**
 * Tells of a row whose unit stands in a column of its own and is more than a piece: `1` beside `lusin` is sent as 1, and twelve
 * are meant.
 */
export function warnOfUnits(row: SheetRow, columns: Columns, notes: CellNotes): void {
  const unitColumns = known.get(columns) ?? unitColumnsOf(columns);
  known.set(columns, unitColumns);
  for (const columnIndex of unitColumns) {
    const unit = cleanCode(row.display[columnIndex] ?? "");
    const pieces = unit === "" ? null : countInWords(`1 ${unit}`);
    if (pieces !== null && pieces > 1) notes.warn(row, columnIndex, null, { kind: "unitColumn", pieces });
  }
}

/** Columns that are read as a field, and the add-on's own, say no unit. */
function unitColumnsOf({ data, headerRow }: Columns): number[] {
  const read = new Set(Object.values(data));
  return headerRow.flatMap((header, index) =>
    unitHeader.test(header) && !read.has(index) && !isOwnColumn(header, headerRow) ? [index] : [],
  );
}
