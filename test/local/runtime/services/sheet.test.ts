import { cellOf } from "../../../../local/runtime/model/user-acts";
import { testRuntime } from "../test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";

describe("Sheet.getRange", () => {
  test.each([
    ["getRange('B3')", "B3"],
    ["getRange('A2:C')", "A2:C100"],
    ["getRange('A:B')", "A1:B100"],
    ["getRange(2, 3)", "C2"],
    ["getRange(2, 3, 4)", "C2:C5"],
    ["getRange(2, 3, 4, 2)", "C2:D5"],
    ["getRangeList(['A1', 'B2:B3']).getRanges()[1]", "B2:B3"],
  ])("%s is %s", (call, name) => {
    expect(testRuntime().value(`${sheetOf} return s.${call}.getA1Notation();`)).toBe(name);
  });

  test.each([
    ["0, 1", "The starting row of the range is too small."],
    ["1, 0", "The starting column of the range is too small."],
    ["1, 1, 0", "The number of rows in the range must be at least 1."],
    ["1, 1, 1, 0", "The number of columns in the range must be at least 1."],
    ["101, 1", "The coordinates of the range are outside the dimensions of the sheet."],
    ["1, 27", "The coordinates of the range are outside the dimensions of the sheet."],
    ["'nonsense'", "Range not found"],
    [
      "'A', 1",
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      "undefined, 1",
      "The parameters (undefined,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])("getRange(%s) throws (reported texts)", (args, message) => {
    expect(testRuntime().run(`${sheetOf} s.getRange(${args});`)).toMatchObject({ outcome: "threw", message });
  });
});

describe("the grid", () => {
  test("the last row and column are those with content, formats do not count (documented)", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(3, 2, cellOf("x"));
    sheet.setCell(9, 9, { ...cellOf(null, "@"), note: "n" });
    expect(
      value(
        `${sheetOf} return [s.getLastRow(), s.getLastColumn(), s.getMaxRows(), s.getMaxColumns(), s.getDataRange().getA1Notation()];`,
      ),
    ).toEqual([3, 2, 100, 26, "A1:B3"]);
  });

  test("the data range of an empty sheet is A1 (reported)", () => {
    expect(
      testRuntime().value(`${sheetOf} return [s.getDataRange().getA1Notation(), s.getLastRow()];`),
    ).toEqual(["A1", 0]);
  });

  test("appendRow writes below the last row and grows a full grid", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(100, 1, cellOf("last"));
    value(`${sheetOf} s.appendRow(["007", true]).appendRow(["next"]);`);
    expect([
      sheet.cell(101, 1).value,
      sheet.cell(101, 2).value,
      sheet.cell(102, 1).value,
      sheet.maxRows,
    ]).toEqual([7, true, "next", 102]);
  });

  test("inserting and deleting rows and columns", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(2, 1, cellOf("b"));
    value(
      `${sheetOf} s.insertRowsAfter(1, 2); s.insertColumnsAfter(1, 1); s.deleteRows(1, 1); s.setFrozenRows(1); s.setColumnWidth(2, 140);`,
    );
    expect([sheet.cell(3, 1).value, sheet.maxRows, sheet.maxColumns]).toEqual(["b", 101, 27]);
    expect([sheet.properties.frozenRows, sheet.properties.columnWidths.get(2)]).toEqual([1, 140]);
  });

  test("not all rows can be deleted", () => {
    expect(testRuntime().run(`${sheetOf} s.deleteRows(1, 100);`).message).toBe(
      "You can't delete all the rows on the sheet.",
    );
  });
});

describe("filters", () => {
  test("no filter: null, and no row is hidden by one", () => {
    expect(testRuntime().value(`${sheetOf} return [s.getFilter(), s.isRowHiddenByFilter(2)];`)).toEqual([
      null,
      false,
    ]);
  });

  test("rows hidden by a filter are told, rows hidden by hand are not (documented)", () => {
    const { sheet, value } = testRuntime();
    sheet.properties.filter = { box: { row: 1, column: 1, rows: 5, columns: 3 }, hiddenRows: new Set([3]) };
    sheet.properties.hiddenRows.add(4);
    expect(
      value(
        `${sheetOf} return [s.getFilter().getRange().getA1Notation(), s.isRowHiddenByFilter(3), s.isRowHiddenByFilter(4)];`,
      ),
    ).toEqual(["A1:C5", true, false]);
  });
});

