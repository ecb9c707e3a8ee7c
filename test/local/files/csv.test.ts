import { openCsv } from "../../../local/files/csv";
import { english } from "../../../local/files/words/english";
import { untouchedCell } from "../../../local/runtime/model/cell";
import { cellOf } from "../../../local/runtime/model/user-acts";

function open(text: string) {
  const file = openCsv(Buffer.from(text), "orders.csv");
  const { warnings } = file;
  return { sheet: file.spreadsheet.activeSheet, warnings, written: () => file.encode().toString() };
}

/** The texts of a sheet's row. */
function rowOf(sheet: ReturnType<typeof open>["sheet"], row: number): unknown[] {
  return sheet.rowCells(row).map((cell) => cell?.value);
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

  test("does not take a line break in a header's cell for the end of a line", () => {
    const { sheet, written } = open('"a\nb"\r\n1');
    sheet.setCell(3, 1, cellOf("2"));
    expect(written()).toBe('"a\nb"\r\n1\r\n2');
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
      "of a workbook",
      Buffer.from("PK\u0003\u0004 and so on"),
      "orders.csv is a workbook; give it a name that ends in .xlsx",
    ],
    [
      "of Excel's old kind",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "orders.csv is a workbook of Excel's old kind; save it as .xlsx or as CSV (UTF-8)",
    ],
    [
      "of a web page",
      Buffer.from("\n<table><tr><td>Order ref</td></tr></table>"),
      "orders.csv is a web page, not a csv; open it in Excel or Sheets and save it as CSV (UTF-8)",
    ],
    [
      "with zero bytes",
      Buffer.from("a\0b"),
      "orders.csv is not a table of text; save the sheet as CSV (UTF-8)",
    ],
    [
      "that is an archive",
      Buffer.from("1f8b0800000000000003ffe1", "hex"),
      "orders.csv is not a table of text; save the sheet as CSV (UTF-8)",
    ],
    [
      "in another encoding, with a word of it as it would be in the usual one",
      Buffer.concat([Buffer.from("a\nprêt\n"), Buffer.from("Caf\xe9 1,x\n", "latin1")]),
      'orders.csv is not in UTF-8; save the sheet as CSV (UTF-8), or, if "Café" in line 3 reads right, add --encoding windows-1252',
    ],
    [
      "with an open quote",
      Buffer.from('a\n"b\n'),
      "orders.csv line 2 begins a quoted cell that never ends; close its quote",
    ],
    [
      "with text after a closing quote",
      Buffer.from('a,b\n1,"x" y\n'),
      'orders.csv line 2 begins a quoted cell that has text after its closing quote; write a quote inside a cell twice: ""',
    ],
    [
      "with a backslash before a quote",
      Buffer.from('a,b\n1,"5\\" pipe"\n'),
      'orders.csv line 2 begins a quoted cell with \\" in it, which can be read in two ways; write a quote inside a cell twice: ""',
    ],
    [
      "with a quote that is closed in the next row, in the same column",
      Buffer.from('a,b,c,d\n1,2,"x,4\n5,6,y",8\n'),
      "orders.csv line 2 begins a quoted cell that takes in the rows below it; close its quote on the same line",
    ],
    [
      "with a quote that is closed some rows below",
      Buffer.from('a,b,c,d\n1,2,"x,4\n5,6,7,8\n9,y",11,12\n'),
      "orders.csv line 2 begins a quoted cell that takes in the rows below it; close its quote on the same line",
    ],
    [
      "with another sign between the cells of a row",
      Buffer.from("a;b;c;d\n1;2;3;4\n5,6,7,8\n"),
      "orders.csv line 3 has another sign between its cells than the headers; use the same one in all lines",
    ],
    [
      "with too many rows",
      Buffer.from("a\n".repeat(200_001)),
      "orders.csv has more than 200,000 rows; split it into several files",
    ],
    [
      "with too many columns",
      Buffer.from(`${"a,".repeat(18_299)}b\n`),
      "orders.csv has more than 18,278 columns in row 1; split it into several files",
    ],
    [
      "with a cell that is too long",
      Buffer.from(`a,b\n1,${"x".repeat(1_000_001)}\n`),
      "orders.csv line 2 begins a cell of more than 1,000,000 characters; close its quote, or shorten it",
    ],
    [
      "with a quoted cell that is too long",
      Buffer.from(`a,b\n1,2\n3,"${"x\n".repeat(500_001)}"\n`),
      "orders.csv line 3 begins a cell of more than 1,000,000 characters",
    ],
    [
      "with too many cells",
      Buffer.from(`${",".repeat(18_000)}a\n`.repeat(300)),
      "orders.csv has more than 5,000,000 cells; split it into several files",
    ],
  ])("%s", (_, bytes, message) => {
    expect(() => openCsv(bytes, "orders.csv")).toThrow(message);
  });
});

