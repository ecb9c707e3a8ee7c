import { formatSendKey } from "../../src/orders/send-key";
import { rivalsOf } from "../../src/run/rivals";
import type { Slot } from "../../src/run/slots";
import { attempt } from "../orders/order-sheet";
import { sendKeyOf } from "../orders/send-keys";

const plannedAtMs = 1_000_000;
const own = {
  executionMark: "MINE",
  runId: "R1N1",
  environment: "test" as const,
  plannedAtMs,
  byHand: false,
};
const key = sendKeyOf({ runMark: "R1N1" });

/** Another execution's claim of the same order. */
function claim(change: Partial<Slot> = {}): Slot {
  const keyTexts = [formatSendKey(sendKeyOf({ runMark: "R1N2" }))];
  const slot = { id: "THEM1", executionMark: "THEM", claimedAtMs: plannedAtMs - 5_000, sheetId: 7 };
  return { ...slot, keyTexts, results: [null], logged: false, ...change };
}

describe("an order that another execution has claimed", () => {
  test("is taken, whenever it was claimed", () => {
    expect(rivalsOf(own, [claim()], []).hasTaken(key)).toBe(true);
  });

  test("is not taken by this execution's own slots", () => {
    expect(rivalsOf(own, [claim({ executionMark: "MINE" })], []).hasTaken(key)).toBe(false);
  });

  test("is free again once it is known that it never left", () => {
    const results = [{ outcome: { kind: "notSent", reason: "stopped" } as const, atMs: plannedAtMs }];
    expect(rivalsOf(own, [claim({ results })], []).hasTaken(key)).toBe(false);
  });

  test("is sent all the same where the user has said since that it is not in bitbybit", () => {
    const byHand = { ...own, byHand: true };
    expect(rivalsOf(byHand, [claim()], []).hasTaken(key)).toBe(false);
    expect(rivalsOf(byHand, [claim({ claimedAtMs: plannedAtMs + 1 })], []).hasTaken(key)).toBe(true);
  });

  test("that is known to be made is taken for ever", () => {
    const made = [attempt(sendKeyOf({ runMark: "R1N2" }), "created", "ord_1")];
    expect(rivalsOf({ ...own, byHand: true }, [], made).hasTaken(key)).toBe(true);
  });
});
