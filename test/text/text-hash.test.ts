import * as fc from "fast-check";
import { base32Alphabet } from "../../src/text/base32";
import { hashText } from "../../src/text/text-hash";
import { anyCharacter } from "../any-character";

/** The published test vectors of MurmurHash3 x86 32: bytes, little end first, as UTF-16 units. */
const vectors: readonly (readonly [string, number, number])[] = [
  ["", 0, 0],
  ["", 1, 0x514e28b7],
  ["", 0xffffffff, 0x81f16f39],
  ["\uffff\uffff", 0, 0x76293b50],
  ["\u4321\u8765", 0, 0xf55b516b],
  ["\u4321\u8765", 0x5082edee, 0x2362f9de],
  ["\u4321", 0, 0xa0f7b07a],
  ["\u0000\u0000", 0, 0x2362f9de],
  ["\u0000", 0, 0x30f4c306],
];

/** The first thirty bits, five a character. */
function characters(hash: number): string {
  return [27, 22, 17, 12, 7, 2].map((shift) => base32Alphabet[(hash >>> shift) & 31]).join("");
}

describe("a text's hash", () => {
  test.each(vectors)("of %j with the seed %d is MurmurHash3's", (text, seed, hash) => {
    expect(hashText(text, seed)).toBe(characters(hash));
  });

  test("is another one for texts that are alike: no two of 20,000 neighbours share both of its halves", () => {
    const seen = new Set<string>();
    for (let number = 0; number < 20_000; number += 1) {
      const text = `["R-${number}",null,["Siti","Rahmawati"]]`;
      seen.add(hashText(text) + hashText(text, 1));
    }
    expect(seen.size).toBe(20_000);
  });

  test("changes with any one character", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), fc.nat(), fc.nat(), (text, at, other) => {
        const index = at % text.length;
        const unit = String.fromCharCode(other % 0x10000);
        const changed = text.slice(0, index) + unit + text.slice(index + 1);
        if (changed !== text) expect(hashText(changed)).not.toBe(hashText(text));
      }),
      { seed: 17, numRuns: 2_000 },
    );
  });

  test("spreads over all of its characters: of 32,000 texts each character begins about a thousand", () => {
    const starts = new Map<string, number>();
    for (let number = 0; number < 32_000; number += 1) {
      const [start = ""] = hashText(`order ${number}`);
      starts.set(start, (starts.get(start) ?? 0) + 1);
    }
    expect(starts.size).toBe(32);
    expect(Math.min(...starts.values())).toBeGreaterThan(850);
    expect(Math.max(...starts.values())).toBeLessThan(1_150);
  });
});
