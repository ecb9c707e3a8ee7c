import { SheetPart } from "../../../../local/files/xlsx/sheet-part";
import { SheetRows } from "../../../../local/files/xlsx/sheet-rows";
import { SheetSource } from "../../../../local/files/xlsx/sheet-source";
import { StyleTable } from "../../../../local/files/xlsx/style-table";
import { displayValue, showsDate } from "../../../../local/runtime/model/display";
import { Sheet } from "../../../../local/runtime/model/sheet";
import { cellOf } from "../../../../local/runtime/model/user-acts";

const styles = () =>
  new StyleTable(
    '<styleSheet><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>',
  );

/** The part after a text was put into a cell of a sheet that the model knows nothing else of. */
function written(xml: string, row: number, column: number): string {
  const table = styles();
  const sheet = new Sheet(0, "Orders");
  const part = SheetPart.opened(new SheetSource(xml), sheet, table);
  sheet.setCell(row, column, cellOf("new", "@"));
  return part.write({ styles: table, date1904: false, showsDate }) ?? xml;
}

const cell = (name: string, prefix = "") =>
  `<${prefix}c s="1" r="${name}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">new</${prefix}t></${prefix}is></${prefix}c>`;

describe("a cell written into a sheet's part", () => {
  test("stands in its row between its neighbours, which stay as they were", () => {
    const xml =
      '<worksheet><sheetData><row r="2" spans="1:3" ht="20"><c r="A2"><v>1</v></c><c r="C2" s="4"><v>3</v></c></row></sheetData></worksheet>';
    const row = `<row ht="20" r="2"><c r="A2"><v>1</v></c>${cell("B2")}<c r="C2" s="4"><v>3</v></c></row>`;
    expect(written(xml, 2, 2).replace(' ht="20" r="2"', ' ht="20" r="2"')).toContain(row);
  });

  test("finds its place if rows and cells leave out their references", () => {
    const xml =
      "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData></worksheet>";
    const part = written(xml, 2, 3);
    expect(part).toContain("<row><c><v>1</v></c></row>");
    expect(part).toContain(`<c><v>2</v></c><c><v>3</v></c>${cell("C2")}</row>`);
  });

  test("takes the namespace prefix of the part", () => {
    const xml = '<?xml version="1.0"?><x:worksheet xmlns:x="main"><x:sheetData/></x:worksheet>';
    expect(written(xml, 1, 1)).toContain(
      `<x:sheetData><x:row r="1">${cell("A1", "x:")}</x:row></x:sheetData>`,
    );
  });

  test("makes the sheet's dimension reach to it", () => {
    const xml = '<worksheet><dimension ref="A1:B2"/><sheetData/></worksheet>';
    expect(written(xml, 5, 4)).toContain('<dimension ref="A1:D5"/>');
  });

  test("leaves everything before and behind the rows as it was", () => {
    const before =
      '<worksheet xmlns:a="b"><!-- made by hand --><sheetPr><tabColor rgb="FF00FF00"/></sheetPr>';
    const behind =
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><extLst><ext><a:x>&lt;</a:x></ext></extLst></worksheet>';
    const part = written(`${before}<sheetData/>${behind}`, 1, 1);
    expect(part.startsWith(before)).toBe(true);
    expect(part.endsWith(behind)).toBe(true);
  });
});

describe("the rows of a sheet's part", () => {
  test("are damaged if their elements do not close", () => {
    expect(() => new SheetRows('<sheetData><row r="1"><c>')).toThrow("damaged xml");
  });
});

test("a date in a workbook that counts from 1904 is written in its own days", () => {
  const table = styles();
  const sheet = new Sheet(0, "Orders");
  const part = SheetPart.opened(new SheetSource("<worksheet><sheetData/></worksheet>"), sheet, table);
  sheet.setCell(1, 1, cellOf(46_027, "yyyy-mm-dd"));
  expect(displayValue(sheet.cell(1, 1), "en_US")).toBe("2026-01-05");
  expect(part.write({ styles: table, date1904: true, showsDate })).toContain("<v>44565</v>");
});
