import * as fc from "fast-check";
import { countInWords } from "../../../src/orders/values/count-words";
import { anyCharacter } from "../../any-character";

test.each([
  ["2 pcs", 2],
  ["2pcs", 2],
  ["x3", 3],
  ["3 ×", 3],
  ["1 lusin", 12],
  ["2 dozen", 24],
  ["1 kodi", 20],
  ["1 gross", 144],
  ["dua", 2],
  ["se lusin", 12],
  ["two dozen", 24],
  ["tiga belas", null],
  ["dua belas", 12],
  ["dua puluh", 20],
  ["half a dozen", 6],
  ["2.0 pcs", 2],
  ["Qty: 4", 4],
])("%s is %s", (text, count) => {
  expect(countInWords(text)).toBe(count);
});

test.each([
  "5 (habis)",
  "1 pack",
  "2 sets",
  "3 kg",
  "1-2",
  "2 x 3",
  "dozen pcs 2",
  "0 pcs",
  "",
  "pcs",
  "2 pcs @ 10",
])("%j may mean more than one thing, so it is none", (text) => {
  expect(countInWords(text)).toBeNull();
});

test("whatever stands there, a count is whole and at least 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 45 }), (text) => {
      const count = countInWords(text);
      expect(count === null || (Number.isSafeInteger(count) && count >= 1)).toBe(true);
    }),
    { seed: 611, numRuns: 2_000 },
  );
});
