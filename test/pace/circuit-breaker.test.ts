import type { Outcome } from "../../src/bitbybit/outcome";
import { batchSize, breakReason, lengthen, noStreak, type Streak } from "../../src/pace/circuit-breaker";
import { defaultOptions } from "../../src/ports/options";

const created: Outcome = { kind: "created", orderId: "o", orderNumber: "" };
const limited: Outcome = { kind: "notSent", reason: "rateLimit" };
const lost: Outcome = { kind: "unconfirmed", reason: "transport" };
const refused = (message: string): Outcome => ({ kind: "rejected", code: "VALIDATION_ERROR", message });
const many = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);
const streakOf = (...batches: Outcome[][]): Streak => batches.reduce(lengthen, noStreak);
const reason = (streak: Streak) => breakReason(streak, defaultOptions);

describe("the circuit breaker", () => {
  test("ends a run after ten equal failures, in one batch or several, and not after nine", () => {
    expect(reason(streakOf(many(9, refused("a"))))).toBeNull();
    expect(reason(streakOf(many(9, refused("a")), [refused("a")]))).toBe("breaker");
    expect(reason(streakOf(many(10, refused("a"))))).toBe("breaker");
  });

  test("counts anew after one that worked, or another failure", () => {
    expect(streakOf([...many(9, refused("a")), created])).toEqual(noStreak);
    expect(streakOf([...many(9, refused("a")), refused("b")]).count).toBe(1);
    expect(reason(streakOf(many(9, refused("a")), [created], many(9, refused("a"))))).toBeNull();
  });

  test("takes a rate limit for no failure of an order", () => {
    expect(streakOf(many(50, limited)).count).toBe(0);
    expect(streakOf([...many(5, refused("a")), limited, refused("a")]).count).toBe(6);
  });

  test("ends a run after two lost batches in a row", () => {
    expect(reason(streakOf([lost]))).toBeNull();
    expect(reason(streakOf([lost], [lost, lost]))).toBe("lostBatches");
    expect(reason(streakOf([lost], [created], [lost]))).toBeNull();
    expect(reason(streakOf([lost], [lost, created]))).toBeNull();
  });

  test("ends a run after three windows that let no order through", () => {
    expect(reason(streakOf([limited], [limited]))).toBeNull();
    expect(reason(streakOf([limited], many(10, limited), [limited]))).toBe("emptyWindows");
    expect(reason(streakOf([limited], [limited], [limited, created], [limited]))).toBeNull();
  });

  test("goes by the bounds that it is given", () => {
    const strict = { ...defaultOptions, maxEqualFailures: 2, maxLostBatches: 1, maxEmptyWindows: 1 };
    expect(breakReason(streakOf(many(2, refused("a"))), strict)).toBe("breaker");
    expect(breakReason(streakOf([lost]), strict)).toBe("lostBatches");
    expect(breakReason(streakOf([limited]), strict)).toBe("emptyWindows");
  });
});

describe("how many orders leave together", () => {
  const size = (streak: Streak, sent: boolean, hasCreated: boolean) =>
    batchSize(streak, { sent, created: hasCreated }, defaultOptions);

  test("one at first, so that a wrong key costs one request; ten until one was created; then a hundred", () => {
    expect(size(noStreak, false, false)).toBe(1);
    expect(size(noStreak, true, false)).toBe(10);
    expect(size(noStreak, true, true)).toBe(100);
  });

  test("ten again after some equal failures, or a lost batch", () => {
    expect(size(streakOf(many(2, refused("a"))), true, true)).toBe(100);
    expect(size(streakOf(many(3, refused("a"))), true, true)).toBe(10);
    expect(size(streakOf([lost]), true, true)).toBe(10);
  });

  test("never more than a batch may have", () => {
    expect(batchSize(noStreak, { sent: true, created: false }, { ...defaultOptions, maxBatch: 4 })).toBe(4);
  });
});
