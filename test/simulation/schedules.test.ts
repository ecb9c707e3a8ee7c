import { readFileSync } from "node:fs";
import { join } from "node:path";
import { emphasisOn } from "../../local/simulation/busy-users";
import { killAt, killPoints } from "../../local/simulation/every-kill";
import { buildAltered } from "../../local/simulation/mutated-add-on";
import { closingLine } from "../../local/simulation/report";
import { runSchedule } from "../../local/simulation/schedule";
import { addResult, noTotals } from "../../local/simulation/totals";

const root = join(__dirname, "../..");
const code = readFileSync(join(root, "dist/Code.js"), "utf8");

// The long simulation is `npm run simulate`; these are few enough for every test run.
const seeds = 6;
const everyNthKill = 20;

const batchesOfTwo = { file: "ports/options.ts", find: "maxBatch: 100,", put: "maxBatch: 2," };

describe("whatever breaks, each order is made exactly once", () => {
  test(`in ${seeds} schedules of troubles and users' acts`, () => {
    const totals = noTotals();
    for (let seed = 1; seed <= seeds; seed++) addResult(totals, runSchedule(code, seed));
    expect(totals.failed).toEqual([]);
    expect(closingLine(totals)).toBe(`${seeds} schedules, 0 duplicates, 0 lost, 0 misplaced`);
    expect(Object.keys(totals.injected).length).toBeGreaterThan(20);
    expect(totals.created / totals.orders).toBeGreaterThan(0.75);
  });

  // The schedules' sheets are small; batches of two orders make each of them one that takes many.
  test("in schedules of small batches", async () => {
    const altered = await buildAltered(root, [batchesOfTwo]);
    const totals = noTotals();
    for (let seed = 1; seed <= 4; seed++) addResult(totals, runSchedule(altered, seed));
    expect(totals.failed).toEqual([]);
    expect(closingLine(totals)).toBe("4 schedules, 0 duplicates, 0 lost, 0 misplaced");
  });

  // Seeds in which an add-on of an earlier day kept another order's ID, or a Message, beside an order.
  test.each([
    ["sort everything", [35, 71, 122]],
    ["move a column", [9, 22, 42, 104]],
  ])("while users %s at every third write", (act, found) => {
    const failures = found.flatMap((seed) => runSchedule(code, seed, emphasisOn(act)).verdict.failures);
    expect(failures).toEqual([]);
  });

  test("where thousands of orders were made before, and every new one lets an old one be forgotten", () => {
    const { verdict, injected } = runSchedule(code, 5, { fullJournal: true });
    expect([verdict.failures, injected.get("a full journal")]).toEqual([[], 1]);
  });

  // Seeds in which one of an earlier day made an order twice, or a wrong one.
  test("in schedules that have shown a hole before", () => {
    const found = [1768, 2622, 3789, 3960, 4156, 4341, 7043, 7941];
    expect(found.flatMap((seed) => runSchedule(code, seed).verdict.failures)).toEqual([]);
  });

  test("a run of three batches makes all of its orders wherever it is killed", () => {
    const batches: number[] = [];
    killAt(code, null, (call, index) => {
      if (call.method === "fetchAll") batches.push(index);
    });
    expect(batches.length).toBeGreaterThanOrEqual(3);
    const points = killPoints(code);
    const failed = points
      .filter((_, number) => number % everyNthKill === 0)
      .map((point) => ({ point, failures: killAt(code, point).verdict.failures }))
      .filter(({ failures }) => failures.length > 0);
    expect(failed).toEqual([]);
  });

  test("the same seed is the same schedule, to the last line of its trace", () => {
    const { trace, verdict } = runSchedule(code, 7);
    const again = runSchedule(code, 7);
    expect(again.trace).toEqual(trace);
    expect(again.verdict).toEqual(verdict);
    expect(trace.length).toBeGreaterThan(5);
  });
});
