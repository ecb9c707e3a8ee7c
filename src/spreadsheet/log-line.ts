import type { Batch, EntryState } from "../journal/entry";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { statusOf } from "../sheet/entry-cells";

/** One line of the sheet `bitbybit log`: what happened to one order. No customer data, no API key. */
export interface LogLine {
  atMs: number;
  key: SendKey;
  /** The order's Order ref; "" when it is not known any more. */
  ref: string;
  state: EntryState;
}

/**
 * The log's columns. First those that have to be plain text: a time, and what comes from users and from the API, which could
 * become dates, numbers or formulas. The texts of the others are the add-on's own.
 */
export const logHeader = [
  "Time (UTC)",
  "Order ref",
  "Order ID",
  "Order number",
  "Event",
  "Environment",
  "Send key",
  "Note",
] as const;

/** So many of the columns, from the first on, have to be plain text. */
export const plainTextColumns = 4;

/** The lines about a batch. `refOf` gives an order's ref by its request, if the sheet still shows it. */
export function linesOfBatch(batch: Batch, refOf: (key: SendKey) => string): LogLine[] {
  return batch.entries.map(({ key, atMs, state }) => ({ atMs, key, ref: refOf(key), state }));
}

/** A line as its cells show it. */
export function textsOfLine({ atMs, key, ref, state }: LogLine): string[] {
  const created = state.kind === "created";
  const time = new Date(atMs)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
  return [
    time,
    ref,
    created ? state.orderId : "",
    created ? state.orderNumber : "",
    statusOf({ key, state }, { isUnderWay: false }),
    key.environment,
    formatSendKey(key),
    noteOf(state),
  ];
}

/** Codes, not sentences: the log is the same in every language. */
function noteOf(state: EntryState): string {
  switch (state.kind) {
    case "created": {
      const twice =
        state.alsoMade.length > 0 ? `made twice: ${[state.orderId, ...state.alsoMade].join(", ")}` : "";
      return [state.by === "answer" ? "" : state.by, twice].filter((text) => text !== "").join("; ");
    }
    case "rejected":
      return state.code;
    case "absent":
      return "not in bitbybit";
    case "pending":
      return "no answer seen";
    default:
      return state.reason;
  }
}
