import * as fc from "fast-check";
import { fingerprintOf, sameRecipient } from "../../src/orders/fingerprint";
import type { OrderPayload } from "../../src/orders/order";

const address = {
  firstName: "Ayu",
  lastName: "Lestari",
  phone: "+62 812",
  address1: "Jl. Melati 1",
  city: "Bandung",
  province: "Jawa Barat",
  zip: "40115",
};
const payload: OrderPayload = {
  customer: { firstName: "Ayu", lastName: "Lestari", phone: "+62 812" },
  lineItems: [
    { productVariantId: "var_1", quantity: 2 },
    { productVariantId: "var_2", quantity: 1 },
  ],
  shippingAddress: address,
  notes: "Ring twice",
  tags: ["gift", "vip"],
};

const line = fc.record({
  productVariantId: fc.string({ minLength: 1, maxLength: 6 }),
  quantity: fc.integer({ min: 1, max: 99 }),
});

describe("a fingerprint", () => {
  test("has twelve characters", () => {
    expect(fingerprintOf("R-1", payload)).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  });

  test("does not depend on the order of the rows or tags", () => {
    const lines = fc.array(line, { minLength: 1, maxLength: 6 });
    const shuffled = lines.chain((lineItems) =>
      fc.tuple(fc.constant(lineItems), fc.shuffledSubarray(lineItems, { minLength: lineItems.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lineItems, moved]) => {
        const other = { ...payload, lineItems: moved, tags: ["vip", "gift"] };
        expect(fingerprintOf("R-1", other)).toBe(fingerprintOf("R-1", { ...payload, lineItems }));
      }),
      { seed: 31 },
    );
  });

  test.each<[string, string, OrderPayload]>([
    ["the Order ref", "R-2", payload],
    ["the customer", "R-1", { ...payload, customer: { firstName: "Ayu", lastName: "Lestari" } }],
    ["the zip", "R-1", { ...payload, shippingAddress: { ...address, zip: "40116" } }],
    [
      "a part of the address that was blank",
      "R-1",
      { ...payload, shippingAddress: { ...address, country: "ID" } },
    ],
    ["a quantity", "R-1", { ...payload, lineItems: [{ productVariantId: "var_1", quantity: 3 }] }],
    ["the notes", "R-1", { ...payload, notes: "Ring once" }],
    ["the tags", "R-1", { ...payload, tags: ["gift"] }],
  ])("changes with %s", (_, ref, changed) => {
    expect(fingerprintOf(ref, changed)).not.toBe(fingerprintOf("R-1", payload));
  });

  test("does not mistake one field for its neighbour", () => {
    const one = { ...payload, shippingAddress: { ...address, city: "Bandung Jawa", province: "Barat" } };
    expect(fingerprintOf("R-1", one)).not.toBe(fingerprintOf("R-1", payload));
  });

  test("keeps its first half while only lines, notes and tags change: it is the same recipient", () => {
    const edited = {
      ...payload,
      notes: "Ring once",
      tags: [],
      lineItems: [{ productVariantId: "x", quantity: 1 }],
    };
    const fingerprint = fingerprintOf("R-1", payload);
    expect(sameRecipient(fingerprintOf("R-1", edited), fingerprint)).toBe(true);
    expect(sameRecipient(fingerprintOf("R-2", payload), fingerprint)).toBe(false);
  });
});
