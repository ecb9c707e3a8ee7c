import * as fc from "fast-check";
import { formatSendKey } from "../../src/orders/send-key";
import { holdsSendKey, sendKeysIn } from "../../src/orders/send-keys-in-text";
import { anySendKey } from "./any-send-key";
import { sendKeyOf } from "./send-keys";

const key = sendKeyOf();

describe("a send key anywhere in a text", () => {
  test("is found, whatever stands around it", () => {
    fc.assert(
      fc.property(anySendKey, fc.string(), fc.string(), (one, before, after) => {
        const text = before + formatSendKey(one) + after;
        expect(holdsSendKey(text)).toBe(true);
        expect(sendKeysIn(text)).toContainEqual(one);
      }),
      { seed: 62 },
    );
  });

  test("is found behind what only looks like the beginning of one", () => {
    const text = `TAAAA-${"A".repeat(13)}-${"A".repeat(7)}${formatSendKey(key)}`;
    expect(sendKeysIn(text)).toEqual([key]);
  });

  test("is found in small letters, in wide letters, with other dashes and with invisible characters in it", () => {
    const text = formatSendKey(key);
    const wide = [...text].map((one) =>
      /[A-Z0-9]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one,
    );
    const dashed = ["\u2010", "\u2011", "–", "—", "\u2212"].map((dash) => text.replace(/-/g, dash));
    const hidden = ["\u200b", "\u3164", "\ufe0f"].map((one) => [...text].join(one));
    for (const disguised of [text.toLowerCase(), wide.join(""), ...dashed, ...hidden])
      expect([disguised, holdsSendKey(disguised)]).toEqual([disguised, true]);
  });

  test("is not found in ordinary texts, nor in a key with a wrong character", () => {
    const wrong = formatSendKey(key).replace("5Q8Z", "5Q9Z");
    for (const text of ["", "Sheet ref: 7", "Ring twice", "T7K2M-", wrong])
      expect(holdsSendKey(text)).toBe(false);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(holdsSendKey(text)).toBe(false);
      }),
      { seed: 63 },
    );
  });
});
