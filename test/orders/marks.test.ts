import type { Warning } from "../../src/orders/check/finding";
import type { Problem } from "../../src/orders/check/problem";
import { marksOf, notePrefix, notesWithMarks, rangesOf } from "../../src/orders/marks";

const problem = (rowNumber: number, columnIndex: number | null): Problem => ({
  kind: "missing",
  rowNumber,
  columnIndex,
  field: "zip",
  found: "",
});
const warning = (rowNumber: number, columnIndex: number): Warning => ({
  kind: "placeholder",
  rowNumber,
  columnIndex,
  field: "zip",
  found: "-",
});
const mark = (rowNumber: number, columnIndex: number) =>
  marksOf([{ problems: [problem(rowNumber, columnIndex)], warnings: [] }]);

test("each cell with problems or warnings is marked once; a row as a whole has no cell", () => {
  const marks = marksOf([
    { problems: [problem(3, 2), problem(2, null)], warnings: [warning(2, 1)] },
    { problems: [], warnings: [warning(3, 2)] },
  ]);
  expect(
    marks.map(({ rowNumber, columnIndex, problems, warnings }) => [
      rowNumber,
      columnIndex,
      problems.length,
      warnings.length,
    ]),
  ).toEqual([
    [2, 1, 0, 1],
    [3, 2, 1, 1],
  ]);
});

test("neighbours in a column are one range", () => {
  const marks = [2, 3, 5].flatMap((rowNumber) => mark(rowNumber, 0)).concat(mark(3, 27));
  expect(rangesOf(marks)).toEqual(["A2:A3", "A5", "AB3"]);
});

describe("notes", () => {
  const notes = (...lines: string[][]) => lines;
  const text = () => "empty; type the postal code";
  const own = notePrefix + text();

  test("are written into marked cells, the user's are left as they are", () => {
    const present = notes(["", ""], ["", "call first"], ["", ""]);
    expect(notesWithMarks(present, [...mark(2, 0), ...mark(2, 1), ...mark(3, 1)], text)).toEqual({
      rowNumber: 2,
      columnIndex: 0,
      notes: [
        [own, "call first"],
        ["", own],
      ],
      before: [
        ["", "call first"],
        ["", ""],
      ],
    });
  });

  test("of the add-on go when their cell is in order again", () => {
    const present = notes(["", ""], [own, "call first"]);
    expect(notesWithMarks(present, [], text)).toEqual({
      rowNumber: 2,
      columnIndex: 0,
      notes: [[""]],
      before: [[own]],
    });
  });

  test("that are right already cost no write, and neither do notes of the user's alone", () => {
    expect(notesWithMarks(notes([""], [own]), mark(2, 0), text)).toBeNull();
    expect(notesWithMarks(notes([""], ["mine"]), mark(2, 0), text)).toBeNull();
  });

  test("below the last row that was read are written too", () => {
    expect(notesWithMarks([], mark(4, 2), text)).toEqual({
      rowNumber: 4,
      columnIndex: 2,
      notes: [[own]],
      before: [[""]],
    });
  });
});
