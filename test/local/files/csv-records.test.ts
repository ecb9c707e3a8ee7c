import fc from "fast-check";
import Papa from "papaparse";
import { type CsvRecord, encodeField, guessDelimiter, readRecord } from "../../../local/files/csv-records";

/** The records of a text, or what is wrong with the first one that cannot be read. */
function split(text: string): CsvRecord[] | string {
  const records: CsvRecord[] = [];
  for (let position = 0; position < text.length; ) {
    const record = readRecord(text, position, ",");
    if ("fault" in record) return `${record.fault} at ${record.position}`;
    records.push(record);
    position = record.end;
  }
  return records;
}

const texts = (text: string) => {
  const records = split(text);
  return typeof records === "string"
    ? records
    : records.map(({ fields }) => fields.map((field) => field.text));
};

describe("the records of a csv", () => {
  test("are split at the delimiter and at every kind of line end", () => {
    expect(texts("a,b\r\nc,d\ne,f\rg")).toEqual([["a", "b"], ["c", "d"], ["e", "f"], ["g"]]);
  });

  test("keep delimiters, line ends and doubled quotes inside quotes", () => {
    expect(texts('"a,b","c\r\nd","say ""hi"""\n')).toEqual([["a,b", "c\r\nd", 'say "hi"']]);
  });

  test("are blank if a line is, and there is none after the last line end", () => {
    expect(texts("a\n\nb\n")).toEqual([["a"], [""], ["b"]]);
  });

  test("take a quote inside a field for a plain character", () => {
    expect(texts('5" pipe,6"\n')).toEqual([['5" pipe', '6"']]);
  });

  test("take blanks around a quoted field for none of its own", () => {
    expect(texts('a, "b, c" ,\t"d"\n')).toEqual([["a", "b, c", "d"]]);
  });

  test.each([
    ["a quote that is never closed", 'a,b\nc,"d\ne,f\n', "unclosed at 6"],
    ["a quote that is never closed, behind blanks", 'a,  "b\n', "unclosed at 4"],
    ["text after a closing quote", 'a,"b" c\n', "textAfterQuote at 2"],
    ["text after a closing quote, behind blanks", 'a, "b"c\n', "textAfterQuote at 3"],
    ["a backslash before a quote", 'a,"5\\" pipe"\n', "backslash at 2"],
    ["a backslash before a quote and a delimiter", 'a,"5\\", 6\\" pipes"\n', "backslash at 2"],
  ])("are not made from %s", (_, text, fault) => {
    expect(texts(text)).toBe(fault);
  });

  test("may end a quoted field with a backslash, as folders do", () => {
    expect(texts('"C:\\files\\",b\n')).toEqual([["C:\\files\\", "b"]]);
  });

  test("put together again are the text, whatever it was", () => {
    const piece = fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r", " ", ";", "é", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const records = split(text);
        if (typeof records === "string") return;
        const again = records.map(({ fields, lineEnd }) => fields.map(({ raw }) => raw).join(",") + lineEnd);
        expect(again.join("")).toBe(text);
      }),
    );
  });

  test("mean what papaparse takes them for, when they are written as papaparse writes them", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "é"), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(texts(Papa.unparse(rows, { newline: "\n" }))).toEqual(rows);
      }),
    );
  });

  test("hold a field that was encoded as it was meant", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const line = [one, other].map((text) => encodeField(text, ",")).join(",");
        expect(texts(`${line}\n`)).toEqual([[one, other]]);
      }),
    );
  });
});

describe("the delimiter of a csv", () => {
  test.each([
    ["a,b,c\n", ","],
    ["a;b;c\n1,5;2,5;3\n", ";"],
    ["a\tb\tc\n", "\t"],
    ['"a;b;c",d\n', ","],
    ["alone\n", ","],
    ["a|b|c\n", "|"],
    ["Orders of May, by Siti\na;b;c\n1;2;3\n", ";"],
    ["a,b,c,d\n1,x|y,2\n1,x|y,2,3\n1,x|y,2,3,\n", ","],
  ])("of %j is %j", (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});
