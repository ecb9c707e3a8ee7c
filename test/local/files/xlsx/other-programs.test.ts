import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { openXlsx } from "../../../../local/files/xlsx/open-xlsx";
import { ZipArchive } from "../../../../local/files/xlsx/zip-archive";
import { displayValue } from "../../../../local/runtime/model/display";
import { cellOf } from "../../../../local/runtime/model/user-acts";
import { anyCharacter } from "../../../any-character";
import { type SmallSheet, type SmallWorkbook, smallWorkbook, stylesOf, textRow } from "./small-workbook";

async function open(book: SmallWorkbook) {
  const file = await openXlsx(smallWorkbook(book), "orders.xlsx");
  return { file, sheet: file.spreadsheet.sheets[0] ?? file.spreadsheet.activeSheet };
}

const one = (sheet: SmallSheet, book: Omit<SmallWorkbook, "sheets"> = {}) =>
  open({ ...book, sheets: [sheet] });

/** The value of A1 when this is the cell. */
async function valueOfCell(cell: string, book: Omit<SmallWorkbook, "sheets"> = {}): Promise<unknown> {
  const { sheet } = await one({ rows: `<row r="1">${cell}</row>` }, book);
  return sheet.cell(1, 1).value;
}

describe("a cell as other programs write it", () => {
  test.each([
    ["a formula with an empty text as its result", '<c r="A1" t="str"><f>""</f><v></v></c>', null],
    ["a formula that nobody has computed", '<c r="A1"><f>1+1</f></c>', { error: "#NAME?" }],
    ["a formula with its result", '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    [
      "a text with its reading above it",
      '<c r="A1" t="inlineStr"><is><t>横浜</t><rPh sb="0" eb="2"><t>よこはま</t></rPh></is></c>',
      "横浜",
    ],
    [
      "a text in parts",
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">in </t></r><r><rPr><b/></rPr><t>parts</t></r></is></c>',
      "in parts",
    ],
    ["an error of its own kind", '<c r="A1" t="e"><v>#N/A</v></c>', { error: "#N/A" }],
    ["an error that Sheets does not have", '<c r="A1" t="e"><v>#FIELD!</v></c>', { error: "#ERROR!" }],
    ["an error in another language", '<c r="A1" t="e"><v>#NV</v></c>', { error: "#ERROR!" }],
    ["a truth value", '<c r="A1" t="b"><v>1</v></c>', true],
    ["a number that is none", '<c r="A1"><v>abc</v></c>', { error: "#ERROR!" }],
    ["a text that looks like a number", '<c r="A1" t="inlineStr"><is><t>200e210</t></is></c>', "200e210"],
    [
      "a character by its number, beyond the first plane",
      '<c r="A1" t="inlineStr"><is><t>&#128512;</t></is></c>',
      "😀",
    ],
    [
      "a text in a section of its own",
      '<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1">&]]></t></is></c>',
      '<c r="B1">&',
    ],
    ["a comment in between", '<!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>1</v></c>', 1],
    ["a line break inside the tag", '<c\n r="A1"\n t="str"><v>x</v></c>', "x"],
    ["no reference, and a text with one", '<c t="inlineStr"><is><t>see r="C7"</t></is></c>', 'see r="C7"'],
  ])("is read when it is %s", async (_, cell, value) => {
    expect(await valueOfCell(cell)).toEqual(value);
  });

  test("is an error of the file when it points to a text that is not there", async () => {
    const cell = '<c r="A1" t="s"><v>7</v></c>';
    await expect(valueOfCell(cell, { sharedTexts: "<si><t>a</t></si>" })).rejects.toThrow("is damaged");
  });

  test.each([14, 27, 31, 36, 50, 58, 71])(
    "is a date under Excel's format %d, whatever the language",
    async (id) => {
      const { sheet } = await one(
        { rows: '<row r="1"><c r="A1" s="1"><v>46027</v></c></row>' },
        { styles: stylesOf([0, id]) },
      );
      expect(displayValue(sheet.cell(1, 1), "en_US")).toMatch(/^\d{1,2}\/\d{1,2}\/\d{2,4}$/);
    },
  );
});

