import { checkOrder } from "../../src/orders/check/check-order";
import { mapColumns } from "../../src/orders/columns";
import { type DataField, headerOf } from "../../src/orders/field";
import type { ArticleLookup } from "../../src/orders/lines/article";
import type { CheckedOrder } from "../../src/orders/order";
import { type Cell, goodCells, rowOf } from "./sheet";

const address = ["firstName", "lastName", "phone", "address1", "city", "province", "zip"] as const;

const skus: Record<string, string> = { "SKU-1": "var_1", "SKU-2": "var_2", "SKU 3; red": "var_3" };

const lookup: ArticleLookup = {
  resolve: (by, code) => {
    if (by === "variantId" && /^var_\d$/.test(code))
      return { kind: "found", variantId: code, title: `Title ${code}` };
    const variantId = by === "variantId" ? undefined : skus[code];
    if (variantId !== undefined) return { kind: "found", variantId, title: `Title ${variantId}` };
    return code === "TWICE"
      ? { kind: "ambiguous", nearest: ["var_7", "var_8"] }
      : { kind: "unknown", nearest: ["SKU-1"] };
  },
};

/** Checks one row of a sheet that has these columns besides an address. */
function check(
  cells: Partial<Record<DataField, Cell>>,
  given: { lookup?: ArticleLookup; defaults?: { quantity: number } } = { lookup },
): CheckedOrder {
  const fields: DataField[] = [...address, ...(Object.keys(cells) as DataField[])];
  const headers = fields.map((field) => headerOf[field]);
  const map = mapColumns(headers, given.defaults ? { defaults: given.defaults } : {});
  if (!map.ok) throw new Error("these headers cannot be used");
  const row = rowOf(2, { ...goodCells, ...cells }, fields);
  return checkOrder(
    { ref: "", rowNumbers: [2], rows: [row] },
    map.columns,
    given.lookup ? { lookup: given.lookup } : {},
  );
}

const lines = (order: CheckedOrder) =>
  order.payload?.lineItems.map((line) => [line.productVariantId, line.quantity]) ?? null;
const problems = (order: CheckedOrder) => order.problems.map(({ field, kind }) => [field, kind]);
const warnings = (order: CheckedOrder) =>
  order.warnings.filter(({ field }) => field !== "phone").map(({ field, kind }) => [field, kind]);

describe("SKUs and product names", () => {
  test("are sent as the variants that they stand for, and it is said what was understood", () => {
    const order = check({ sku: "SKU-1", quantity: 2 });
    expect(lines(order)).toEqual([["var_1", 2]]);
    expect(order.articles).toMatchObject([
      { code: "SKU-1", quantity: 2, productVariantId: "var_1", title: "Title var_1" },
    ]);
  });

  test("give way to a Variant ID that is filled in", () => {
    expect(lines(check({ variantId: "var_9", sku: "SKU-1", quantity: 2 }))).toEqual([["var_9", 2]]);
    expect(lines(check({ variantId: "", sku: "SKU-1", product: "x", quantity: 2 }))).toEqual([["var_1", 2]]);
  });

  test("that are unknown or more than one are problems with the nearest ones", () => {
    const unknown = check({ sku: "SKU-9", quantity: 2 });
    expect(unknown.payload).toBeNull();
    expect(unknown.problems).toMatchObject([
      { kind: "unknownArticle", field: "sku", articles: [{ code: "SKU-9", nearest: ["SKU-1"] }] },
    ]);
    expect(problems(check({ sku: "TWICE", quantity: 2 }))).toEqual([["sku", "ambiguousArticle"]]);
  });

  test("without a catalogue are told as not looked up, and nothing else is", () => {
    expect(problems(check({ sku: "SKU-1", quantity: 2 }, {}))).toEqual([["sku", "notLookedUp"]]);
  });

  test("give way to the next column if a sign stands for none", () => {
    expect(lines(check({ sku: "-", product: "SKU-1", quantity: 2 }))).toEqual([["var_1", 2]]);
    expect(problems(check({ sku: "-", product: "", quantity: 2 }))).toEqual([["sku", "unknownArticle"]]);
  });

  test("that look like a list and are one article are left whole", () => {
    expect(lines(check({ sku: "SKU 3; red", quantity: 2 }))).toEqual([["var_3", 2]]);
  });

  test("that are blank are asked for in the column that the sheet has", () => {
    expect(problems(check({ sku: "", quantity: 2 }))).toEqual([["sku", "missing"]]);
  });
});

