import { blocksOf, countRuns, shows, viewSheet } from "../../src/run/sheet-view";
import { headerRow, ScriptedSheet } from "./scripted-sheet";

const cells = { status: "Created", orderId: "ord_1", orderNumber: "", message: "", updatedAt: "now" };
const view = viewSheet(
  new ScriptedSheet([
    { content: "A", sendKey: " K " },
    { content: "B" },
    { content: "C", sendKey: "K" },
  ]).readDisplay(),
);

describe("a sheet as it stands", () => {
  test("has its rows by key, keys trimmed", () => {
    expect(view?.rows.map((row) => row.rowNumber)).toEqual([2, 3, 4]);
    expect(view?.byKey.get("K")?.map((row) => row.rowNumber)).toEqual([2, 4]);
    expect(view?.byKey.size).toBe(1);
  });

  test("without its Status or Send key column, or a needed one, cannot be used", () => {
    for (const gone of ["Status", "Send key", "Quantity"]) {
      expect(viewSheet([headerRow.map((header) => (header === gone ? "" : header))])).toBeNull();
    }
    expect(viewSheet([])).toBeNull();
  });
});

describe("what to write", () => {
  const columns = view?.columns;
  if (!columns) throw new Error("no view");
  const status = headerRow.indexOf("Status");

  test("neighbouring rows are one block, a gap begins another, and no cell between is touched", () => {
    const rows = new Map([4, 2, 3, 7].map((rowNumber) => [rowNumber, cells]));
    expect(
      blocksOf(rows, columns).map((block) => [block.rowNumber, block.columnIndex, block.texts.length]),
    ).toEqual([
      [2, status, 3],
      [7, status, 1],
    ]);
    expect(blocksOf(rows, columns)[0]?.texts[0]).toEqual(["Created", "ord_1", "", "", "now"]);
  });

  test("columns that somebody moved apart are blocks of their own, each text in its column", () => {
    const moved = { ...columns, status: { ...columns.status, message: status + 9 } };
    const blocks = blocksOf(new Map([[2, { ...cells, message: "m" }]]), moved);
    expect(blocks).toContainEqual({ rowNumber: 2, columnIndex: status + 9, texts: [["m"]] });
    expect(blocks).toContainEqual({ rowNumber: 2, columnIndex: status + 4, texts: [["now"]] });
  });

  test("runs of neighbouring rows are counted in any order", () => {
    expect(countRuns([])).toBe(0);
    expect(countRuns([5, 3, 4, 9])).toBe(2);
  });

  test("a row shows what is wanted when each wanted text stands there, trimmed", () => {
    const row = { ...cells, sendKey: "K" };
    expect(shows(row, { status: " Created " })).toBe(true);
    expect(shows(row, { status: "Created", message: "x" })).toBe(false);
  });
});
