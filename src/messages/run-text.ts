import type { Environment } from "../bitbybit/api-key";
import type { LookUpDoubt } from "../run/look-up";
import type { RunKind } from "../run/progress";
import type { Receipt } from "../run/receipt";
import { listed, shortened } from "./found-value";
import { createItem, resolveItem, sendAgainItem } from "./menu-captions";

/** Sentences about a run as a whole. */
export const runTexts = {
  busy: "Another run is writing to this spreadsheet at this moment. Nothing was sent; try again in a few seconds.",
  busyMeanwhile:
    "Another run is writing to this spreadsheet at this moment, so this one stopped for now. What was sent is remembered; go on in a few seconds.",
  columnsGone:
    'A column that this add-on needs is not there any more. Undo that, or choose "Set up this sheet"; then create the orders again. What was sent is remembered.',
  sheetGone:
    'The sheet of this run was deleted. What was sent stands in the sheet "bitbybit log"; nothing more is sent.',
  nothingToDo: "Nothing to do: there are no orders in the selected rows.",
  nothingToResolve: "Nothing to do: none of the selected orders is unconfirmed.",
  nothingToSendAgain:
    "Nothing to do: none of the selected orders is held or unconfirmed in a way that sending again could mend.",
  noKey:
    "There is no API key yet. Open the sidebar, choose Settings, and save one; you get it in bitbybit under Settings > Developer.",
  givenUp: `Another run was started from this spreadsheet meanwhile, so this one ended here. What it sent stands beside its rows; its other orders say Valid: select them and choose ${createItem}.`,
  changedSince:
    "The sheet or the selection has changed since you were asked. Nothing was sent; look at the numbers again.",
  otherKey:
    "This run was started with another API key. Nothing more was sent with the new one. Start again to send the remaining orders with the key that is saved now.",
  protectedColumns:
    "You may not edit this sheet's status columns, so nothing was sent. Ask the sheet's owner to let you edit the columns Status to Send key.",
  refused: (cell: string) =>
    `${cell === "" ? "A status cell" : `The cell ${cell}`} refuses to be written (it is protected, or a data validation forbids the value), so the run stopped. What was sent is in the sheet "bitbybit log". Let the status columns be edited, then create the remaining orders.`,
  full: "The add-on's records (document properties) are full or cannot be written, and without them nothing is sent. Resolve the unconfirmed rows, or try again later.",
  sheetsFault:
    "Google Sheets did not answer. What was sent is remembered and will be written at the next click; nothing is sent twice.",
  unexpected: `Something unexpected went wrong, and the run stopped. What was sent is remembered: click ${createItem} again and it goes on without sending anything twice.`,
  unreadableSlots: (count: number) =>
    `${count} record${count === 1 ? "" : "s"} of earlier runs cannot be read: damaged, or written by a newer version of this add-on. Their rows stay as they are; run ${resolveItem} on rows that say Sending or Unconfirmed.`,
  logCut: (lines: number) =>
    `${lines} line${lines === 1 ? " is" : "s are"} missing from the sheet "bitbybit log": it was cut, or an earlier version of the spreadsheet was restored. So bitbybit's orders are looked through first, and what exists there is not made again.`,
  logCutMeanwhile:
    'Lines of the sheet "bitbybit log" disappeared while other orders were being sent, so the run stopped. Create the remaining orders again: bitbybit\'s orders are then looked through first.',
  noEcho:
    "bitbybit's answers do not show the reference that this add-on puts into each order, so a lost answer cannot be looked up. In the sidebar's Settings, put the reference into the other place (notes or tags).",
  anotherRuns: (name: string, since: string, orders: number) =>
    `${name === "" ? "Somebody" : name} has been creating ${ordersText(orders)} from this spreadsheet since ${since}.`,
  lookUpNote:
    "Orders that may exist already are looked up first; they are sent only if they are surely not in bitbybit.",
  orderName: (ref: string, rowNumbers: readonly number[]) => {
    const rows = `${rowNumbers.length === 1 ? "row" : "rows"} ${spans(rowNumbers)}`;
    return ref === "" ? rows : `${shortened(ref)} (${rows})`;
  },
  question: (about: QuestionText) => questionText(about),
  hiddenRows: (count: number) =>
    count === 0
      ? ""
      : ` ${count} row${count === 1 ? "" : "s"} that a filter hides ${count === 1 ? "was" : "were"} left out.`,
  tooLongForToday: (orders: number, quota: number) =>
    `${ordersText(orders)} need more requests than Google allows a day (${quota} with a free account): the run cannot finish today. It stops when they are used up, and goes on tomorrow when you click again.`,
  summary: (receipt: Receipt) => summaryText(receipt),
  goOn: (created: number, remaining: number) =>
    `${created} created so far, ${remaining} to go. Choose ${createItem} again to go on, or open the sidebar, which goes on by itself.`,
  waitingForLimit: (waitMs: number) => `waiting ${Math.ceil(waitMs / 1000)} s for the API's rate limit`,
  progress: (done: number, total: number) => `${done} of ${ordersText(total)}`,
  unresolved: (doubt: LookUpDoubt | "wait", until: string) => `Not known yet: ${doubtTexts[doubt](until)}`,
  absentPartial: `Not in bitbybit, but this row was changed or belongs to an order that is not selected in full. Select all of its rows and undo the change, or choose ${sendAgainItem}.`,
  stoppedByUser: "Stopped.",
  notTakenUp: (orders: number) =>
    `Of ${ordersText(orders)} nothing was sent and nothing written: the run ended before it came to them. Select them and create them again.`,
} as const;

