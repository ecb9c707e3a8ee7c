import { openXlsx } from "../../../../local/files/xlsx/open-xlsx";
import { ZipArchive } from "../../../../local/files/xlsx/zip-archive";
import { cellOf } from "../../../../local/runtime/model/user-acts";
import { bytesOf, open, readBack, sheetReadBack, text } from "./saved-workbook";

describe("a workbook written back", () => {
  test("has the same parts to the byte while nobody changes it", async () => {
    const { file, bytes } = await open((rows) => {
      rows.getCell("A1").value = "head";
      rows.getCell("B2").value = 5;
    });
    const [before, after] = [new ZipArchive(bytes), new ZipArchive(file.encode())];
    for (const part of ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]) {
      expect(after.text(part)).toBe(before.text(part));
    }
  });

  test("holds what was written, as text that no program takes for anything else", async () => {
    const { file, sheet } = await open((rows) => {
      rows.getCell("A1").value = "Order ref";
    });
    const hard = ["007", "=1+1", "<b>&\"'", "  spaces ", "line\nbreak\r", "_x0041_", "\u0001\ufffe", "é 🙂"];
    for (const [index, value] of hard.entries()) sheet.setCell(index + 2, 2, text(value));
    const again = (await openXlsx(file.encode(), "orders.xlsx")).spreadsheet.activeSheet;
    expect(hard.map((_, index) => again.cell(index + 2, 2))).toEqual(hard.map(text));
    const rows = await sheetReadBack(file);
    expect([2, 3].map((row) => rows.getCell(row, 2).value)).toEqual(["007", "=1+1"]);
    expect([2, 3].map((row) => rows.getCell(row, 2).numFmt)).toEqual(["@", "@"]);
  });

  test("keeps everything around the cells that were written", async () => {
    const { file, sheet } = await open((rows, workbook) => {
      rows.addRow(["Order ref", "Quantity", "Status"]);
      rows.addRow(["R-1", 2, null]);
      rows.getCell("A2").note = "kept";
      rows.getCell("B2").numFmt = "#,##0.00";
      rows.getCell("C2").border = { top: { style: "thin", color: { argb: "FFFF0000" } } };
      rows.getCell("C2").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF00FF00" } };
      rows.getCell("D2").value = { formula: "B2*2", result: 4 };
      rows.getCell("A5").value = "R-2";
      rows.getRow(5).hidden = true;
      rows.getColumn(2).width = 33;
      rows.getCell("B2").dataValidation = { type: "whole", operator: "between", formulae: [1, 9] };
      rows.addConditionalFormatting({
        ref: "B2:B9",
        rules: [{ type: "expression", formulae: ["B2>5"], priority: 1 }],
      });
      workbook.addWorksheet("Other").getCell("A1").value = "elsewhere";
      workbook.definedNames.add("Orders!$B$2", "howMany");
    });
    sheet.setCell(2, 3, { ...sheet.cell(2, 3), value: "Created", numberFormat: "@" });
    const workbook = await readBack(file);
    const rows = workbook.getWorksheet("Orders");
    const [note, quantity, status, formula] = ["A2", "B2", "C2", "D2"].map((name) => rows?.getCell(name));
    expect(note?.note).toBe("kept");
    expect(quantity).toMatchObject({ value: 2, numFmt: "#,##0.00", dataValidation: { type: "whole" } });
    expect(status).toMatchObject({ value: "Created", numFmt: "@", border: { top: { style: "thin" } } });
    expect(status?.fill).toMatchObject({ fgColor: { argb: "FF00FF00" } });
    expect(formula?.value).toMatchObject({ formula: "B2*2", result: 4 });
    expect(rows?.getRow(5).hidden).toBe(true);
    expect(rows?.getColumn(2).width).toBe(33);
    expect(workbook.getWorksheet("Other")?.getCell("A1").value).toBe("elsewhere");
    expect(workbook.definedNames.getRanges("howMany").ranges).toHaveLength(1);
  });

  test("keeps parts that no library knows, such as a chart of a newer Excel", async () => {
    const bytes = await bytesOf((rows) => {
      rows.getCell("A1").value = "head";
    });
    const archive = new ZipArchive(bytes);
    archive.replace("xl/unknown/part.xml", "<future/>");
    const file = await openXlsx(archive.toBuffer(), "orders.xlsx");
    file.spreadsheet.activeSheet.setCell(1, 2, text("Status"));
    expect(new ZipArchive(file.encode()).text("xl/unknown/part.xml")).toBe("<future/>");
  });

  test("has the looks that were changed, each in cells of its own", async () => {
    const { file, sheet } = await open((rows) => {
      rows.getCell("A1").value = "head";
      rows.getCell("A1").font = { name: "Arial", size: 14, italic: true };
    });
    sheet.setCell(1, 1, { ...sheet.cell(1, 1), fontWeight: "bold", fontColor: "#c00000", wrap: true });
    sheet.setCell(1, 2, { ...text("x"), background: "#ddebf7" });
    sheet.setCell(1, 3, cellOf(0.5, "0.0%"));
    const rows = await sheetReadBack(file);
    expect(rows.getCell("A1").font).toMatchObject({
      ...{ name: "Arial", size: 14, italic: true, bold: true },
      color: { argb: "FFC00000" },
    });
    expect(rows.getCell("A1").alignment?.wrapText).toBe(true);
    expect(rows.getCell("B1").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFDDEBF7" } });
    expect(rows.getCell("C1")).toMatchObject({ value: 0.5, numFmt: "0.0%" });
  });

  test("has a sheet that was added, with its width, frozen row and bold header", async () => {
    const { file } = await open((rows) => {
      rows.getCell("A1").value = "head";
    });
    const log = file.spreadsheet.addSheet("bitbybit log & more");
    log.setCell(1, 1, { ...text("Time"), fontWeight: "bold" });
    log.setCell(2, 1, text("2026-01-05"));
    log.properties.frozenRows = 1;
    log.properties.columnWidths.set(1, 145);
    const read = (await readBack(file)).getWorksheet("bitbybit log & more");
    expect(read?.getCell("A2").value).toBe("2026-01-05");
    expect(read?.getCell("A1").font?.bold).toBe(true);
    expect(read?.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
    expect(read?.getColumn(1).width).toBe(20);
  });

  test("and opened again has the same sheets, under the same IDs", async () => {
    const { file } = await open((rows) => {
      rows.getCell("A1").value = "head";
    });
    const log = file.spreadsheet.addSheet("bitbybit log");
    log.setCell(1, 1, text("Time"));
    const again = await openXlsx(file.encode(), "orders.result.xlsx");
    expect(again.spreadsheet.sheets.map(({ sheetId, name }) => [sheetId, name])).toEqual(
      file.spreadsheet.sheets.map(({ sheetId, name }) => [sheetId, name]),
    );
    expect(again.spreadsheet.activeSheet.name).toBe("Orders");
  });

  test("carries the add-on's conditional formats, once, however often it is opened", async () => {
    const { file, sheet } = await open((rows) => {
      rows.getCell("A1").value = "Status";
      rows.addConditionalFormatting({
        ref: "A2:A9",
        rules: [{ type: "expression", formulae: ["A2=1"], priority: 1 }],
      });
    });
    const looks = { background: "#d9ead3", fontColor: "#0b5394", bold: true };
    const boxes = [{ row: 2, column: 1, rows: 999, columns: 1 }];
    sheet.properties.conditionalFormats = [
      { boxes, criteria: "TEXT_STARTS_WITH", text: "Created", ...looks },
      { boxes, criteria: "TEXT_EQUAL_TO", text: 'says "no"', ...looks, bold: null },
      { boxes, criteria: "CUSTOM_FORMULA", text: '="a & ""b"""<>""', ...looks },
    ];
    const again = await openXlsx(file.encode(), "orders.xlsx");
    const formats = again.spreadsheet.activeSheet.properties.conditionalFormats;
    expect(formats).toEqual(sheet.properties.conditionalFormats);
    again.spreadsheet.activeSheet.properties.conditionalFormats = formats.slice(0, 1);
    const rules = (await sheetReadBack(again)).model.conditionalFormattings?.flatMap(
      (format) => format.rules,
    );
    expect(rules?.map(({ type }) => type)).toEqual(["expression", "beginsWith"]);
  });

  test("has no chain of calculations any more when a formula was written over", async () => {
    const { bytes } = await open((rows) => {
      rows.getCell("A1").value = { formula: "1+1", result: 2 };
    });
    const archive = new ZipArchive(bytes);
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain";
    const relations = archive.text("xl/_rels/workbook.xml.rels");
    archive.replace("xl/calcChain.xml", '<calcChain><c r="A1" i="1"/></calcChain>');
    archive.replace(
      "xl/_rels/workbook.xml.rels",
      relations.replace(
        "</Relationships>",
        `<Relationship Id="c1" Type="${type}" Target="calcChain.xml"/></Relationships>`,
      ),
    );
    const file = await openXlsx(archive.toBuffer(), "orders.xlsx");
    file.spreadsheet.activeSheet.setCell(1, 1, text("Created"));
    const written = new ZipArchive(file.encode());
    expect(written.has("xl/calcChain.xml")).toBe(false);
    expect(written.text("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test("is right each time, when it is written after every step", async () => {
    const { file, sheet } = await open((rows) => {
      for (let row = 1; row <= 20; row++) rows.getCell(row, 1).value = row;
    });
    for (let row = 2; row <= 20; row++) {
      sheet.setCell(row, 2, text("Sending"));
      file.encode();
      sheet.setCell(row, 2, { ...text(`Created ${row}`), fontWeight: row % 2 === 0 ? "bold" : "normal" });
      file.encode();
    }
    const rows = await sheetReadBack(file);
    for (let row = 2; row <= 20; row++) {
      expect(rows.getCell(row, 2).value).toBe(`Created ${row}`);
      expect(rows.getCell(row, 2).font?.bold === true).toBe(row % 2 === 0);
      expect(rows.getCell(row, 1).value).toBe(row);
    }
  });

  test("has the rows hidden and the columns as wide as they are now", async () => {
    const { file, sheet } = await open((rows) => {
      rows.addRow(["a", "b", "c", "d"]);
      rows.addRow([1, 2, 3, 4]);
      for (let column = 1; column <= 4; column++) rows.getColumn(column).width = 10;
      rows.getRow(2).hidden = true;
    });
    sheet.properties.hiddenRows = new Set([1]);
    sheet.properties.columnWidths.set(2, 215);
    const rows = await sheetReadBack(file);
    expect([1, 2].map((row) => rows.getRow(row).hidden === true)).toEqual([true, false]);
    expect([1, 2, 3].map((column) => rows.getColumn(column).width)).toEqual([10, 30, 10]);
  });
});
