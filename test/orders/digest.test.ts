import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { base32 } from "../../src/orders/base32";
import { digest } from "../../src/orders/digest";

/** The same digest by Node's own SHA-256 and UTF-8. */
function expected(text: string, length: number): string {
  return base32(createHash("sha256").update(Buffer.from(text, "utf8")).digest(), length);
}

describe("a digest", () => {
  test("is the start of SHA-256 over UTF-8, whatever the text: emoji, halves of emoji, nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 24 }), (text, length) => {
        expect(digest(text, length)).toBe(expected(text, length));
      }),
      { seed: 11, numRuns: 300 },
    );
    for (const text of ["", "Jl. Melati 1", "é", "😀", "\ud83d", "a\ude00b", "%41"]) {
      expect(digest(text, 12)).toBe(expected(text, 12));
    }
  });
});
