import { openXlsx } from "../../../../local/files/xlsx/open-xlsx";
import { ZipArchive } from "../../../../local/files/xlsx/zip-archive";
import { cellOf } from "../../../../local/runtime/model/user-acts";
import { type SmallSheet, smallWorkbook, textRow } from "./small-workbook";

async function one(sheet: SmallSheet) {
  const file = await openXlsx(smallWorkbook({ sheets: [sheet] }), "orders.xlsx");
  return { file, sheet: file.spreadsheet.activeSheet };
}

describe("a workbook with more than is opened is refused in a sentence", () => {
  const rows = textRow(1, ["head"]);
  const merged = (ref: string, count: number) =>
    `<mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>`;
  test.each([
    ["merged ranges", { rows, behind: merged("A1:B1", 20_001) }, "holds more than 20,000 merged ranges"],
    [
      "rows in merged ranges",
      { rows: `${rows}<row r="190000"/>`, behind: merged("A3:XFD1048576", 20) },
      "rows in merged ranges",
    ],
    [
      "elements of one list",
      { rows, before: `<cols>${'<col min="1" max="1" width="9"/>'.repeat(100_001)}</cols>` },
      "holds more than 100,000 elements in cols",
    ],
    ["elements", { rows, behind: "<a/>".repeat(100_001) }, "holds more than 100,000 elements in worksheet"],
    ["rows", { rows: "<row/>".repeat(1_048_577) }, "holds more than 1,048,576 rows"],
    [
      "ranges with rules",
      { rows, behind: `<conditionalFormatting sqref="${"A1 ".repeat(200_001)}"/>` },
      "holds more than 200,000 ranges with rules",
    ],
    [
      "empty cells before filled ones",
      { rows: '<row><c r="XFD1"><v>1</v></c></row>'.repeat(611) },
      "holds more than 10,000,000 cells, with the empty ones between them",
    ],
    [
      "characters in shared formulas",
      {
        rows: `<row><c><f t="shared" ref="A1:A900" si="0">${"1+".repeat(30_000)}1</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(899)}`,
      },
      "holds more than 50,000,000 characters in shared formulas",
    ],
  ])("%s", async (_, sheet, message) => {
    await expect(one(sheet)).rejects.toThrow(message);
  });

  test("one merged range over the whole sheet costs nothing", async () => {
    const { sheet } = await one({ rows, behind: merged("A2:XFD1048576", 1) });
    expect(sheet.cell(1, 1).value).toBe("head");
  });

  test("a part that says it unpacks to more than can be opened is not unpacked", async () => {
    const bytes = smallWorkbook({ sheets: [{ rows }] });
    const directory = bytes.indexOf(Buffer.from("504b0102", "hex"));
    bytes.writeUInt32LE(2_000_000_000, directory + 24);
    await expect(openXlsx(bytes, "orders.xlsx")).rejects.toThrow("bytes when it is unpacked");
  });

  test("sheets", async () => {
    const bytes = smallWorkbook({ sheets: Array.from({ length: 1_001 }, () => ({ rows })) });
    await expect(openXlsx(bytes, "orders.xlsx")).rejects.toThrow("holds more than 1,000 sheets");
  });

  test.each([
    ["one part", 1, 4_000_001],
    ["several parts together", 5, 900_000],
  ])("%s packed to next to nothing", async (_, count, size) => {
    const sheets = Array.from({ length: count }, () => ({ rows }));
    const archive = new ZipArchive(smallWorkbook({ sheets }));
    for (const number of sheets.keys()) {
      const part = `xl/worksheets/sheet${number + 1}.xml`;
      archive.replace(part, archive.text(part) + " ".repeat(size));
    }
    await expect(openXlsx(archive.toBuffer(), "orders.xlsx")).rejects.toThrow(
      "orders.xlsx unpacks to more than 100 times its size; copy the orders into a new workbook",
    );
  });

  test("one such part that is asked for several times", async () => {
    const related = Array.from({ length: 5 }, (): [string, string] => ["table", "<table/>"]);
    const archive = new ZipArchive(smallWorkbook({ sheets: [{ rows, related }] }));
    const relations = "xl/worksheets/_rels/sheet1.xml.rels";
    archive.replace(relations, archive.text(relations).replace(/part1-\d/g, "part1-0"));
    archive.replace("xl/parts/part1-0.xml", `<table/>${" ".repeat(900_000)}`);
    await expect(openXlsx(archive.toBuffer(), "orders.xlsx")).rejects.toThrow("more than 100 times its size");
  });

  test("a list of a validation rule that is longer than a cell is not enforced, and stays", async () => {
    const rule = (list: string) =>
      `<dataValidation type="list" sqref="A1"><formula1>"${list}"</formula1></dataValidation>`;
    const behind = `<dataValidations>${rule("a,b")}${rule("a,".repeat(20_000))}</dataValidations>`;
    const { file, sheet } = await one({ rows, behind });
    expect(sheet.properties.validations).toHaveLength(1);
    sheet.setCell(2, 1, cellOf("x", "@"));
    expect(new ZipArchive(file.encode()).text("xl/worksheets/sheet1.xml")).toContain(behind);
  });

  test("deeply nested elements take no longer than others", async () => {
    const depth = 100_000;
    const { sheet } = await one({ rows, behind: `${"<x>".repeat(depth)}${"</x>".repeat(depth)}` });
    expect(sheet.cell(1, 1).value).toBe("head");
  }, 5_000);
});

describe("a workbook with two meanings is refused as damaged", () => {
  const rows = textRow(1, ["head"]);

  test("a part that is there twice", async () => {
    const archive = new ZipArchive(smallWorkbook({ sheets: [{ rows }] }));
    archive.store("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>");
    const twice = archive.toBuffer().toString("latin1").replaceAll("sheet2.xml", "sheet1.xml");
    await expect(openXlsx(Buffer.from(twice, "latin1"), "orders.xlsx")).rejects.toThrow("is damaged");
  });

  test("a comment in a cell that never ends", async () => {
    const cell = '<row><c t="inlineStr"><is><t>1<!--</t></is></c></row>';
    await expect(one({ rows: cell })).rejects.toThrow("is damaged");
  });
});
