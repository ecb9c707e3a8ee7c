import * as fc from "fast-check";
import { ordersIn, sheetOf } from "./table";

const header =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const siti = (ref: string, variant: string) =>
  `${ref} | Siti | Rahma | 081255500101 | ${variant} | 2 | Jl. Melati 1 | Bandung | Jawa Barat | 40115`;
const article = (variant: string, more = "") => `| | | | ${variant} | 1 | ${more} | | |`;

/** The rows of each order, and what is sent for it. */
const orders = (...lines: string[]) =>
  ordersIn(sheetOf(header, ...lines)).records.map(({ order }) => [
    order.rowNumbers,
    order.payload?.lineItems.map((line) => line.productVariantId) ?? null,
  ]);

describe("a row with an article and no customer, right below an order", () => {
  test("belongs to that order", () => {
    expect(orders(siti("G1", "var_1"), article("var_2"), article("var_3"), siti("G2", "var_4"))).toEqual([
      [
        [2, 3, 4],
        ["var_1", "var_2", "var_3"],
      ],
      [[5], ["var_4"]],
    ]);
  });

  test("belongs to it with or without an Order ref above", () => {
    expect(orders(siti("", "var_1"), article("var_2"))).toEqual([
      [
        [2, 3],
        ["var_1", "var_2"],
      ],
    ]);
  });

  test("belongs to it if the cells that it fills agree", () => {
    expect(orders(siti("G1", "var_1"), article("var_2", "Jl. Melati 1"))).toEqual([
      [
        [2, 3],
        ["var_1", "var_2"],
      ],
    ]);
  });

  test("belongs to it if it repeats a part of its customer", () => {
    const part = "| Siti | | | var_2 | 1 | Jl. Melati 1 | | |";
    expect(orders(siti("G1", "var_1"), part)).toEqual([
      [
        [2, 3],
        ["var_1", "var_2"],
      ],
    ]);
  });

  test("makes all of the order invalid if a cell that it fills says otherwise", () => {
    expect(orders(siti("G1", "var_1"), article("var_2", "Jl. Mawar 9"))).toEqual([[[2, 3], null]]);
  });

  test("makes all of the order invalid if its article is not whole", () => {
    expect(orders(siti("G1", "var_1"), "| | | | var_2 | | | | |")).toEqual([[[2, 3], null]]);
    expect(orders(siti("G1", "var_1"), "| | | | | 7 | | | |")).toEqual([[[2, 3], null]]);
  });

  test("is no part of it behind two empty rows", () => {
    const blank = "| | | | | | | | |";
    expect(orders(siti("G1", "var_1"), blank, blank, article("var_2"))).toEqual([
      [[2], ["var_1"]],
      [[5], null],
    ]);
  });
});

test("a row with a customer of its own is an order by itself, with or without an Order ref", () => {
  expect(orders(siti("G1", "var_1"), siti("", "var_2"), siti("", "var_3"))).toEqual([
    [[2], ["var_1"]],
    [[3], ["var_2"]],
    [[4], ["var_3"]],
  ]);
});

test("an article above every order belongs to none", () => {
  expect(orders(article("var_1"), siti("G1", "var_2"))).toEqual([
    [[2], null],
    [[3], ["var_2"]],
  ]);
});

test("a sheet without continuation rows gives the same orders, however its rows and columns are shuffled", () => {
  const cells = (index: number) => ({
    "Order ref": `R-${index % 7}`,
    "First name": `Name${index % 7}`,
    "Last name": "Rahma",
    Phone: `+62 812 555 0${index % 7}`,
    "Variant ID": `var_${index}`,
    Quantity: String(1 + (index % 4)),
    "Address 1": `Jl. Melati ${index % 7}`,
    City: "Bandung",
    Province: "Jawa Barat",
    Zip: "40115",
    Notes: index % 7 === 3 ? "Ring twice" : "",
  });
  const names = Object.keys(cells(0)) as (keyof ReturnType<typeof cells>)[];
  const indexes = Array.from({ length: 20 }, (_, index) => index);
  const contentOf = (rows: readonly number[], order: readonly (typeof names)[number][]) => {
    const lines = rows.map((index) => order.map((name) => cells(index)[name]));
    const { records } = ordersIn([[...order], ...lines]);
    return records
      .map(({ order: { ref, payload } }) => {
        const items = payload?.lineItems.map((item) => `${item.productVariantId} ${item.quantity}`).sort();
        return JSON.stringify([ref, items, payload?.shippingAddress, payload?.notes]);
      })
      .sort();
  };
  const expected = contentOf(indexes, names);
  const shuffled = <Item>(items: readonly Item[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  fc.assert(
    fc.property(shuffled(indexes), shuffled(names), (rows, order) => {
      expect(contentOf(rows, order)).toEqual(expected);
    }),
    { seed: 14, numRuns: 60 },
  );
});

test.each([
  ["the Order ref", '" | " | " | " | var_2 | 1 | " | " | " | "'],
  ["the name of a row without one", "| sda | sda | sda | var_2 | 1 | sda | sda | sda | sda"],
])("a row with a ditto sign as %s keeps the order above from going without it", (_, ditto) => {
  expect(orders(siti("G1", "var_1"), ditto, siti("G2", "var_4"))).toEqual([
    [[2, 3], null],
    [[4], ["var_4"]],
  ]);
});

test.each([
  ["a blank row", "| | | | | | | | |"],
  ["a note", "| Kirim cepat | | | | | | | |"],
])("an article below %s is asked about, and the order above does not go without it", (_, between) => {
  const sheet = sheetOf(header, siti("G1", "var_1"), between, article("var_2"), siti("G2", "var_4"));
  const [first, second] = ordersIn(sheet).records.map(({ order }) => order);
  expect([first?.rowNumbers, first?.payload]).toEqual([[2, 4], null]);
  expect(first?.problems).toMatchObject([{ kind: "missing", rowNumber: 4, field: "orderRef" }]);
  expect(second?.payload).not.toBeNull();
});

test("what such a row was understood as is told article by article, also with Variant IDs alone", () => {
  const articlesOf = (...lines: string[]) =>
    ordersIn(sheetOf(header, ...lines)).records[0]?.order.articles.map(({ code }) => code);
  expect(articlesOf(siti("G1", "var_1"), article("var_2"))).toEqual(["var_1", "var_2"]);
  expect(articlesOf(siti("G1", "var_1"), siti("G1", "var_2"))).toEqual([]);
});
