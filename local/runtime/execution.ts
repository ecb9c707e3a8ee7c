import { requireAuthorization } from "./authorization";
import { compileBundle } from "./bundle";
import { ScriptContext } from "./context";
import { DocumentView } from "./document-view";
import { KillExecution, NotImplemented, ServiceFault, type WriteFate } from "./faults";
import { localizedText } from "./localized-text";
import type { Sheet } from "./model/sheet";
import { conditionKinds } from "./model/sheet-rules";
import type { CallCount, ExecutionResult, Occasion, RuntimeOptions, ServiceCall } from "./options";
import { scriptZone } from "./script-dates";
import { callMethod } from "./services/call-method";
import { Enumeration } from "./services/enumeration";
import { type ScriptGlobals, scriptGlobals } from "./services/globals";
import type { Service } from "./services/service";
import { defaultLateMs } from "./unknowns";
import type { MenuModel } from "./user-interface";
import { sheetOf, WriteBuffer } from "./write-buffer";

/** 6 minutes an execution, 30 s a simple trigger (Apps Script documentation, Quotas and Simple triggers). */
export const executionLimitMs = 360_000;
export const simpleTriggerLimitMs = 30_000;

/** What an execution reports to its runtime. */
export interface ExecutionHost {
  menuAdded(menu: MenuModel): void;
}

/** One run of one function of the script, in globals of its own. */
export class Execution {
  readonly options: RuntimeOptions;
  readonly occasion: Occasion;
  readonly host: ExecutionHost;
  readonly buffer: WriteBuffer;
  /** SpreadsheetApp.BooleanCriteria, which rules refer to. */
  readonly criteria: Enumeration;
  /** What it sees of the document, if that may be older than the document is. */
  private view: DocumentView | null = null;
  private readonly context: ScriptContext;
  private readonly globals: ScriptGlobals;
  private readonly calls: CallCount = { all: 0, spreadsheetTrips: 0, byMethod: {} };
  private readonly startMs: number;
  private readonly deadlineMs: number;
  /** Why nothing has an effect any more: a kill, a method that is not imitated, or an error of the runtime itself. */
  private stop: unknown = null;
  private ended = false;

  constructor(options: RuntimeOptions, occasion: Occasion, host: ExecutionHost) {
    this.options = options;
    this.occasion = occasion;
    this.host = host;
    this.startMs = options.clock.now();
    this.deadlineMs =
      this.startMs + (occasion.trigger === "simple" ? simpleTriggerLimitMs : executionLimitMs);
    this.buffer = new WriteBuffer(
      options.spreadsheet,
      (spreadsheet) => options.onFlush?.(spreadsheet),
      (write) => this.view?.repeat(write),
    );
    this.criteria = new Enumeration(this, "BooleanCriteria", conditionKinds);
    this.globals = scriptGlobals(this);
    this.context = new ScriptContext({
      now: () => options.clock.now(),
      ...scriptZone(options.scriptTimeZone ?? "Etc/GMT"),
      random: options.random,
      call: (service, method, args) => this.guarded(() => this.carryOut(service, method, args)),
      read: (service, property) => this.guarded(() => this.property(service, property)),
    });
  }

  /** Loads the script and calls the function. Throws only for errors of the runtime or its hooks themselves. */
  run(functionName: string, args: readonly unknown[]): ExecutionResult {
    const bundle = compileBundle(this.options.code);
    let result: Omit<ExecutionResult, "calls" | "elapsedMs">;
    try {
      for (const [name, service] of Object.entries(this.globals)) this.context.define(name, service);
      this.context.load(bundle);
      if (!bundle.entryPoints.has(functionName)) {
        throw new ServiceFault(`Script function not found: ${functionName}`);
      }
      const value = this.context.call(functionName, args.length === 0 ? this.eventFor(functionName) : args);
      result = { outcome: "returned", value };
    } catch (error) {
      result = { outcome: "threw", message: this.textOf(error) };
    }
    try {
      result = this.finish(result);
    } finally {
      this.ended = true;
      this.options.stores.locks.releaseAll(this);
    }
    return { ...result, calls: this.calls, elapsedMs: this.options.clock.now() - this.startMs };
  }

  /** Sends what was written to the document, as every read does. */
  read(): void {
    this.buffer.flush();
  }

  /** A sheet for reading, with everything this execution has written. */
  readSheet(sheetId: number): Sheet {
    this.read();
    return this.seenSheet(sheetId);
  }

  /** A sheet as this execution sees it, without a flush. */
  seenSheet(sheetId: number): Sheet {
    return this.view?.sheet(sheetId) ?? sheetOf(this.options.spreadsheet, sheetId);
  }

  /** Shows the execution all that others have done, as after a change of the sheets themselves. */
  seeEverything(): void {
    this.view?.refresh();
  }

  /** Keeps an act of the platform for later. */
  later(act: () => void): void {
    const { clock, stores, unknowns } = this.options;
    stores.lateWrites.add(clock.now() + (unknowns?.lateMs?.() ?? defaultLateMs), act);
  }

  /** Lets time pass; the kill comes in the middle if the execution's time ends there. */
  sleep(durationMs: number): void {
    const { clock } = this.options;
    clock.sleep(Math.min(durationMs, Math.max(0, this.deadlineMs - clock.now())));
    this.requireTime();
  }

  /** Hands an argument back as the service that it is, or the services that are in it if it is an array of them. */
  take(value: unknown): unknown {
    if (!Array.isArray(value)) return this.context.take(value);
    const isOfServices = value.some((item) => this.context.take(item) !== item);
    return isOfServices ? value.map((item) => this.context.take(item)) : value;
  }

