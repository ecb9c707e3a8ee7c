import { cellOf, SpreadsheetUser } from "../../../../local/runtime/model/user-acts";
import { startMs, testRuntime } from "../test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";

describe("Range.setValues", () => {
  test('turns "007" into the number 7 (documented: values are parsed as if typed)', () => {
    const { sheet, value } = testRuntime();
    value(`${sheetOf} s.getRange("A1:D1").setValues([["007", "1-2", "+62812", "R-7"]]);`);
    expect([1, 2, 3, 4].map((column) => sheet.cell(1, column).value)).toEqual([7, 46024, 62812, "R-7"]);
  });

  test("a text that begins with = becomes a formula (documented)", () => {
    const { value } = testRuntime();
    expect(
      value(`${sheetOf} var r=s.getRange("A1"); r.setValue("=1+1"); return [r.getFormulas(), r.getValue()];`),
    ).toEqual([[["=1+1"]], "#NAME?"]);
  });

  test("keeps texts as they are in cells formatted @ beforehand in the same buffer (documented: writes apply in order)", () => {
    const { sheet, value } = testRuntime();
    value(
      `${sheetOf} s.getRange("A1:B1").setNumberFormat("@").setValues([["007", "=1+1"]]); s.getRange("C1").setValue("007").setNumberFormat("@");`,
    );
    expect([1, 2, 3].map((column) => sheet.cell(1, column).value)).toEqual(["007", "=1+1", "7"]);
    expect(sheet.cell(1, 2).formula).toBeNull();
  });

  test("gives cells that get the same text their own formats and notes back", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(1, 1, { ...cellOf("old"), note: "first" });
    sheet.setCell(2, 1, cellOf("old", "@"));
    value(`${sheetOf} s.getRange("A1:A3").setValues([["7"], ["7"], ["7"]]);`);
    expect([1, 2, 3].map((row) => sheet.cell(row, 1))).toMatchObject([
      { value: 7, note: "first" },
      { value: "7", note: "" },
      { value: 7, note: "" },
    ]);
  });

  test("stores numbers, booleans and Dates as such; null and the empty text empty the cell", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(1, 4, cellOf("old"));
    sheet.setCell(1, 5, cellOf("old"));
    value(`${sheetOf} s.getRange("A1:E1").setValues([[7, true, new Date(), null, ""]]);`);
    expect([1, 2, 4, 5].map((column) => sheet.cell(1, column).value)).toEqual([7, true, null, null]);
    expect(sheet.cell(1, 3)).toMatchObject({ value: 46027.5, numberFormat: "m/d/yyyy h:mm:ss" });
  });

  test.each([
    [
      "[[1]]",
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    ],
    [
      "[[1,2],[3]]",
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    ],
    [
      "[1,2]",
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    ['"x"', "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues."],
  ])("refuses %s for a range of 2 × 2 (reported texts)", (data, message) => {
    const { run } = testRuntime();
    expect(run(`${sheetOf} s.getRange("A1:B2").setValues(${data});`)).toMatchObject({
      outcome: "threw",
      message,
    });
  });

  test("refuses a text of more than 50,000 characters (Google's limits for Sheets)", () => {
    const { run } = testRuntime();
    expect(run(`${sheetOf} s.getRange("A1").setValue("x".repeat(50001));`).message).toMatch(
      /maximum of 50000 characters/,
    );
  });
});

