import { cellName } from "../text/a1";
import type { Warning } from "./check/finding";
import type { Problem, ProblemPlace } from "./check/problem";
import type { CheckedOrder } from "./order";

/** A cell that is coloured, and what its note says. */
export interface CellMark {
  rowNumber: number;
  /** Counts from 0. */
  columnIndex: number;
  /** With any, the cell counts as one with problems. */
  problems: Problem[];
  warnings: Warning[];
}

/** Notes of a rectangle of the sheet, to be written at once. */
export interface NoteBlock {
  /** The row and column of the first note: counted from 1, and from 0. */
  rowNumber: number;
  columnIndex: number;
  notes: string[][];
  /** What stands there now, cell by cell. */
  before: string[][];
}

/** The marks of a sheet as they are to be: the ranges of each level, in A1 notation, and the notes that change. */
export interface CellMarks {
  problems: string[];
  warnings: string[];
  /** Null if the notes are right already. */
  notes: NoteBlock | null;
}

/** What a note of the add-on begins with; every other note is the user's. */
export const notePrefix = "bitbybit Orders: ";

/** The cells of these orders that have problems or warnings, by row and column. A cell with both is a problem. */
export function marksOf(orders: readonly Pick<CheckedOrder, "problems" | "warnings">[]): CellMark[] {
  const marks = new Map<string, CellMark>();
  const markAt = ({ rowNumber, columnIndex }: ProblemPlace): CellMark | null => {
    if (columnIndex === null) return null;
    const key = `${rowNumber} ${columnIndex}`;
    const mark = marks.get(key) ?? { rowNumber, columnIndex, problems: [], warnings: [] };
    marks.set(key, mark);
    return mark;
  };
  for (const { problems, warnings } of orders) {
    for (const problem of problems) markAt(problem)?.problems.push(problem);
    for (const warning of warnings) markAt(warning)?.warnings.push(warning);
  }
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
 * The notes of a sheet with the add-on's own ones put right: new in a marked cell, gone from one that is not marked any
 * more, the user's as they are. Null if nothing changes. One rectangle holds all that changes, so that it is one write. `notes`: those of the
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
  const before: string[][] = [];
  for (let rowNumber = top; rowNumber <= bottom; rowNumber += 1) {
    const line = notes[rowNumber - 1] ?? [];
    before.push(Array.from({ length: right - left + 1 }, (_, place) => line[left + place] ?? ""));
  }
  const block = before.map((line, row) =>
    line.map((note, place) => changes.get(`${top + row} ${left + place}`) ?? note),
  );
  return { rowNumber: top, columnIndex: left, notes: block, before };
}
