import { runInNewContext } from "node:vm";
import { readText } from "../../../src/orders/rows/cell";

function read(value: unknown, shows: string) {
  return readText({ rowNumber: 2, values: [value], display: [shows] }, 0);
}

test.each([
  ["text", " Bandung ", " Bandung ", "Bandung"],
  ["a real text with a separator", "1,000", "1,000", "1,000"],
  ["a code with an E between digits", "12E5", "12E5", "12E5"],
  ["a real text of many digits", "12345678901234567890", "12345678901234567890", "12345678901234567890"],
  ["a zip formatted 00000", 123, "00123", "00123"],
  ["a phone formatted with spaces", 8123456789, "0812 3456 789", "0812 3456 789"],
  ["a number of 15 digits", 123456789012345, "123456789012345", "123456789012345"],
  ["a text that starts with #", "#1 customer", "#1 customer", "#1 customer"],
  ["a hashtag", "#ramadan2024", "#ramadan2024", "#ramadan2024"],
  ["an empty cell", "", "", ""],
])("%s is taken as it is displayed", (_, value, shows, text) => {
  expect(read(value, shows)).toMatchObject({ ok: true, text });
});

test.each([
  ["date", new Date(0), "1970-01-01"],
  ["date", runInNewContext("new Date(0)"), "1970-01-01"],
  ["boolean", true, "TRUE"],
  ["boolean", false, "FALSE"],
  ["formulaError", "#N/A", "#N/A"],
  ["formulaError", "#REF!", "#REF!"],
  ["formulaError", "#DIV/0!", "#DIV/0!"],
  ["formulaError", "#NV", "#NV"],
  ["formulaError", "#BEZUG!", "#BEZUG!"],
  ["formulaError", "#¡REF!", "#¡REF!"],
  ["formulaError", "#¿NOMBRE?", "#¿NOMBRE?"],
  ["formulaError", "#ЗНАЧ!", "#ЗНАЧ!"],
  ["formulaError", "Err:508", "Err:508"],
  ["formulaError", "###", "###"],
  ["formulaError", 12345, "#####"],
  ["damaged", "Jalan M\ufffdller", "Jalan M\ufffdller"],
  ["damaged", "half \ud83d", "half \ud83d"],
  ["ditto", '"', '"'],
  ["ditto", "s.d.a", "s.d.a"],
  ["ditto", "sama dengan di atas", "sama dengan di atas"],
  ["damaged", "JosÃ©", "JosÃ©"],
  ["damaged", "â€œokâ€", "â€œokâ€"],
  ["scientific", "6.28E+12", "6.28E+12"],
  ["scientific", "4,01e+05", "4,01e+05"],
  ["loading", "Loading...", "Loading..."],
  ["scientific", 6281234567890, "6.28E+12"],
  ["scientific", 1e21, "1E+21"],
  ["formattedNumber", 1234, "1,234"],
  ["formattedNumber", 1234, "1.234"],
  ["formattedNumber", 1234, "1 234"],
  ["formattedNumber", 1234567, "1 234 567"],
  ["formattedNumber", 1234, "1\u202f234"],
  ["formattedNumber", 1234, "1'234"],
  ["formattedNumber", 2.5, "2.5"],
  ["formattedNumber", 1234.5, "$1,234.50"],
  ["tooManyDigits", 1234567890123450, "1234567890123450"],
])("as text, a %s such as %p is a problem", (kind, value, shows) => {
  expect(read(value, shows)).toEqual({ ok: false, fault: { kind }, found: shows });
});

test("a column that the sheet does not have reads as empty, and so does a short row", () => {
  const row = { rowNumber: 2, values: [], display: [] };
  expect(readText(row, undefined)).toEqual({ ok: true, text: "" });
  expect(readText(row, 3)).toEqual({ ok: true, text: "" });
});

test("a cell as long as a sheet allows is read whole", () => {
  const long = "x".repeat(50_000);
  expect(read(long, long)).toEqual({ ok: true, text: long });
});
