import type { RunAnswer, RunView } from "../../src/endpoints/runs";
import type { Language } from "../../src/endpoints/settings";
import { type Catalogue, catalogueOf } from "../../src/messages/catalogue";
import { type RunRecord, readRun } from "../../src/receipt/run-record";
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
import { History } from "../runtime/model/history";
import type { Sheet } from "../runtime/model/sheet";
import type { BuiltAddOn } from "./built-add-on";
import { AddOnFailed, EndpointCalls } from "./endpoint-calls";
import { ResultFile } from "./result-file";
import { hasNothingToDo, rangesInSheet, readSelectedRows, type SelectedRows } from "./selected-rows";
import { readSheetTable, type SheetTable } from "./sheet-table";
import type { StopSignal } from "./stop-signal";
import type { CommandWords } from "./words/english";
import { commandWords } from "./words/words";

/** What a sheet is opened with. */
export interface SessionNeeds {
  addOn: BuiltAddOn;
  file: OpenedSheet;
  /** Where the sheet is saved. */
  output: string;
  /** The selected ranges in A1 notation; null for all rows. */
  select: readonly string[] | null;
  /** The language of the account in whose name the add-on runs. */
  language: Language;
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

/** The least between two waits for a run, so that a run that names no wait is not asked without end. */
const leastWaitMs = 20;

/** A sheet open in the local runtime, with the add-on in it and somebody who clicks. */
export class AddOnSession {
  readonly language: Language;
  /** What the add-on says, for those parts of it that are said here. */
  readonly messages: Catalogue;
  /** What only a command says. */
  readonly words: CommandWords;
  readonly endpoints: EndpointCalls;
  /** HTTP requests, service calls and executions so far. */
  readonly counts = { requests: 0, calls: 0, executions: 0 };
  /** What the add-on said last. */
  lastAlert = "";
  /** What was asked, in the order of asking. */
  readonly questions: string[] = [];
  /** True once a question of the add-on was answered with no. */
  declined = false;
  private readonly needs: SessionNeeds;
  private readonly runtime: LocalRuntime;
  private readonly result: ResultFile;
  private readonly sheet: Sheet;
  private readonly ranges: string[];
  private readonly documentProperties: () => Readonly<Record<string, string>>;
  /** As it was read since the add-on was called last. */
  private knownTable: SheetTable | null = null;
  /** True once something was asked for that may send orders, or ask for what became of them. */
  private sends = false;
  private stopAsked = false;