describe("a csv as other programs write it", () => {
  test("is split as the line with its delimiter says, which is no row of it and stays", () => {
    const { sheet, written } = open("sep=;\r\na;b,c\r\n1;2,5\r\n");
    expect([1, 2].map((row) => rowOf(sheet, row))).toEqual([
      ["a", "b,c"],
      ["1", "2,5"],
    ]);
    sheet.setCell(2, 2, cellOf("x", "@"));
    expect(written()).toBe("sep=;\r\na;b,c\r\n1;x\r\n");
  });

  test("with quotes around each whole line is read without those", () => {
    const { sheet } = open('"a,b,c,""d, e"""\n"1,2,3,4"\n\n');
    expect(rowOf(sheet, 1)).toEqual(["a", "b", "c", "d, e"]);
    expect(rowOf(sheet, 2)).toEqual(["1", "2", "3", "4"]);
  });

  test("may have a note with commas below the table", () => {
    const { sheet } = open("a;b;c;d\n1;2;3;4\nsent, at last\n");
    expect(sheet.cell(3, 1).value).toBe("sent, at last");
  });

  test("may keep notes of several lines", () => {
    const { sheet } = open('a,b,c,d\n1,2,"call first, then\nleave it at the door, please",4\n');
    expect(sheet.cell(2, 3).value).toBe("call first, then\nleave it at the door, please");
  });

  test.each(["utf16le", "utf-16be"] as const)(
    "in %s, with a mark or without, is read and written so",
    (encoding) => {
      for (const mark of ["\uFEFF", ""]) {
        const little = Buffer.from(`${mark}a,Žofie\n1,2\n`, "utf16le");
        const bytes = encoding === "utf16le" ? little : Buffer.from(little).swap16();
        const file = openCsv(bytes, "orders.csv");
        const sheet = file.spreadsheet.activeSheet;
        expect(rowOf(sheet, 1)).toEqual(["a", "Žofie"]);
        expect(file.encode()).toEqual(bytes);
      }
    },
  );

  test("in an encoding that was named is read, and written in UTF-8 with a mark", () => {
    const file = openCsv(Buffer.from("a,Caf\xe9\n", "latin1"), "orders.csv", "windows-1252");
    expect(rowOf(file.spreadsheet.activeSheet, 1)).toEqual(["a", "Café"]);
    expect(file.encode().toString()).toBe("\uFEFFa,Café\n");
  });

  test.each(["windows-1252", "latin1"])("in %s keeps its quotes, dashes and euro signs", (encoding) => {
    const bytes = Buffer.from("a,\x93Maju\x94 \x96 \x80\n", "latin1");
    const file = openCsv(bytes, "orders.csv", encoding);
    expect(rowOf(file.spreadsheet.activeSheet, 1)).toEqual(["a", "“Maju” – €"]);
  });

  test("in an encoding that nobody knows is refused", () => {
    expect(() => openCsv(Buffer.from("a\n"), "orders.csv", "klingon")).toThrow(
      "--encoding klingon is not known",
    );
  });

  test("gives back what was written into it, when the result is opened again", () => {
    const hard = [
      "-V1StGXR8",
      "+101",
      "=1+1",
      "@x",
      "\ttab",
      " outer ",
      "a\0b",
      "\ud83d",
      "'x",
      "line\r\nline",
      '"q"',
    ];
    const { sheet, written } = open("a,b\n1,2\n");
    for (const [index, text] of hard.entries()) sheet.setCell(2, 3 + index, cellOf(text, "@"));
    const again = open(written());
    expect(rowOf(again.sheet, 2).slice(2)).toEqual(hard);
    expect(again.written()).toBe(written());
  });
});

describe("a row with more cells than the csv has headers", () => {
  const header = "Order ref,Variant ID,Quantity,City";

  test("has no quantity that could be sent, is named, and stays as it is in the file", () => {
    const text = `${header}\nR-1,var_1,Blok C,2,Solo\nR-2,var_2,1,Solo\n`;
    const { sheet, warnings, written } = open(text);
    expect(rowOf(sheet, 2)).toEqual(["R-1", "var_1", { error: "#ERROR!" }, "2", "Solo"]);
    expect(rowOf(sheet, 3)).toEqual(["R-2", "var_2", "1", "Solo"]);
    expect(warnings.map((say) => say(english))).toEqual([
      expect.stringMatching(/^orders\.csv: row 2 has more cells than headers/),
    ]);
    expect(written()).toBe(text);
  });

  test("is known in the result too, whose status columns stand beyond it", () => {
    const { sheet } = open(`${header},,Status,Order ID\nR-1,var_1,Blok C,2,Solo,Invalid,\n`);
    expect(sheet.cell(2, 3).value).toEqual({ error: "#ERROR!" });
    expect(sheet.cell(2, 6).value).toBe("Invalid");
  });

  test("may have nothing in the cells beyond; the result says what it is", () => {
    const { sheet, written } = open(`${header}\nR-1,var_1,Blok C,2,\n`);
    expect(sheet.cell(2, 3).value).toEqual({ error: "#ERROR!" });
    expect(written()).toBe(`${header}\nR-1,var_1,Blok C,2,#ERROR!\n`);
    const again = open(`${header},,Status\nR-1,var_1,Blok C,2,#ERROR!,Invalid\n`);
    expect(again.sheet.cell(2, 3).value).toEqual({ error: "#ERROR!" });
  });

  test("under headers in other words has no article and no quantity that could be sent", () => {
    const { sheet } = open("No pesanan,Nama,SKU,Jumlah,Kota\nR-1,Siti,SKU-1,2,Blok C,Solo\n");
    const unreadable = { error: "#ERROR!" };
    expect(rowOf(sheet, 2)).toEqual(["R-1", "Siti", unreadable, unreadable, "Blok C", "Solo"]);
  });

  test("under headers that are not known keeps its first cell alone", () => {
    const { sheet } = open("Nomor,Barang,Jumlah\n1,2,3,4\n");
    expect(rowOf(sheet, 2)).toEqual(["1", { error: "#ERROR!" }, { error: "#ERROR!" }, "4"]);
  });

  test("is none of those that all end in delimiters, or stand above the headers", () => {
    const { sheet, warnings } = open(`May,by Siti,,,,x\n${header}\n${"R-1,var_1,2,Solo,,,\n".repeat(3)}`);
    expect(sheet.cell(3, 3).value).toBe("2");
    expect(warnings).toEqual([]);
  });
});
