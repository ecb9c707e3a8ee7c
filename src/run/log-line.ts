import type { KnownAttempt } from "../orders/order-record";
import { parseSendKey } from "../orders/send-key";

/**
 * One line of the sheet `bitbybit log`: what happened to one order, or to one run. No customer data, no API key.
 * Columns: see {@link logHeader}.
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

const checkEvent = "Looked through";

/** The note of an order whose ID a person typed. */
export const byHandNote = "Order ID typed by hand";

/** The line that tells of a check; its ID stands at the end of the note. */
export function checkLine(id: string, environment: "test" | "live", atMs: number): LogLine {
  const note = `bitbybit's orders were looked through for lines that were missing: ${id}`;
  return { atMs, event: checkEvent, keyText: "", orderId: "", orderNumber: "", environment, ref: "", note };
}

/** The IDs of the checks that some lines tell of. */
export function checkIdsOf(lines: readonly (readonly string[])[]): string[] {
  return lines.flatMap(([, , , , event, , , note = ""]) =>
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
  const { ref, orderId, orderNumber, event, environment, keyText, note } = line;
  return [time, ref, orderId, orderNumber, event, environment, keyText, note];
}

/** Lines to be written together, as their cells show them. Hardly any has a note: where none has, that column is left out. */
export function textsOfLines(lines: readonly LogLine[]): string[][] {
  const width = lines.some(({ note }) => note !== "") ? logHeader.length : logHeader.length - 1;
  return lines.map((line) => textsOf(line).slice(0, width));
}

/** What a line says about one order; null for any other line, and for one that the add-on did not write. */
export function readLine(texts: readonly string[]): KnownAttempt | null {
  const [time = "", ref = "", orderId = "", orderNumber = "", event = "", , keyText = "", note = ""] = texts;
  const key = parseSendKey(keyText);
  const outcome = outcomeOfEvent.get(event);
  if (!key || !outcome) return null;
  const atMs = Date.parse(`${time.replace(" ", "T")}Z`);
  const attempt = { key, keyText, outcome, orderId, orderNumber, ref, atMs: Number.isNaN(atMs) ? 0 : atMs };
  return note === byHandNote ? { ...attempt, byHand: true } : attempt;
}
