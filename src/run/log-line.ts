import type { KnownAttempt } from "../orders/order-record";
import { parseSendKey } from "../orders/send-key";

/**
 * One line of the sheet `bitbybit log`: what happened to one order, or to one run. No customer data, no API key.
 * Columns: Time (UTC), Event, Send key, Order ID, Order number, Environment, Order ref, Note.
 */
export interface LogLine {
  atMs: number;
  /** A status, or a word for what a person decided; for a run `Run`. */
  event: string;
  keyText: string;
  orderId: string;
  orderNumber: string;
  environment: "test" | "live";
  ref: string;
  note: string;
}

/** The log's columns. */
export const logHeader = [
  "Time (UTC)",
  "Event",
  "Send key",
  "Order ID",
  "Order number",
  "Environment",
  "Order ref",
  "Note",
] as const;

const checkEvent = "Looked through";

/** The line that tells of a check; its ID stands at the end of the note. */
export function checkLine(id: string, environment: "test" | "live", atMs: number): LogLine {
  const note = `bitbybit's orders were looked through for lines that were missing: ${id}`;
  return { atMs, event: checkEvent, keyText: "", orderId: "", orderNumber: "", environment, ref: "", note };
}

/** The IDs of the checks that some lines tell of. */
export function checkIdsOf(lines: readonly (readonly string[])[]): string[] {
  return lines.flatMap(([, event, , , , , , note = ""]) =>
    event === checkEvent ? [note.slice(note.lastIndexOf(" ") + 1)] : [],
  );
}

const outcomeOfEvent: ReadonlyMap<string, KnownAttempt["outcome"]> = new Map([
  ["Created", "created"],
  ["Created (test)", "created"],
  ["Rejected", "rejected"],
  ["Not sent", "notSent"],
  ["Unconfirmed", "unconfirmed"],
]);

/** A line as its cells show it. */
export function textsOf(line: LogLine): string[] {
  const time = new Date(line.atMs)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
  return [
    time,
    line.event,
    line.keyText,
    line.orderId,
    line.orderNumber,
    line.environment,
    line.ref,
    line.note,
  ];
}

/** What a line says about one order; null for any other line, and for one that the add-on did not write. */
export function readLine(texts: readonly string[]): KnownAttempt | null {
  const [time = "", event = "", keyText = "", orderId = "", orderNumber = "", , ref = ""] = texts;
  const key = parseSendKey(keyText);
  const outcome = outcomeOfEvent.get(event);
  if (!key || !outcome) return null;
  const atMs = Date.parse(`${time.replace(" ", "T")}Z`);
  return { key, keyText, outcome, orderId, orderNumber, ref, atMs: Number.isNaN(atMs) ? 0 : atMs };
}
