import { Catalogue } from "../../src/catalogue/catalogue";
import type { CatalogueVariant } from "../../src/catalogue/product-list";

const variant = (id: string, sku: string, product: string, key = ""): CatalogueVariant => ({
  id,
  sku,
  product,
  key,
});
const catalogue = new Catalogue([
  variant("var_1", "SKU-1", "Batik shirt", "small"),
  variant("var_2", "SKU-2", "Batik shirt", "large"),
  variant("var_3", "sku-3", "Clay mug"),
  variant("var_4", "SKU-3", "Teak bowl"),
  variant("var_5", "TWICE", "Tray"),
  variant("var_6", "TWICE", "Soap"),
  variant("var_7", "", "Napkins"),
]);
const id = (by: "variantId" | "sku" | "product", code: string) => {
  const answer = catalogue.resolve(by, code);
  return answer.kind === "found" ? answer.variantId : answer.kind;
};

describe("a SKU", () => {
  test("is found as it is written, before it is found without letter case", () => {
    expect(id("sku", "SKU-1")).toBe("var_1");
    expect(id("sku", "sku-1")).toBe("var_1");
    expect(id("sku", "sku-3")).toBe("var_3");
    expect(id("sku", "SKU-3")).toBe("var_4");
  });

  test("that several variants have, with or without letter case, is ambiguous and lists them", () => {
    expect(catalogue.resolve("sku", "TWICE")).toEqual({
      kind: "ambiguous",
      nearest: ["var_5 (Tray)", "var_6 (Soap)"],
    });
    expect(id("sku", "Sku-3")).toBe("ambiguous");
  });

  test("that nothing has is unknown and lists the nearest three", () => {
    expect(catalogue.resolve("sku", "SKU-11")).toEqual({
      kind: "unknown",
      nearest: ["SKU-1", "SKU-2", "SKU-3"],
    });
    expect(catalogue.resolve("sku", "entirely different")).toEqual({ kind: "unknown", nearest: [] });
    expect(id("sku", "")).toBe("unknown");
  });
});

describe("a product's name", () => {
  test("stands for its only variant, and with the variant's name for one of several", () => {
    expect(id("product", "clay MUG")).toBe("var_3");
    expect(id("product", "Batik shirt, large")).toBe("var_2");
    expect(id("product", "Batik shirt - small")).toBe("var_1");
  });

  test("of several variants is ambiguous", () => {
    expect(catalogue.resolve("product", "Batik shirt")).toEqual({
      kind: "ambiguous",
      nearest: ["Batik shirt, small", "Batik shirt, large"],
    });
  });
});

test("a Variant ID among SKUs or names is that variant, unless a SKU is written so", () => {
  expect([id("sku", "var_3"), id("product", "var_3"), id("sku", "VAR_3")]).toEqual([
    "var_3",
    "var_3",
    "unknown",
  ]);
  const other = new Catalogue([variant("var_1", "var_2", "Tray"), variant("var_2", "", "Soap")]);
  expect(other.resolve("sku", "var_2")).toMatchObject({ variantId: "var_1" });
});

test("a Variant ID counts as it is written", () => {
  expect(catalogue.resolve("variantId", "var_1")).toEqual({
    kind: "found",
    variantId: "var_1",
    title: "Batik shirt, small",
  });
  expect(catalogue.resolve("variantId", "VAR_1")).toMatchObject({
    kind: "unknown",
    nearest: expect.arrayContaining(["var_1"]),
  });
});

test("names that are parts of objects in JavaScript are unknown", () => {
  for (const name of ["__proto__", "constructor", "toString"]) expect(id("sku", name)).toBe("unknown");
});

test("twenty thousand products and ten thousand wrong SKUs are done in seconds", () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    variant(`var_${index}`, `SKU-${index * 7}`, `Product ${index}`),
  );
  const large = new Catalogue(many);
  const start = process.cpuUsage();
  for (let index = 0; index < 10_000; index += 1) large.resolve("sku", `SKU-${index * 7}x`);
  expect(large.resolve("sku", "SKU-70")).toMatchObject({ variantId: "var_10" });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
});
