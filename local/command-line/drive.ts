import { mapColumns } from "../../src/orders/columns";
import type { RunKind, RunProgress } from "../../src/run/progress";
import { addToReceipt, emptyReceipt, type Receipt } from "../../src/run/receipt";
import type { OpenedSheet } from "../files/open-file";
import {
  type ButtonName,
  type Clock,
  type Dialog,
  type HttpTransport,
  LocalRuntime,
  type MenuModel,
  type ServiceCall,
  Stores,
} from "../runtime/local-runtime";
import type { Sheet } from "../runtime/model/sheet";
import type { BuiltAddOn } from "./built-add-on";
import { AddOnFailed, EndpointCalls } from "./endpoint-calls";
import type { Action } from "./options";
import type { Report, Stats } from "./report";
import { ResultFile, SavingFailed } from "./result-file";
import { rangesInSheet, readSelectedRows } from "./selected-rows";
import type { StopSignal } from "./stop-signal";

/** Everything that one command works with. */
export interface Drive {
  addOn: BuiltAddOn;
  file: OpenedSheet;
  /** Where the sheet is saved. */
  output: string;
  select: readonly string[] | null;
  action: Action;
  /** The API's base address and the key for it; the key stays in memory. */
  api: { address: string; key: string };
  http: HttpTransport;
  stop: StopSignal;
  /** Answers the add-on's dialogs. */
  answer: (dialog: Dialog) => ButtonName;
  /** Told now and then how far the run is. */
  onProgress: (sentence: string) => void;
  random: () => number;
}

/**
 * A command carried out, or the one line that says why it could not be. `brokenOff`: it was under way, so that orders may have
 * been sent; what is known about them is saved.
 */
export type DriveResult = { ok: true; report: Report } | { ok: false; message: string; brokenOff: boolean };

/** The menu items by what the command line calls them. */
const captions: Readonly<Record<Action, string>> = {
  create: "Create orders from selection",
  check: "Check selection",
  resolve: "Resolve unconfirmed rows",
  setup: "Set up this sheet",
};

/** The least between two waits for a run, so that a run that names no wait is not asked without end. */
const leastWaitMs = 20;

/** Opens the sheet in the local runtime, selects, clicks the menu item, and goes on until the run has ended. */
export function drive(work: Drive): DriveResult {
  const startMs = Date.now();
  const session = new Session(work);
  try {
    const result = work.action === "setup" ? session.setUp() : session.run(work.action);
    return "message" in result
      ? { ok: false, message: result.message, brokenOff: false }
      : { ok: true, report: session.report(result, Date.now() - startMs) };
  } catch (error) {
    if (!(error instanceof AddOnFailed || error instanceof SavingFailed)) throw error;
    return { ok: false, message: error.message, brokenOff: session.hasSent };
  }
}

/** What a run came to, or why there was none. */
type Outcome = { receipt: Receipt; summary: string } | { message: string };

class Session {
  private readonly work: Drive;
  private readonly runtime: LocalRuntime;
  private readonly endpoints: EndpointCalls;
  private readonly result: ResultFile;
  private readonly sheet: Sheet;
  private readonly ranges: string[];
  private readonly counts = { requests: 0, calls: 0, executions: 0 };
  private lastAlert = "";
  private declined = false;
  private clicked = false;
  private stopAsked = false;

