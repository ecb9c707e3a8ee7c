import * as z from "zod/mini";
import { seededRandom } from "../api/seeded-random";
import type { BuiltAddOn } from "../command-line/built-add-on";
import {
  type Clock,
  type ExecutionResult,
  LocalRuntime,
  type RuntimeOptions,
  SimulatedClock,
  type Spreadsheet,
  Stores,
  sidebarCall,
  typicalLatency,
} from "../runtime/local-runtime";
import type { BenchTask, Contender, Passage } from "./contender";
import { killOnce } from "./kill-once";
import { orderSpreadsheet } from "./order-rows";
import { apiBase, benchKey, simulatedApi } from "./simulated-api";
import { tallyOrders } from "./tally";

/** One execution of the add-on, for the calls that it may cost. */
export interface ExecutionCost {
  /** Calls of the spreadsheet service. A data range counts with the read of it: it only says how far that reaches. */
  trips: number;
  waves: number;
}

/** What an execution cost. */
export function executionCost({ calls }: Pick<ExecutionResult, "calls">): ExecutionCost {
  return {
    trips: calls.spreadsheetTrips - (calls.byMethod["Sheet.getDataRange"] ?? 0),
    waves: calls.byMethod["UrlFetchApp.fetchAll"] ?? 0,
  };
}

/** The most calls of an execution beyond twelve a batch. */
export function callsBeyondWaves(costs: readonly ExecutionCost[]): number {
  return Math.max(...costs.map(({ trips, waves }) => trips - 12 * waves));
}

/** What only the add-on's run tells. */
export interface AddOnPassage extends Passage {
  costs: ExecutionCost[];
  /** From the confirmation to the first order ID in the sheet; null when there came none. */
  firstResultMs: number | null;
}

/** The wait of the sidebar before it makes a failed step again. */
const retryWaitMs = 5_000;

/** Orders without an answer can be looked up 12 minutes after their claim; the user comes back a little later. */
const resolvableAfterMs = 13 * 60_000;

/** This add-on, as built, driven by its menu and then step by step as its sidebar does. */
export function addOnContender(addOn: BuiltAddOn): Contender & { run(task: BenchTask): AddOnPassage } {
  return { name: "this add-on", run: (task) => runAddOn(addOn, task) };
}

function runAddOn(addOn: BuiltAddOn, { orders, api: model, killAtMs }: BenchTask): AddOnPassage {
  const startMs = Date.UTC(2026, 0, 5, 0);
  const clock = new SimulatedClock(startMs);
  const api = simulatedApi(model, () => clock.now());
  const spreadsheet = orderSpreadsheet(orders, false);
  const costs: ExecutionCost[] = [];
  let serviceCalls = 0;
  const hook = killOnce(clock, killAtMs === null ? null : startMs + killAtMs);
  const driver = new AddOnDriver(addOn, {
    spreadsheet,
    stores: benchStores(),
    clock,
    http: api.transportFor(clock),
    hooks: { beforeCall: hook, afterCall: hook },
    ended: (result) => {
      serviceCalls += result.calls.all;
      costs.push(executionCost(result));
    },
  });
  driver.runToTheEnd();
  // From the click on, as for the programs compared with: the question is answered at once.
  const elapsedMs = clock.now() - startMs;
  if (killAtMs !== null) {
    // What a killed wave left unanswered is looked up with a later click, once its time has come.
    clock.sleep(resolvableAfterMs);
    driver.runToTheEnd();
  }
  const { confirmedAtMs, firstResultAtMs } = driver;
  return {
    ...tallyOrders(api.standIn, spreadsheet, orders, driver.idColumn()),
    ...api.count,
    elapsedMs,
    executions: costs.length,
    serviceCalls,
    costs,
    firstResultMs:
      confirmedAtMs === null || firstResultAtMs === null ? null : firstResultAtMs - confirmedAtMs,
  };
}

/** Stores as after "Save" in the settings, with the bench's key and address. */
export function benchStores(address = apiBase, key = benchKey): Stores {
  const stores = new Stores();
  stores.scriptProperties().setAll({ "bitbybit.local": "1" });
  giveSettings(stores, "user", address, key);
  return stores;
}

/** Saves the settings of one user. */
export function giveSettings(stores: Stores, user: string, address = apiBase, apiKey = benchKey): void {
  const settings = { v: 1, apiKey, userName: user, referencePlace: "notes", apiAddress: address };
  stores.userProperties(user).setAll({ "bitbybit.settings": JSON.stringify(settings) });
}