/** What the confirmation says. */
export interface QuestionText {
  kind: RunKind;
  environment: Environment;
  keyTail: string;
  orders: number;
  lookUps: number;
  first: string;
  last: string;
  leftOut: Receipt;
  hiddenRows: number;
  secondsNeeded: number;
  warnings: readonly string[];
}

const lookAgain = `Run ${resolveItem} again`;

/** The way out where no look-up can tell. */
const lookYourself = `or look in bitbybit yourself and type the Order ID, or choose ${sendAgainItem}.`;

const doubtTexts: Record<LookUpDoubt | "wait", (until: string) => string> = {
  wait: (until) => `it may still be on its way. ${lookAgain} ${until === "" ? "later" : `from ${until} on`}.`,
  scope: () => `this API key may not list orders (scope orders READ). Use a key that may; ${lookYourself}`,
  refused: () =>
    "bitbybit refused to list its orders. Look at the API key and address in the sidebar's Settings.",
  rateLimit: () => `bitbybit's limit of requests was reached while looking. ${lookAgain} in a minute.`,
  unreadable: () => `bitbybit's list of orders could not be read in full. ${lookAgain} later.`,
  changing: () => `bitbybit's list of orders changed while it was read. ${lookAgain} at a quieter time.`,
  tooMany: () =>
    `there are too many orders in bitbybit to look through. Look for the customer there: type the Order ID here if it exists, or choose ${sendAgainItem}.`,
  time: () => `looking through bitbybit's orders took too long. ${lookAgain}.`,
  control: () =>
    `bitbybit's list does not show other orders of this sheet either, so it cannot be relied on. Run ${resolveItem} later; ${lookYourself}`,
};

function questionText(about: QuestionText): string {
  const mode = about.environment === "live" ? "LIVE" : "TEST";
  const which =
    about.orders === 0
      ? ""
      : about.orders === 1
        ? `: ${about.first}`
        : `: from ${about.first} to ${about.last}`;
  const lines = [`${verbs[about.kind](ordersText(about.orders), mode)}${which}.`];
  lines.push(`API key ${about.keyTail}. ${durationText(about.secondsNeeded)}`);
  if (about.lookUps > 0) lines.push(`${ordersText(about.lookUps)} may exist already. ${runTexts.lookUpNote}`);
  const left = about.kind === "create" ? leftOutText(about.leftOut) : "";
  if (left !== "") lines.push(`Not sent: ${left}.`);
  if (about.hiddenRows > 0) lines.push(runTexts.hiddenRows(about.hiddenRows).trim());
  lines.push(...about.warnings);
  return lines.join("\n");
}

const verbs: Record<RunKind, (orders: string, mode: string) => string> = {
  create: (orders, mode) => `${mode}: create ${orders} in bitbybit`,
  check: (orders) => `Check ${orders}`,
  resolve: (orders, mode) => `${mode}: look up ${orders} in bitbybit`,
  sendAgain: (orders, mode) =>
    `${mode}: you say that these are not in bitbybit. Send ${orders} again, even if they exist`,
};

function leftOutText(receipt: Receipt): string {
  const parts = [
    receipt.invalid > 0 ? `${receipt.invalid} with problems` : "",
    receipt.skipped > 0 ? `${receipt.skipped} created earlier` : "",
    receipt.unconfirmed > 0 ? `${receipt.unconfirmed} unconfirmed` : "",
  ];
  return listed(parts.filter((part) => part !== ""));
}

function summaryText(receipt: Receipt): string {
  const parts: [number, string][] = [
    [receipt.created, "created"],
    [receipt.valid, "valid"],
    [receipt.invalid, "with problems"],
    [receipt.rejected, "rejected by bitbybit"],
    [receipt.notSent, "not sent"],
    [receipt.unconfirmed, "unconfirmed"],
    [receipt.skipped, "skipped"],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${ordersText(receipt.selected)}: ${words.length > 0 ? listed(words) : "nothing to do"}.`;
}

function ordersText(count: number): string {
  return count === 1 ? "1 order" : `${count} orders`;
}

function durationText(seconds: number): string {
  if (seconds < 60) return "This takes less than a minute.";
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `This takes about ${minutes} minutes.`;
  return `This takes about ${Math.floor(minutes / 60)} h ${minutes % 60} min.`;
}

/** `8–9, 12`: neighbouring rows as a span. */
function spans(rowNumbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const rowNumber of rowNumbers) {
    const last = found[found.length - 1];
    if (last && last[1] + 1 === rowNumber) last[1] = rowNumber;
    else found.push([rowNumber, rowNumber]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
