import type { Question, Warning } from "../../plan/question";
import type { RunKind } from "../../receipt/progress";
import type { Receipt } from "../../receipt/receipt";
import type { OrderRecord } from "../../sheet/order-record";
import { spans } from "../forms";
import { shortened } from "../found-value";
import { count, listed, number } from "./amounts";
import { notOrderText } from "./finding-text";
import { similarHeaderText } from "./header-text";
import { createItem } from "./menu-captions";

/** How an order is called: its Order ref, or its rows. */
export function orderName(ref: string, rowNumbers: readonly number[]): string {
  const rows = `${rowNumbers.length === 1 ? "row" : "rows"} ${spans(rowNumbers)}`;
  return ref === "" ? rows : `${shortened(ref)} (${rows})`;
}

/** The name of an order of a sheet; "" for none. */
export function nameOf(record: OrderRecord | undefined): string {
  return record
    ? orderName(
        record.order.ref,
        record.rows.map((row) => row.rowNumber),
      )
    : "";
}

/** The question before a run, in full. `time` puts a moment into words. */
export function questionText(question: Question, time: (atMs: number) => string): string {
  const { kind, environment, orders, lookUps, hiddenRows } = question;
  const mode = environment === "live" ? "LIVE" : "TEST";
  const [first, last] = [nameOf(question.first?.record), nameOf(question.last?.record)];
  const which = orders === 0 ? "" : orders === 1 ? `: ${first}` : `: from ${first} to ${last}`;
  const lines = [`${verbs[kind](ordersText(orders), mode)}${which}.`];
  lines.push(`API key ${question.keyTail}. ${durationText(question.secondsNeeded)}`);
  if (lookUps > 0)
    lines.push(
      `${ordersText(lookUps)} may exist already. They are looked up first, and sent only if they are surely not in bitbybit.`,
    );
  const left = kind === "create" ? leftOutText(question.leftOut) : "";
  if (left !== "") lines.push(`Not sent: ${left}.`);
  if (hiddenRows > 0) lines.push(hiddenRowsText(hiddenRows));
  lines.push(...question.warnings.map((warning) => warningText(warning, time)));
  return lines.join("\n");
}

/** Why there is nothing to confirm. */
export function nothingToDoText(kind: RunKind, hiddenRows: number, hasOrders: boolean): string {
  if (!hasOrders) {
    const hidden = hiddenRows > 0 ? ` ${hiddenRowsText(hiddenRows)}` : "";
    return `Nothing to do: there are no orders in the selected rows.${hidden}`;
  }
  return kind === "resolve"
    ? "Nothing to do: none of the selected orders is unconfirmed."
    : "Nothing to do: none of the selected orders waits for your decision to send it again.";
}

/** Something to know before a run. */
export function warningText(warning: Warning, time: (atMs: number) => string): string {
  switch (warning.code) {
    case "similarHeader":
      return similarHeaderText(warning.header);
    case "tooLongForToday":
      return `${ordersText(warning.orders)} need more requests than Google allows a day (${number(warning.perDay)} with a free account): the run cannot finish today. It stops when they are used up, and continues tomorrow when you click again.`;
    case "anotherRuns":
      return anotherRunsText(warning.userName, time(warning.sinceMs), warning.orders);
    case "unreadableRecords":
      return unreadableText(warning.count);
    case "journalNearlyFull":
      return "This spreadsheet's record of created orders is nearly full: the oldest will be forgotten. Continue in a new spreadsheet soon.";
    case "notOrders": {
      const named = warning.first.map(({ rowNumber, reason }) => notOrderText(rowNumber, reason)).join(" ");
      const more = warning.rows - warning.first.length;
      return more === 0 ? named : `${named} So ${more === 1 ? "is" : "are"} ${count(more, "more row")}.`;
    }
    case "typedIds":
      return `${ordersText(warning.orders)} of them ${warning.orders === 1 ? "has" : "have"} an Order ID that was typed by hand: it is looked up, and taken if bitbybit has it.`;
  }
}

/** Who else is at work. */
export function anotherRunsText(userName: string, since: string, orders: number): string {
  return `${userName === "" ? "Somebody" : userName} has been creating ${ordersText(orders)} from this spreadsheet since ${since}.`;
}

/** Records of the journal that cannot be read. */
export function unreadableText(records: number): string {
  return `${count(records, "record")} of earlier runs cannot be read: damaged, or written by a newer version of this add-on. Nothing is sent until they can be read, and nothing is lost. Ask whoever administers this add-on.`;
}

/** Rows that a filter hides. */
export function hiddenRowsText(rows: number): string {
  return `${count(rows, "row")} that a filter hides ${rows === 1 ? "was" : "were"} left out.`;
}

/** A receipt in words. */
export function summaryText(receipt: Receipt): string {
  const parts: [number, string][] = [
    [receipt.created, "created"],
    [receipt.valid, "valid"],
    [receipt.invalid, "with problems"],
    [receipt.rejected, "rejected by bitbybit"],
    [receipt.notSent, "not sent"],
    [receipt.unconfirmed, "unconfirmed"],
    [receipt.skipped, "skipped"],
  ];
  const words = parts.filter(([orders]) => orders > 0).map(([orders, word]) => `${number(orders)} ${word}`);
  return `${ordersText(receipt.selected)}: ${words.length > 0 ? listed(words) : "nothing to do"}.`;
}

/** Orders that exist more than once. */
export function madeTwiceText(orders: number): string {
  if (orders === 0) return "";
  return orders === 1
    ? "1 order was made twice: its Message says which ones; cancel all but one in bitbybit."
    : `${ordersText(orders)} were made twice: their Messages say which ones; cancel all but one of each in bitbybit.`;
}

/** How far a run is. */
export function progressText(done: number, total: number): string {
  return `${number(done)} of ${ordersText(total)}`;
}

/** A run that continues at the next click. */
export function continueText(created: number, remaining: number): string {
  return `${number(created)} created so far, ${number(remaining)} to go. Choose ${createItem} again to continue, or open the sidebar, which continues by itself.`;
}

/** What a run waits for. */
export function waitingForLimitText(waitMs: number): string {
  return `waiting ${Math.ceil(waitMs / 1000)} s for the API's rate limit`;
}

/** `1 order`, `12 orders`. */
export function ordersText(orders: number): string {
  return count(orders, "order");
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
    receipt.invalid > 0 ? `${number(receipt.invalid)} with problems` : "",
    receipt.skipped > 0 ? `${number(receipt.skipped)} already created` : "",
    receipt.unconfirmed > 0 ? `${number(receipt.unconfirmed)} unconfirmed` : "",
  ];
  return listed(parts.filter((part) => part !== ""));
}

function durationText(seconds: number): string {
  if (seconds < 60) return "This takes less than a minute.";
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `This takes about ${minutes} minutes.`;
  return `This takes about ${Math.floor(minutes / 60)} h ${minutes % 60} min.`;
}
