import * as fc from "fast-check";
import type { Outcome } from "../../src/bitbybit/outcome";
import { formatSendKey, parseSendKey } from "../../src/orders/send-key";
import {
  attemptsOf,
  freeSlot,
  keepInSlot,
  openSlot,
  readSlots,
  type Slot,
  saveResults,
  strayResults,
} from "../../src/run/slots";
import { sendKeyOf } from "../orders/send-keys";
import { MemoryProperties } from "./properties";

const keyTexts = Array.from({ length: 100 }, (_, index) =>
  formatSendKey(sendKeyOf({ stem: `STEM${String(index).padStart(4, "0")}` })),
);
function slotOf(count: number, results: Slot["results"] = []): Slot {
  return {
    id: "EXEC1",
    executionMark: "EXEC",
    claimedAtMs: 1_000,
    sheetId: 7,
    keyTexts: keyTexts.slice(0, count),
    results: Array.from({ length: count }, (_, index) => results[index] ?? null),
    logged: false,
  };
}
const createdAs = (orderId: string, orderNumber = ""): Outcome => ({ kind: "created", orderId, orderNumber });

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant("created" as const),
    orderId: fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
    orderNumber: fc.string({ unit: "grapheme", maxLength: 80 }),
  }),
  fc.record({
    kind: fc.constant("rejected" as const),
    code: fc.string({ maxLength: 80 }),
    message: fc.string(),
  }),
  fc.constant<Outcome>({ kind: "notSent", reason: "rateLimit" }),
  fc.constant<Outcome>({ kind: "unconfirmed", reason: "transport" }),
);

describe("a wave's slot", () => {
  test("of 100 orders fits into properties of 9 KB a value, before and after its results", () => {
    const properties = new MemoryProperties();
    expect(openSlot(properties, slotOf(100))).toBe(true);
    const results = keyTexts.map((_, index) => ({
      atMs: 1_800_000_000_000,
      outcome: createdAs(`ord_0123456789abcdef0123456789ab${index}`, `#1234567890${index}`),
    }));
    expect(saveResults(properties, slotOf(100, results))).toBe(true);
    for (const value of Object.values(properties.values))
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9_216);
    expect(readSlots(properties.readAll()).slots[0]?.results.map((one) => one?.outcome)).toMatchObject(
      results.map((one) => ({ kind: "created", orderId: (one.outcome as { orderId: string }).orderId })),
    );
  });

  test("reserves the room for its results while it is opened: full properties show before anything leaves", () => {
    const properties = new MemoryProperties();
    properties.room = 5_000;
    expect(openSlot(properties, slotOf(100))).toBe(false);
    expect(properties.values).toEqual({});
  });

  test("gives back what became of each key, whatever the outcomes; what does not fit is Unconfirmed, never another outcome", () => {
    fc.assert(
      fc.property(fc.array(fc.option(outcome), { minLength: 1, maxLength: 100 }), (outcomes) => {
        const properties = new MemoryProperties();
        const slot = slotOf(
          outcomes.length,
          outcomes.map((one) => one && { outcome: one, atMs: 1_800_000_000_000 }),
        );
        expect(openSlot(properties, slotOf(outcomes.length))).toBe(true);
        expect(saveResults(properties, slot)).toBe(true);
        const [read] = readSlots(properties.readAll()).slots;
        read?.results.forEach((result, index) => {
          const sent = outcomes[index];
          if (!sent) expect(result).toBeNull();
          else if (result?.outcome.kind !== sent.kind) expect(result?.outcome.kind).toBe("unconfirmed");
          else if (sent.kind === "created") expect(result.outcome).toMatchObject({ orderId: sent.orderId });
        });
        expect(read?.results).toHaveLength(outcomes.length);
      }),
      { seed: 81, numRuns: 150 },
    );
  });

  test("IDs too long to fit leave their orders to a look-up, and the slot fits still", () => {
    const properties = new MemoryProperties();
    const results = keyTexts.map(() => ({ atMs: 1, outcome: createdAs("x".repeat(3_000)) }));
    expect(saveResults(properties, slotOf(100, results))).toBe(true);
  });

  test("without results knows its keys as pending since they were claimed", () => {
    expect(attemptsOf(slotOf(1))).toEqual([
      {
        key: parseSendKey(keyTexts[0] ?? ""),
        keyText: keyTexts[0],
        outcome: "pending",
        orderId: "",
        orderNumber: "",
        ref: "",
        atMs: 1_000,
      },
    ]);
  });

  test("keeps only what is not settled, each result with its key", () => {
    const slot = slotOf(3, [
      null,
      { atMs: 2, outcome: createdAs("b") },
      { atMs: 3, outcome: createdAs("c") },
    ]);
    const kept = keepInSlot(slot, new Set([keyTexts[2] ?? "", keyTexts[0] ?? ""]));
    expect(kept.keyTexts).toEqual([keyTexts[0], keyTexts[2]]);
    expect(kept.results).toEqual([null, slot.results[2]]);
  });

  test("that is freed leaves nothing behind, and other properties alone", () => {
    const properties = new MemoryProperties();
    properties.values = { other: "x" };
    openSlot(properties, slotOf(2));
    freeSlot(properties, "EXEC1");
    expect(properties.values).toEqual({ other: "x" });
  });

  test("whose freeing was broken off leaves results that are known as nobody's", () => {
    const properties = new MemoryProperties();
    openSlot(properties, slotOf(2));
    expect(strayResults(properties.readAll())).toEqual([]);
    delete properties.values["slot.EXEC1"];
    expect(strayResults(properties.readAll())).toEqual(["slot.EXEC1.results"]);
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '{"v":2,"keyTexts":[]}',
    '{"v":1}',
    '{"v":1,"keyTexts":[],"claimedAtMs":"x"}',
  ])("%j cannot be read, is told, and stays", (text) => {
    expect(readSlots({ "slot.A1": text, other: "{" })).toEqual({ slots: [], unreadable: ["slot.A1"] });
  });

  test("with results that cannot be read knows its keys still", () => {
    const properties = new MemoryProperties();
    openSlot(properties, slotOf(2));
    properties.values["slot.EXEC1.results"] = "[[1,";
    expect(readSlots(properties.readAll()).slots[0]?.results).toEqual([null, null]);
  });
});
