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

  describe("while rows moved as well", () => {
    const header = ["Order ref", "First name", "City", "Variant ID", "Quantity", "Zip", "Notes", "Status"];
    const rowOf = (ref: string, variant: string, notes: string, status: string) => [
      ref,
      "Ayu",
      "Bandung",
      variant,
      "2",
      "40115",
      notes,
      status,
    ];
    const wide = [header, rowOf("R-1", "v_1", "red", ""), rowOf("R-2", "v_2", "blue", "")];
    const keyed = [{ rowNumber: 2, columnIndex: 7, texts: [["Valid"], ["Valid"]] }];
    /** Status went, and then the Notes stood where it had been; above them somebody inserted a row. */
    const moved = (first: string[]) => [
      ["", ...header.slice(0, 7)],
      ["", "", "", "", "", "", "", "Valid"],
      ["", ...first, "Valid"],
      ["", ...rowOf("R-2", "v_2", "blue", "").slice(0, 7)],
    ];

    test("a row is known by its other cells, and gets back what it had", () => {
      const after = moved(rowOf("R-1", "v_1", "red", "").slice(0, 6));
      expect(overwrittenCells(wide, after, keyed)).toEqual([
        { rowNumber: 3, columnIndex: 7, texts: [["red"]] },
      ]);
    });

    test("also where one of them was edited", () => {
      const after = moved(rowOf("R-1", "v_1 (new)", "red", "").slice(0, 6));
      expect(overwrittenCells(wide, after, keyed)).toEqual([
        { rowNumber: 3, columnIndex: 7, texts: [["red"]] },
      ]);
    });

    test("but not where two were: that is another row", () => {
      const after = moved(rowOf("R-9", "v_9", "red", "").slice(0, 6));
      expect(overwrittenCells(wide, after, keyed)).toEqual([]);
    });

    test("of two rows that it may have been, it is the nearer one", () => {
      const twins = [
        header,
        rowOf("", "v_1", "red", ""),
        rowOf("", "v_1", "blue", ""),
        rowOf("", "v_2", "", ""),
      ];
      const after = [
        header.slice(0, 7),
        ...[1, 2, 3].map((row) => twins[row]?.slice(0, 7) ?? []),
        rowOf("", "v_1", "Valid", "").slice(0, 7),
      ];
      const blocks = [{ rowNumber: 5, columnIndex: 6, texts: [["Valid"]] }];
      expect(overwrittenCells(twins, after, blocks)).toEqual([
        { rowNumber: 5, columnIndex: 6, texts: [["blue"]] },
      ]);
    });
  });
});
