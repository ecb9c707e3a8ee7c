import type { AuthMode } from "./authorization";
import type { Clock } from "./clock";
import type { ExceptionLanguage } from "./exception-texts";
import type { BufferFate } from "./faults";
import type { HttpTransport } from "./http/http-transport";
import type { LatencyModel } from "./latency";
import type { Spreadsheet } from "./model/spreadsheet";
import type { Stores } from "./stores/stores";
import type { Unknowns } from "./unknowns";
import type { UserInterface } from "./user-interface";

/** One call of a service method by the script. */
export interface ServiceCall {
  service: string;
  method: string;
  /** The call's place in its execution, from 0 on. */
  index: number;
  /** True when the call reads or writes the document's state. */
  trip: boolean;
}

/** A line that the script logged. */
export interface LogLine {
  level: "log" | "info" | "warn" | "error";
  text: string;
}

/** The day's allowances; unlimited if left out. The counts are the stores'. */
export interface DailyQuotas {
  urlFetchCalls?: number;
  /** Reads and writes of properties together. */
  propertyCalls?: number;
}

/** Everything that the runtime needs from outside. */
export interface RuntimeOptions {
  /** The text of dist/Code.js. */
  code: string;
  /** The html files by name without extension, for HtmlService. */
  htmlFiles: Readonly<Record<string, string>>;
  spreadsheet: Spreadsheet;
  stores: Stores;
  clock: Clock;
  /** Numbers from 0 up to 1. */
  random: () => number;
  http: HttpTransport;
  ui: UserInterface;
  /** Whose user properties, user cache, user lock and quotas. Default "user". */
  user?: string;
  /** Lets time pass for every call; none in real-time use. */
  latency?: LatencyModel;
  /**
   * Called at every service call, before it does anything. May throw a ServiceFault (the script sees an exception) or
   * KillExecution, each with the fate of what the call was to write; change the model as a user would, or run another execution on the same stores.
   */
  beforeCall?: (call: ServiceCall) => void;
  /** The same after the call has had its effect. */
  afterCall?: (call: ServiceCall) => void;
  /** Called after buffered writes were applied. */
  onFlush?: (spreadsheet: Spreadsheet) => void;
  /** What becomes of buffered writes at a kill. Default "lost". */
  bufferAtKill?: BufferFate;
  /** What is not known of the platform; by default what is likely. */
  unknowns?: Unknowns;
  /** The prefixes that UrlFetchApp may call (the manifest's `urlFetchWhitelist`); without it any address. */
  urlFetchWhitelist?: readonly string[];
  quotas?: DailyQuotas;
  /** The last parts of OAuth scopes that the user has refused, such as `script.external_request`. */
  deniedScopes?: readonly string[];
  /** The manifest's time zone. Default `Etc/GMT`. */
  scriptTimeZone?: string;
  /**
   * The language in which the exceptions of services come. Default `en`. Hooks throw their faults in English; the script sees
   * them in this language.
   */
  language?: ExceptionLanguage;
  /** What Session.getActiveUserLocale answers. Default: the language, and `en` for the made-up one. */
  userLocale?: string;
  /** Receives what the script logs; dropped without it. */
  log?: (line: LogLine) => void;
}

/** Why the script runs, and with which rights. */
export interface Occasion {
  /** `simple` is a simple trigger such as onOpen. */
  trigger: "menu" | "simple" | "sidebar";
  authMode: AuthMode;
}

/** Service calls of an execution. */
export interface CallCount {
  all: number;
  /** Calls that read or wrote the document's state, `flush` among them. */
  spreadsheetTrips: number;
  /** Calls by `Service.method`. */
  byMethod: Record<string, number>;
}

/** How an execution ended. */
export interface ExecutionResult {
  outcome: "returned" | "threw" | "killed";
  /** What the function returned, as an object of the script's own globals. */
  value?: unknown;
  /** The exception's text. */
  message?: string;
  calls: CallCount;
  elapsedMs: number;
}
