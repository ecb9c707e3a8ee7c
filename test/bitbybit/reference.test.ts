import * as fc from "fast-check";
import { mentionedKeys, readReference, referenceOf, withReference } from "../../src/bitbybit/reference";
import { formatSendKey } from "../../src/orders/send-key";
import { anySendKey } from "../orders/any-send-key";
import { sendKeyOf } from "../orders/send-keys";

const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};
const key = sendKeyOf();
const other = sendKeyOf({ requestId: "00000000" });

describe("the reference in an order", () => {
  test("comes back from notes and from tags, whatever the customer's own say", () => {
    fc.assert(
      fc.property(anySendKey, fc.string(), fc.array(fc.string()), (one, notes, tags) => {
        const own = { ...payload, notes, tags };
        expect(readReference(withReference(own, one, "notes"), "notes")).toEqual(one);
        expect(readReference(withReference(own, one, "tags"), "tags")).toEqual(one);
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
    const quoted = referenceOf(other);
    expect(readReference(withReference({ ...payload, notes: quoted }, key, "notes"), "notes")).toEqual(key);
    expect(readReference(withReference({ ...payload, tags: [quoted] }, key, "tags"), "tags")).toEqual(key);
  });

  test("is not believed from the place where it was not written", () => {
    const inNotes = withReference({ ...payload, tags: [referenceOf(other)] }, key, "notes");
    expect(readReference(inNotes, "notes")).toEqual(key);
    expect(readReference(inNotes, "tags")).toEqual(other);
    expect(readReference(withReference(payload, key, "tags"), "notes")).toBeNull();
  });

  test.each([
    ["lines joined by spaces", (text: string) => text.replace(/\n/g, " ")],
    ["lines joined by nothing", (text: string) => text.replace(/\n/g, "")],
    ["spaces added around", (text: string) => `  ${text}\r\n `],
  ])("still counts in notes with %s", (_, mangle) => {
    const { notes = "" } = withReference({ ...payload, notes: "Ring twice" }, key, "notes");
    expect(readReference({ notes: mangle(notes) }, "notes")).toEqual(key);
  });

  test.each([
    ["cut", (text: string) => text.slice(0, -1)],
    ["followed by other words", (text: string) => `${text} (via API)`],
    ["followed by another line", (text: string) => `${text}\nCalled the customer`],
    ["in small letters", (text: string) => text.toLowerCase()],
    ["without its label", (text: string) => text.replace("Sheet ref: ", "")],
    ["with more space in it", (text: string) => text.replace(": ", ":  ")],
  ])("%s is none", (_, mangle) => {
    expect(readReference({ notes: mangle(referenceOf(key)) }, "notes")).toBeNull();
    expect(readReference({ tags: [mangle(referenceOf(key))] }, "tags")).toBeNull();
  });

  test("in the middle of a tag is none", () => {
    expect(readReference({ tags: [`vip ${referenceOf(key)}`] }, "tags")).toBeNull();
  });

  test("of an order without one is none", () => {
    for (const order of [
      {},
      { notes: null, tags: null },
      { notes: "Sheet ref: 7" },
      { tags: ["Sheet ref:"] },
    ]) {
      expect(readReference(order, "notes")).toBeNull();
      expect(readReference(order, "tags")).toBeNull();
    }
  });

  test("is mentioned wherever its key stands, beside other orders' keys", () => {
    const order = {
      notes: `see ${formatSendKey(other)}\n${referenceOf(key)}`,
      tags: ["vip", referenceOf(other)],
    };
    expect(mentionedKeys(order)).toEqual([other, key, other]);
    expect(mentionedKeys({ notes: null })).toEqual([]);
  });
});
