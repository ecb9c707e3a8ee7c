import fc from "fast-check";
import Papa from "papaparse";
import { type CsvRecord, encodeField, guessDelimiter, splitCsv } from "../../../local/files/csv-records";

function records(text: string): CsvRecord[] {
  const split = splitCsv(text, ",");
  if (!split.ok) throw new Error(`line ${split.lineNumber}`);
  return split.records;
}

const texts = (text: string) => records(text).map(({ fields }) => fields.map((field) => field.text));

describe("the records of a csv", () => {
  test("are split at the delimiter and at every kind of line end", () => {
    expect(texts("a,b\r\nc,d\ne,f\rg")).toEqual([["a", "b"], ["c", "d"], ["e", "f"], ["g"]]);
  });

  test("keep delimiters, line ends and doubled quotes inside quotes", () => {
    expect(texts('"a,b","c\r\nd","say ""hi"""\n')).toEqual([["a,b", "c\r\nd", 'say "hi"']]);
  });

  test("are blank where a line is, and there is none after the last line end", () => {
    expect(texts("a\n\nb\n")).toEqual([["a"], [""], ["b"]]);
  });

  test("take a quote inside a field for a plain character", () => {
    expect(texts('5" pipe,"big" one\n')).toEqual([['5" pipe', "big one"]]);
  });

  test("give the line on which a quote begins that is never closed", () => {
    expect(splitCsv('a,b\nc,"d\ne,f\n', ",")).toEqual({ ok: false, lineNumber: 2 });
  });

  test("put together again are the text, whatever it was", () => {
    const piece = fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r", " ", ";", "é", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const split = splitCsv(text, ",");
        if (!split.ok) return;
        const again = split.records.map(
          ({ fields, lineEnd }) => fields.map(({ raw }) => raw).join(",") + lineEnd,
        );
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
  ])("of %j is %j", (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });
});
