import { cellName } from "../text/a1";
import type { Warning } from "./check/finding";
import type { Problem } from "./check/problem";
import type { CheckedOrder } from "./order";

/** A cell that is coloured, and what its note says. */
export interface CellMark {
  rowNumber: number;
  /** Counts from 0. */
  columnIndex: number;
  level: "problem" | "warning";
  /** In the order in which they are told. */
  findings: (Problem | Warning)[];
}

/** Notes of a rectangle of the sheet, to be written at once. */
export interface NoteBlock {
  /** The row and column of the first note: counted from 1, and from 0. */
  rowNumber: number;
  columnIndex: number;
  notes: string[][];
}

/** What a note of the add-on begins with; every other note is the user's. */
export const notePrefix = "bitbybit Orders: ";

/** The cells of these orders that have problems or warnings, by row and column. A cell with both is a problem. */
export function marksOf(orders: readonly Pick<CheckedOrder, "problems" | "warnings">[]): CellMark[] {
  const marks = new Map<string, CellMark>();
  const add = (finding: Problem | Warning, level: CellMark["level"]) => {
    const { rowNumber, columnIndex } = finding;
    if (columnIndex === null) return;
    const key = `${rowNumber} ${columnIndex}`;
    const known = marks.get(key);
    if (known !== undefined) known.findings.push(finding);
    else marks.set(key, { rowNumber, columnIndex, level, findings: [finding] });
  };
  for (const { problems } of orders) for (const problem of problems) add(problem, "problem");
  for (const { warnings } of orders) for (const warning of warnings) add(warning, "warning");
  return [...marks.values()].sort(
    (one, other) => one.rowNumber - other.rowNumber || one.columnIndex - other.columnIndex,
  );
}

/** The ranges of some marks in A1 notation, neighbours in a column as one; for one rule over all of them. */
export function rangesOf(marks: readonly Pick<CellMark, "rowNumber" | "columnIndex">[]): string[] {
  const sorted = [...marks].sort(
    (one, other) => one.columnIndex - other.columnIndex || one.rowNumber - other.rowNumber,
  );
  const spans: { columnIndex: number; first: number; last: number }[] = [];
  for (const { rowNumber, columnIndex } of sorted) {
    const open = spans[spans.length - 1];
    if (open?.columnIndex === columnIndex && rowNumber <= open.last + 1) open.last = rowNumber;
    else spans.push({ columnIndex, first: rowNumber, last: rowNumber });
  }
  return spans.map(({ columnIndex, first, last }) =>
    first === last
      ? cellName(first, columnIndex)
      : `${cellName(first, columnIndex)}:${cellName(last, columnIndex)}`,
  );
}

/**
 * The notes of a sheet with the add-on's own ones put right: new where a mark is, gone where none is any more, the user's as
 * they are. Null if nothing changes. One rectangle holds all that changes, so that it is one write. `notes`: those of the
 * sheet from A1 on; `textOf`: what a mark's note says.
 */
export function notesWithMarks(
  notes: readonly (readonly string[])[],
  marks: readonly CellMark[],
  textOf: (mark: CellMark) => string,
): NoteBlock | null {
  const wanted = new Map(marks.map((mark) => [`${mark.rowNumber} ${mark.columnIndex}`, mark]));
  const changes = new Map<string, string>();
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  const change = (rowNumber: number, columnIndex: number, text: string) => {
    changes.set(`${rowNumber} ${columnIndex}`, text);
    [top, bottom] = [Math.min(top, rowNumber), Math.max(bottom, rowNumber)];
    [left, right] = [Math.min(left, columnIndex), Math.max(right, columnIndex)];
  };
  notes.forEach((row, index) => {
    row.forEach((note, columnIndex) => {
      const isOwn = note.startsWith(notePrefix);
      if (isOwn && !wanted.has(`${index + 1} ${columnIndex}`)) change(index + 1, columnIndex, "");
    });
  });
  for (const mark of marks) {
    const { rowNumber, columnIndex } = mark;
    const present = notes[rowNumber - 1]?.[columnIndex] ?? "";
    const text = notePrefix + textOf(mark);
    if (present !== text && (present === "" || present.startsWith(notePrefix)))
      change(rowNumber, columnIndex, text);
  }
  if (changes.size === 0) return null;
  const block: string[][] = [];
  for (let rowNumber = top; rowNumber <= bottom; rowNumber += 1) {
    const line: string[] = [];
    for (let columnIndex = left; columnIndex <= right; columnIndex += 1) {
      const changed = changes.get(`${rowNumber} ${columnIndex}`);
      line.push(changed ?? notes[rowNumber - 1]?.[columnIndex] ?? "");
    }
    block.push(line);
  }
  return { rowNumber: top, columnIndex: left, notes: block };
}
