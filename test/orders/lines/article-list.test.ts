import * as fc from "fast-check";
import { parseArticleList, parseQuantityList } from "../../../src/orders/lines/article-list";

const list = (text: string, isName = false) =>
  parseArticleList(text, isName)?.map(({ code, quantity }) => [code, quantity]) ?? null;

describe("a cell with several articles", () => {
  test.each([
    [
      "SKU-1 x2; SKU-2",
      [
        ["SKU-1", 2],
        ["SKU-2", null],
      ],
    ],
    [
      "SKU-1 x 2, SKU-2 x 1",
      [
        ["SKU-1", 2],
        ["SKU-2", 1],
      ],
    ],
    [
      "2x SKU-1\n3 x SKU-2",
      [
        ["SKU-1", 2],
        ["SKU-2", 3],
      ],
    ],
    [
      "SKU-1 (2) | SKU-2 (x3)",
      [
        ["SKU-1", 2],
        ["SKU-2", 3],
      ],
    ],
    [
      "SKU-1: 2; SKU-2 = 3",
      [
        ["SKU-1", 2],
        ["SKU-2", 3],
      ],
    ],
    [
      "SKU-1 2 pcs + SKU-2 1 lusin",
      [
        ["SKU-1", 2],
        ["SKU-2", 12],
      ],
    ],
    [
      "SKU-1 × 2; SKU-2 * 3",
      [
        ["SKU-1", 2],
        ["SKU-2", 3],
      ],
    ],
    [
      "SKU-1; ; SKU-2;",
      [
        ["SKU-1", null],
        ["SKU-2", null],
      ],
    ],
    ["SKU-1 x2", [["SKU-1", 2]]],
    ["2 pcs SKU-1", [["SKU-1", 2]]],
    ["2×SKU-1", [["SKU-1", 2]]],
    ["SKU-1*2", [["SKU-1", 2]]],
    ["SKU-1 [2]", [["SKU-1", 2]]],
    ["SKU-1 - 2 pcs", [["SKU-1", 2]]],
    ["SKU-1 qty 2", [["SKU-1", 2]]],
    ["SKU-1 jumlah: 2 pcs", [["SKU-1", 2]]],
    ...[
      "1. SKU-1 x2\n2. SKU-2 x1",
      "- SKU-1: 2\n- SKU-2: 1",
      "• SKU-1 x2\n• SKU-2 x1",
      "SKU-1×2、SKU-2×1",
    ].map((text): [string, [string, number][]] => [
      text,
      [
        ["SKU-1", 2],
        ["SKU-2", 1],
      ],
    ]),
  ])("%j is taken apart", (text, articles) => {
    expect(list(text)).toEqual(articles);
  });

  test("of products has commas and brackets in their names", () => {
    expect(list("Batik shirt, blue (M) x2; Clay mug", true)).toEqual([
      ["Batik shirt, blue (M)", 2],
      ["Clay mug", null],
    ]);
    expect(list("Batik shirt, blue (2)", true)).toBeNull();
  });
});

test.each([
  "SKU-1",
  "2XL-SKU",
  "2. SKU-1",
  "500 g SKU-1",
  "SKU-1x2",
  "Kaos Hitam XL",
  "SKU 2",
  "1/2-inch",
  "SKU-1 x",
  "x2",
  "SKU-1 x0",
  "A x2.5",
])("%j is one article", (text) => {
  expect(list(text)).toBeNull();
});

test("quantities beside a list are one for each article, or none", () => {
  expect(parseQuantityList("2; 1", 2)).toEqual([2, 1]);
  expect(parseQuantityList("2 pcs\n1 lusin", 2)).toEqual([2, 12]);
  expect(parseQuantityList("2; 1", 3)).toBeNull();
  expect(parseQuantityList("2; some", 2)).toBeNull();
  expect(parseQuantityList("3", 2)).toBeNull();
});

test("whatever stands in the cell, quantities are whole and at least 1, codes hold something, and it takes no time", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom("A", "1", "2", " ", "x", ";", ",", "(", ")", "\n", ":", "+"),
      maxLength: 40,
    }),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (drawn, isName) => {
      for (const { code, quantity } of parseArticleList(drawn, isName) ?? []) {
        expect(code.trim()).not.toBe("");
        if (quantity !== null) expect(Number.isSafeInteger(quantity) && quantity >= 1).toBe(true);
      }
    }),
    { seed: 14, numRuns: 1000 },
  );
  const start = Date.now();
  for (const unit of [" ", "a ", "1 x", "( ", "x "]) parseArticleList(unit.repeat(16_000), false);
  expect(Date.now() - start).toBeLessThan(1000);
});
