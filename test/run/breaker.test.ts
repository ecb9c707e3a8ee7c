import type { Outcome } from "../../src/bitbybit/outcome";
import { isBroken, lengthen, type Streak, waveSize } from "../../src/run/breaker";

const none: Streak = { failure: "", count: 0 };
const created: Outcome = { kind: "created", orderId: "o", orderNumber: "" };
const refused = (message: string): Outcome => ({ kind: "rejected", code: "VALIDATION_ERROR", message });
const many = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);

describe("failures in a row", () => {
  test("ten equal ones break the run, nine do not", () => {
    expect(isBroken(lengthen(none, many(9, refused("a"))))).toBe(false);
    expect(isBroken(lengthen(lengthen(none, many(9, refused("a"))), [refused("a")]))).toBe(true);
  });

  test("one that worked, or another failure, begins the count anew", () => {
    expect(lengthen(none, [...many(9, refused("a")), created])).toEqual(none);
    expect(lengthen(none, [...many(9, refused("a")), refused("b")]).count).toBe(1);
  });

  test("a rate limit is no failure", () => {
    const limited: Outcome = { kind: "notSent", reason: "rateLimit" };
    expect(lengthen(none, many(50, limited))).toEqual(none);
    expect(lengthen(none, [...many(5, refused("a")), limited, refused("a")]).count).toBe(6);
  });
});

describe("how many orders leave together", () => {
  test("one at first, so that a wrong key costs one request; few until one was created; then a hundred", () => {
    expect(waveSize(none, false, false)).toBe(1);
    expect(waveSize(none, true, false)).toBe(10);
    expect(waveSize(none, true, true)).toBe(100);
  });

  test("few again after some equal failures", () => {
    expect(waveSize({ failure: "x", count: 3 }, true, true)).toBe(10);
  });
});
