import type { Columns } from "../orders/columns";
import { type StatusField, statusFields } from "../orders/field";
import type { StatusCells } from "./order-record";

/** A rectangle of texts to write. */
export interface CellBlock {
  /** 1-based. */
  rowNumber: number;
  /** 0-based. */
  columnIndex: number;
  /** Row by row. */
  texts: readonly (readonly string[])[];
}

/** What to write beside some rows, by row number. Fields that are left out stay as they are. */
export type RowChanges = Map<number, Partial<StatusCells>>;

/**
 * Rectangles that cover exactly the given cells: one for neighbouring rows and columns with the same fields.
 * Nothing in between is written again with what was read, since a user may have changed it meanwhile.
 */
export function rectanglesOf(changes: RowChanges, columns: Columns): CellBlock[] {
  const blocks: CellBlock[] = [];
  const places = statusFields
    .map((field) => ({ field, columnIndex: columns.status[field] ?? -1 }))
    .filter((place) => place.columnIndex >= 0)
    .sort((one, other) => one.columnIndex - other.columnIndex);
  const open = new Map<string, { lastRow: number; texts: string[][] }>();
  for (const [rowNumber, texts] of [...changes].sort(([one], [other]) => one - other)) {
    for (const { columnIndex, fields } of columnRuns(texts, places)) {
      const name = `${columnIndex} ${fields.length}`;
      const line = fields.map((field) => texts[field] ?? "");
      const known = open.get(name);
      if (known && known.lastRow + 1 === rowNumber) {
        known.texts.push(line);
        known.lastRow = rowNumber;
        continue;
      }
      const started = { lastRow: rowNumber, texts: [line] };
      open.set(name, started);
      blocks.push({ rowNumber, columnIndex, texts: started.texts });
    }
  }
  return blocks;
}

/** Neighbouring columns that are written of one row. `places`: where the fields stand, from left to right. */
function columnRuns(
  texts: Partial<StatusCells>,
  places: readonly { field: StatusField; columnIndex: number }[],
): { columnIndex: number; fields: StatusField[] }[] {
  const runs: { columnIndex: number; fields: StatusField[] }[] = [];
  for (const { field, columnIndex } of places) {
    if (texts[field] === undefined) continue;
    const last = runs[runs.length - 1];
    if (last && last.columnIndex + last.fields.length === columnIndex) last.fields.push(field);
    else runs.push({ columnIndex, fields: [field] });
  }
  return runs;
}