/** What a driver works with. */
export interface DriverOptions {
  spreadsheet: Spreadsheet;
  stores: Stores;
  clock: Clock;
  http: RuntimeOptions["http"];
  /** Default "user". */
  user?: string;
  hooks?: Pick<RuntimeOptions, "beforeCall" | "afterCall">;
  /** False for runs in real time. */
  modelled?: boolean;
  /** Told of every execution. */
  ended?: (result: Pick<ExecutionResult, "calls">) => void;
}

const runShape = z.object({ runId: z.string(), state: z.string(), waitMs: z.number() });
const stateShape = z.object({ run: z.nullable(runShape) });
const answerShape = z.union([
  z.object({ ok: z.literal(true), run: runShape }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** A user who clicks "Create orders", says yes, and leaves the sidebar open until the run has ended. */
export class AddOnDriver {
  confirmedAtMs: number | null = null;
  firstResultAtMs: number | null = null;
  /** How long the sidebar waits before its next step. */
  waitMs = 0;
  private runId: string | null = null;
  /** A run that does not fit into the click's execution shows the sidebar, which goes on with it. */
  private sidebarShown = false;
  private readonly runtime: LocalRuntime;

  constructor(
    addOn: BuiltAddOn,
    private readonly options: DriverOptions,
  ) {
    const { spreadsheet, stores, clock, http, user = "user", hooks = {}, modelled = true } = options;
    this.runtime = new LocalRuntime({
      code: addOn.code,
      htmlFiles: addOn.htmlFiles,
      spreadsheet,
      stores,
      clock,
      random: seededRandom(user.length * 7919),
      http,
      user,
      ui: {
        alert: ({ buttons }) => {
          if (buttons !== "YES_NO") return "OK";
          this.confirmedAtMs ??= clock.now();
          return "YES";
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: () => {},
        showSidebar: () => {
          this.sidebarShown = true;
        },
        showModalDialog: () => {},
      },
      onFlush: () => this.noticeFirstResult(),
      ...hooks,
      ...(modelled ? { latency: typicalLatency() } : {}),
    });
  }

  /** Clicks, and then goes on step by step, waiting as the sidebar does. */
  runToTheEnd(): void {
    this.runId = null;
    this.sidebarShown = false;
    while (this.step()) this.options.clock.sleep(this.waitMs);
  }

  /** The click, or one step of the run; false once the run has ended. Afterwards `waitMs` says when the next is due. */
  step(): boolean {
    return this.runId === null ? this.click() : this.continue(this.runId);
  }

  /** The column of the order IDs, 1-based; 0 while there is none. */
  idColumn(): number {
    const [sheet] = this.options.spreadsheet.sheets;
    const cells = sheet?.rowCells(1) ?? [];
    return cells.findIndex((cell) => cell?.value === "Order ID") + 1;
  }

  private click(): boolean {
    const result = this.runtime.execute("createOrders", [], { trigger: "menu", authMode: "FULL" });
    this.options.ended?.(result);
    if (result.outcome === "threw") throw new Error(`createOrders: ${result.message}`);
    if (!this.sidebarShown && result.outcome === "returned") return false;
    const state = stateShape.parse(this.call("getState", []));
    this.waitMs = state.run?.waitMs ?? 0;
    if (state.run === null || (result.outcome === "killed" && state.run.state === "ended")) return true;
    this.runId = state.run.runId;
    return state.run.state !== "ended";
  }

  private continue(runId: string): boolean {
    const value = this.call("continueRun", [runId]);
    if (value === null) {
      this.waitMs = retryWaitMs;
      return true;
    }
    const answer = answerShape.parse(value);
    if (!answer.ok) throw new Error(`continueRun: ${answer.message}`);
    this.waitMs = answer.run.waitMs;
    return answer.run.state !== "ended";
  }

  /** A call of the sidebar's; null when its execution was killed. */
  private call(name: string, args: readonly unknown[]): unknown {
    const answer = sidebarCall(this.runtime, name, args);
    this.options.ended?.(answer);
    if (answer.ok) return answer.value;
    if (answer.killed) return null;
    throw new Error(`${name}: ${answer.message}`);
  }

  private noticeFirstResult(): void {
    if (this.firstResultAtMs !== null) return;
    const column = this.idColumn();
    if (column === 0) return;
    const sheet = this.options.spreadsheet.sheets[0];
    // The first wave is the first order's alone.
    if (sheet && sheet.cell(2, column).value !== null) this.firstResultAtMs = this.options.clock.now();
  }
}
