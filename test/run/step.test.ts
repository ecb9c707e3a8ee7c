import { menuStep, sidebarStep } from "../../src/ports/options";
import { workFrom } from "../../src/run/step";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import { orders, type ShopAnswer, shopRun, started } from "./shop-run";

/** Makes an order of each request, and has no room for another one for 50 seconds. */
const spent: ShopAnswer = (_, count) =>
  answerOf(201, { data: { id: `ord_${count}` } }, limitHeaders(1, 0, 50));

const step = { budgetMs: 600_000, maxSleepMs: 70_000 };

test("one order goes alone, then ten, and once something was created as many as may go together", () => {
  const shop = shopRun(orders(40));
  const { desk, state } = started(shop);
  expect(workFrom(desk, state, step).state).toEqual({ kind: "drained" });
  expect(shop.batches).toEqual([1, 39]);
});

test("while nothing was created yet, ten go together at the most", () => {
  const refuse = answerOf(
    400,
    { error: { code: "VALIDATION_ERROR", message: "no" } },
    limitHeaders(100, 99, 60),
  );
  const shop = shopRun(orders(40), { answer: () => refuse, options: { maxEqualFailures: 100 } });
  const { desk, state } = started(shop);
  workFrom(desk, state, step);
  expect(shop.batches).toEqual([1, 10, 10, 10, 9]);
});

test("a step ends when its time is up, with the next orders still waiting", () => {
  const shop = shopRun(orders(5));
  const { desk, state } = started(shop);
  shop.clock.sleep(sidebarStep.budgetMs);
  const worked = workFrom(desk, state, sidebarStep);
  expect(worked.state).toEqual({ kind: "timeUp" });
  expect(shop.batches).toEqual([1]);
  expect(shop.sheet.shown("status")).toEqual(["Created (test)", ...Array(4).fill("Valid")]);
});

test("a wait for the rate limit that is longer than a step may sleep is handed back", () => {
  const shop = shopRun(orders(3), { answer: spent });
  const { desk, state } = started(shop);
  const worked = workFrom(desk, state, sidebarStep);
  expect(worked.state).toMatchObject({ kind: "waiting" });
  expect(shop.batches).toEqual([1]);
});

test("a step that may sleep so long waits, and goes on", () => {
  const shop = shopRun(orders(3), { answer: spent });
  const begunAtMs = shop.clock.nowMs();
  const { desk, state } = started(shop);
  expect(workFrom(desk, state, menuStep).state).toEqual({ kind: "drained" });
  expect(shop.batches).toEqual([1, 1, 1]);
  expect(shop.clock.nowMs() - begunAtMs).toBeGreaterThanOrEqual(100_000);
});
