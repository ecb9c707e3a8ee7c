import type { Environment, RunKind, RunPlan, RunProgress } from "./receipt/progress";

/**
 * What the sidebar can call on the server through `google.script.run`, with the shapes of both directions. Everything
 * here survives the JSON copying of that call: no Date, no function, no undefined inside arrays. The page works if an
 * optional field is left out, and shows less.
 */
export interface Endpoints {
  /** Everything the sidebar shows when it opens. */
  getState(): SidebarState;
  /**
   * What would happen to the selection; sends nothing, writes nothing. With `rows`, those rows stand for the selection,
   * whatever is selected: every order with a row among them counts, with all of its rows. A check needs no API key.
   */
  planRun(kind: RunKind, rows?: ListedRows): PlanAnswer;
  /** Starts the run that `planRun` described, works for one step, and tells how far it came. */
  startRun(kind: RunKind, token: string, rows?: ListedRows): RunAnswer;
  /** Continues a run for one more step. First recovers what an earlier, broken-off step left behind. */
  continueRun(runId: string): RunAnswer;
  /** Asks the run to stop between two batches; what was sent gets its result, the rest is Not sent. */
  stopRun(runId: string): RunAnswer;
  /** What will be sent for the first selected row, with all rows of its order; sends nothing, writes nothing. */
  previewRow(): PreviewAnswer;
  /** The rows of the active sheet that need a person. */
  getProblems(): ProblemList;
  /** Selects a cell of a sheet for the user, as a click would. `cell` in A1 notation. */
  selectCell(sheetId: number, cell: string): Done;
  /**
   * Writes the certain cure into every cell of one cause, at most 100 a call. Reads each cell first and leaves alone a
   * formula and a cell that no longer holds what was listed.
   */
  fixCells(sheetId: number, cause: string): FixAnswer;
  /** Puts back what `fixCells` replaced, for as long as the cells still hold what it wrote. */
  undoFix(undoToken: string): FixAnswer;
  /**
   * How the columns of the active sheet are read. `headerRow` (1-based) reads them below another header row than the
   * saved or found one; saves nothing.
   */
  getColumns(headerRow?: number): ColumnsAnswer;
  /** Saves which column is read for which field. Refused if the header row is not as it was shown any more. */
  saveColumns(choice: ColumnsChoice): ColumnsAnswer;
  /** Saves what the user typed; a field left out stays as it is. The API key never comes back. */
  saveSettings(change: SettingsChange): SettingsAnswer;
  /** Removes the API key from this user's properties. */
  forgetKey(): SettingsAnswer;
  /**
   * Lists one order and says what works, or what is wrong and how to fix it. `typed` holds a key or address that is in
   * the page's fields and not saved; it is tested in place of the saved one, and not saved.
   */
  testConnection(typed?: Pick<SettingsChange, "apiKey" | "apiAddress">): ConnectionAnswer;
}

/** A refusal or an acknowledgement in words. `message` is empty when there is nothing to say. */
export interface Done {
  ok: boolean;
  message: string;
}

/** The languages of the add-on's words: English and Indonesian. */
export type Language = "en" | "id";

/** The settings as the sidebar may see them. */
export interface SettingsView {
  /** `bbb_test_…1a2b`, or empty when no key is saved. */
  maskedKey: string;
  environment: Environment | null;
  /** Shown to colleagues while a run is under way. */
  userName: string;
  /** Sent as the last name of a person with a single name; empty if the name itself is. Left out: it cannot be set. */
  singleLastName?: string;
  /** Where the reference travels in the order. */
  referencePlace: "notes" | "tags";
  /** The base address that `/orders` is appended to. */
  apiAddress: string;
  defaultApiAddress: string;
  /** What was wrong with the stored settings and was replaced; empty when nothing. */
  notice: string;
  /** The saved choice; `auto` follows the user's locale. Left out: the server has one language, and none is offered. */
  language?: Language | "auto";
}