test("a date in a workbook that counts from 1904 is the same day, and written in its own days", async () => {
  const { file, sheet } = await one(
    { rows: '<row r="1"><c r="A1" s="1"><v>44565</v></c><c r="B1"><v>7</v></c></row>' },
    { styles: stylesOf([0, 14]), date1904: true },
  );
  expect([1, 2].map((column) => sheet.cell(1, column).value)).toEqual([46027, 7]);
  sheet.setCell(2, 1, { ...sheet.cell(1, 1), value: 46028 });
  const again = await openXlsx(file.encode(), "orders.xlsx");
  expect([1, 2].map((row) => again.spreadsheet.activeSheet.cell(row, 1).value)).toEqual([46027, 46028]);
});

describe("a workbook that can be read in two ways is damaged", () => {
  const row = textRow(1, ["head"]);
  test.each([
    ["a row twice", { sheets: [{ rows: row + row }] }],
    ["a cell twice", { sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }] }],
    ["two sheets of one number", { sheets: [{ rows: row }, { rows: row }], sheetIds: [1, 1] }],
  ])("%s", async (_, book) => {
    await expect(open(book)).rejects.toThrow("is damaged or no Excel workbook");
  });
});

describe("the shared texts of a workbook", () => {
  test("keep their places beside empty ones", async () => {
    const rows = [0, 1, 2, 3].map((place) => `<c r="${"ABCD"[place]}1" t="s"><v>${place}</v></c>`).join("");
    const { sheet } = await one(
      { rows: `<row r="1">${rows}</row>` },
      { sharedTexts: "<si/><si><t/></si><si><r><t>a</t></r><r><t>b</t></r></si><si><t>c</t></si>" },
    );
    expect(sheet.rowCells(1).map((cell) => cell?.value)).toEqual([undefined, undefined, "ab", "c"]);
  });
});

