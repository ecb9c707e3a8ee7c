import { performance } from "node:perf_hooks";
import { seededRandom } from "../api/seeded-random";
import type { BuiltAddOn } from "../command-line/built-add-on";
import { LocalRuntime, SimulatedClock } from "../runtime/local-runtime";
import { benchStores } from "./add-on-contender";
import { median } from "./median";
import { orderSpreadsheet } from "./order-rows";

/** Milliseconds from nothing compiled to the function's end, as medians. */
export interface ColdStart {
  onOpenMs: number;
  getStateMs: number;
  /** Loading an empty script in the same way: what of it is the local runtime's own. */
  emptyMs: number;
}

const repetitions = 15;

/** Compiles, loads and calls, each time anew. */
export function coldStart(addOn: BuiltAddOn): ColdStart {
  const empty = "function onOpen(){}";
  return {
    onOpenMs: coldMs(addOn.code, "onOpen"),
    getStateMs: coldMs(addOn.code, "getState"),
    emptyMs: coldMs(empty, "onOpen"),
  };
}

let texts = 0;

function coldMs(code: string, functionName: "onOpen" | "getState"): number {
  const spreadsheet = orderSpreadsheet(10, false);
  return median(
    Array.from({ length: repetitions }, () => {
      // Another text each time, which neither the runtime nor the engine has compiled before.
      texts += 1;
      const runtime = new LocalRuntime({
        code: `${code}\n//${texts}`,
        htmlFiles: {},
        spreadsheet,
        stores: benchStores(),
        clock: new SimulatedClock(0),
        random: seededRandom(5),
        http: { sendAll: () => [] },
        ui: {
          alert: () => "OK",
          prompt: () => ({ button: "CANCEL", text: "" }),
          toast: () => {},
          showSidebar: () => {},
          showModalDialog: () => {},
        },
      });
      const startMs = performance.now();
      const how =
        functionName === "onOpen"
          ? ({ trigger: "simple", authMode: "LIMITED" } as const)
          : ({ trigger: "sidebar", authMode: "FULL" } as const);
      const { outcome, message } = runtime.execute(functionName, [], how);
      if (outcome !== "returned") throw new Error(`${functionName}: ${message}`);
      return performance.now() - startMs;
    }),
  );
}