/** What the user changed in the settings. An `apiAddress` of "" goes back to the default. */
export interface SettingsChange {
  apiKey?: string;
  userName?: string;
  singleLastName?: string;
  referencePlace?: "notes" | "tags";
  apiAddress?: string;
  language?: Language | "auto";
}

export interface SettingsAnswer extends Done {
  settings: SettingsView;
  /** The language from now on. Left out: as before. */
  spoken?: Language;
}

export interface ConnectionAnswer extends Done {
  /** What was tested. The page warns if it is not what was typed. @default "saved" */
  tested?: "typed" | "saved";
}

export interface SidebarState {
  /** The server's version; a sidebar of another version asks to be opened again. */
  version: string;
  settings: SettingsView;
  /** The run under way in this spreadsheet, the last one that ended, or null. */
  run: RunView | null;
  /** True for a run under way of somebody else, as far as can be told: by the name in the settings, and by the API key. */
  runIsAnothers: boolean;
  /** Who runs since when, as a sentence; empty when nobody else does, or has for a while. */
  lease: string;
  /** The language of the server's sentences: the setting, or else the user's locale. @default "en" */
  spoken?: Language;
  /** What the sidebar should open. A menu item on a sheet that is not understood opens `columns`. @default "run" */
  open?: "run" | "columns" | "problems";
  /**
   * How many needed fields of the active sheet have neither a column nor a default. Left out: the server has no
   * `getColumns`, and the page has no Columns tab.
   */
  columnsMissing?: number;
}

/** Rows by number (1-based) of one sheet. */
export interface ListedRows {
  sheetId: number;
  rowNumbers: number[];
}

/** A plan with what the page needs to word the question by itself. */
export interface PlanView extends RunPlan {
  /** The sum of all quantities of the orders that would be sent. */
  units?: number;
  /** Of `orders`, those that may exist already and are looked up before anything is sent. */
  lookUps?: number;
}

/** What a run is waiting for or busy with. How long it lasts is `waitMs`, since clocks of browser and server differ. */
export type RunWait =
  /** The API's rate limit. */
  | { kind: "rateLimit" }
  /** Lost answers: orders may still arrive in bitbybit, so they are not looked up yet. */
  | { kind: "arrival" }
  /** Reads bitbybit's list of orders; `page` counts from 1; `pages` is null until it is known. */
  | { kind: "lookUp"; page: number; pages: number | null }
  /** Another run writes to this spreadsheet at this moment. */
  | { kind: "otherRun" };

/**
 * A run with what the page needs to be truthful while it is under way. In an answer to `getState` as in all others:
 * - `counts` are the run's receipt so far, over all of its executions, waits included;
 * - `waitMs` is what is left of the wait at the time of the answer;
 * - `secondsLeft` is reckoned from the rate limit as the question's `secondsNeeded` is, with `waitMs` in it.
 */
export interface RunView extends RunProgress {
  /** All orders of the run. Left out: those reached and those remaining. */
  total?: number;
  /** What the run waits for as data. Left out: `waitingFor` is shown. */
  wait?: RunWait;
  /**
   * Why the run ended before all of its orders were done and what to do, in words; empty if it ended by itself. Left
   * out: `summary` is shown.
   */
  reason?: string;
  /** What the user must know although orders count as created: an order made twice. Shown first of all. */
  warnings?: string[];
}

export type PlanAnswer = { ok: true; plan: PlanView } | { ok: false; message: string };
export type RunAnswer = { ok: true; run: RunView } | { ok: false; message: string };

/** A value of what will be sent. */
export interface PreviewLine {
  /** The header of the field, such as `Zip`. */
  label: string;
  value: string;
  /** The cell that it comes from, such as `M4`; empty for a value that is set for all rows. */
  cell: string;
}

/** What will be sent for one order. */
export interface PreviewView {
  /** The order as the user knows it. */
  order: string;
  /** True if it was sent, or may have been: the rest is what its cells say now. */
  hasLeft: boolean;
  /** By what they are about; an article each. All empty if the order has problems. */
  parts: { about: "customer" | "article" | "address" | "more"; lines: PreviewLine[] }[];
  /** The body of the request as JSON, but for the line with the order's reference; empty if the order has problems. */
  json: string;
  /** In words: what keeps it from being sent, what to look at, what was put right in reading. */
  findings: string[];
}

