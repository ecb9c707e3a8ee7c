import { base32, base32Alphabet, randomBase32 } from "../../src/text/base32";

describe("base 32", () => {
  test("knows 32 different signs, none of which looks like another", () => {
    expect(new Set(base32Alphabet).size).toBe(32);
    expect(base32Alphabet).not.toMatch(/[ILOU]/);
  });

  test("takes five bits a character, the most significant first", () => {
    expect(
      base32(Uint8Array.from([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000]), 8),
    ).toBe("12345678");
    expect(base32(Uint8Array.from([0xff, 0xff]), 3)).toBe("ZZZ");
  });

  test("counts bits that are not there as zeros", () => {
    expect(base32(Uint8Array.from([0xff]), 3)).toBe("ZW0");
  });

  test("random text has the asked length and every sign can come", () => {
    expect(randomBase32(4, () => 0)).toBe("0000");
    expect(randomBase32(3, () => 1 - Number.EPSILON)).toBe("ZZZ");
    const numbers = [...base32Alphabet].map((_, index) => (index + 0.5) / 32);
    expect(randomBase32(32, () => numbers.shift() ?? 0)).toBe(base32Alphabet);
  });
});
