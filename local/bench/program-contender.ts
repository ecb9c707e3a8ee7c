import { readFileSync } from "node:fs";
import { seededRandom } from "../api/seeded-random";
import { LocalRuntime, SimulatedClock, Stores, typicalLatency } from "../runtime/local-runtime";
import type { BenchTask, Contender, Passage } from "./contender";
import { killOnce } from "./kill-once";
import { orderSpreadsheet, resultColumns } from "./order-rows";
import { apiBase, benchKey, simulatedApi, windowMs } from "./simulated-api";
import { tallyOrders } from "./tally";

/** UrlFetch calls a day of a consumer account (Apps Script documentation, Quotas). */
const dailyRequests = 20_000;

/** Who starts a program so often and sees no end gives up. */
const mostStarts = 25;
/** After so many executions in a row that were killed without a single new ID, too. */
const mostFruitless = 2;

/** A program of programs/, started again by its user until it says that it is done. */
export function programContender(name: string, file: string): Contender {
  return { name, run: (task) => runProgram(file, task) };
}

function runProgram(file: string, { orders, api: model, killAtMs }: BenchTask): Passage {
  const startMs = Date.UTC(2026, 0, 5, 0);
  const clock = new SimulatedClock(startMs);
  const api = simulatedApi(model, () => clock.now());
  const spreadsheet = orderSpreadsheet(orders, true);
  const hook = killOnce(clock, killAtMs === null ? null : startMs + killAtMs);
  const runtime = new LocalRuntime({
    code: codeOf(file),
    htmlFiles: {},
    spreadsheet,
    stores: new Stores(),
    clock,
    random: seededRandom(3),
    http: api.transportFor(clock),
    ui: {
      alert: () => "OK",
      prompt: () => ({ button: "CANCEL", text: "" }),
      toast: () => {},
      showSidebar: () => {},
      showModalDialog: () => {},
    },
    latency: typicalLatency(),
    quotas: { urlFetchCalls: dailyRequests },
    beforeCall: hook,
    afterCall: hook,
  });
  let executions = 0;
  let serviceCalls = 0;
  let fruitless = 0;
  let done = 0;
  while (executions < mostStarts && fruitless < mostFruitless) {
    const result = runtime.execute("createAll", [], { trigger: "menu", authMode: "FULL" });
    executions += 1;
    serviceCalls += result.calls.all;
    if (result.outcome === "threw" || result.value === "done") break;
    // Refused by the limit: the user tries again a minute later; after a kill at once.
    if (result.outcome === "returned") {
      clock.sleep(windowMs);
      continue;
    }
    const before = done;
    ({ done } = tallyOrders(api.standIn, spreadsheet, orders, resultColumns.orderId));
    fruitless = done === before ? fruitless + 1 : 0;
  }
  return {
    ...tallyOrders(api.standIn, spreadsheet, orders, resultColumns.orderId),
    ...api.count,
    elapsedMs: clock.now() - startMs,
    executions,
    serviceCalls,
  };
}

function codeOf(file: string): string {
  const [request, program] = ["request.js", file].map((name) =>
    readFileSync(new URL(`./programs/${name}`, import.meta.url), "utf8"),
  );
  const settings = { url: `${apiBase}/orders`, key: benchKey };
  return `const settings = ${JSON.stringify(settings)};\n${request}\n${program}`;
}
