import { overwrittenCells, stillOverwritten, type Texts } from "./moved-columns";
import type { CellBlock } from "./ports";

/**
 * What writes by position cost other columns, from one try to the next: a cell that could not be given back what it had is
 * owed until it has it.
 */
export class OverwrittenCells {
  private owed: CellBlock[] = [];

  /** What to put back now. `before` is what the last try relied on, `written` what it wrote, `after` what is there now. */
  toPutBack(before: Texts, after: Texts, written: readonly CellBlock[]): CellBlock[] {
    const owed = stillOverwritten(this.owed, before, after, written);
    const places = new Set(owed.map(placeOf));
    const found = overwrittenCells(before, after, written).filter((block) => !places.has(placeOf(block)));
    this.owed = [...owed, ...found];
    return this.owed;
  }
}

function placeOf({ rowNumber, columnIndex }: CellBlock): string {
  return `${rowNumber}:${columnIndex}`;
}