describe("the selection", () => {
  test("several ranges: the list has all, the active range is the last (documented)", () => {
    const { spreadsheet, value } = testRuntime();
    spreadsheet.selection = ["A2:C3", "B5", "D:D"];
    expect(
      value(
        `${sheetOf} return [s.getActiveRangeList().getRanges().map(function(r){return r.getA1Notation()}), s.getActiveRange().getA1Notation(), SpreadsheetApp.getActive().getActiveRangeList().getRanges().length, s.getActiveCell().getA1Notation()];`,
      ),
    ).toEqual([["A2:C3", "B5", "D1:D100"], "D1:D100", 3, "D1"]);
  });

  test("nothing selected: null (documented)", () => {
    const { spreadsheet, value } = testRuntime();
    spreadsheet.selection = null;
    expect(value(`${sheetOf} return [s.getActiveRangeList(), s.getActiveRange()];`)).toEqual([null, null]);
  });

  test("a list of ranges can be written, formatted and selected as one", () => {
    const { spreadsheet, sheet, value } = testRuntime();
    value(
      `${sheetOf} var l=s.getRangeList(["A1","C3"]); l.setNumberFormat("@"); l.setValue("007"); l.activate();`,
    );
    expect([sheet.cell(1, 1), sheet.cell(3, 3)]).toEqual([cellOf("007", "@"), cellOf("007", "@")]);
    expect(spreadsheet.selection).toEqual(["A1", "C3"]);
  });
});

describe("sheets of a spreadsheet", () => {
  test("found by ID and by name, null if there is none (documented)", () => {
    const { value } = testRuntime();
    expect(
      value(
        `var a=SpreadsheetApp.getActiveSpreadsheet(); return [a.getSheetByName("Orders").getSheetId(), a.getSheetById(0).getName(), a.getSheetByName("x"), a.getSheetById(99), a.getSheets().length, a.getId(), a.getName(), a.getSpreadsheetTimeZone(), a.getSpreadsheetLocale()];`,
      ),
    ).toEqual([0, "Orders", null, null, 1, "file-1", "Shop", "Etc/GMT", "en_US"]);
  });

  test("an inserted sheet becomes the active one (documented)", () => {
    const { spreadsheet, value } = testRuntime();
    expect(
      value(
        `var n=SpreadsheetApp.getActive().insertSheet("log", 0); n.hideSheet(); return [n.getIndex(), n.isSheetHidden(), n.showSheet().isSheetHidden(), SpreadsheetApp.getActiveSheet().getName()];`,
      ),
    ).toEqual([1, true, false, "log"]);
    expect(spreadsheet.sheets.map(({ name }) => name)).toEqual(["log", "Orders"]);
  });

  test("a name that is taken is refused, whatever its letter case (reported text)", () => {
    const { run } = testRuntime();
    const message = 'A sheet with the name "orders" already exists. Please enter another name.';
    expect(run(`SpreadsheetApp.getActive().insertSheet("orders");`).message).toBe(message);
    expect(run(`SpreadsheetApp.getActive().insertSheet("log").setName("orders");`).message).toBe(message);
  });

  test("after its deletion a sheet's handle throws; the last sheet cannot be deleted", () => {
    const { run, value } = testRuntime();
    expect(
      value(
        `var a=SpreadsheetApp.getActive(); var n=a.insertSheet("log"); a.deleteSheet(n); try { n.getLastRow(); } catch (e) { return e.message; }`,
      ),
    ).toBe("Sheet 1 not found");
    expect(run("SpreadsheetApp.getActive().deleteSheet(SpreadsheetApp.getActiveSheet());").message).toBe(
      "You can't remove all the sheets in a document.",
    );
  });
});

test("conditional format rules are built, set, read and replaced", () => {
  const { sheet, value } = testRuntime();
  const read =
    value(`${sheetOf} var b=SpreadsheetApp.newConditionalFormatRule().whenTextStartsWith("Created").setBackground("#AABBCC").setFontColor("#000000").setBold(true).setRanges([s.getRange("A2:A100")]);
    s.setConditionalFormatRules([b.build(), b.build().copy().whenTextEqualTo("x").build()]);
    var rules=s.getConditionalFormatRules(); var c=rules[0].getBooleanCondition();
    return [rules.length, rules[0].getRanges()[0].getA1Notation(), String(c.getCriteriaType()), c.getCriteriaValues(), c.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_STARTS_WITH, String(rules[1].getBooleanCondition().getCriteriaType())];`);
  expect(read).toEqual([2, "A2:A100", "TEXT_STARTS_WITH", ["Created"], true, "TEXT_EQUAL_TO"]);
  expect(sheet.properties.conditionalFormats[0]).toMatchObject({
    background: "#aabbcc",
    fontColor: "#000000",
    bold: true,
  });
});