  private carryOut(service: Service, method: string, args: readonly unknown[]): unknown {
    const kind = service.calls[method];
    if (kind === undefined) throw new NotImplemented(`${service.service}.${method}`);
    this.requireTime();
    const name = `${service.service}.${method}`;
    const before = this.calls.byMethod[name] ?? 0;
    const firstTouch = kind === "trip" && this.calls.spreadsheetTrips === 0;
    const call: ServiceCall = {
      service: service.service,
      method,
      index: this.calls.all,
      trip: kind === "trip",
    };
    this.calls.all++;
    this.calls.byMethod[name] = before + 1;
    if (kind === "trip") this.calls.spreadsheetTrips++;
    this.options.stores.lateWrites.makeDue(this.options.clock.now());
    this.beforeCall(call, service, args);
    this.requireTime();
    requireAuthorization(service.service, method, this.occasion.authMode, this.options.deniedScopes ?? []);
    if (call.trip) this.lookAround(call);
    const waiting = this.options.latency === undefined ? 0 : this.buffer.cells;
    const result = callMethod(
      service,
      method,
      args.map((value) => this.take(value)),
    );
    const left = this.options.latency === undefined ? 0 : this.buffer.cells;
    this.letTimePass(call, { firstTouch, firstOfMethod: before === 0, waiting, left });
    this.options.afterCall?.(call);
    this.requireTime();
    return this.context.give(result);
  }

  /** Asks the hook, and does what it says of a call that fails although it has an effect. */
  private beforeCall(call: ServiceCall, service: Service, args: readonly unknown[]): void {
    try {
      this.options.beforeCall?.(call);
    } catch (error) {
      const fails = error instanceof ServiceFault || error instanceof KillExecution;
      if (fails && error.fate !== undefined) {
        if (!call.trip)
          service.carryOutInPart(
            call.method,
            args.map((value) => this.take(value)),
            error.fate,
          );
        else if (error instanceof ServiceFault) this.settleBuffer(error.fate);
      }
      throw error;
    }
  }

  private settleBuffer(fate: WriteFate): void {
    this.buffer.settle(fate, fate === "part" ? this.options.random() : 0, (act) => this.later(act));
  }

  /** Decides whether this call sees what others did since the last one. */
  private lookAround(call: ServiceCall): void {
    const shows = this.options.unknowns?.showsOthersEdits;
    if (shows === undefined) return;
    if (this.view === null) this.view = new DocumentView(this.options.spreadsheet);
    else if (shows(call)) this.view.refresh();
  }

  private letTimePass(
    { service, method }: ServiceCall,
    at: { firstTouch: boolean; firstOfMethod: boolean; waiting: number; left: number },
  ): void {
    const { latency } = this.options;
    if (latency === undefined) return;
    const { firstTouch, firstOfMethod, waiting, left } = at;
    const [cells, flushedCells] = left < waiting ? [0, waiting - left] : [left - waiting, 0];
    this.sleep(latency({ service, method, cells, flushedCells, firstTouch, firstOfMethod }));
  }

  private property(service: Service, name: string): unknown {
    const value = service.properties[name];
    if (value === undefined) throw new NotImplemented(`${service.service}.${name}`);
    return this.context.give(value);
  }

  /** Turns what goes wrong into what the script may see, and stops everything if it must see nothing. */
  private guarded<T>(act: () => T): T {
    if (this.ended) throw this.context.exception("The execution has ended.");
    if (this.stop !== null) throw this.context.exception(this.textOf(this.stop));
    try {
      return act();
    } catch (error) {
      if (!(error instanceof ServiceFault)) this.stop = error;
      throw this.context.exception(this.textOf(error));
    }
  }

  /** What an error says in the user's language, if it is one of the platform's own. */
  private textOf(error: unknown): string {
    const isOfPlatform = error instanceof ServiceFault || error instanceof KillExecution;
    return isOfPlatform ? localizedText(error.message, this.options.language ?? "en") : messageOf(error);
  }

  private requireTime(): void {
    if (this.options.clock.now() >= this.deadlineMs) throw new KillExecution();
  }

  /** The end: what is still buffered is written, and a stop decides over whatever the script made of it. */
  private finish(result: Omit<ExecutionResult, "calls" | "elapsedMs">): typeof result {
    if (this.stop === null && this.options.clock.now() >= this.deadlineMs) this.stop = new KillExecution();
    const { stop } = this;
    if (stop instanceof KillExecution) {
      this.settleBuffer(stop.buffer ?? this.options.bufferAtKill ?? "lost");
      return { outcome: "killed", message: this.textOf(stop) };
    }
    if (stop instanceof NotImplemented) {
      this.buffer.discard();
      return { outcome: "threw", message: stop.message };
    }
    if (stop !== null) throw stop;
    const failed = this.flushAtEnd();
    return failed === null || result.outcome !== "returned" ? result : { outcome: "threw", message: failed };
  }

  /** Writes what is buffered; the text of what went wrong, or null. */
  private flushAtEnd(): string | null {
    try {
      this.buffer.flush();
      return null;
    } catch (error) {
      if (error instanceof ServiceFault) return this.textOf(error);
      throw error;
    }
  }

  /** The event object of the triggers that get one (Apps Script documentation, Event objects). */
  private eventFor(functionName: string): unknown[] {
    if (functionName !== "onOpen" && functionName !== "onInstall") return [];
    const { SpreadsheetApp, ScriptApp } = this.globals;
    const authMode = ScriptApp.authMode(this.occasion.authMode);
    const source = this.occasion.authMode === "NONE" ? {} : { source: SpreadsheetApp.getActiveSpreadsheet() };
    return [{ authMode, ...source }];
  }
}

function messageOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