  constructor(needs: SessionNeeds) {
    this.needs = needs;
    this.language = needs.language;
    this.messages = catalogueOf(needs.language);
    this.words = commandWords(needs.language);
    const { spreadsheet } = needs.file;
    const stores = new Stores();
    stores.scriptProperties().setAll({ "bitbybit.local": "1" });
    stores.userProperties("user").setAll({ "bitbybit.settings": settingsOf(needs.api) });
    const properties = stores.documentProperties(spreadsheet.id);
    properties.setAll(needs.file.documentProperties);
    this.documentProperties = () => properties.all();
    this.result = new ResultFile(needs.output, needs.file, this.documentProperties, needs.language);
    History.of(spreadsheet).forget();
    spreadsheet.timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.sheet = spreadsheet.activeSheet;
    this.ranges = rangesInSheet(needs.select, this.sheet);
    this.runtime = new LocalRuntime({
      code: needs.addOn.code,
      htmlFiles: needs.addOn.htmlFiles,
      spreadsheet,
      stores,
      clock: this.clock(),
      random: needs.random,
      userLocale: needs.language,
      http: {
        sendAll: (requests) => {
          this.counts.requests += requests.length;
          return needs.http.sendAll(requests);
        },
      },
      ui: {
        alert: (dialog) => {
          this.lastAlert = dialog.text;
          const button = this.answer(dialog);
          this.declined = button === "NO" || button === "CANCEL";
          return button;
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: ({ message }) => needs.onProgress(message),
        showSidebar: () => {},
        showModalDialog: () => {},
      },
      urlFetchWhitelist: [...needs.addOn.urlFetchWhitelist, `${needs.api.address}/`],
      beforeCall: (call) => this.beforeCall(call),
      afterCall: ({ service }) => {
        if (service === "Properties") this.result.propertiesChanged();
      },
      onFlush: () => this.result.sheetChanged(),
    });
    this.endpoints = new EndpointCalls(this.runtime, (calls) => this.count(calls));
  }

  /** Names the sheet that is used, if the file has several; else empty. */
  whichSheet(): string {
    const several = this.needs.file.spreadsheet.sheets.length > 1;
    return several ? this.words.runs.whichSheet(this.sheet.name) : "";
  }

  /** The selected rows as they are now. */
  selectedRows(): SelectedRows {
    return readSelectedRows(this.ranges, this.sheet, this.table());
  }

  /** True if no selected row holds anything to work on. */
  hasNothingToDo(): boolean {
    return hasNothingToDo(this.ranges, this.sheet, this.table());
  }

  /** The run that the document's properties hold: the last one that was started, checks included. */
  lastRun(): RunRecord | null {
    return readRun(this.documentProperties());
  }

  /** The whole sheet as it is displayed now, and how its columns are read. */
  table(): SheetTable {
    const { locale } = this.needs.file.spreadsheet;
    this.knownTable ??= readSheetTable(this.sheet, this.documentProperties(), locale);
    return this.knownTable;
  }

  /** Selects the rows. Done again before every click: a sheet that the add-on adds takes the selection away. */
  select(): void {
    const { spreadsheet } = this.needs.file;
    spreadsheet.activate(this.sheet);
    spreadsheet.selection = this.ranges.length === 0 ? null : this.ranges;
  }

  /** Asks the person, or tells if nobody is to be asked. */
  agreesTo(question: string): boolean {
    return this.answer({ title: "", text: question, buttons: "YES_NO" }) === "YES";
  }

  /** Opens the sheet, selects, and clicks a menu item. Throws `AddOnFailed`. */
  click(item: keyof Catalogue["addOn"]["menu"]): void {
    const caption = this.messages.addOn.menu[item];
    this.select();
    this.execute("onOpen", "simple");
    const functionName = functionOf(this.runtime.menus, caption);
    if (functionName === null) throw new AddOnFailed(`The add-on has no menu item "${caption}".`);
    this.sends = item !== "check";
    this.execute(functionName, "menu");
  }

  /** Starts what was planned, with what it came to as the answer. A check or look-up leaves no run to ask for later. */
  start(kind: "create" | "check" | "resolve", token: string): RunAnswer {
    this.select();
    this.sends = kind !== "check";
    return this.endpoints.startRun(kind, token);
  }

  /** Goes on with a run until it has ended, as an open sidebar does. */
  goOn(started: RunView, describe: (run: RunView) => string): RunView {
    let run = started;
    while (run.state !== "ended") {
      this.needs.onProgress(describe(run));
      this.passOnStop(run.runId);
      if (!this.stopAsked) this.needs.stop.waitAtMost(Math.max(leastWaitMs, run.waitMs));
      this.passOnStop(run.runId);
      const answer = this.endpoints.continueRun(run.runId);
      if (!answer.ok) return { ...run, state: "ended", summary: answer.message };
      ({ run } = answer);
    }
    return run;
  }

  /** Saves the sheet as it now is, if it is not on the disk already. */
  save(): void {
    this.result.begin();
  }

  private answer(dialog: Dialog): ButtonName {
    if (dialog.buttons !== "OK") this.questions.push(dialog.text);
    return this.needs.answer(dialog);
  }

  private execute(functionName: string, trigger: "menu" | "simple"): void {
    const authMode = trigger === "simple" ? "LIMITED" : "FULL";
    // Let go of before, not after: of a long sheet it is as much as one reading of the add-on's.
    this.knownTable = null;
    const { outcome, message, calls } = this.runtime.execute(functionName, [], { trigger, authMode });
    this.count(calls.all);
    if (outcome === "threw") throw new AddOnFailed(message ?? "The add-on failed.");
  }

  private count(calls: number): void {
    this.counts.calls += calls;
    this.counts.executions++;
    this.knownTable = null;
  }

  /** A clock whose sleep notices Ctrl-C at once, passes it on to the run, and then sleeps the rest: the script's waits are kept. */
  private clock(): Clock {
    const { stop } = this.needs;
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
    // "no", leaves no file behind. A check sends nothing, so that nothing of it can be lost.
    if (service === "UrlFetchApp" && this.sends) this.result.begin();
    // Between two waves, when the script holds no lock: there another execution can do its work, as the Stop button's would.
    if (service === "Lock" && (method === "tryLock" || method === "waitLock")) this.noticeStop();
  }

  /** In the middle of an execution: asks the run to stop, as a click on the sidebar's Stop would. */
  private noticeStop(): void {
    if (!this.needs.stop.given || this.stopAsked) return;
    this.stopAsked = true;
    const run = this.endpoints.currentRun();
    if (run === null || run.state === "ended") this.stopAsked = false;
    else this.endpoints.stopRun(run.runId);
  }

  private passOnStop(runId: string): void {
    if (!this.needs.stop.given || this.stopAsked) return;
    this.stopAsked = true;
    this.endpoints.stopRun(runId);
  }
}

/** The settings as the add-on keeps them in user properties, which no command writes to the disk. */
function settingsOf({ address, key }: SessionNeeds["api"]): string {
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