export type PreviewAnswer = { ok: true; preview: PreviewView } | { ok: false; message: string };

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
  /** Which of the list's `causes` it belongs to. Left out: items are grouped by kind. */
  cause?: string;
  /** What the cell at fault shows. With it, the page shows value and cure in place of `message`. */
  found?: string;
  /** What would put it right: a value for the cell, or a few words. `certain`: `fixCells` would write it. */
  cure?: { text: string; certain: boolean };
  /** False if *Send again* would do nothing for this row. @default true for unconfirmed and held */
  sendAgain?: boolean;
}

/**
 * `twice`: created, but bitbybit has a second order of the same content. `held`: needs the user's decision. `warning`:
 * sent as it is, but worth a look.
 */
export type ProblemKind = "invalid" | "rejected" | "notSent" | "unconfirmed" | "held" | "twice" | "warning";

/** Problems of one cause: one kind of fault in one field. */
export interface ProblemCause {
  /** Stands for the cause in `fixCells`; without spaces. */
  cause: string;
  kind: ProblemKind;
  /** The cause in a few words, with its field: `Quantity is not a whole number`. */
  title: string;
  /** All rows of the sheet with this cause, listed or not. */
  rows: number;
  /** Cells for which the cure is certain; *Fix all* is offered if there are any. */
  certain: number;
}

export interface ProblemList {
  sheetName: string;
  items: ProblemItem[];
  /** Lines beyond the most that are listed at once (500). */
  more: number;
  /** All rows that need a person, each once. Left out: the page counts what is listed. */
  rows?: number;
  /** The causes in the order to be shown. Left out: the page groups by kind and counts what is listed. */
  causes?: ProblemCause[];
}

/** What `fixCells` or `undoFix` did, in words. `undoToken` is empty if nothing can be undone. */
export interface FixAnswer extends Done {
  undoToken: string;
}

/** A column of the user's sheet as the Columns tab shows it. */
export interface SheetColumn {
  /** Its letters: `C`. */
  column: string;
  /** The header as it stands in the sheet; may be empty. */
  header: string;
  /** The first few values that are not empty, as displayed, at most three, each at most 40 characters. */
  samples: string[];
}

/** A field of an order and where it is read from. */
export interface FieldColumn {
  /** The field's name in the code, such as `firstName`. */
  field: string;
  /** The field in the user's language. */
  label: string;
  /** The letters of the column it is read from; empty for none. */
  column: string;
  /**
   * Where `column` comes from: the field's own header name, a proposal that the user has not confirmed, or the user's
   * saved choice. `none` if there is no column.
   */
  source: "name" | "proposal" | "saved" | "none";
  /** True if every order needs it. */
  needed: boolean;
  /** Fields of which any one stands in for this one: `sku` for `variantId`. */
  insteadOf: string[];
  /** What is taken for every row if the field has no column; null for a field that can have no default. */
  defaultValue: string | null;
}

/** How the columns of one sheet are read. */
export interface ColumnsView {
  sheetId: number;
  sheetName: string;
  /** The row of the headers, 1-based. */
  headerRow: number;
  /** The platform whose export this looks like (`Shopee`), or empty. */
  platform: string;
  /** Stands for the header row as shown. */
  fingerprint: string;
  columns: SheetColumn[];
  fields: FieldColumn[];
  /** What else there is to know: two columns that both claim to be Phone, a saved column that is gone. */
  warnings: string[];
}

export type ColumnsAnswer =
  | ({ ok: true; columns: ColumnsView } & { message?: string })
  | (Done & { ok: false });

/** What the user chose in the Columns tab; confirms every proposal that is in it. */
export interface ColumnsChoice {
  sheetId: number;
  fingerprint: string;
  headerRow: number;
  /** Each field with a column or a default; `defaultValue` is empty for a field with a column. */
  fields: { field: string; column: string; defaultValue: string }[];
}
