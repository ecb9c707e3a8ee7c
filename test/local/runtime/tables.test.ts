import type { RuntimeOptions } from "../../../local/runtime/local-runtime";
import { SpreadsheetUser } from "../../../local/runtime/model/user-acts";
import { testRuntime } from "./test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";
const refused = "This operation is not allowed on cells in typed columns.";

/** A Table in A1:C5: text, no type, checkboxes. */
function withTable(options: Partial<RuntimeOptions> = {}) {
  const kit = testRuntime(options);
  const user = new SpreadsheetUser(kit.spreadsheet, () => kit.clock.now());
  user.makeTable(kit.sheet, { row: 1, column: 1, rows: 5, columns: 3 }, "Orders", [
    "text",
    "none",
    "checkbox",
  ]);
  return { ...kit, user };
}

describe("a typed column of a Table refuses (reported)", () => {
  test.each([
    ["a number format", 's.getRange("A2").setNumberFormat("@");'],
    [
      "formats of a range that reaches into it",
      's.getRange("A5:B6").setNumberFormats([["@","@"],["@","@"]]);',
    ],
    ["rows between its cells", "s.insertRowsAfter(2, 1); SpreadsheetApp.flush();"],
    ["columns between its cells", ""],
    ["a text for a checkbox (assumed)", 's.getRange("C2").setValue("x"); SpreadsheetApp.flush();'],
  ])("%s", (name, body) => {
    if (name === "columns between its cells") {
      // No line fits between the cells of one column: this Table has one wide typed block.
      const kit = withTable();
      const [table] = kit.sheet.properties.tables;
      if (table === undefined) throw new Error("There is no Table.");
      table.typedColumns = [{ type: "text", box: { ...table.box, columns: 2 } }];
      expect(kit.run(`${sheetOf} s.insertColumnsAfter(1, 1);`).message).toBe(refused);
      return;
    }
    const { run, sheet } = withTable();
    expect(run(`${sheetOf} ${body}`)).toMatchObject({ outcome: "threw", message: refused });
    expect(sheet.cell(2, 1).numberFormat).toBe("General");
  });

  test.each([
    ["values", 's.getRange("A2:B2").setValues([["x", "y"]]); s.getRange("C2").setValue(true);'],
    ["formats of a column without a type", 's.getRange("B2").setNumberFormat("@");'],
    [
      "formats beside and below it",
      's.getRange("D2").setNumberFormat("@"); s.getRange("A6").setNumberFormat("@");',
    ],
    ["rows after its end", "s.insertRowsAfter(5, 1);"],
  ])("but not %s", (_, body) => {
    expect(withTable().run(`${sheetOf} ${body} SpreadsheetApp.flush();`).outcome).toBe("returned");
  });

  test("at the call by default, at the flush if the runtime is told so", () => {
    const body = `${sheetOf} var at="call"; try { s.getRange("A2").setNumberFormat("@"); at="flush"; SpreadsheetApp.flush(); } catch (e) { return at; }`;
    expect(withTable().value(body)).toBe("call");
    expect(withTable({ unknowns: { typedColumnsRefuse: "atFlush" } }).value(body)).toBe("flush");
  });

  test("until the Table is converted to a range", () => {
    const { run, user, sheet } = withTable();
    user.convertTablesToRanges(sheet);
    expect(run(`${sheetOf} s.getRange("A2").setNumberFormat("@");`).outcome).toBe("returned");
  });
});

describe("a Table", () => {
  test("moves with its cells when rows and columns come and go before it", () => {
    const { sheet, user } = withTable();
    user.insertRows(sheet, 1, 2);
    user.insertColumns(sheet, 1);
    expect(sheet.properties.tables).toMatchObject([
      {
        box: { row: 3, column: 2, rows: 5, columns: 3 },
        typedColumns: [
          { type: "text", box: { row: 3, column: 2, rows: 5, columns: 1 } },
          { type: "checkbox", box: { row: 3, column: 4, rows: 5, columns: 1 } },
        ],
      },
    ]);
  });

  test("is undone", () => {
    const { sheet, user } = withTable();
    user.editCell(sheet, 1, 1, "x");
    user.undo();
    user.undo();
    expect(sheet.properties.tables).toEqual([]);
  });
});
