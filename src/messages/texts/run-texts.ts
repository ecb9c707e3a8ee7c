import type { Question, Warning } from "../../plan/question";
import type { RunKind } from "../../receipt/progress";
import type { Receipt, ReceiptCategory } from "../../receipt/receipt";
import type { OrderRecord } from "../../sheet/order-record";
import type { Words } from "../english/english";
import { spans } from "../forms";
import { shortened } from "../found-value";
import { hitCells } from "./error-texts";
import type { findingTexts } from "./finding-texts";
import type { headerTexts } from "./header-texts";
import { type SaidByKind, say } from "./said";

type PlainWarning = Extract<Warning, { code: "tooLongForToday" | "journalNearlyFull" | "typedIds" }>;

/** What to know before a run, apart from what other areas have words for. */
export type PlainWarnings = SaidByKind<PlainWarning, "code">;

/** The order in which a receipt is told. */
const told: readonly ReceiptCategory[] = [
  ...(["created", "valid", "invalid", "rejected"] as const),
  ...(["notSent", "unconfirmed", "skipped"] as const),
];

/** From so many minutes on, hours are told. */
const minutesInWords = 90;

/** A run as a whole: questions, progress, receipt. */
export function runTexts(
  { runs: words, amounts, errors }: Words,
  headers: Pick<ReturnType<typeof headerTexts>, "similar">,
  findings: Pick<ReturnType<typeof findingTexts>, "notOrder">,
) {
  const { number, listed } = amounts;
  const counted = (parts: readonly (readonly [number, string])[]) =>
    listed(parts.filter(([orders]) => orders > 0).map(([orders, word]) => `${number(orders)} ${word}`));

  /** How an order is called: its Order ref, or its rows. */
  const orderName = (ref: string, rowNumbers: readonly number[]): string => {
    const rows = words.rows(rowNumbers.length, spans(rowNumbers));
    return ref === "" ? rows : `${shortened(ref)} (${rows})`;
  };

  /** The name of an order of a sheet; "" for none. */
  const nameOf = (record: OrderRecord | undefined): string =>
    record
      ? orderName(
          record.order.ref,
          record.rows.map((row) => row.rowNumber),
        )
      : "";

  /** Who else is at work. */
  const anotherRuns = (userName: string, since: string, orders: number): string =>
    words.anotherRuns(userName, words.orders(orders), since);

  const notOrders = ({ rows, first }: Extract<Warning, { code: "notOrders" }>): string => {
    const named = first.map(({ rowNumber, reason }) => findings.notOrder(rowNumber, reason)).join(" ");
    const more = rows - first.length;
    return more === 0 ? named : `${named} ${words.moreNotOrders(more)}`;
  };

  /** Something to know before a run. */
  const warning = (one: Warning, time: (atMs: number) => string): string => {
    switch (one.code) {
      case "similarHeader":
        return headers.similar(one.header);
      case "anotherRuns":
        return anotherRuns(one.userName, time(one.sinceMs), one.orders);
      case "unreadableRecords":
        return words.unreadable(one.count);
      case "cellsHit":
        return words.cellsHit(hitCells({ errors, amounts }, one.cells));
      case "notOrders":
        return notOrders(one);
      default:
        return say<PlainWarning, "code", undefined>(words.warnings, "code", one, undefined);
    }
  };

  const duration = (seconds: number): string => {
    const minutes = seconds < 60 ? 0 : Math.ceil(seconds / 60);
    return minutes < minutesInWords
      ? words.duration(0, minutes)
      : words.duration(Math.floor(minutes / 60), minutes % 60);
  };

  const leftOut = ({ invalid, skipped, unconfirmed }: Receipt): string =>
    counted([
      [invalid, words.counts.invalid],
      [skipped, words.skipped.create],
      [unconfirmed, words.counts.unconfirmed],
    ]);

  return {
    orderName,
    nameOf,
    anotherRuns,
    warning,
    hiddenRows: words.hiddenRows,
    noRowChosen: words.noRowChosen,
    /** The question before a run, in full. `time` puts a moment into words. */
    question: (question: Question, time: (atMs: number) => string): string => {
      const { kind, environment, orders, lookUps, hiddenRows } = question;
      const [first, last] = [nameOf(question.first?.record), nameOf(question.last?.record)];
      const which = orders === 0 ? "" : `: ${orders === 1 ? first : words.fromTo(first, last)}`;
      const left = kind === "create" ? leftOut(question.leftOut) : "";
      return [
        `${words.verbs[kind](words.orders(orders), words.modes[environment])}${which}.`,
        words.key(question.keyTail, duration(question.secondsNeeded)),
        ...(lookUps > 0 ? [words.lookUps(words.orders(lookUps))] : []),
        ...(left === "" ? [] : [words.notSent(left)]),
        ...(hiddenRows > 0 ? [words.hiddenRows(hiddenRows)] : []),
        ...question.warnings.map((one) => warning(one, time)),
      ].join("\n");
    },
    /** Why there is nothing to confirm. */
    nothingToDo: (kind: RunKind, hiddenRows: number, hasOrders: boolean): string => {
      if (hasOrders) return kind === "resolve" ? words.noneUnconfirmed : words.noneToSendAgain;
      return hiddenRows > 0 ? `${words.noOrders} ${words.hiddenRows(hiddenRows)}` : words.noOrders;
    },
    /** A receipt in words. */
    summary: (receipt: Receipt, kind: RunKind): string => {
      const said = { ...words.counts, skipped: words.skipped[kind] };
      const parts = counted(told.map((category) => [receipt[category], said[category]]));
      return `${words.orders(receipt.selected)}: ${parts === "" ? words.nothingToDo : parts}.`;
    },
    /** Orders that exist more than once; "" for none. */
    madeTwice: (orders: number): string => (orders === 0 ? "" : words.madeTwice(orders)),
    /** How far a run is. */
    progress: (done: number, total: number): string => words.progress(number(done), words.orders(total)),
    /** A run that continues at the next click. */
    continue: (created: number, remaining: number): string =>
      words.continue(number(created), number(remaining)),
    /** What a run waits for. */
    waitingForLimit: (waitMs: number): string => words.waitingForLimit(Math.ceil(waitMs / 1000)),
  };
}
