import { sidebarStep } from "../../src/ports/options";
import { RunError } from "../../src/ports/run-error";
import { continueRun, execute, executeConfirmed, propose, stopRun } from "../../src/run/session";
import { makes, orders, type ShopRun, shopRun, started } from "./shop-run";

/** The code of the `RunError` that ends an act. */
function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof RunError) return error.problem.code;
    throw error;
  }
  return "none";
}

/** A run whose execution was killed after the first order was keyed and claimed. */
function brokenOff(shop: ShopRun): string {
  started(shop);
  return shop.run().id;
}

const step = { ...sidebarStep, budgetMs: 600_000, maxSleepMs: 70_000 };

describe("a run that nobody disturbs", () => {
  test("makes every order, shows its ID beside it, and ends with its receipt", () => {
    const shop = shopRun(orders(3));
    const report = execute(shop.context, propose(shop.context, "create"), step);
    expect(report).toMatchObject({ state: "ended", counts: { selected: 3, created: 3 }, remaining: 0 });
    expect(shop.sheet.shown("orderId")).toEqual(["ord_1", "ord_2", "ord_3"]);
    expect(shop.sheet.shown("status")).toEqual(Array(3).fill("Created (test)"));
  });

  test("does not make them again when it is confirmed once more", () => {
    const shop = shopRun(orders(2));
    execute(shop.context, propose(shop.context, "create"), step);
    const again = shop.again();
    const report = execute(again, propose(again, "create"), step);
    expect(report).toMatchObject({ run: null, counts: { selected: 2, skipped: 2 } });
    expect(shop.requests).toHaveLength(2);
  });
});

test("what was agreed to is executed, and nothing else", () => {
  const shop = shopRun(orders(2));
  const { token } = propose(shop.context, "create");
  shop.sheet.swap(2, 3);
  expect(codeOf(() => executeConfirmed(shop.context, "create", token, step))).toBe("changedSince");
  expect(shop.requests).toEqual([]);
});

describe("a run that was broken off", () => {
  test("goes on from sheet and journal alone, and makes each order once", () => {
    const shop = shopRun(orders(3));
    const report = continueRun(shop.again(), brokenOff(shop), step);
    expect(report).toMatchObject({ state: "ended", counts: { selected: 3, created: 3 } });
    expect(shop.requests).toHaveLength(3);
  });

  test("is not continued under the ID of another run", () => {
    const shop = shopRun(orders(2));
    brokenOff(shop);
    expect(codeOf(() => continueRun(shop.again(), "ZZZZ", step))).toBe("superseded");
  });

  test("ends, its orders not sent, when its sheet was deleted", () => {
    const setting = { isGone: false };
    const shop = shopRun(orders(2), setting);
    const id = brokenOff(shop);
    setting.isGone = true;
    expect(continueRun(shop.again(), id, step)).toMatchObject({
      state: "ended",
      end: { why: "sheetGone" },
      counts: { selected: 2, notSent: 2 },
    });
  });

  test("ends, its orders not sent, when another API key is saved by now", () => {
    const shop = shopRun(orders(2));
    const report = continueRun(shop.again("bbb_test_another"), brokenOff(shop), step);
    expect(report).toMatchObject({ state: "ended", end: { why: "otherKey" }, counts: { notSent: 2 } });
    expect(shop.sheet.shown("status")).toEqual(["Not sent", "Not sent"]);
    expect(shop.requests).toEqual([]);
  });

  test("stays ended once it has ended", () => {
    const shop = shopRun(orders(2));
    const id = brokenOff(shop);
    const first = continueRun(shop.again(), id, step);
    expect(continueRun(shop.again(), id, step)).toEqual(first);
    expect(shop.requests).toHaveLength(2);
  });
});

describe("Stop", () => {
  test("ends a run before its next batch, and tells what was not sent", () => {
    const shop = shopRun(orders(2));
    const id = brokenOff(shop);
    expect(stopRun(shop.again(), id)).toMatchObject({
      state: "ended",
      end: { why: "stoppedByUser" },
      counts: { selected: 2, notSent: 2 },
    });
    expect(continueRun(shop.again(), id, step).end).toEqual({ why: "stoppedByUser" });
    expect(shop.requests).toEqual([]);
  });

  test("says so when it was not taken: the run may be going on", () => {
    const shop = shopRun(orders(2));
    const id = brokenOff(shop);
    shop.properties.room = 0;
    expect(codeOf(() => stopRun(shop.again(), id))).toBe("stopNotSaved");
  });
});

test("ten equal refusals stop a run before it touches the rest", () => {
  const refuse = () => ({
    status: 400,
    headers: {},
    body: '{"error":{"code":"VALIDATION_ERROR","message":"no"}}',
  });
  const shop = shopRun(orders(25), { answer: refuse });
  const report = execute(shop.context, propose(shop.context, "create"), step);
  expect(report.end).toEqual({ why: "stop", reason: "breaker" });
  expect(shop.requests.length).toBeLessThanOrEqual(11);
  expect(report.counts.notSent).toBe(25 - shop.requests.length);
});

test("an order whose answer is lost is Unconfirmed, and the run goes on with the others", () => {
  const shop = shopRun(orders(3), {
    answer: (request, count) => (count === 1 ? null : makes(request, count)),
  });
  const report = execute(shop.context, propose(shop.context, "create"), step);
  expect(report.counts).toMatchObject({ selected: 3, created: 2, unconfirmed: 1 });
  expect(shop.sheet.shown("status")).toEqual(["Unconfirmed", "Created (test)", "Created (test)"]);
});
