import { type Box, cellName } from "./a1";
import { type Cell, type CellValue, isCellError, untouchedCell, withoutContent } from "./cell";
import { showsDate } from "./display";
import type { Sheet } from "./sheet";

/** Cells cut out of a sheet, row by row. */
export type Block = Cell[][];

/** The cells of a box. */
export function readBlock(sheet: Sheet, box: Box): Block {
  return Array.from({ length: box.rows }, (_, rowIndex) =>
    Array.from({ length: box.columns }, (_, columnIndex) =>
      sheet.cell(box.row + rowIndex, box.column + columnIndex),
    ),
  );
}

/** Puts cells there, their upper left corner at `row`, `column`; the grid grows if they reach beyond it. */
export function writeBlock(sheet: Sheet, row: number, column: number, block: Block): void {
  sheet.growTo(row + block.length - 1, column + Math.max(...block.map((cells) => cells.length)) - 1);
  block.forEach((cells, rowIndex) => {
    cells.forEach((cell, columnIndex) => {
      sheet.setCell(row + rowIndex, column + columnIndex, cell);
    });
  });
}

/** Empties the box: its content alone (the Delete key), or the formats and notes with it (after a cut). */
export function clearBlock(sheet: Sheet, box: Box, what: "content" | "everything"): void {
  const cleared = (cell: Cell) => (what === "content" ? withoutContent(cell) : untouchedCell);
  writeBlock(
    sheet,
    box.row,
    box.column,
    readBlock(sheet, box).map((cells) => cells.map(cleared)),
  );
}

/**
 * Drags the fill handle of `source` down over `count` rows more. Text that ends in digits counts up (`R-009` → `R-010`),
 * dates go on by a day, numbers by their step when there are two or more of them; everything else repeats.
 */
export function fillDown(sheet: Sheet, source: Box, count: number): void {
  const block = readBlock(sheet, source);
  const series = Array.from({ length: source.columns }, (_, index) =>
    seriesOf(block.map((cells) => cells[index])),
  );
  const filled = Array.from({ length: count }, (_, offset) =>
    series.map((continued) => continued(source.rows + offset)),
  );
  writeBlock(sheet, source.row + source.rows, source.column, filled);
}

/** Sorts the rows of a box by one column of the sheet. Only the box's cells move: others stay where they are. */
export function sortBlock(sheet: Sheet, box: Box, byColumn: number, ascending: boolean): void {
  const keyIndex = byColumn - box.column;
  if (keyIndex < 0 || keyIndex >= box.columns) {
    throw new Error(`Column ${cellName(1, byColumn).slice(0, -1)} is not one of those to sort.`);
  }
  const direction = ascending ? 1 : -1;
  const rows = readBlock(sheet, box);
  const key = (cells: Cell[]) => cells[keyIndex]?.value ?? null;
  rows.sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    // Empty cells come last in either direction.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return direction * compareValues(one, other);
  });
  writeBlock(sheet, box.row, box.column, rows);
}

function compareValues(a: CellValue, b: CellValue): number {
  const kinds = kindRank(a) - kindRank(b);
  if (kinds !== 0) return kinds;
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return one < other ? -1 : Number(one > other);
}

function kindRank(value: CellValue): number {
  if (typeof value === "number") return 0;
  if (typeof value === "string") return 1;
  return isCellError(value) ? 3 : 2;
}

/** The cell at a 0-based place of the series that the source cells begin. */
function seriesOf(source: (Cell | undefined)[]): (place: number) => Cell {
  const cells = source.map((cell) => cell ?? untouchedCell);
  const at = (place: number) => cells[place % cells.length] ?? untouchedCell;
  const numbers = cells.map((cell) => numberIn(cell));
  const steps = numbers.slice(1).map((number, index) => number.count - (numbers[index]?.count ?? 0n));
  const [first] = numbers;
  const oneKind = numbers.every(({ kind, stem }) => kind === first?.kind && stem === first?.stem);
  if (first === undefined || first.kind === "none" || !oneKind) return at;
  if (first.kind === "number" && steps.length === 0) return at;
  const step = steps[0] ?? 1n;
  if (steps.some((other) => other !== step)) return at;
  return (place) => {
    const count = first.count + BigInt(place) * step;
    const value = first.kind === "text" ? first.stem + digits(count, first.width) : Number(count);
    return { ...at(place), value, formula: null };
  };
}

interface CountedCell {
  kind: "text" | "number" | "date" | "none";
  stem: string;
  count: bigint;
  width: number;
}

function numberIn(cell: Cell): CountedCell {
  const none: CountedCell = { kind: "none", stem: "", count: 0n, width: 0 };
  if (cell.formula !== null) return none;
  if (typeof cell.value === "number") {
    if (!Number.isInteger(cell.value)) return none;
    return { ...none, kind: showsDate(cell.numberFormat) ? "date" : "number", count: BigInt(cell.value) };
  }
  const match = typeof cell.value === "string" ? /^(.*?)(\d+)$/su.exec(cell.value) : null;
  if (match === null) return none;
  const [, stem = "", number = ""] = match;
  return { kind: "text", stem, count: BigInt(number), width: number.length };
}

function digits(count: bigint, width: number): string {
  return (count < 0n ? -count : count).toString().padStart(width, "0");
}