test("a Variant ID that the catalogue does not list is a warning, and is sent", () => {
  const order = check({ variantId: "var_77", quantity: 1 });
  expect(lines(order)).toEqual([["var_77", 1]]);
  expect(warnings(order)).toEqual([["variantId", "unlistedVariant"]]);
  expect(warnings(check({ variantId: "var_1", quantity: 1 }))).toEqual([]);
});

describe("numbered columns", () => {
  test("are further articles of the row; blank ones are none", () => {
    const order = check({ sku: "SKU-1", quantity: 1, sku2: "SKU-2", quantity2: 3, sku3: "", quantity3: "" });
    expect(lines(order)).toEqual([
      ["var_1", 1],
      ["var_2", 3],
    ]);
    expect(order.articles.map(({ quantityField }) => quantityField)).toEqual(["quantity", "quantity2"]);
  });

  test("with one half blank are a problem of that half", () => {
    expect(problems(check({ sku: "SKU-1", quantity: 1, sku2: "SKU-2", quantity2: "" }))).toEqual([
      ["quantity2", "missing"],
    ]);
    expect(problems(check({ sku: "SKU-1", quantity: 1, sku2: "", quantity2: 3 }))).toEqual([
      ["sku2", "missing"],
    ]);
  });

  test("without a quantity of their own name the column that is not there", () => {
    expect(check({ sku: "SKU-1", quantity: 2, sku2: "SKU-2" }).problems).toMatchObject([
      { kind: "missing", field: "quantity2", columnIndex: null },
    ]);
  });

  test("serve if the plain ones are blank", () => {
    expect(lines(check({ variantId: "", quantity: "", variantId2: "var_2", quantity2: 3 }))).toEqual([
      ["var_2", 3],
    ]);
  });
});

describe("several articles in one cell", () => {
  test("have the quantities that stand beside them, else one each", () => {
    const order = check({ sku: "SKU-1 x2; SKU-2", quantity: "" });
    expect(lines(order)).toEqual([
      ["var_1", 2],
      ["var_2", 1],
    ]);
    expect(order.articles).toMatchObject([{ quantityColumn: null }, { quantityColumn: null }]);
  });

  test("may have a quantity each in the Quantity cell", () => {
    expect(lines(check({ sku: "SKU-1; SKU-2", quantity: "2; 3" }))).toEqual([
      ["var_1", 2],
      ["var_2", 3],
    ]);
  });

  test("contradict a Quantity cell that has another sum", () => {
    expect(lines(check({ sku: "SKU-1 x2; SKU-2", quantity: 3 }))).toHaveLength(2);
    expect(problems(check({ sku: "SKU-1 x2; SKU-2", quantity: 4 }))).toEqual([
      ["quantity", "quantityOfList"],
    ]);
    expect(problems(check({ sku: "SKU-1 x2; SKU-2", quantity: "some" }))).toEqual([["quantity", "notWhole"]]);
  });

  test("are told once in all if several are unknown", () => {
    const { problems: found } = check({ sku: "SKU-8 x2; SKU-9", quantity: "" });
    expect(found).toMatchObject([
      { kind: "unknownArticle", articles: [{ code: "SKU-8" }, { code: "SKU-9" }] },
    ]);
  });

  test("without any quantity are a list when an ID is meant", () => {
    const order = check({ variantId: "var_1, var_2", quantity: 9999999 }, {});
    expect(warnings(order)).toEqual([
      ["variantId", "idList"],
      ["quantity", "largeQuantity"],
    ]);
    expect(problems(check({ sku: "SKU-1; SKU-2", quantity: "" }, {}))).toEqual([
      ["sku", "notLookedUp"],
      ["quantity", "missing"],
    ]);
  });
});

test("a sheet without quantities has its default one for each row", () => {
  expect(lines(check({ sku: "SKU-1" }, { lookup, defaults: { quantity: 1 } }))).toEqual([["var_1", 1]]);
  expect(lines(check({ sku: "SKU-1 x2; SKU-2" }, { lookup, defaults: { quantity: 1 } }))).toEqual([
    ["var_1", 2],
    ["var_2", 1],
  ]);
});
