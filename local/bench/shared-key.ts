import { seededRandom } from "../api/seeded-random";
import type { BuiltAddOn } from "../command-line/built-add-on";
import { SimulatedClock } from "../runtime/local-runtime";
import { AddOnDriver, benchStores, giveSettings } from "./add-on-contender";
import { boundOf } from "./bounds";
import { orderSpreadsheet } from "./order-rows";
import { apiBase, benchKey, simulatedApi } from "./simulated-api";
import { tallyOrders } from "./tally";

/** Two users, each with a sheet of their own, who send with one API key at the same time. */
export interface SharedKey {
  orders: number;
  elapsedMs: number;
  /** Both users' time by the bound of all orders together. */
  byBound: number;
  refusedByLimit: number;
  requests: number;
  done: number;
  twice: number;
}

interface Colleague {
  clock: SimulatedClock;
  driver: AddOnDriver;
  orders: number;
  spreadsheet: ReturnType<typeof orderSpreadsheet>;
  going: boolean;
}

/**
 * Runs both side by side. The local runtime runs one execution at a time, so that whole steps are put in the order of their
 * beginnings, each on its user's own clock: what one learns of the other inside a step comes a step late.
 */
export function sharedKey(addOn: BuiltAddOn, ordersEach: number): SharedKey {
  const startMs = Date.UTC(2026, 0, 5);
  const model = { limit: 100, answerMs: 300 };
  let active = new SimulatedClock(startMs);
  const api = simulatedApi(model, () => active.now());
  const stores = benchStores();
  const random = seededRandom(17);
  const colleagues = ["first", "second"].map((user): Colleague => {
    giveSettings(stores, user, apiBase, benchKey);
    // They click within the same ten seconds.
    const clock = new SimulatedClock(startMs + Math.floor(10_000 * random()));
    const spreadsheet = Object.assign(orderSpreadsheet(ordersEach, false), { id: `bench-${user}` });
    const driver = new AddOnDriver(addOn, {
      spreadsheet,
      stores,
      clock,
      http: api.transportFor(clock),
      user,
    });
    return { clock, driver, orders: ordersEach, spreadsheet, going: true };
  });
  for (;;) {
    const [next] = colleagues
      .filter(({ going }) => going)
      .sort((one, other) => one.clock.now() - other.clock.now());
    if (!next) break;
    active = next.clock;
    next.going = next.driver.step();
    if (next.going) next.clock.sleep(next.driver.waitMs);
  }
  const elapsedMs = Math.max(...colleagues.map(({ clock }) => clock.now())) - startMs;
  // Both sheets have the same refs, so the shop holds each twice if nothing went wrong.
  const tallies = colleagues.map(({ spreadsheet, orders, driver }) =>
    tallyOrders(api.standIn, spreadsheet, orders, driver.idColumn()),
  );
  const orders = 2 * ordersEach;
  const made = api.standIn.shop("test").listOrders({}, { page: 1, limit: 1 }).meta.total;
  return {
    orders,
    elapsedMs,
    byBound: elapsedMs / boundOf(orders, model).ms,
    ...api.count,
    done: tallies.reduce((sum, { done }) => sum + done, 0),
    twice: made - orders,
  };
}
