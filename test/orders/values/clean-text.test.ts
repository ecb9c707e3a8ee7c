import * as fc from "fast-check";
import { cleanText, isAsMeant } from "../../../src/orders/values/clean-text";
import { anyCharacter } from "../../any-character";

const text = (shown: string, isCode = false) => cleanText(shown, isCode).text;
const fixes = (shown: string, isCode = false) => cleanText(shown, isCode).fixes;

describe("a text is read as its cell shows it", () => {
  test.each([
    ["a zero-width space", "Band\u200bung"],
    ["a byte order mark", "\ufeffBandung"],
    ["a soft hyphen", "Ban\u00addung"],
    ["direction marks", "\u202aBandung\u202c\u200e"],
    ["a word joiner", "Band\u2060ung"],
    ["a joiner between plain letters", "Band\u200dung\u200c"],
    ["a control character", "Band\u0007ung"],
    ["a Hangul filler", "Bandung\u3164"],
    ["a Mongolian vowel separator", "Band\u180eung"],
    ["a tag character", "Bandung\u{e0041}"],
    ["a variation selector behind a letter", "Bandung\ufe0f"],
  ])("without %s", (_, shown) => {
    expect(text(shown)).toBe("Bandung");
  });

  test("with plain spaces for no-break, thin and wide ones", () => {
    expect(text("Jl.\u00a0Melati\u202f12\u3000Kota\tBandung")).toBe("Jl. Melati 12 Kota Bandung");
  });

  test("in Unicode's composed form", () => {
    expect(text("Jose\u0301")).toBe("José");
  });

  test("with line feeds as the only line breaks", () => {
    expect(text("one\r\ntwo\rthree\u2028four")).toBe("one\ntwo\nthree\nfour");
  });

  test.each([
    ["an emoji of several", "👨\u200d👩\u200d👧"],
    ["an emoji's presentation", "❤\ufe0f"],
    ["Persian's joiner", "می\u200cخواهم"],
    ["Hindi's joiner", "क्\u200dष"],
    ["a variant of a Chinese character", "葛\u{e0100}"],
  ])("and %s stays as it looks", (_, shown) => {
    expect(text(shown)).toBe(shown.normalize("NFC"));
  });
});

describe("signs that only keep a number text do not count", () => {
  test.each([
    ["'081255500101", "081255500101"],
    ["’0812", "0812"],
    ["'+62 812", "+62 812"],
    ["'Siti", "Siti"],
    ["'Jl. Jum'at 6\nRT 2", "Jl. Jum'at 6\nRT 2"],
    ['="40115"', "40115"],
    ['="say ""hi"""', 'say "hi"'],
  ])("%j is read as %j", (shown, meant) => {
    expect(text(shown)).toBe(meant);
  });

  test("an apostrophe that belongs to a name stays, unless the column holds codes", () => {
    expect(text("'t Hooft")).toBe("'t Hooft");
    expect(text("'s-Gravenhage")).toBe("'s-Gravenhage");
    expect(text("’Aisyah")).toBe("’Aisyah");
    expect(text("'fragile' and heavy")).toBe("'fragile' and heavy");
    expect(text("'var_1", true)).toBe("var_1");
  });
});

test("what was put right is told, and nothing else is", () => {
  expect(fixes("Bandung")).toEqual([]);
  expect(fixes(" Bandung ")).toEqual(["trimmed"]);
  expect(fixes("Band\u200bung")).toEqual(["invisible"]);
  expect(fixes("Jl.\u00a0Melati")).toEqual([]);
  expect(fixes("'0812")).toEqual(["apostrophe"]);
  expect(fixes('="0812"')).toEqual(["textFormula"]);
  expect(fixes("   ")).toEqual([]);
});

test("whatever stands in a cell, what is read has no outer space and nothing invisible, and is read the same again", () => {
  const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u3164]/;
  const shown = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({
      unit: fc.constantFrom("a", " ", "\u200b", "\u00a0", "'", "=", '"', "\u202e", "é", "\ufeff", "\r"),
    }),
  );
  fc.assert(
    fc.property(shown, fc.boolean(), (drawn, isCode) => {
      const read = text(drawn, isCode);
      expect(read).not.toMatch(invisible);
      expect(read.trim()).toBe(read);
      if (isAsMeant(drawn)) expect(read).toBe(drawn);
    }),
    { seed: 14, numRuns: 2000 },
  );
});
