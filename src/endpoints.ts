import type { Environment, RunKind, RunPlan, RunProgress } from "./run/progress";

/**
 * What the sidebar can call on the server through `google.script.run`, with the shapes of both directions. Everything
 * here survives the JSON copying of that call: no Date, no function, no undefined inside arrays.
 */
export interface Endpoints {
  /** Everything the sidebar shows when it opens. */
  getState(): SidebarState;
  /** What the selection holds and what would happen to it; sends nothing, writes nothing. */
  planRun(kind: RunKind): PlanAnswer;
  /** Starts the run that `planRun` described, works for one step, and tells how far it came. */
  startRun(kind: RunKind, token: string): RunAnswer;
  /** Goes on with a run for one more step. Also settles what an earlier, broken-off step left behind. */
  continueRun(runId: string): RunAnswer;
  /** Asks the run to stop between two waves; what was sent is settled, the rest is Not sent. */
  stopRun(runId: string): RunAnswer;
  /** The rows of the active sheet that need a person. */
  getProblems(): ProblemList;
  /** Selects a cell of a sheet for the user, as a click would. `cell` in A1 notation. */
  selectCell(sheetId: number, cell: string): Done;
  /** Saves what the user typed; a field left out stays as it is. The API key never comes back. */
  saveSettings(change: SettingsChange): SettingsAnswer;
  /** Removes the API key from this user's properties. */
  forgetKey(): SettingsAnswer;
  /** Lists one order with the saved key and says what works, or what is wrong and how to mend it. */
  testConnection(): Done;
}

/** A refusal or an acknowledgement in words. `message` is empty when there is nothing to say. */
export interface Done {
  ok: boolean;
  message: string;
}

/** The settings as the sidebar may see them. */
export interface SettingsView {
  /** `bbb_test_…1a2b`, or empty when no key is saved. */
  maskedKey: string;
  environment: Environment | null;
  /** Shown to colleagues while a run is under way. */
  userName: string;
  /** Where the reference travels in the order. */
  referencePlace: "notes" | "tags";
  /** The base address that `/orders` is appended to. */
  apiAddress: string;
  defaultApiAddress: string;
  /** What was wrong with the stored settings and was replaced; empty when nothing. */
  notice: string;
}

/** What the user changed in the settings. An `apiAddress` of "" goes back to the default. */
export interface SettingsChange {
  apiKey?: string;
  userName?: string;
  referencePlace?: "notes" | "tags";
  apiAddress?: string;
}

export interface SettingsAnswer extends Done {
  settings: SettingsView;
}

export interface SidebarState {
  /** The server's version; a sidebar of another version asks to be opened again. */
  version: string;
  settings: SettingsView;
  /** The run under way in this spreadsheet, the last one that ended, or null. */
  run: RunProgress | null;
  /** True for a run under way of somebody else, as far as can be told: by the name in the settings, and by the API key. */
  runIsAnothers: boolean;
  /** Who runs since when, as a sentence; empty when nobody else does, or has for a while. */
  lease: string;
}

export type PlanAnswer = { ok: true; plan: RunPlan } | { ok: false; message: string };
export type RunAnswer = { ok: true; run: RunProgress } | { ok: false; message: string };

/** One row that needs a person. */
export interface ProblemItem {
  sheetId: number;
  /** The cell to look at, in A1 notation: the one at fault, or the row's Message cell. */
  cell: string;
  rowNumber: number;
  /** The order as the user knows it: its Order ref, or `row 7`. */
  order: string;
  status: string;
  /** What is wrong and what to do, as it stands in Message. */
  message: string;
  kind: ProblemKind;
}

export type ProblemKind = "invalid" | "rejected" | "notSent" | "unconfirmed" | "held";

export interface ProblemList {
  sheetName: string;
  items: ProblemItem[];
  /** Rows beyond the most that are listed at once (500). */
  more: number;
}
