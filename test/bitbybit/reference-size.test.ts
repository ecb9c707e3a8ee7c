import * as fc from "fast-check";
import { readReference, withReference } from "../../src/bitbybit/reference";
import { covers, largestOf, type ReferenceSize, sizeOf, sizeOfSent } from "../../src/bitbybit/reference-size";
import { anySendKey } from "../orders/any-send-key";
import { sendKeyOf } from "../orders/send-keys";

const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: { firstName: "", lastName: "", phone: "", address1: "", city: "", province: "", zip: "" },
};
const key = sendKeyOf();
const sent = (notes: string, one = key) => sizeOfSent({ ...payload, notes }, one, "notes");

describe("the size of a reference with the texts around it", () => {
  test("counts characters, bytes and tags, and names what a shop may stumble over", () => {
    const reference = sent("").length;
    expect(sent("")).toEqual({ length: reference, bytes: reference, parts: 1, traits: [] });
    expect(sent("a\n<é> 😀")).toEqual({
      length: reference + 9,
      bytes: reference + 12,
      parts: 1,
      traits: ["ownText", "lines", "nonAscii", "astral", "markup"],
    });
    const tags = sizeOfSent({ ...payload, tags: ["vip", "new"] }, key, "tags");
    expect(tags).toEqual({ length: reference + 6, bytes: reference + 6, parts: 3, traits: ["ownText"] });
  });

  test("a short note is not covered by a longer key alone", () => {
    const longKey = sent("", sendKeyOf({ rowCount: 100_000 }));
    expect(longKey.length).toBeGreaterThan(sent("x").length);
    expect(covers(longKey, sent("x"))).toBe(false);
  });

  test("a text with markup is never covered", () => {
    expect(covers(sent("<b>a long note</b>"), sent("<b>"))).toBe(false);
    expect(covers(sent("<b>a long note</b>"), sent("b"))).toBe(true);
  });

  test("the largest of several has the most of each", () => {
    expect(largestOf([])).toBeNull();
    const sizes = [sent("a longer note"), sent("😀"), sent("é")];
    const largest = largestOf(sizes);
    expect(sizes.every((size) => largest && covers(largest, size))).toBe(true);
    expect(largest?.traits).toEqual(["ownText", "nonAscii", "astral"]);
  });
});

describe("a shop that gave so much back whole", () => {
  const shops: [string, (notes: string, at: number) => string][] = [
    ["cuts after so many characters", (notes, at) => notes.slice(0, at)],
    ["cuts after so many bytes", (notes, at) => Buffer.from(notes).subarray(0, at).toString("utf8")],
    ["keeps the first line alone", (notes) => notes.split("\n")[0] ?? ""],
    ["stops at the first emoji", (notes) => notes.replace(/[\u{10000}-\u{10ffff}].*/su, "")],
    ["takes out tags, even if nobody closed them", (notes) => notes.replace(/<[^>]*(>|$)/gs, "")],
    ["joins lines", (notes) => notes.replace(/\n/g, " ")],
  ];
  const text = fc.string({
    unit: fc.constantFrom("a", "b", " ", "\n", "é", "😀", "<", ">"),
    maxLength: 12,
  });

  test.each(shops)("and %s loses none that is covered", (_, keep) => {
    const order = fc.record({ notes: text, key: anySendKey });
    fc.assert(
      fc.property(
        fc.array(order, { maxLength: 8 }),
        order,
        fc.integer({ min: 40, max: 80 }),
        (made, one, at) => {
          const whole: ReferenceSize[] = [];
          for (const { notes, key: own } of made) {
            const kept = keep(withReference({ ...payload, notes }, own, "notes").notes ?? "", at);
            if (readReference({ notes: kept }, "notes")) whole.push(sizeOf({ notes: kept }, own, "notes"));
          }
          const proven = largestOf(whole);
          if (!proven || !covers(proven, sizeOfSent({ ...payload, notes: one.notes }, one.key, "notes")))
            return;
          const sentNotes = withReference({ ...payload, notes: one.notes }, one.key, "notes").notes ?? "";
          expect(readReference({ notes: keep(sentNotes, at) }, "notes")).toEqual(one.key);
        },
      ),
      { seed: 111, numRuns: 500 },
    );
  });
});
