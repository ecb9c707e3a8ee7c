import { fileURLToPath, pathToFileURL } from "node:url";
import { AddOnDriver, benchStores } from "../local/bench/add-on-contender";
import { orderSpreadsheet } from "../local/bench/order-rows";
import { simulatedApi } from "../local/bench/simulated-api";
import { tallyOrders } from "../local/bench/tally";
import { readBuiltAddOn } from "../local/command-line/built-add-on";
import { KillExecution, SimulatedClock } from "../local/runtime/local-runtime";

const dist = fileURLToPath(new URL("../dist", pathToFileURL(__filename)));
const orders = 800;
const minuteMs = 60_000;

describe("a long run at the rate limit", () => {
  it("makes each of 800 orders once though it is killed twice and the sidebar is closed once", () => {
    const startMs = Date.UTC(2026, 0, 5, 9);
    const clock = new SimulatedClock(startMs);
    const api = simulatedApi({ limit: 100, answerMs: 300 }, () => clock.now());
    const spreadsheet = orderSpreadsheet(orders, false);
    let executions = 0;
    let killed = 0;
    // Once right after a batch has left, before its answers are kept; once in the middle of a locked section.
    const kills = [
      { method: "fetchAll", fromMs: startMs + 3 * minuteMs },
      { method: "flush", fromMs: startMs + 20 * minuteMs },
    ];
    const driver = () =>
      new AddOnDriver(readBuiltAddOn(dist), {
        spreadsheet,
        stores,
        clock,
        http: api.transportFor(clock),
        ended: () => {
          executions += 1;
        },
        hooks: {
          afterCall: ({ method }) => {
            const next = kills[killed];
            if (next === undefined || method !== next.method || clock.now() < next.fromMs) return;
            killed += 1;
            throw new KillExecution();
          },
        },
      });
    const stores = benchStores();

    const first = driver();
    for (let steps = 0; steps < 7 && first.step(); steps += 1) clock.sleep(first.waitMs);
    // The tab is closed here. A quarter of an hour later its user opens the sheet again and clicks.
    clock.sleep(15 * minuteMs);
    const second = driver();
    second.runToTheEnd();

    const idColumn = second.idColumn();
    expect(killed).toBe(2);
    expect(executions).toBeGreaterThanOrEqual(8);
    expect(api.count.refusedByLimit).toBe(0);
    // What a killed batch left unanswered is looked up with the next click, once its time has come.
    clock.sleep(15 * minuteMs);
    driver().runToTheEnd();
    expect(tallyOrders(api.standIn, spreadsheet, orders, idColumn)).toEqual({
      done: orders,
      twice: 0,
      lost: 0,
    });
  });
});
