import type { CheckOptions } from "../../src/orders/check/check-options";
import { checkOrder } from "../../src/orders/check/check-order";
import type { ColumnDefaults } from "../../src/orders/columns";
import { mapColumns } from "../../src/orders/columns";
import { type DataField, headerOf } from "../../src/orders/field";
import { type Cell, goodCells, rowOf } from "./sheet";

/** The fingerprint of one row's content; null if its cells have problems. */
function fingerprint(
  changes: Partial<Record<DataField, Cell>>,
  options: CheckOptions = {},
  defaults?: ColumnDefaults,
): string | null {
  const cells = { ...goodCells, ...changes };
  const fields = (Object.keys(cells) as DataField[]).filter((field) => cells[field] !== "none");
  const map = mapColumns(
    fields.map((field) => headerOf[field]),
    defaults ? { defaults } : {},
  );
  if (!map.ok) throw new Error("these headers cannot be used");
  const draft = { ref: "R-1", rowNumbers: [2], rows: [rowOf(2, cells, fields)] };
  return checkOrder(draft, map.columns, options).fingerprint;
}

const found: CheckOptions = {
  lookup: { resolve: (_, code) => ({ kind: "found", variantId: `var_of_${code}`, title: "" }) },
  customers: { resolve: () => ({ kind: "found", customerId: "cus_1" }) },
};
const unknown: CheckOptions = {
  lookup: { resolve: () => ({ kind: "unknown", nearest: [] }) },
  customers: { resolve: () => ({ kind: "unknown" }) },
};
const sku = { variantId: "none", sku: "SKU-1" } as const;
const fullName = { firstName: "none", lastName: "none", fullName: "Suharto" } as const;

describe("an order is known again", () => {
  test("whether or not its articles can be looked up", () => {
    expect(fingerprint(sku, found)).not.toBeNull();
    expect(fingerprint(sku, {})).toBe(fingerprint(sku, found));
    expect(fingerprint(sku, unknown)).toBe(fingerprint(sku, found));
    expect(fingerprint({ ...sku, sku: "SKU-2" }, found)).not.toBe(fingerprint(sku, found));
  });

  test("whether or not its customer can be looked up", () => {
    const contact = { customerId: "siti@example.com" };
    expect(fingerprint(contact, unknown)).toBe(fingerprint(contact, found));
    expect(fingerprint(contact, found)).not.toBeNull();
  });

  test("whatever becomes of single names", () => {
    const single = (lastName: string): CheckOptions => ({ singleName: { kind: "text", lastName } });
    expect(fingerprint(fullName, single("-"))).toBe(fingerprint(fullName, single("x")));
    expect(fingerprint(fullName)).not.toBe(fingerprint({ ...fullName, fullName: "Sukarno" }));
  });

  test("whatever the defaults are", () => {
    const zip = (text: string) => fingerprint({ zip: "none" }, {}, { zip: text });
    expect(zip("40115")).not.toBeNull();
    expect(zip("40116")).toBe(zip("40115"));
  });
});

test("an order with problems in its cells has no content", () => {
  expect(fingerprint({ ...sku, quantity: "two" }, found)).toBeNull();
  expect(fingerprint({ quantity: "two" })).toBeNull();
});
