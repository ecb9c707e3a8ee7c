import { startStandIn } from "../api/process";
import type { BuiltAddOn } from "../command-line/built-add-on";
import { systemClock, workerTransport } from "../runtime/local-runtime";
import { AddOnDriver, benchStores } from "./add-on-contender";
import { orderSpreadsheet } from "./order-rows";

/** A run in real time, over real HTTP, against a window small enough to be waited for. */
export interface RealTimeRun {
  orders: number;
  limit: number;
  windowMs: number;
  /** From the first request to the last answer. */
  elapsedMs: number;
  /** The least time that the limit allows, by the time taken: the share of the allowance that was used. */
  allowanceUsed: number;
  refusedByLimit: number;
  /** Rows with an ID of their own. */
  done: number;
  /** Orders that the API made. */
  made: number;
}

/** Runs so many orders with so many requests allowed a window. */
export async function realTimeRun(
  addOn: BuiltAddOn,
  { orders, limit, windowMs }: { orders: number; limit: number; windowMs: number },
): Promise<RealTimeRun> {
  const standIn = await startStandIn(["--limit", String(limit), "--window", String(windowMs / 1000)]);
  const http = workerTransport();
  const clock = systemClock();
  let refusedByLimit = 0;
  let firstMs: number | null = null;
  let lastMs = 0;
  let made = 0;
  try {
    const spreadsheet = orderSpreadsheet(orders, false);
    const driver = new AddOnDriver(addOn, {
      spreadsheet,
      stores: benchStores(standIn.url, standIn.key),
      clock,
      modelled: false,
      http: {
        sendAll: (requests) => {
          firstMs ??= clock.now();
          const answers = http.sendAll(requests);
          lastMs = clock.now();
          refusedByLimit += answers.filter(({ status }) => status === 429).length;
          made += answers.filter(({ status }) => status === 201).length;
          return answers;
        },
      },
    });
    driver.runToTheEnd();
    const elapsedMs = lastMs - (firstMs ?? lastMs);
    const leastMs = (Math.ceil(orders / limit) - 1) * windowMs;
    const column = driver.idColumn();
    const ids = new Set(
      Array.from({ length: orders }, (_, index) => spreadsheet.activeSheet.cell(index + 2, column).value),
    );
    ids.delete(null);
    const allowanceUsed = leastMs / elapsedMs;
    return { orders, limit, windowMs, elapsedMs, allowanceUsed, refusedByLimit, done: ids.size, made };
  } finally {
    await http.close();
    await standIn.stop();
  }
}
