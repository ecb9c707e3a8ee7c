import type { Environment, RunKind } from "../run/progress";
import type { ReceiptCategory } from "../run/receipt";
import { duration } from "./duration";

const noRun = "No run under way";

/** The labels that the build puts into sidebar.html, where it says `{{name}}`. */
export const labels = {
  title: "bitbybit Orders",
  tabsLabel: "Sections",
  tabRun: "Run",
  tabProblems: "Problems",
  tabSettings: "Settings",
  selectionHeading: "Selected in the sheet",
  selectionRefresh: "Look again",
  check: "Check",
  create: "Create orders",
  noRun,
  stop: "Stop",
  goOn: "Go on",
  showProblems: "Show problems",
  cancel: "Cancel",
  checkAgain: "Check again",
  resolve: "Resolve unconfirmed",
  problemsHint: "Click a problem to go to its cell. The buttons work on the rows selected in the sheet.",
  apiKey: "API key",
  userName: "Your name",
  userNameHint: "Colleagues see it while you run.",
  referencePlace: "Reference of an order goes to",
  placeNotes: "its notes, as the last line",
  placeTags: "its tags",
  advanced: "Advanced",
  apiAddress: "API address",
  save: "Save",
  testConnection: "Test connection",
  forgetKey: "Forget key",
};

/** How each outcome is called beside its count. The build puts these into sidebar.html too. */
export const outcomeLabels: Record<ReceiptCategory, string> = {
  created: "Created",
  invalid: "Invalid",
  rejected: "Rejected",
  notSent: "Not sent",
  unconfirmed: "Unconfirmed",
  skipped: "Skipped",
  valid: "Valid",
};

/** How each kind of run is called while it is under way. */
export const runHeadings: Record<RunKind, string> = {
  create: "Creating orders",
  check: "Checking",
  resolve: "Looking up unconfirmed orders",
  sendAgain: "Sending again",
};

/** The heading of the question before a run. */
export const confirmationHeadings: Record<RunKind, string> = {
  create: "Create orders?",
  check: "Check?",
  resolve: "Resolve unconfirmed orders?",
  sendAgain: "Send again?",
};

/** The button that answers the question with yes. */
export const confirmationButtons: Record<RunKind, string> = {
  create: "Create orders now",
  check: "Check now",
  resolve: "Resolve now",
  sendAgain: "Send again now",
};

/** The headings of the Problems tab, in the order shown: what may exist already comes first. */
export const problemHeadings = {
  unconfirmed: "Unconfirmed: may or may not be in bitbybit",
  held: "Held: row and send key do not belong together",
  rejected: "Rejected by bitbybit",
  invalid: "Invalid: mend the cell, then check again",
  notSent: "Not sent",
};

/** The two ways out for rows that no evidence can settle. */
export const wayOut = {
  hint:
    "Look in bitbybit for the order. If it is there, type its ID into the Order ID column beside the row and press " +
    "Resolve unconfirmed. If it is surely not there, select all rows of the order and press:",
  button: "Not in bitbybit: send again",
};

/** Sentences of the sidebar's own; all others come from the server ready to be shown. */
export const sentences = {
  loading: "Looking at the sheet…",
  noRun,
  lastRun: "Last run",
  nothingSelected: "Nothing to do in the selected rows.",
  starting: "Starting…",
  stopping: "Stopping: what was sent is settled first.",
  noProblems: "No problems in this sheet.",
  loadingProblems: "Reading the sheet…",
  working: "Working…",
  noKeySaved: "No key is saved.",
  keyNotSaved: "The key that you typed is not saved yet: press Save first.",
  nothingChanged: "Nothing was changed.",
  leftBehind: "A colleague's run stopped half-way. Go on finishes it with your API key.",
  savedKey: (masked: string, environment: Environment | null) =>
    `Saved: ${masked}${environment === null ? "" : ` (${environment})`}`,
  defaultAddress: (address: string) => `Left empty: ${address}`,
  stale: (page: string, server: string) =>
    `This sidebar is version ${page}, the add-on is version ${server}. Close the sidebar and open it again from the ` +
    "menu bitbybit Orders, Open sidebar. Until then it starts nothing.",
  selected: (orders: number, rows: number) => `${count(orders, "order")} to create, in ${count(rows, "row")}`,
  leftOut: (parts: string[]) =>
    parts.length === 0 ? "Nothing is left out." : `Left out: ${parts.join(", ")}.`,
  hiddenRows: (rows: number) => `${count(rows, "row")} hidden by a filter`,
  emptyRows: (rows: number) => `${count(rows, "empty row")}`,
  key: (tail: string) => `API key ${tail}`,
  done: (done: number, total: number) => `${number(done)} of ${count(total, "order")}`,
  pace: (perMinute: number) => `${number(Math.round(perMinute))} a minute`,
  timeLeft: (seconds: number) => `about ${duration(seconds)} left`,
  retry: (failure: string, seconds: number) => `${failure} Trying again in ${seconds} s.`,
  more: (rows: number) => `${count(rows, "more row")} not listed here.`,
};

/** The facts listed under the question: name and value. */
export const factLabels = { first: "First", last: "Last", rows: "Rows", time: "Time", key: "Key" };

/** `1 order`, `12 orders`; thousands are set apart by commas. */
export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

function number(amount: number): string {
  return amount.toLocaleString("en-US");
}
