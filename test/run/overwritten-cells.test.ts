import { OverwrittenCells } from "../../src/run/overwritten-cells";

const header = ["Ref", "City", "Status", "Zip"];
const read = [header, ["R-1", "Bandung", "", "40111"], ["R-2", "Jakarta", "", "10110"]];
const written = [{ rowNumber: 2, columnIndex: 2, texts: [["Valid"], ["Valid"]] }];

/** Zip moved before Status in the very moment of the write, so that "Valid" went into it. */
const movedHeader = ["Ref", "City", "Zip", "Status"];
const hit = [movedHeader, ["R-1", "Bandung", "Valid", ""], ["R-2", "Jakarta", "Valid", ""]];
const zips = [
  { rowNumber: 2, columnIndex: 2, texts: [["40111"]] },
  { rowNumber: 3, columnIndex: 2, texts: [["10110"]] },
];
const writtenThen = [...zips, { rowNumber: 2, columnIndex: 3, texts: [["Valid"], ["Valid"]] }];

describe("cells that a write cost other columns", () => {
  let cells: OverwrittenCells;
  beforeEach(() => {
    cells = new OverwrittenCells();
    expect(cells.toPutBack(read, hit, written)).toEqual(zips);
  });

  test("are owed no longer once they show what they had", () => {
    const after = [movedHeader, ["R-1", "Bandung", "40111", "Valid"], ["R-2", "Jakarta", "10110", "Valid"]];
    expect(cells.toPutBack(hit, after, writtenThen)).toEqual([]);
  });

  test("stay owed where the write that was to put them back did not reach them", () => {
    const after = [movedHeader, ["R-1", "Bandung", "40111", "Valid"], ["R-2", "Jakarta", "Valid", ""]];
    expect(cells.toPutBack(hit, after, writtenThen)).toEqual([zips[1]]);
    expect(cells.toPutBack(after, after, writtenThen)).toEqual([zips[1]]);
  });

  test("are found where their row and their column stand by then", () => {
    const after = [
      ["Zip", "Ref", "City", "Status"],
      ["10110", "R-2", "Jakarta", "Valid"],
      ["Valid", "R-1", "Bandung", ""],
    ];
    expect(cells.toPutBack(hit, after, writtenThen)).toEqual([
      { rowNumber: 3, columnIndex: 0, texts: [["40111"]] },
    ]);
  });

  test("belong to whoever filled them meanwhile", () => {
    const after = [movedHeader, ["R-1", "Bandung", "40199", ""], ["R-2", "Jakarta", "10110", ""]];
    expect(cells.toPutBack(hit, after, writtenThen)).toEqual([]);
  });

  test("are let go where their row is gone", () => {
    const after = [movedHeader, ["R-2", "Jakarta", "10110", "Valid"], ["R-9", "Medan", "Valid", ""]];
    expect(cells.toPutBack(hit, after, writtenThen)).toEqual([]);
  });
});
