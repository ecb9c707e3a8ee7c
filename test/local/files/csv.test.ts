import { openCsv } from "../../../local/files/csv";
import { untouchedCell } from "../../../local/runtime/model/cell";
import { cellOf } from "../../../local/runtime/model/user-acts";

function open(text: string) {
  const file = openCsv(Buffer.from(text), "orders.csv");
  return { sheet: file.spreadsheet.activeSheet, written: () => file.encode().toString() };
}

describe("a csv opened as a sheet", () => {
  test("has text in every cell, exactly as written", () => {
    const { sheet } = open("Zip,Phone\n00123,+62 812\n=1+1,1e5\n");
    const cells = [2, 3].map((row) => [1, 2].map((column) => sheet.cell(row, column)));
    expect(cells.flat().map(({ value }) => value)).toEqual(["00123", "+62 812", "=1+1", "1e5"]);
    expect(cells.flat().every(({ numberFormat }) => numberFormat === "@")).toBe(true);
  });

  test("counts blank records as rows", () => {
    const { sheet } = open("a,b\n\n1,2\n");
    expect(sheet.cell(3, 2).value).toBe("2");
    expect(sheet.cell(2, 1).value).toBeNull();
  });

  test("is written again to the byte while nobody changes it", () => {
    const text = '\uFEFFa;"b"; c\r\n\r\n"1";2;3;4\n5';
    expect(open(text).written()).toBe(text);
  });

  test("keeps every other byte when cells are added at the right", () => {
    const { sheet, written } = open('\uFEFFa;"b"\r\n\r\n"1";2\r\n3');
    sheet.setCell(1, 3, cellOf("Status", "@"));
    sheet.setCell(3, 3, cellOf("Created; at last", "@"));
    sheet.setCell(4, 3, cellOf("Valid", "@"));
    expect(written()).toBe('\uFEFFa;"b";Status\r\n\r\n"1";2;"Created; at last"\r\n3;;Valid');
  });

  test("makes rows that grow as wide as its header", () => {
    const { sheet, written } = open("a,b\n1,2\n3,4\n");
    for (const [index, header] of ["Status", "Message", "Send key"].entries())
      sheet.setCell(1, 3 + index, cellOf(header, "@"));
    sheet.setCell(2, 3, cellOf("Invalid", "@"));
    expect(written()).toBe("a,b,Status,Message,Send key\n1,2,Invalid,,\n3,4\n");
  });

  test("has no formula among what is written into it, whatever program opens it", () => {
    const { sheet, written } = open("a,b\n=1+1,\n");
    sheet.setCell(2, 2, cellOf('=HYPERLINK("x")', "@"));
    expect(written()).toBe(`a,b\n=1+1,"'=HYPERLINK(""x"")"\n`);
  });

  test("keeps every other byte when a column of its own is written over", () => {
    const { sheet, written } = open('Status,"a"\n,"1"\nValid, 2 \n');
    sheet.setCell(2, 1, cellOf('says "no"', "@"));
    sheet.setCell(3, 1, { ...untouchedCell, numberFormat: "@" });
    expect(written()).toBe('Status,"a"\n"says ""no""","1"\n, 2 \n');
  });

  test("gets rows added below with the line ends that it has", () => {
    const { sheet, written } = open("a\r\n1");
    sheet.setCell(3, 1, cellOf("2", "@"));
    expect(written()).toBe("a\r\n1\r\n2");
  });

  test("loses rows that were deleted", () => {
    const { sheet, written } = open("a\n1\n2\n");
    sheet.rearrangeRows((rows) => rows.splice(1, 1));
    expect(written()).toBe("a\n2\n");
  });

  test("of ten thousand rows is written by the rows that changed", () => {
    const row = Array.from({ length: 15 }, (_, index) => `cell ${index}`).join(",");
    const { sheet, written } = open(`${`${row}\n`.repeat(10_000)}`);
    sheet.setCell(9_999, 16, cellOf("Created", "@"));
    expect(written()).toBe(`${`${row}\n`.repeat(9_998)}${row},Created\n${row}\n`);
  });
});

describe("a csv that cannot be used is refused in one sentence", () => {
  test.each([
    [
      "without text",
      Buffer.from("\n , \n"),
      "orders.csv is empty; it needs a header row and orders below it",
    ],
    [
      "with zero bytes",
      Buffer.from("a\0b"),
      "orders.csv is not a table of text; save the sheet as CSV (UTF-8)",
    ],
    [
      "in another encoding",
      Buffer.from([0x61, 0xe9, 0x0a]),
      "orders.csv is not in UTF-8; save the sheet as CSV (UTF-8)",
    ],
    [
      "with an open quote",
      Buffer.from('a\n"b\n'),
      "orders.csv line 2 begins a quoted cell that never ends; close its quote",
    ],
    [
      "with too many rows",
      Buffer.from("a\n".repeat(200_001)),
      "orders.csv has 200001 rows, more than 200000; split it into several files",
    ],
  ])("%s", (_, bytes, message) => {
    expect(() => openCsv(bytes, "orders.csv")).toThrow(message);
  });
});
