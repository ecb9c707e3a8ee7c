import type { Entry, EntryState } from "../journal/entry";
import type { Status } from "../orders/status";
import type { ResultCells } from "./order-record";

/** Words for what stands in the cells. */
export interface EntryWords {
  /** The Message beside an order of which the journal knows the state; "" when there is nothing to say. */
  entry(state: EntryState, about: { edited: boolean }): string;
  /** A moment as users read it. */
  time(atMs: number): string;
}

/** The status that an entry is shown as. A pending one is `Sending` until its answer cannot come any more. */
export function statusOf(entry: Pick<Entry, "key" | "state">, about: { isUnderWay: boolean }): Status {
  switch (entry.state.kind) {
    case "pending":
      return about.isUnderWay ? "Sending" : "Unconfirmed";
    case "created":
      return entry.key.environment === "live" ? "Created" : "Created (test)";
    case "rejected":
      return "Rejected";
    case "notSent":
    case "absent":
      return "Not sent";
    case "unconfirmed":
      return "Unconfirmed";
  }
}

/** The five cells that show an entry. */
export function cellsOf(
  entry: Entry,
  about: { isUnderWay: boolean; edited: boolean },
  words: EntryWords,
): ResultCells {
  const { state } = entry;
  const created = state.kind === "created";
  const pendingIsLost = state.kind === "pending" && !about.isUnderWay;
  const shown: EntryState = pendingIsLost ? { kind: "unconfirmed", reason: "killed" } : state;
  return {
    status: statusOf(entry, about),
    orderId: created ? state.orderId : "",
    orderNumber: created ? state.orderNumber : "",
    message: words.entry(shown, about),
    updatedAt: words.time(entry.atMs),
  };
}