describe("reading", () => {
  test("getValues gives numbers, booleans, Dates, texts, empty texts and errors as bare texts (documented; errors reported)", () => {
    const { sheet, value } = testRuntime();
    const cells = [
      cellOf(7, "00000"),
      cellOf(true),
      cellOf(46027.5, "yyyy-mm-dd"),
      cellOf("x"),
      cellOf(null),
      cellOf({ error: "#N/A" }),
    ];
    cells.forEach((cell, index) => {
      sheet.setCell(1, index + 1, cell);
    });
    const [row, isDate] = value(
      `${sheetOf} var v=s.getRange("A1:F1").getValues(); return [v[0], v[0][2] instanceof Date && v instanceof Array && v[0] instanceof Array];`,
    ) as [unknown[], boolean];
    expect(row).toEqual([7, true, new Date(startMs).toISOString(), "x", "", "#N/A"]);
    expect(isDate).toBe(true);
  });

  test("getDisplayValues gives what the user sees (documented)", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(1, 1, cellOf(7, "00000"));
    sheet.setCell(1, 2, cellOf(6281234567890));
    expect(value(`${sheetOf} return s.getRange("A1:B1").getDisplayValues();`)).toEqual([
      ["00007", "6.28123E+12"],
    ]);
  });

  test("a range is a position: after somebody inserts a row it reads what stands there now (inferred)", () => {
    const { sheet, spreadsheet, run, clock } = testRuntime({
      beforeCall: ({ service, method }) => {
        if (service === "Range" && method === "getValue") {
          new SpreadsheetUser(spreadsheet, () => clock.now()).insertRows(sheet, 1);
        }
      },
    });
    sheet.setCell(1, 1, cellOf("first"));
    sheet.setCell(2, 1, cellOf("second"));
    expect(run(`${sheetOf} var r=s.getRange("A2"); return r.getValue();`).value).toBe("first");
  });

  test("notes, backgrounds, formats and weights are written and read back", () => {
    const { sheet, value } = testRuntime();
    const read = value(`${sheetOf} var r=s.getRange("A1:A2");
      r.setNotes([["n"],[null]]).setBackground("#FF0000").setNumberFormats([["@"],["0"]]).setFontWeights([["bold"],["normal"]]).setFontColor("#00ff00").setWrap(true);
      r.getCell(2,1).setBackground(null);
      return [r.getNotes(), r.getBackgrounds(), r.getNumberFormats(), r.getNote()];`);
    expect(read).toEqual([[["n"], [""]], [["#ff0000"], ["#ffffff"]], [["@"], ["0"]], "n"]);
    expect(sheet.cell(1, 1)).toMatchObject({ fontWeight: "bold", fontColor: "#00ff00", wrap: true });
  });

  test("clearContent leaves the format; isBlank then says true", () => {
    const { sheet, value } = testRuntime();
    sheet.setCell(1, 1, cellOf("007", "@"));
    expect(
      value(
        `${sheetOf} var r=s.getRange("A1"); var b=r.isBlank(); r.clearContent(); return [b, r.isBlank(), r.getNumberFormat()];`,
      ),
    ).toEqual([false, true, "@"]);
  });

  test("positions and names", () => {
    const { value } = testRuntime();
    expect(
      value(
        `${sheetOf} var r=s.getRange(2,3,4,2); return [r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns(), r.getLastRow(), r.getLastColumn(), r.getA1Notation(), r.getSheet().getName(), r.getCell(2,2).getA1Notation()];`,
      ),
    ).toEqual([2, 3, 4, 2, 5, 4, "C2:D5", "Orders", "D3"]);
  });

  test("activate selects the range on its sheet", () => {
    const { spreadsheet, value } = testRuntime();
    const other = spreadsheet.addSheet("Other");
    value(`SpreadsheetApp.getActive().getSheetByName("Other").getRange("B2:C3").activate();`);
    expect([spreadsheet.activeSheet, spreadsheet.selection]).toEqual([other, ["B2:C3"]]);
  });
});

describe("number formats as Sheets has them", () => {
  const formats = (body: string) => {
    const { value } = testRuntime();
    return value(`var r=SpreadsheetApp.getActiveSheet().getRange("A1"); ${body}`);
  };

  test("@STRING@ makes plain text (many public scripts rely on it)", () => {
    expect(
      formats('r.setNumberFormat("@STRING@").setValue("007"); return [r.getValue(), r.getNumberFormat()];'),
    ).toEqual(["007", "@"]);
  });

  test("general, in any case, reads back as the automatic pattern, as a cell without one does (reported)", () => {
    expect(
      formats(
        'var v=[r.getNumberFormat()]; r.setNumberFormat("general"); v.push(r.getNumberFormat()); return v;',
      ),
    ).toEqual(["0.###############", "0.###############"]);
  });

  test("a number that becomes plain text is read as the text that was displayed (reported)", () => {
    expect(formats('r.setValue(7); r.setNumberFormat("@"); return r.getValue();')).toBe("7");
  });
});

test("getMergedRanges gives each merge that meets the range, whole (documented)", () => {
  const { sheet, value } = testRuntime();
  sheet.properties.mergedRanges = [
    { row: 1, column: 2, rows: 1, columns: 3 },
    { row: 5, column: 1, rows: 2, columns: 1 },
  ];
  const names = (range: string) =>
    value(`${sheetOf} return s.getRange("${range}").getMergedRanges().map(r => r.getA1Notation());`);
  expect([names("A1:B2"), names("A1:D6"), names("E1:F9")]).toEqual([["B1:D1"], ["B1:D1", "A5:A6"], []]);
});
