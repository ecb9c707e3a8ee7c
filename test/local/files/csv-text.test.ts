import fc from "fast-check";
import { escapeCsvText, unescapeCsvText } from "../../../local/files/csv-text";
import { anyCharacter } from "../../any-character";

/** Texts made of what makes trouble. */
const hard = fc.string({
  unit: fc.constantFrom(
    "'",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    " ",
    "0",
    "a",
    "\0",
    "\ud83d",
    "\ude42",
    "_x0000_",
    "_x005F_",
    "＝",
  ),
  maxLength: 8,
});

describe("a text in a csv", () => {
  test("means, read again, what was written, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(hard, fc.string({ unit: anyCharacter })), (text) => {
        expect(unescapeCsvText(escapeCsvText(text))).toBe(text);
      }),
    );
  });

  test("holds no character that a file in UTF-8 loses", () => {
    fc.assert(
      fc.property(hard, (text) => {
        const written = escapeCsvText(text);
        expect(Buffer.from(written).toString()).toBe(written);
        expect(written).not.toContain("\0");
      }),
    );
  });

  test("never begins as a formula does", () => {
    fc.assert(
      fc.property(hard, (text) => {
        expect(escapeCsvText(text)).not.toMatch(/^[=+\-@\t\r\n＝]/);
      }),
    );
  });

  test.each([
    ["'+62 812-5550-0101", "+62 812-5550-0101"],
    ["'0812000001", "0812000001"],
    ["'01234", "01234"],
    ["''01234", "'01234"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["_x0041_", "_x0041_"],
    ["O'Brien", "O'Brien"],
  ])("that reads %s means %s", (written, meant) => {
    expect(unescapeCsvText(written)).toBe(meant);
  });
});
