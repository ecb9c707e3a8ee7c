import * as fc from "fast-check";
import { cacheParts, countParts, readCache } from "../../src/catalogue/catalogue-cache";
import { anyCharacter } from "../any-character";

const variant = fc.record({
  id: fc.stringMatching(/^[a-z_0-9]{1,20}$/),
  sku: fc.string({ maxLength: 20 }),
  product: fc.string({ unit: anyCharacter, maxLength: 20 }),
  key: fc.string({ maxLength: 10 }),
});

test("whatever the variants, what is read back is what was kept", () => {
  fc.assert(
    fc.property(fc.array(variant, { maxLength: 30 }), (variants) => {
      const [index = "", ...parts] = cacheParts({ readAtMs: 5, products: 3, variants }) ?? [];
      expect(countParts(index)).toBe(parts.length);
      expect(readCache(index, parts)).toEqual({
        readAtMs: 5,
        products: 3,
        variants,
      });
    }),
    { seed: 14 },
  );
});

const many = Array.from({ length: 20_000 }, (_, index) => ({
  id: `var_${index}`,
  sku: `SKU-${index}`,
  product: `바틱 셔츠 ${index}`,
  key: "큰",
}));

test("no value has more than 100 KB, in UTF-8", () => {
  const values = cacheParts({ readAtMs: 0, products: 20_000, variants: many }) ?? [];
  expect(values.length).toBeGreaterThan(5);
  for (const value of values) expect(Buffer.byteLength(value)).toBeLessThan(100_000);
  expect(readCache(values[0] ?? "", values.slice(1))?.variants).toEqual(many);
});

test("a catalogue without room is not kept", () => {
  const long = many.map((one) => ({ ...one, product: "x".repeat(300) }));
  const variants = [...long, ...long, ...long, ...long];
  expect(cacheParts({ readAtMs: 0, products: 80_000, variants })).toBeNull();
});

test("a cache that is not whole is none", () => {
  const [index = "", part = ""] = cacheParts({ readAtMs: 0, products: 1, variants: many.slice(0, 3) }) ?? [];
  expect(readCache(index, [part])).not.toBeNull();
  for (const parts of [
    [null],
    [],
    [part, part],
    [part.slice(0, -1)],
    ["[]"],
    ['[["a","b","c"]]'],
    ['[["a","b","c",4]]'],
  ])
    expect(readCache(index, parts)).toBeNull();
  for (const text of ["", "null", "{}", "[1,-1,3,0,1]", "[2,1,3,0,1]", "[1,1,3,0]", '[1,1,3,0,"1"]']) {
    expect(countParts(text)).toBeNull();
    expect(readCache(text, [part])).toBeNull();
  }
});
