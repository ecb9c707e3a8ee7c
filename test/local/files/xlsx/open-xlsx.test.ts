import { openXlsx } from "../../../../local/files/xlsx/open-xlsx";
import { displayValue } from "../../../../local/runtime/model/display";
import { bytesOf, open } from "./saved-workbook";

describe("a workbook opened as a spreadsheet", () => {
  test("has typed cells, formats and what they show", async () => {
    const { sheet } = await open((rows) => {
      rows.getCell("A1").value = 123;
      rows.getCell("A1").numFmt = "00000";
      rows.getCell("B1").value = new Date(Date.UTC(2026, 0, 5));
      rows.getCell("B1").numFmt = "yyyy-mm-dd";
      rows.getCell("C1").value = true;
      rows.getCell("D1").value = { error: "#N/A" };
      rows.getCell("E1").value = { richText: [{ text: "in " }, { text: "parts", font: { bold: true } }] };
      rows.getCell("F1").value = { text: "a link", hyperlink: "https://example.com" };
    });
    const shown = [1, 2, 3, 4, 5, 6].map((column) => displayValue(sheet.cell(1, column), "en_US"));
    expect(shown).toEqual(["00123", "2026-01-05", "TRUE", "#N/A", "in parts", "a link"]);
    expect(sheet.cell(1, 2).value).toBe(46_027);
  });

  test("has formulas with their last results", async () => {
    const { sheet } = await open((rows) => {
      rows.getCell("A1").value = { formula: "B1*2", result: 8 };
      rows.getCell("A2").value = { formula: "1/0", result: { error: "#DIV/0!" } };
    });
    expect(sheet.cell(1, 1)).toMatchObject({ value: 8, formula: "=B1*2" });
    expect(sheet.cell(2, 1)).toMatchObject({ value: { error: "#DIV/0!" }, formula: "=1/0" });
  });

  test("has notes, colours, bold type, widths, frozen rows and merged cells", async () => {
    const { sheet } = await open((rows) => {
      rows.getCell("A1").value = "head";
      rows.getCell("A1").note = "a note";
      rows.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF2CC" } };
      rows.getCell("A1").font = { bold: true, color: { argb: "FF112233" } };
      rows.mergeCells("A1:B1");
      rows.getColumn(3).width = 20;
      rows.views = [{ state: "frozen", ySplit: 1 }];
    });
    const looks = { note: "a note", background: "#fff2cc", fontColor: "#112233", fontWeight: "bold" };
    expect(sheet.cell(1, 1)).toMatchObject(looks);
    expect(sheet.cell(1, 2).value).toBeNull();
    expect(sheet.properties.mergedRanges).toEqual([{ row: 1, column: 1, rows: 1, columns: 2 }]);
    expect(sheet.properties.columnWidths.get(3)).toBe(145);
    expect(sheet.properties.frozenRows).toBe(1);
  });

  test("tells rows hidden by its filter from rows hidden by hand", async () => {
    const { sheet } = await open((rows) => {
      for (let row = 1; row <= 9; row++) rows.getCell(`A${row}`).value = row;
      rows.autoFilter = "A1:B6";
      rows.getRow(3).hidden = true;
      rows.getRow(8).hidden = true;
    });
    expect(sheet.properties.filter?.box).toEqual({ row: 1, column: 1, rows: 6, columns: 2 });
    expect([3, 8].map((row) => sheet.isHiddenByFilter(row))).toEqual([true, false]);
    expect([...sheet.properties.hiddenRows]).toEqual([8]);
  });

  test("enforces the validation rules that the local runtime knows", async () => {
    const { sheet } = await open((rows) => {
      rows.getCell("A1").dataValidation = { type: "list", formulae: ['"yes,no"'], showErrorMessage: true };
      rows.getCell("B1").dataValidation = {
        type: "whole",
        operator: "between",
        formulae: [1, 9],
        showErrorMessage: true,
        errorStyle: "warning",
      };
    });
    expect(sheet.properties.validations).toMatchObject([
      { rule: { kind: "list", values: ["yes", "no"] }, reject: true },
      { rule: { kind: "numberBetween", least: 1, most: 9 }, reject: false },
    ]);
  });

  test("shows the sheet that was shown when it was saved", async () => {
    const { file } = await open((_, workbook) => {
      workbook.addWorksheet("Second");
      workbook.addWorksheet("Third").state = "hidden";
      workbook.views = [
        { x: 0, y: 0, width: 100, height: 100, firstSheet: 0, activeTab: 1, visibility: "visible" },
      ];
    });
    expect(file.spreadsheet.activeSheet.name).toBe("Second");
    expect(file.spreadsheet.sheets.map(({ name, properties }) => [name, properties.hidden])).toEqual([
      ["Orders", false],
      ["Second", false],
      ["Third", true],
    ]);
  });

  test("with cells below the last row that is opened is refused", async () => {
    const bytes = await bytesOf((rows) => {
      rows.getCell("A200001").value = "far";
    });
    await expect(openXlsx(bytes, "orders.xlsx")).rejects.toThrow(
      "orders.xlsx has cells in row 200,001, beyond row 200,000; delete the rows below the orders",
    );
  });
});
