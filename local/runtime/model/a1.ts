/** A block of cells. `row` and `column` are 1-based, as in Apps Script. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → `1`, `aa` → `27`. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `{row: 2, column: 1}` → `A2`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** The box in A1 notation with numbers on both ends: `A2`, `A2:C5`, and `A1:B1000` for two whole columns. */
export function boxName(box: Box): string {
  const first = cellName(box.row, box.column);
  if (box.rows === 1 && box.columns === 1) return first;
  return `${first}:${cellName(box.row + box.rows - 1, box.column + box.columns - 1)}`;
}

const corner = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,8})?$/;

/** R1C1 notation, in either letter case (reported: the tests of gas-fakes, run on Google). */
const rowAndColumn = /^R([0-9]{1,8})C([0-9]{1,5})$/i;

function numberedBox(ends: readonly RegExpExecArray[]): Box | null {
  const rows = ends.map((end) => Number(end[1]));
  const columns = ends.map((end) => Number(end[2]));
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  if (row < 1 || column < 1) return null;
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/**
 * Reads A1 notation: `B3`, `R3C2`, `A2:C5`, whole columns `A:C`, whole rows `2:4`, open ends `A2:C`. Whole columns and rows reach to
 * `maxRows` and `maxColumns`. Null when the text is none of these.
 */
export function parseA1(text: string, maxRows: number, maxColumns: number): Box | null {
  const ends = text.trim().split(":");
  if (ends.length > 2) return null;
  const numbered = ends.map((end) => rowAndColumn.exec(end));
  if (numbered.every((end) => end !== null)) return numberedBox(numbered);
  const from = corner.exec(ends[0] ?? "");
  const to = corner.exec(ends[1] ?? ends[0] ?? "");
  if (from === null || to === null) return null;
  const single = ends.length === 1;
  if (single && (from[1] === undefined || from[2] === undefined)) return null;
  if ([from, to].some((end) => end[1] === undefined && end[2] === undefined)) return null;
  const columns = [
    from[1] === undefined ? 1 : columnNumber(from[1]),
    to[1] === undefined ? maxColumns : columnNumber(to[1]),
  ];
  const rows = [from[2] === undefined ? 1 : Number(from[2]), to[2] === undefined ? maxRows : Number(to[2])];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  if (row < 1 || column < 1) return null;
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** True when the two boxes share a cell. */
export function boxesMeet(a: Box, b: Box): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** True when the cell lies in the box. */
export function boxHolds(box: Box, row: number, column: number): boolean {
  return (
    row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
  );
}
