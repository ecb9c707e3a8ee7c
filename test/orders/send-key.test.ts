import * as fc from "fast-check";
import { untouchedCell } from "../../local/runtime/model/cell";
import { cellAfterTyping } from "../../local/runtime/model/typed-entry";
import { formatSendKey, newRequestId, newRunId, parseSendKey } from "../../src/orders/send-key";
import { base32Alphabet } from "../../src/text/base32";
import { anySendKey } from "./any-send-key";
import { sendKeyOf } from "./send-keys";

const signs = [...base32Alphabet, "L", "-", "I", "O", "U", "a"];

describe("a send key", () => {
  test("is read as it was written, outer spaces forgiven", () => {
    fc.assert(
      fc.property(anySendKey, (key) => {
        expect(parseSendKey(` ${formatSendKey(key)} `)).toEqual(key);
      }),
      { seed: 21 },
    );
  });

  test("says at a glance what it is for", () => {
    expect(formatSendKey(sendKeyOf())).toMatch(/^T7K2M-5Q8ZR1WX1A9C3-F6D9B2C1E4MA-1.R$/);
    expect(formatSendKey(sendKeyOf({ environment: "live", attempt: 2 }))).toMatch(/^L7K2M-5Q8ZR1WX2A9C3-/);
  });

  test("counts attempts up to 31 and then stays there", () => {
    expect(parseSendKey(formatSendKey(sendKeyOf({ attempt: 31 })))?.attempt).toBe(31);
    expect(parseSendKey(formatSendKey(sendKeyOf({ attempt: 40 })))?.attempt).toBe(31);
  });

  test("with any one character changed is no key", () => {
    fc.assert(
      fc.property(anySendKey, fc.nat(), fc.constantFrom(...signs), (key, place, sign) => {
        const text = formatSendKey(key);
        const index = place % text.length;
        fc.pre(text[index] !== sign);
        expect(parseSendKey(text.slice(0, index) + sign + text.slice(index + 1))).toBeNull();
      }),
      { seed: 22, numRuns: 2_000 },
    );
  });

  test("with two different neighbours swapped is no key, but for 0 beside Z", () => {
    fc.assert(
      fc.property(anySendKey, fc.nat(), (key, place) => {
        const text = formatSendKey(key);
        const index = place % (text.length - 1);
        const pair = text.slice(index, index + 2);
        fc.pre(pair[0] !== pair[1] && pair !== "0Z" && pair !== "Z0");
        const swapped = `${text.slice(0, index)}${pair[1]}${pair[0]}${text.slice(index + 2)}`;
        expect(parseSendKey(swapped)).toBeNull();
      }),
      { seed: 23, numRuns: 2_000 },
    );
  });

  test("stays the text that it is in a cell of any format, as its column is not made plain text", () => {
    fc.assert(
      fc.property(anySendKey, fc.constantFrom("en_US", "de_DE", "id_ID"), (key, locale) => {
        const text = formatSendKey(key);
        const cell = cellAfterTyping(untouchedCell, text, { locale, year: 2026 });
        expect(cell).toMatchObject({ value: text, formula: null });
      }),
      { seed: 26, numRuns: 500 },
    );
  });

  test("ends with a letter, so that drag-fill has no last digits to count up", () => {
    fc.assert(
      fc.property(anySendKey, (key) => {
        expect(formatSendKey(key)).toMatch(/[A-Z]$/);
      }),
      { seed: 24 },
    );
  });

  test("is refused when digits at its start or end were counted up by hand", () => {
    fc.assert(
      fc.property(anySendKey, fc.integer({ min: 1, max: 9 }), (key, step) => {
        const counted = formatSendKey(key).replace(/([0-9])(?=[^0-9]*$)/, (digit) =>
          String((Number(digit) + step) % 10),
        );
        expect(parseSendKey(counted)).toBeNull();
      }),
      { seed: 25 },
    );
  });

  test.each([
    "",
    "T",
    "yes",
    "=T7K2M",
    "T7K2M-5Q8ZR1WX1A9C3-F6D9B2C1E4MA-2",
    "t7k2m-5q8zr1wx1a9c3-f6d9b2c1e4ma-2qr",
    formatSendKey(sendKeyOf()).slice(0, -1),
    `${formatSendKey(sendKeyOf())}R`,
    formatSendKey(sendKeyOf()).toLowerCase(),
    `${formatSendKey(sendKeyOf())} ${formatSendKey(sendKeyOf())}`,
  ])("%j is none", (text) => {
    expect(parseSendKey(text)).toBeNull();
  });
});

describe("the IDs in a send key", () => {
  test("have eight characters for a request, four for a run", () => {
    expect(newRequestId(() => 0.999)).toBe("ZZZZZZZZ");
    expect(newRunId(() => 0.5, new Set())).toBe("GGGG");
  });

  test("of two runs are never the same", () => {
    const numbers = [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5];
    expect(newRunId(() => numbers.shift() ?? 0, new Set(["0000"]))).toBe("GGGG");
  });
});
