import type { RunKind } from "../../receipt/progress";
import type { ReceiptCategory } from "../../receipt/receipt";
import type { PlainWarnings } from "../texts/run-texts";
import { count, number } from "./amounts";
import { createItem } from "./menu";

const orders = (amount: number) => count(amount, "order");

const warnings: PlainWarnings = {
  tooLongForToday: (warning) =>
    `${orders(warning.orders)} need more requests than Google allows a day (${number(warning.perDay)} with a free account): the run cannot finish today. It stops when they are used up, and continues tomorrow when you click again.`,
  journalNearlyFull:
    "This spreadsheet's record of created orders is nearly full: the oldest will be forgotten. Continue in a new spreadsheet soon.",
  typedIds: (warning) =>
    `${orders(warning.orders)} of them ${warning.orders === 1 ? "has" : "have"} an Order ID that was typed by hand: it is looked up, and taken if bitbybit has it.`,
};

/** A run as a whole, in English. */
export const runs = {
  orders,
  rows: (count: number, named: string) => `${count === 1 ? "row" : "rows"} ${named}`,
  modes: { live: "LIVE", test: "TEST" },
  /** What a question asks. */
  verbs: {
    create: (orders: string, mode: string) => `${mode}: create ${orders} in bitbybit`,
    check: (orders: string) => `Check ${orders}`,
    resolve: (orders: string, mode: string) => `${mode}: look up ${orders} in bitbybit`,
    sendAgain: (orders: string, mode: string) =>
      `${mode}: you say that these are not in bitbybit. Send ${orders} again, even if they exist`,
  } satisfies Record<RunKind, (orders: string, mode: string) => string>,
  cellsHit: (cells: string) =>
    `When a column was moved, these cells got texts that belong elsewhere: ${cells}. Type again what stood there, or check them.`,
  fromTo: (first: string, last: string) => `from ${first} to ${last}`,
  key: (tail: string, duration: string) => `API key ${tail}. ${duration}`,
  lookUps: (orders: string) =>
    `${orders} may exist already. They are looked up first, and sent only if they are surely not in bitbybit.`,
  notSent: (parts: string) => `Not sent: ${parts}.`,
  /** `minutes`: 0 for less than one. */
  duration: (hours: number, minutes: number) => {
    if (hours + minutes === 0) return "This takes less than a minute.";
    return hours === 0
      ? `This takes about ${minutes} minutes.`
      : `This takes about ${hours} h ${minutes} min.`;
  },
  noOrders: "Nothing to do: there are no orders in the selected rows.",
  noneUnconfirmed: "Nothing to do: none of the selected orders is unconfirmed.",
  noneToSendAgain: "Nothing to do: none of the selected orders waits for your decision to send it again.",
  noRowChosen: "Select a row with an order in the sheet first.",
  nothingToDo: "nothing to do",
  warnings,
  moreNotOrders: (rows: number) => `So ${rows === 1 ? "is" : "are"} ${count(rows, "more row")}.`,
  anotherRuns: (userName: string, orders: string, since: string) =>
    `${userName === "" ? "Somebody" : userName} has been creating ${orders} from this spreadsheet since ${since}.`,
  unreadable: (records: number) =>
    `${count(records, "record")} of earlier runs cannot be read: damaged, or written by a newer version of this add-on. Nothing is sent until they can be read, and nothing is lost. Ask whoever administers this add-on.`,
  hiddenRows: (rows: number) =>
    `${count(rows, "row")} that a filter hides ${rows === 1 ? "was" : "were"} left out.`,
  /** What a receipt counts. */
  counts: {
    created: "created",
    valid: "valid",
    invalid: "with problems",
    rejected: "rejected by bitbybit",
    notSent: "not sent",
    unconfirmed: "unconfirmed",
  } satisfies Record<Exclude<ReceiptCategory, "skipped">, string>,
  /** Orders that a run had nothing to do with. */
  skipped: {
    create: "already created",
    check: "already created",
    resolve: "unchanged",
    sendAgain: "unchanged",
  } satisfies Record<RunKind, string>,
  madeTwice: (amount: number) =>
    amount === 1
      ? "1 order was made twice: its Message says which ones; cancel all but one in bitbybit."
      : `${orders(amount)} were made twice: their Messages say which ones; cancel all but one of each in bitbybit.`,
  progress: (done: string, orders: string) => `${done} of ${orders}`,
  continue: (created: string, remaining: string) =>
    `${created} created so far, ${remaining} to go. Choose ${createItem} again to continue, or open the sidebar, which continues by itself.`,
  waitingForLimit: (seconds: number) => `waiting ${seconds} s for the API's rate limit`,
};
