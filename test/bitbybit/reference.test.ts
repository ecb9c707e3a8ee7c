import * as fc from "fast-check";
import { readReference, withReference } from "../../src/bitbybit/reference";
import { anySendKey, sendKeyOf } from "../orders/send-keys";

const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};
const key = sendKeyOf();

describe("the reference in an order", () => {
  test("comes back from notes and from tags, whatever the customer's own say", () => {
    fc.assert(
      fc.property(anySendKey, fc.string(), fc.array(fc.string()), (one, notes, tags) => {
        const own = { ...payload, notes, tags };
        expect(readReference(withReference(own, one, "notes"))).toEqual(one);
        expect(readReference(withReference(own, one, "tags"))).toEqual(one);
      }),
      { seed: 61 },
    );
  });

  test("is the notes' last line, below the customer's own", () => {
    expect(withReference({ ...payload, notes: "Ring twice" }, key, "notes").notes).toMatch(
      /^Ring twice\nSheet ref: T7K2M-/,
    );
    expect(withReference(payload, key, "notes").notes).toMatch(/^Sheet ref: T7K2M-\S+$/);
  });

  test("stands in a tag of its own and leaves the notes alone", () => {
    const sent = withReference({ ...payload, notes: "n", tags: ["vip"] }, key, "tags");
    expect(sent.notes).toBe("n");
    expect(sent.tags).toEqual(["vip", expect.stringMatching(/^Sheet ref: /)]);
  });

  test("quoted from another order in the customer's notes is not this one's", () => {
    const quoted = withReference(payload, sendKeyOf({ stem: "00000000" }), "notes").notes ?? "";
    expect(readReference(withReference({ ...payload, notes: quoted }, key, "notes"))).toEqual(key);
  });

  test("of an order without one is none", () => {
    for (const order of [
      {},
      { notes: null, tags: null },
      { notes: "Sheet ref: 7" },
      { tags: ["Sheet ref:"] },
    ]) {
      expect(readReference(order)).toBeNull();
    }
  });
});
