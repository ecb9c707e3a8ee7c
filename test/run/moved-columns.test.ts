import { overwrittenCells } from "../../src/run/moved-columns";

const before = [
  ["City", "Status", "Order ID", "Notes"],
  ["Bandung", "Valid", "", "gift"],
];
const written = [{ rowNumber: 2, columnIndex: 1, texts: [["Created", "ord_1"]] }];

describe("columns that moved between a read and a flush", () => {
  test("nothing is put back while every column is where it was", () => {
    const after = [before[0] ?? [], ["Bandung", "Created", "ord_1", "gift"]];
    expect(overwrittenCells(before, after, written)).toEqual([]);
  });

  test("a column of the user's that was hit gets back what it had", () => {
    const after = [
      ["City", "Notes", "Status", "Order ID"],
      ["Bandung", "Created", "ord_1", ""],
    ];
    expect(overwrittenCells(before, after, written)).toEqual([
      { rowNumber: 2, columnIndex: 1, texts: [["gift"]] },
      { rowNumber: 2, columnIndex: 2, texts: [["Valid"]] },
    ]);
  });

  test("an inserted column is emptied again", () => {
    const after = [
      ["City", "", "Status", "Order ID", "Notes"],
      ["Bandung", "Created", "ord_1", "", "gift"],
    ];
    expect(overwrittenCells(before, after, written)).toContainEqual({
      rowNumber: 2,
      columnIndex: 1,
      texts: [[""]],
    });
  });

  test("two moves, one before and one after the flush, are seen through", () => {
    const after = [
      ["Notes", "City", "Status", "Order ID"],
      ["ord_1", "Bandung", "Created", ""],
    ];
    expect(overwrittenCells(before, after, written)).toContainEqual({
      rowNumber: 2,
      columnIndex: 0,
      texts: [["gift"]],
    });
  });

  test("an empty row that came in its place stays empty", () => {
    const after = [
      ["Notes", "City", "Status", "Order ID"],
      ["", "", "", ""],
    ];
    expect(overwrittenCells(before, after, written)).toEqual([]);
  });

  test("a row that is another one by now is left alone", () => {
    const after = [
      ["Notes", "City", "Status", "Order ID"],
      ["Created", "Jakarta", "ord_1", ""],
    ];
    expect(overwrittenCells(before, after, written)).toEqual([]);
  });

  test("status columns that stand apart from each other are judged together, row by row", () => {
    const apart = [
      ["Status", "City", "Notes", "Order ID"],
      ["Valid", "Bandung", "gift", ""],
    ];
    // City went to the front just before the flush, so that Status was written over it.
    const after = [
      ["City", "Status", "Notes", "Order ID"],
      ["Created", "Valid", "gift", "ord_1"],
    ];
    const blocks = [
      { rowNumber: 2, columnIndex: 0, texts: [["Created"]] },
      { rowNumber: 2, columnIndex: 3, texts: [["ord_1"]] },
    ];
    expect(overwrittenCells(apart, after, blocks)).toContainEqual({
      rowNumber: 2,
      columnIndex: 0,
      texts: [["Bandung"]],
    });
  });
});