  constructor(work: Drive) {
    this.work = work;
    const { spreadsheet } = work.file;
    const stores = new Stores();
    stores.scriptProperties().setAll({ "bitbybit.local": "1" });
    stores.userProperties("user").setAll({ "bitbybit.settings": settingsOf(work.api) });
    const properties = stores.documentProperties(spreadsheet.id);
    properties.setAll(work.file.documentProperties);
    this.result = new ResultFile(work.output, work.file, () => properties.all());
    spreadsheet.timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.sheet = spreadsheet.activeSheet;
    this.ranges = rangesInSheet(work.select, this.sheet);
    this.runtime = new LocalRuntime({
      code: work.addOn.code,
      htmlFiles: work.addOn.htmlFiles,
      spreadsheet,
      stores,
      clock: this.clock(),
      random: work.random,
      http: {
        sendAll: (requests) => {
          this.counts.requests += requests.length;
          return work.http.sendAll(requests);
        },
      },
      ui: {
        alert: (dialog) => {
          this.lastAlert = dialog.text;
          const button = work.answer(dialog);
          this.declined = button === "NO" || button === "CANCEL";
          return button;
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: ({ message }) => work.onProgress(message),
        showSidebar: () => {},
      },
      urlFetchWhitelist: [...work.addOn.urlFetchWhitelist, `${work.api.address}/`],
      beforeCall: (call) => this.beforeCall(call),
      afterCall: ({ service }) => {
        if (service === "Properties") this.result.propertiesChanged();
      },
      onFlush: () => this.result.sheetChanged(),
    });
    this.endpoints = new EndpointCalls(this.runtime, (calls) => this.count(calls));
  }

  /** True once the API was asked anything, and with it everything is on the disk. */
  get hasSent(): boolean {
    return this.counts.requests > 0;
  }

  /** Adds the missing headers. */
  setUp(): Outcome {
    this.click("setup");
    const { header } = this.selectedRows();
    if (!mapColumns(header).ok) return { message: this.lastAlert };
    return { receipt: emptyReceipt(), summary: this.lastAlert };
  }

  /** Works on the selected orders until every one of them has its outcome. */
  run(action: Exclude<Action, "setup">): Outcome {
    const { header, rows } = this.selectedRows();
    if (mapColumns(header).ok && rows.length === 0) return { receipt: emptyReceipt(), summary: "" };
    this.select();
    const planned = this.endpoints.plan(action);
    if (!planned.ok) return this.withoutPlan(action, planned.message);
    let finished = "";
    for (;;) {
      const before = this.endpoints.currentRun();
      this.click(action);
      if (this.declined) return { message: "Called off: nothing was sent, nothing was saved." };
      const begun = this.endpoints.currentRun();
      const ended = begun === null ? null : this.goOn(begun);
      if (ended !== null && ended.runId !== before?.runId) {
        return { receipt: ended.counts, summary: `${finished}${ended.summary}` };
      }
      if (before !== null && before.state !== "ended") {
        // The click went on with a run that an earlier command left in the middle: now it is this selection's turn.
        finished = `The run that had been broken off is finished: ${ended?.summary ?? ""}\n`;
        continue;
      }
      if (planned.plan.orders > 0) return { message: this.lastAlert };
      return { receipt: planned.plan.leftOut, summary: this.lastAlert };
    }
  }

  /** The add-on sees nothing to look up, which is no fault of the command's; or it refuses the sheet. */
  private withoutPlan(action: Action, message: string): Outcome {
    const check = action === "resolve" ? this.endpoints.plan("check") : null;
    if (check === null || !check.ok) return { message };
    const orders = check.plan.orders + check.plan.leftOut.selected;
    return { receipt: addToReceipt(emptyReceipt(), "skipped", orders), summary: message };
  }

  /** Everything that is to be told about the command. The sheet is saved as it now is. */
  report(outcome: { receipt: Receipt; summary: string }, elapsedMs: number): Report {
    this.result.begin();
    const selected = this.selectedRows();
    const { hiddenRows, emptyRows } = selected;
    const stats: Stats = { hiddenRows, emptyRows, ...this.counts, elapsedMs };
    const { action, output } = this.work;
    return { action, ...outcome, selected, stats, output };
  }

  private goOn(started: RunProgress): RunProgress {
    let run = started;
    while (run.state !== "ended") {
      this.work.onProgress(progressSentence(run));
      this.passOnStop(run.runId);
      if (!this.stopAsked) this.work.stop.waitAtMost(Math.max(leastWaitMs, run.waitMs));
      this.passOnStop(run.runId);
      const answer = this.endpoints.continueRun(run.runId);
      if (!answer.ok) return { ...run, state: "ended", summary: answer.message };
      ({ run } = answer);
    }
    return run;
  }

  /** Selects the rows. Done again before every click: a sheet that the add-on adds takes the selection away. */
  private select(): void {
    const { spreadsheet } = this.work.file;
    spreadsheet.activate(this.sheet);
    spreadsheet.selection = this.ranges.length === 0 ? null : this.ranges;
  }

  /** Clicks the menu item, as a user does after opening the sheet. */
  private click(action: Action): void {
    this.select();
    this.execute("onOpen", "simple");
    const functionName = functionOf(this.runtime.menus, captions[action]);
    if (functionName === null) throw new AddOnFailed(`The add-on has no menu item "${captions[action]}".`);
    this.clicked = true;
    this.execute(functionName, "menu");
  }

  private execute(functionName: string, trigger: "menu" | "simple"): void {
    const authMode = trigger === "simple" ? "LIMITED" : "FULL";
    const { outcome, message, calls } = this.runtime.execute(functionName, [], { trigger, authMode });
    this.count(calls.all);
    if (outcome === "threw") throw new AddOnFailed(message ?? "The add-on failed.");
  }

  private count(calls: number): void {
    this.counts.calls += calls;
    this.counts.executions++;
  }

  private selectedRows() {
    return readSelectedRows(this.ranges, this.sheet, this.work.file.spreadsheet.locale);
  }

  /** A clock whose sleep notices Ctrl-C at once, passes it on to the run, and then sleeps the rest: the script's waits are kept. */
  private clock(): Clock {
    const { stop } = this.work;
    const pause = new Int32Array(new SharedArrayBuffer(4));
    return {
      now: () => Date.now(),
      sleep: (durationMs) => {
        const endMs = Date.now() + durationMs;
        if (!stop.given) stop.waitAtMost(durationMs);
        this.noticeStop();
        const restMs = endMs - Date.now();
        if (restMs > 0) Atomics.wait(pause, 0, 0, restMs);
      },
    };
  }

  private beforeCall({ service, method }: ServiceCall): void {
    // From the first request on, everything is on the disk before the next thing happens; until then a refusal, or a person's
    // "no", leaves no file behind.
    if (service === "UrlFetchApp" && this.clicked) this.result.begin();
    // Between two waves, when the script holds no lock: there another execution can do its work, as the Stop button's would.
    if (service === "Lock" && (method === "tryLock" || method === "waitLock")) this.noticeStop();
  }

  /** In the middle of an execution: asks the run to stop, as a click on the sidebar's Stop would. */
  private noticeStop(): void {
    if (!this.work.stop.given || this.stopAsked) return;
    this.stopAsked = true;
    const run = this.endpoints.currentRun();
    if (run === null || run.state === "ended") this.stopAsked = false;
    else this.endpoints.stopRun(run.runId);
  }

  private passOnStop(runId: string): void {
    if (!this.work.stop.given || this.stopAsked) return;
    this.stopAsked = true;
    this.endpoints.stopRun(runId);
  }
}

/** The settings as the add-on keeps them in user properties, which no command writes to the disk. */
function settingsOf({ address, key }: Drive["api"]): string {
  return JSON.stringify({ v: 1, apiKey: key, userName: "", referencePlace: "notes", apiAddress: address });
}

/** The function behind a menu item, submenus included; null when there is none of that caption. */
function functionOf(menus: readonly MenuModel[], caption: string): string | null {
  for (const item of menus.flatMap(({ items }) => items)) {
    if (item.kind === "item" && item.caption === caption) return item.functionName;
    const inner = item.kind === "menu" ? functionOf([item.menu], caption) : null;
    if (inner !== null) return inner;
  }
  return null;
}

const doing: Readonly<Record<RunKind, string>> = {
  create: "Creating",
  check: "Checking",
  resolve: "Looking up",
  sendAgain: "Sending again",
};

/** How far a run is, in one line. */
export function progressSentence(run: RunProgress): string {
  const total = run.counts.selected + run.remaining;
  const parts = [`${doing[run.kind]}: ${run.counts.selected} of ${total} orders`];
  if (run.ordersPerMinute !== null) parts.push(`${Math.round(run.ordersPerMinute)} a minute`);
  if (run.secondsLeft !== null) parts.push(`${Math.ceil(run.secondsLeft)} s left`);
  if (run.waitingFor !== "") parts.push(run.waitingFor);
  return parts.join(" · ");
}
