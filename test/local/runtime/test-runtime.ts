import {
  type AuthMode,
  type ExecutionResult,
  type HttpRequest,
  type HttpResponse,
  LocalRuntime,
  type RuntimeOptions,
  SimulatedClock,
  Spreadsheet,
  Stores,
  type UserInterface,
} from "../../../local/runtime/local-runtime";
import type { Sheet } from "../../../local/runtime/model/sheet";

/** A Monday noon, in the year that dates typed without one fall into. */
export const startMs = Date.UTC(2026, 0, 5, 12);

/** A runtime over an empty sheet "Orders" of 100 rows, under a simulated clock, that answers every request with 200. */
export interface TestRuntime {
  runtime: LocalRuntime;
  spreadsheet: Spreadsheet;
  sheet: Sheet;
  stores: Stores;
  clock: SimulatedClock;
  /** What the add-on asked for over HTTP. */
  requests: HttpRequest[];
  /** Dialogs, toasts and sidebars shown. */
  shown: unknown[];
  /** Runs the body of a function of the script, from a menu under full authorization. */
  run(body: string, how?: { authMode?: AuthMode; trigger?: "menu" | "simple" | "sidebar" }): ExecutionResult;
  /** The same, for its value; fails when it does not return. Values are copied as JSON. */
  value(body: string): unknown;
}

/** Makes a TestRuntime; `options` replace its own. `code` is the script's top level besides the function that is run. */
export function testRuntime(options: Partial<RuntimeOptions> = {}): TestRuntime {
  const spreadsheet = options.spreadsheet ?? new Spreadsheet({ id: "file-1", name: "Shop" });
  const sheet = spreadsheet.sheetByName("Orders") ?? spreadsheet.addSheet("Orders", { maxRows: 100 });
  const clock = new SimulatedClock(startMs);
  const requests: HttpRequest[] = [];
  const shown: unknown[] = [];
  const ui: UserInterface = {
    alert: (dialog) => {
      shown.push(dialog);
      return "YES";
    },
    prompt: (dialog) => {
      shown.push(dialog);
      return { button: "OK", text: "typed" };
    },
    toast: (toast) => shown.push(toast),
    showSidebar: (page) => shown.push(page),
    showModalDialog: (page) => shown.push(page),
  };
  const http = {
    sendAll: (sent: readonly HttpRequest[]): HttpResponse[] => {
      requests.push(...sent);
      return sent.map(() => ({ status: 200, headers: [], body: "ok" }));
    },
  };
  const defaults = { htmlFiles: {}, spreadsheet, stores: new Stores(), clock, random: () => 0.5, http, ui };
  const all = { ...defaults, ...options, code: "" };
  const run: TestRuntime["run"] = (body, how = {}) => {
    const code = `${options.code ?? ""}\nfunction subject(){${body}}`;
    const { trigger = "menu", authMode = "FULL" } = how;
    return new LocalRuntime({ ...all, code }).execute("subject", [], { trigger, authMode });
  };
  return {
    runtime: new LocalRuntime({ ...all, code: options.code ?? "" }),
    spreadsheet,
    sheet,
    stores: all.stores,
    clock,
    requests,
    shown,
    run,
    value(body) {
      const result = run(body);
      if (result.outcome !== "returned") throw new Error(`${result.outcome}: ${result.message}`);
      return result.value === undefined ? undefined : JSON.parse(JSON.stringify(result.value));
    },
  };
}
