import { compileBundle } from "./bundle";
import { Execution } from "./execution";
import type { ExecutionResult, Occasion, RuntimeOptions } from "./options";
import type { MenuModel } from "./user-interface";

export type { AuthMode } from "./authorization";
export { type Clock, SimulatedClock, systemClock } from "./clock";
export { type ExceptionLanguage, exceptionLanguages } from "./exception-texts";
export { type BufferFate, KillExecution, NotImplemented, ServiceFault, type WriteFate } from "./faults";
export type { HttpRequest, HttpResponse, HttpTransport } from "./http/http-transport";
export { type WorkerTransport, workerTransport } from "./http/worker-transport";
export {
  heavyTailedLatency,
  type LatencyModel,
  sidebarRoundTripMs,
  type TimedCall,
  typicalLatency,
} from "./latency";
export { Spreadsheet } from "./model/spreadsheet";
export { SpreadsheetUser } from "./model/user-acts";
export type {
  CallCount,
  DailyQuotas,
  ExecutionResult,
  LogLine,
  Occasion,
  RuntimeOptions,
  ServiceCall,
} from "./options";
export { type SidebarAnswer, sidebarCall } from "./sidebar-call";
export { Stores } from "./stores/stores";
export type { PropertyRead, Unknowns } from "./unknowns";
export type * from "./user-interface";

/** Apps Script on this machine, for one script, one spreadsheet and one user. */
export class LocalRuntime {
  /** The menus as the last execution that added any left them. */
  menus: MenuModel[] = [];
  readonly options: RuntimeOptions;

  /** Compiles the script; throws a SyntaxError if it is none. */
  constructor(options: RuntimeOptions) {
    this.options = options;
    compileBundle(options.code);
  }

  /**
   * Runs a top-level function in globals of its own and waits for its end. Executions may be nested through the hooks; each
   * is one of its own to the locks. Throws only for mistakes of the runtime, its hooks or its transport, never for what the
   * script does. `onOpen` and `onInstall` get their event object when no argument is given.
   */
  execute(functionName: string, args: readonly unknown[], how: Occasion): ExecutionResult {
    let added = false;
    const menuAdded = (menu: MenuModel) => {
      this.menus = added ? [...this.menus, menu] : [menu];
      added = true;
    };
    return new Execution(this.options, how, { menuAdded }).run(functionName, args);
  }
}