describe("a workbook put together in another way", () => {
  const rows = textRow(1, ["Order ref", "Quantity"]);

  const ways: [how: string, book: Omit<SmallWorkbook, "sheets">][] = [
    ["with parts named from the root", { absolute: true }],
    ["of the strict kind", { kind: "strict" }],
    ["with an empty part of styles", { styles: '<styleSheet xmlns="x"/>' }],
  ];
  test.each(ways)("%s is opened, written, and opened again, by another program too", async (_, book) => {
    const { file, sheet } = await one({ rows }, book);
    sheet.setCell(2, 2, { ...cellOf("007", "@"), fontWeight: "bold" });
    file.spreadsheet.addSheet("bitbybit log").setCell(1, 1, cellOf("Time", "@"));
    const bytes = file.encode();
    const again = await openXlsx(bytes, "orders.xlsx");
    expect(again.spreadsheet.sheets.map(({ name }) => name)).toEqual(["Sheet1", "bitbybit log"]);
    expect(again.spreadsheet.sheets[0]?.cell(2, 2)).toEqual({ ...cellOf("007", "@"), fontWeight: "bold" });
    expect(again.spreadsheet.sheets[1]?.cell(1, 1).value).toBe("Time");
    const other = new Workbook();
    await other.xlsx.load(bytes);
    expect(other.getWorksheet("Sheet1")?.getCell("B2")).toMatchObject({ value: "007", numFmt: "@" });
  });

  test("without styles gets a part with all that a style builds on, and says what it is", async () => {
    const { file, sheet } = await one({ rows });
    sheet.setCell(2, 2, cellOf("007", "@"));
    const archive = new ZipArchive(file.encode());
    expect(archive.text("xl/styles.xml")).toMatch(
      /<fonts count="1"><font\/><\/fonts><fills count="2">.*<borders count="1"><border\/><\/borders><cellStyleXfs count="1">.*<cellXfs count="2">/,
    );
    expect(archive.text("[Content_Types].xml")).toContain('PartName="/xl/styles.xml"');
    const other = new Workbook();
    await other.xlsx.load(archive.toBuffer());
    expect(other.getWorksheet("Sheet1")?.getCell("B2")).toMatchObject({ value: "007", numFmt: "@" });
  });

  test("of the strict kind keeps its own names in what is added", async () => {
    const { file } = await one({ rows }, { kind: "strict" });
    file.spreadsheet.addSheet("bitbybit log").setCell(1, 1, cellOf("Time", "@"));
    const archive = new ZipArchive(file.encode());
    for (const part of ["xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]) {
      expect(archive.text(part)).not.toContain("schemas.openxmlformats.org/officeDocument");
      expect(archive.text(part)).not.toContain("schemas.openxmlformats.org/spreadsheetml");
    }
  });

  test("with a prefix before its elements is read and written", async () => {
    const { file, sheet } = await one(
      { rows: '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>head</x:t></x:is></x:c></x:row>' },
      { prefix: "x:" },
    );
    expect(sheet.cell(1, 1).value).toBe("head");
    sheet.setCell(1, 2, cellOf("Status", "@"));
    const again = await openXlsx(file.encode(), "orders.xlsx");
    expect(again.spreadsheet.activeSheet.rowCells(1).map((cell) => cell?.value)).toEqual(["head", "Status"]);
  });

  test("may have a sheet with a name that Excel would refuse", async () => {
    const name = "Wholesale orders Bandung and Semarang";
    const { sheet } = await one({ name, rows });
    expect(sheet.name).toBe(name);
  });
});

describe("the rows that a filter hides", () => {
  const rows = [1, 2, 3, 4].map((row) => textRow(row, ["x"], row === 3 ? ' hidden="1"' : "")).join("");
  const table = (filter: string) =>
    `<table ref="A1:A4"><autoFilter ref="A1:A4">${filter}</autoFilter></table>`;
  const condition = '<filterColumn colId="0"><colorFilter dxfId="0"/></filterColumn>';

  test.each([
    ["of the sheet", { behind: '<autoFilter ref="A1:A4"/>' }, true],
    ["of a table with a condition", { related: [["table", table(condition)]] as [string, string][] }, true],
    ["of a table without one", { related: [["table", table("")]] as [string, string][] }, false],
    ["that left nothing but its mark", { before: '<sheetPr filterMode="1"/>' }, true],
    ["that is not there", {}, false],
  ])("%s", async (_, sheetParts, isByFilter) => {
    const { sheet } = await one({ rows, ...sheetParts });
    expect(sheet.isHiddenByFilter(3)).toBe(isByFilter);
    expect(sheet.properties.hiddenRows.has(3)).toBe(!isByFilter);
  });
});

describe("what was written as text", () => {
  const hard = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        "\0",
        "\t",
        "\r",
        "\n",
        " ",
        "_x0041_",
        "_",
        "\ud83d",
        "\ude42",
        "=",
        "+",
        "1",
        "e",
        "&",
        "<",
      ),
      fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 8,
  });

  test("is the same text when the workbook is opened again, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hard, { minLength: 1, maxLength: 5 }), async (texts) => {
        const { file, sheet } = await one({ rows: textRow(1, ["head"]) });
        for (const [index, text] of texts.entries()) sheet.setCell(index + 2, 1, cellOf(text, "@"));
        const again = await openXlsx(file.encode(), "orders.xlsx");
        expect(texts.map((_, index) => again.spreadsheet.activeSheet.cell(index + 2, 1))).toEqual(
          // The reader takes a line break of two characters for one, as spreadsheets do.
          texts.map((text) => cellOf(text.replaceAll("\r\n", "\n"), "@")),
        );
      }),
      { seed: 71, numRuns: 60 },
    );
  });

  test("in a column of plain text, goes for the rows below it too", async () => {
    const { file } = await one({ rows: textRow(1, ["head"]) });
    const log = file.spreadsheet.addSheet("bitbybit log", { maxRows: 2 });
    for (const row of [1, 2]) log.setCell(row, 1, cellOf(`line ${row}`, "@"));
    const again = (await openXlsx(file.encode(), "orders.xlsx")).spreadsheet.sheetByName("bitbybit log");
    expect([again?.lastRow(), again?.maxRows]).toEqual([2, 1000]);
    expect(again?.cell(900, 1)).toEqual(cellOf(null, "@"));
  });
});