test("a rule may have a custom formula, which is read back as it was given (documented)", () => {
  const { sheet, value } = testRuntime();
  const read = value(`${sheetOf} var b=SpreadsheetApp.newConditionalFormatRule();
    s.setConditionalFormatRules([b.whenFormulaSatisfied("=A2=1").setRanges([s.getRange("A2")]).build()]);
    var c=s.getConditionalFormatRules()[0].getBooleanCondition();
    return [String(c.getCriteriaType()), c.getCriteriaValues()];`);
  expect(read).toEqual(["CUSTOM_FORMULA", ["=A2=1"]]);
  expect(sheet.properties.conditionalFormats).toHaveLength(1);
});

describe("sheets come and rows go", () => {
  test.each([
    ["insertSheet()", "Sheet2", 1],
    ["insertSheet(0)", "Sheet2", 0],
    ["insertSheet('Log')", "Log", 1],
    ["insertSheet('Log', 0)", "Log", 0],
  ])("%s makes %s at place %i (documented)", (call, name, index) => {
    const { spreadsheet, value } = testRuntime();
    expect(value(`return SpreadsheetApp.getActiveSpreadsheet().${call}.getName();`)).toBe(name);
    expect(spreadsheet.sheets[index]?.name).toBe(name);
  });

  test("a name of the kind that is taken already is passed over", () => {
    const { spreadsheet, value } = testRuntime();
    spreadsheet.addSheet("sheet3");
    expect(value("return SpreadsheetApp.getActiveSpreadsheet().insertSheet().getName();")).toBe("Sheet4");
  });

  test("all rows below the frozen ones cannot be deleted (reported)", () => {
    const { sheet, run } = testRuntime();
    sheet.properties.frozenRows = 1;
    expect(run("SpreadsheetApp.getActiveSheet().deleteRows(2, 99);").message).toBe(
      "Sorry, it is not possible to delete all non-frozen rows.",
    );
    expect(run("SpreadsheetApp.getActiveSheet().deleteRows(2, 98);").outcome).toBe("returned");
  });

  test("nor can they if the script has frozen the rows itself, which shows at the latest as both are written", () => {
    const body = "var s=SpreadsheetApp.getActiveSheet(); s.setFrozenRows(1); s.deleteRows(2, 99);";
    expect(testRuntime().run(body).message).toBe("Sorry, it is not possible to delete all non-frozen rows.");
  });

  test.each([
    ["R5C3", "C5"],
    ["R2C2:R4C5", "B2:E4"],
    ["R10C5:R1C2", "B1:E10"],
    ["r1c1:r2c2", "A1:B2"],
  ])("getRange takes %s for %s (reported)", (name, a1) => {
    expect(
      testRuntime().value(`return SpreadsheetApp.getActiveSheet().getRange("${name}").getA1Notation();`),
    ).toBe(a1);
  });
});

describe("conditional format rules", () => {
  const rule = (sheet: string) =>
    `SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("x").setRanges([${sheet}.getRange("A1")]).build()`;

  test("cannot be set for another sheet (reported)", () => {
    expect(
      testRuntime().run(
        `var s=SpreadsheetApp.getActiveSheet(); var o=SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other"); s.setConditionalFormatRules([${rule("o")}]);`,
      ).message,
    ).toBe("Conditional format rule cannot reference a different sheet.");
  });

  test("colour scales have no condition (documented) and stay as they are", () => {
    const { sheet, value } = testRuntime();
    const gradient = {
      boxes: [{ row: 1, column: 1, rows: 5, columns: 1 }],
      criteria: "GRADIENT",
      text: "",
      background: null,
      fontColor: null,
      bold: null,
    } as const;
    sheet.properties.conditionalFormats.push({ ...gradient, boxes: [...gradient.boxes] });
    expect(
      value(
        `var s=SpreadsheetApp.getActiveSheet(); var r=s.getConditionalFormatRules(); s.setConditionalFormatRules(r.concat([${rule("s")}])); return [r[0].getBooleanCondition(), r[0].getGradientCondition() !== null];`,
      ),
    ).toEqual([null, true]);
    expect(sheet.properties.conditionalFormats[0]).toEqual(gradient);
  });
});
