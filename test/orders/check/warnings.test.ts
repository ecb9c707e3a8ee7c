import type { DataField } from "../../../src/orders/field";
import { type Cells, check } from "./checked";

describe("warnings keep nothing from being sent", () => {
  const warningsOf = (cells: Cells) => {
    const { warnings, payload } = check([cells]);
    expect(payload).not.toBeNull();
    return warnings.map(({ field, kind }) => [field, kind]);
  };

  test.each<[Cells, DataField, string]>([
    [{ phone: "12345" }, "phone", "phoneLength"],
    [{ phone: "81255500101" }, "phone", "phonePrefix"],
    [{ zip: "4011", country: "ID" }, "zip", "zipLength"],
    [{ city: "?" }, "city", "placeholder"],
    [{ notes: "n/a" }, "notes", "placeholder"],
    [{ lastName: "R******" }, "lastName", "masked"],
    [{ address1: "Jl. M******" }, "address1", "masked"],
    [{ phone: "*****01" }, "phone", "masked"],
    [{ phone: "0812xxxx0101" }, "phone", "masked"],
    [{ phone: "0812-5550-0101 (Siti)" }, "phone", "phoneText"],
    [{ zip: "Central", country: "Hong Kong" }, "zip", "zipDigits"],
    [{ city: "40115" }, "city", "noLetter"],
    [{ firstName: "2026-01-05" }, "firstName", "noLetter"],
    [{ zip: "4O115", country: "ID" }, "zip", "zipLetters"],
    [{ country: "62" }, "country", "countryDigits"],
    [{ phone: "0812-xxxx-0101" }, "phone", "masked"],
    [{ variantId: "-" }, "variantId", "placeholder"],
    [{ variantId: "https://example.com/1" }, "variantId", "idAddress"],
    [{ variantId: "var_1, var_2" }, "variantId", "idList"],
    [{ customerId: "cus_1; cus_2" }, "customerId", "idList"],
    [{ customerId: "siti@example.com" }, "customerId", "idContact"],
    [{ quantity: 1000 }, "quantity", "largeQuantity"],
  ])("%j", (cells, field, kind) => {
    expect(warningsOf(cells)).toEqual([[field, kind]]);
  });

  test("and an ordinary order has none", () => {
    expect(warningsOf({ country: "ID", customerId: "cus_1", quantity: 999 })).toEqual([]);
  });
});

test("a cell that stops the order has no warning besides", () => {
  const { problems, warnings } = check([{ email: "-", city: "?" }]);
  expect(problems.map(({ field }) => field)).toEqual(["email"]);
  expect(warnings.map(({ field }) => field)).toEqual(["city"]);
});

test("what was put right in reading is told, with what is sent", () => {
  const { fixes, payload } = check([
    { phone: "'081255500101", zip: " 40115 ", city: "Band\u200bung", tags: "a;b\nc" },
  ]);
  expect(fixes.map(({ field, kind, text }) => [field, kind, text])).toEqual([
    ["phone", "apostrophe", "081255500101"],
    ["city", "invisible", "Bandung"],
    ["zip", "trimmed", "40115"],
  ]);
  expect(payload?.tags).toEqual(["a", "b", "c"]);
});

test("an address or a list as an ID is told once, also if the catalogue does not list it", () => {
  const lookup = { resolve: () => ({ kind: "unknown" as const, nearest: ["var_1"] }) };
  const kindsOf = (variantId: string) =>
    check([{ variantId }], undefined, { lookup }).warnings.map(({ kind }) => kind);
  expect(kindsOf("https://example.com/1")).toEqual(["idAddress"]);
  expect(kindsOf("var_1, var_2")).toEqual(["idList"]);
  expect(kindsOf("var_9")).toEqual(["unlistedVariant"]);
});
