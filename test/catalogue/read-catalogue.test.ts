import type { ApiAnswer } from "../../src/bitbybit/http";
import { listProductsRequest } from "../../src/catalogue/product-list";
import { type CatalogueReading, startOfReading, takeAnswers } from "../../src/catalogue/read-catalogue";

const answer = (body: unknown, status = 200): ApiAnswer => ({
  status,
  headers: {},
  body: JSON.stringify(body),
});
const product = (index: number) => ({
  id: `prod_${index}`,
  name: `Product ${index}`,
  variants: [{ id: `var_${index}`, key: "small", inventorySku: `SKU-${index}` }],
});
const page = (count: number, total: number, first = 0): ApiAnswer =>
  answer({
    data: Array.from({ length: count }, (_, index) => product(first + index)),
    meta: { page: 1, limit: 100, total, hasNextPage: false },
  });
const take = (...answers: ApiAnswer[]): CatalogueReading =>
  takeAnswers(
    startOfReading,
    answers.map((one, index) => ({ page: index + 1, answer: one })),
  );

test("a page is asked for under the address that orders go to, with the key in a header alone", () => {
  const request = listProductsRequest(
    { address: "https://api.test/v1", apiKey: "secret", referencePlace: "notes" },
    3,
  );
  expect(request.url).toBe("https://api.test/v1/products?limit=100&page=3");
  expect(request.url).not.toContain("secret");
  expect(request.headers["x-api-key"]).toBe("secret");
});

test("the first page tells which others there are, and with all of them the list is whole", () => {
  const first = take(page(100, 230));
  expect(first).toMatchObject({ kind: "reading", pages: [2, 3], total: 230 });
  const whole = takeAnswers(first, [
    { page: 3, answer: page(30, 230, 200) },
    { page: 2, answer: page(100, 230, 100) },
  ]);
  expect(whole).toMatchObject({ kind: "whole", products: 230 });
  expect(whole.kind === "whole" && whole.variants.length).toBe(230);
});

test("a list of more products than was asked for is read no further than its first page", () => {
  const first = [{ page: 1, answer: page(100, 230) }];
  expect(takeAnswers(startOfReading, first, 229)).toEqual({ kind: "failed", why: "tooMany" });
  expect(takeAnswers(startOfReading, first, 230)).toMatchObject({ kind: "reading", pages: [2, 3] });
});

test("a shop without products has a whole list of none", () => {
  expect(take(page(0, 0))).toEqual({ kind: "whole", products: 0, variants: [] });
});

test.each<[string, ApiAnswer, string]>([
  ["the key may not read products", answer({ error: { code: "INSUFFICIENT_SCOPE" } }, 403), "noRead"],
  ["the key is refused", answer({}, 401), "refused"],
  ["the address is wrong", answer({}, 404), "refused"],
  ["the limit is reached", answer({}, 429), "rateLimit"],
  ["the API has a fault", answer({}, 503), "unreadable"],
  ["the answer is no JSON", { status: 200, headers: {}, body: "<html>" }, "unreadable"],
  ["the answer is another list", answer({ items: [] }), "unreadable"],
  ["a variant has no ID", answer({ data: [{ variants: [{ key: "x" }] }], meta: { total: 1 } }), "unreadable"],
  ["products are missing from the page", page(99, 230), "unreadable"],
])("if %s nothing is taken", (_, one, why) => {
  expect(take(one)).toEqual({ kind: "failed", why });
});

test("a list that changes while it is read is not taken", () => {
  const first = take(page(100, 150));
  expect(takeAnswers(first, [{ page: 2, answer: page(51, 151, 100) }])).toEqual({
    kind: "failed",
    why: "changing",
  });
});

test("texts of the shop are read without what is not shown, odd ones as none, and variants may be missing", () => {
  const odd = answer({
    data: [
      { name: 7, variants: [{ id: "var_1", key: null, inventorySku: " SKU\u200b-1\n" }] },
      { name: "No variants" },
      { variants: null },
    ],
    meta: { total: 3 },
  });
  expect(take(odd)).toEqual({
    kind: "whole",
    products: 3,
    variants: [{ id: "var_1", sku: "SKU-1", product: "", key: "" }],
  });
});
