import {
  isDateText,
  isDecimalNumber,
  isLostNumber,
  wholeDigits,
} from "../../../src/orders/values/lost-number";

test.each(["2.02605E+11", "6,28125E+11", "6.281255500101E12", "4,01E+05", "1E+5"])(
  "%s is what is left of a number",
  (text) => {
    expect(isLostNumber(text, false)).toBe(true);
  },
);

test.each(["12E5", "0812", "2E", "E12", "+62812", "1.5", "KBM-2E+1"])("%s is a code of its own", (text) => {
  expect(isLostNumber(text, false)).toBe(false);
});

test("among digits alone even a bare exponent is a number", () => {
  expect(isLostNumber("12E5", true)).toBe(true);
});

test.each([
  ["40115.0", "40115"],
  ["40115.00", "40115"],
  ["6.281255500101E12", "6281255500101"],
  ["6,281255500101e+12", "6281255500101"],
  ["6.28E+12", null],
  ["40115", null],
  ["4.5", null],
])("of %s the digits are %s: nothing is made up", (text, digits) => {
  expect(wholeDigits(text)).toBe(digits);
});

test("a fraction of zeros is no part of a postal code", () => {
  expect(["40115.0", "40115.5", "40115"].map(isDecimalNumber)).toEqual([true, false, false]);
});

test.each([
  ["2026-01-05", true],
  ["5/1/2026", true],
  ["05.01.2026 09:30", true],
  ["2026/1-05", false],
  ["0812-2026-0101", false],
  ["1/2/26", false],
])("%s is a date: %s", (text, isDate) => {
  expect(isDateText(text)).toBe(isDate);
});
