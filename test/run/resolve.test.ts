import type { KnownAttempt, OrderRecord } from "../../src/orders/order-record";
import { formatSendKey, type SendKey } from "../../src/orders/send-key";
import { createPacer } from "../../src/run/pacer";
import { foundOutcome, type LookUpAnswer, lookUp, madeTwice } from "../../src/run/resolve";
import { readSlots } from "../../src/run/slots";
import { attempt, evidence, ordersOf } from "../orders/order-sheet";
import { sendKeyOf } from "../orders/send-keys";
import { executionOf, type TestExecution } from "./execution";
import { type ListedRow, listing } from "./shop";

const key = sendKeyOf();
const later = sendKeyOf({ stem: "8ATER000" });
const [record] = ordersOf({ orderRef: "A" });

/** Looks for the order of `key`. */
function look(
  setUp: TestExecution,
  known: KnownAttempt[],
  echoes = true,
  sought: SendKey = key,
): LookUpAnswer | undefined {
  const { execution } = setUp;
  const pacer = createPacer(execution.ports.cache, execution.ports.clock, "k");
  const target = {
    record: record as OrderRecord,
    key: sought,
    keyText: formatSendKey(sought),
    complete: true,
  };
  const basis = { evidence: evidence(...known), echoes, notBeforeMs: 0 };
  return lookUp(execution, pacer, [target], basis).answers.get(target);
}
const shop = (...orders: ListedRow[]) => executionOf(listing(() => orders));
const lostAt = (setUp: TestExecution, agoMs: number): KnownAttempt => ({
  ...attempt(key, "unconfirmed"),
  atMs: setUp.clock.nowMs() - agoMs,
});
const control = (setUp: TestExecution): KnownAttempt => ({
  ...attempt(later, "created", "ord_later"),
  atMs: setUp.clock.nowMs() - 1_000,
});

describe("looking for an order whose answer was lost", () => {
  test("one that is there is found at once, without a wait", () => {
    const setUp = shop({ id: "ord_1", status: "archived", key });
    expect(look(setUp, [lostAt(setUp, 0)])).toMatchObject({
      kind: "found",
      outcome: { orderId: "ord_1", note: "found" },
    });
    expect(setUp.clock.nowMs()).toBe(setUp.execution.startedAtMs);
  });

  test("one that is not there is absent only in a look that began 60 s after it was lost", () => {
    const setUp = shop();
    expect(look(setUp, [lostAt(setUp, 20_000)])).toEqual({ kind: "absent" });
    expect(setUp.clock.nowMs() - setUp.execution.startedAtMs).toBe(40_000);
    const old = shop();
    expect(look(old, [lostAt(old, 60_000)])).toEqual({ kind: "absent" });
    expect(old.clock.nowMs()).toBe(old.execution.startedAtMs);
  });

  test("nothing is looked through before the list can hold what was made last", () => {
    const askedAtMs: number[] = [];
    const answer = listing(() => []);
    const { execution, clock } = executionOf((request, now) => {
      askedAtMs.push(now.nowMs());
      return answer(request);
    });
    const notBeforeMs = clock.nowMs() + 30_000;
    lookUp(execution, execution.pacer, [], { evidence: evidence(), echoes: true, notBeforeMs });
    expect(Math.min(...askedAtMs)).toBe(notBeforeMs);
  });

  test("one that arrives while the wait lasts is found", () => {
    const orders: ListedRow[] = [];
    const answer = listing(() => orders);
    const setUp = executionOf((request, clock) => {
      if (clock.nowMs() > 1_000_000_000 && orders.length === 0)
        orders.push({ id: "ord_late", status: "active", key });
      return answer(request);
    });
    expect(look(setUp, [lostAt(setUp, 0)])).toMatchObject({
      kind: "found",
      outcome: { orderId: "ord_late" },
    });
  });

  test("one that was claimed and never heard of waits 12 minutes, which is told and not slept through", () => {
    const setUp = shop();
    const claimed = { ...lostAt(setUp, 0), outcome: "pending" as const };
    expect(look(setUp, [claimed])).toEqual({
      kind: "unknown",
      doubt: "wait",
      untilMs: setUp.execution.startedAtMs + 720_000,
    });
    expect(setUp.clock.nowMs()).toBe(setUp.execution.startedAtMs);
  });

  test("one of which nothing is known is remembered from now on, so that its wait can end", () => {
    const setUp = shop();
    expect(look(setUp, [])).toMatchObject({ kind: "unknown", doubt: "wait" });
    expect(readSlots(setUp.properties.readAll()).slots[0]?.keyTexts).toEqual([formatSendKey(key)]);
  });

  test("what is known of an earlier attempt does not end the wait of a later one", () => {
    const setUp = shop();
    const second = { ...key, attempt: 2 };
    expect(look(setUp, [lostAt(setUp, 3_600_000)], true, second)).toMatchObject({
      kind: "unknown",
      doubt: "wait",
    });
  });

  test("absence is not believed of a list that does not show an order made later", () => {
    const setUp = shop();
    expect(look(setUp, [lostAt(setUp, 90_000), control(setUp)])).toMatchObject({
      kind: "unknown",
      doubt: "control",
    });
    const complete = shop({ id: "ord_later", status: "active", key: later });
    expect(look(complete, [lostAt(complete, 90_000), control(complete)])).toEqual({ kind: "absent" });
  });

  test("absence is not believed of an API that gives no references back", () => {
    const setUp = shop();
    expect(look(setUp, [lostAt(setUp, 90_000)], false)).toMatchObject({ kind: "unknown", doubt: "control" });
  });
});

describe("orders found by their reference", () => {
  const orders = [
    { id: "b", idFault: null, orderNumber: "#2", notes: "", tags: [], createdAtMs: 2 },
    { id: "a", idFault: null, orderNumber: "#1", notes: "", tags: [], createdAtMs: 1 },
  ];

  test("the first that was made counts, and all are named where there are several", () => {
    expect(foundOutcome(orders)).toMatchObject({ orderId: "a", orderNumber: "#1", madeTwice: ["b", "a"] });
    expect(foundOutcome(orders.slice(0, 1))).toEqual({
      kind: "created",
      orderId: "b",
      orderNumber: "#2",
      note: "found",
    });
  });

  test("one order of a stem is not made twice", () => {
    const sighting = {
      byStem: new Map([
        ["S", orders.slice(0, 1)],
        ["T", orders],
      ]),
      byFingerprint: new Map(),
      doubt: null,
      place: "notes" as const,
    };
    expect(madeTwice(sighting, "S")).toBeNull();
    expect(madeTwice(sighting, "T")).toHaveLength(2);
    expect(madeTwice(sighting, "U")).toBeNull();
  });
});
