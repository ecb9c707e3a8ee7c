import { type Box, boxHolds, boxName, parseA1 } from "../../runtime/model/a1";

/** A cell's place, 1-based. */
export interface Place {
  row: number;
  column: number;
}

/** The selected ranges of a sheet: several, the last one with the cell where it was begun, which is the active one. */
export class GridSelection {
  ranges: Box[] = [{ row: 1, column: 1, rows: 1, columns: 1 }];
  active: Place = { row: 1, column: 1 };

  /** Takes over what the server says; the active cell stays where it is if it is still selected. */
  take(names: readonly string[] | null, maxRows: number, maxColumns: number): void {
    const boxes = (names ?? []).map((name) => parseA1(name, maxRows, maxColumns));
    this.ranges = boxes.filter((box) => box !== null);
    const last = this.ranges.at(-1);
    if (last !== undefined && !boxHolds(last, this.active.row, this.active.column)) {
      this.active = { row: last.row, column: last.column };
    }
  }

  /** Begins a selection, in place of the others or beside them. */
  begin(box: Box, active: Place, beside: boolean): void {
    this.ranges = beside ? [...this.ranges, box] : [box];
    this.active = active;
  }

  /** Draws the last range from the active cell to this one. */
  extendTo(place: Place): void {
    this.ranges = [...this.ranges.slice(0, -1), boxBetween(this.active, place)];
  }

  /** The corner of the last range that lies opposite to the active cell. */
  farCorner(): Place {
    const last = this.ranges.at(-1);
    if (last === undefined) return this.active;
    return {
      row: last.row === this.active.row ? last.row + last.rows - 1 : last.row,
      column: last.column === this.active.column ? last.column + last.columns - 1 : last.column,
    };
  }

  holds(row: number, column: number): boolean {
    return this.ranges.some((box) => boxHolds(box, row, column));
  }

  names(): string[] {
    return this.ranges.map(boxName);
  }

  /** The last range, which acts on one range work on. */
  lastRange(): Box {
    return this.ranges.at(-1) ?? { ...this.active, rows: 1, columns: 1 };
  }
}

/** The box with these two cells as corners. */
export function boxBetween(one: Place, other: Place): Box {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  };
}
