import * as fc from "fast-check";
import { asciiDigits } from "../../../src/orders/values/digits";
import { anyCharacter } from "../../any-character";

test.each([
  ["４０１１５", "40115"],
  ["٤٠١١٥", "40115"],
  ["۴۰۱۱۵", "40115"],
  ["४०११५", "40115"],
  ["𝟒𝟎𝟏𝟏𝟓", "40115"],
  ["+٦٢ 812", "+62 812"],
  ["½ ⅻ 五", "½ ⅻ 五"],
])("%s is %s", (text, digits) => {
  expect(asciiDigits(text)).toBe(digits);
});

test("no digit of another script is left, and nothing else changes", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const read = asciiDigits(text);
      expect(/(?![0-9])\p{Nd}/u.test(read)).toBe(false);
      expect(read.replace(/\p{Nd}/gu, "")).toBe(text.replace(/\p{Nd}/gu, ""));
    }),
    { seed: 612, numRuns: 1_000 },
  );
});
