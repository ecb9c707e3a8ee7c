import { notSentReasons, unconfirmedReasons } from "../bitbybit/outcome";
import { formatSendKey, parseSendKey } from "../orders/send-key";
import { parseJson, parseObject } from "../text/json";
import { type Batch, createdBy, type Entry, type EntryState } from "./entry";
import type { ListedRun } from "./journal";

/** The version of all journal records. A record of another one is never read as this one. */
const version = 1;

/** Results of so many entries share one property: a hundred IDs of 200 characters need three. */
export const entriesPerPart = 34;

/** The most bytes that a property is filled with: it holds 9 KB (Apps Script quotas). */
export const maxValueBytes = 8_900;

/** Bytes kept free for each result, so that what is learned fits into its batch's record. */
const bytesPerResult = 262;

/** Longest code or message of the API that is kept, in characters. */
const maxDetail = 160;

/** The head of a batch: everything but its results. */
export function encodeHead(batch: Batch): string {
  const { runId, openedAtMs, entries, logged } = batch;
  return JSON.stringify({
    v: version,
    run: runId,
    sheet: entries[0]?.sheetId ?? 0,
    at: openedAtMs,
    logged: logged ? 1 : 0,
    keys: entries.map((entry) => formatSendKey(entry.key)).join(" "),
    refs: entries.map((entry) => entry.refHash || "-").join(" "),
  });
}

/** The results of a batch, a text for each property, with room for results that are not there yet. */
export function encodeResults(entries: readonly Entry[]): string[] {
  const parts: string[] = [];
  for (let start = 0; start < entries.length; start += entriesPerPart) {
    const part = entries.slice(start, start + entriesPerPart);
    parts.push(padded(shortestOf(part), Math.min(maxValueBytes, part.length * bytesPerResult)));
  }
  return parts;
}

/**
 * A batch from its records; null for one that is damaged, cut, or of another version. Results that are not there at all,
 * as after a kill in the middle of writing them, are pending: whatever they were, a look-up finds it out.
 */
export function decodeBatch(id: string, head: string, parts: readonly (string | undefined)[]): Batch | null {
  const record = parseObject(head);
  if (record?.v !== version || typeof record.keys !== "string" || typeof record.refs !== "string")
    return null;
  const { run, at, sheet } = record;
  if (typeof run !== "string" || typeof at !== "number" || typeof sheet !== "number") return null;
  const keys = record.keys.split(" ").map(parseSendKey);
  const refs = record.refs.split(" ");
  const results = parts.flatMap((part, index) => {
    if (part !== undefined) return parseArray(part) ?? [undefined];
    return keys.slice(index * entriesPerPart, (index + 1) * entriesPerPart).map(() => 0);
  });
  if (results.length !== keys.length || refs.length !== keys.length) return null;
  const entries: Entry[] = [];
  for (const [index, key] of keys.entries()) {
    const result = decodeState(results[index]);
    if (!key || !result) return null;
    const ref = refs[index] ?? "-";
    const atMs = result.state.kind === "pending" ? at : result.atMs;
    entries.push({ key, refHash: ref === "-" ? "" : ref, sheetId: sheet, atMs, state: result.state });
  }
  return { id, runId: run, openedAtMs: at, entries, logged: record.logged === 1 };
}

/** How many properties hold the results of a batch with this head. */
export function partCount(head: string): number {
  const keys = parseObject(head)?.keys;
  return typeof keys === "string" ? Math.ceil(keys.split(" ").length / entriesPerPart) : 0;
}

/** Created orders that are kept after their batch was folded: one text of as many as fit, and the rest. */
export function encodeKept(entries: readonly Entry[]): string[] {
  const texts: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const full = keptLine(entry, "full");
    const line = byteLength(full) < maxValueBytes - 40 ? full : keptLine(entry, "bare");
    const size = byteLength(line) + 1;
    if (lines.length > 0 && bytes + size > maxValueBytes - 40) {
      texts.push(keptText(lines));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
  }
  if (lines.length > 0) texts.push(keptText(lines));
  return texts;
}

/** Null for a record that is damaged, cut, or of another version. */
export function decodeKept(text: string): Entry[] | null {
  const record = parseObject(text);
  if (record?.v !== version || !Array.isArray(record.orders)) return null;
  const entries: Entry[] = [];
  for (const line of record.orders) {
    if (!Array.isArray(line)) return null;
    const [keyText, refHash, sheetId, packed] = line;
    const key = typeof keyText === "string" ? parseSendKey(keyText) : null;
    const result = decodeState(packed);
    if (!key || !result || typeof refHash !== "string" || typeof sheetId !== "number") return null;
    entries.push({ key, refHash, sheetId, atMs: result.atMs, state: result.state });
  }
  return entries;
}

/** Created orders of which only the content is kept, as many as there were. */
export interface Contents {
  contents: readonly string[];
  /** The runs that made them; null in a record of version 0.1.0, which does not say. */
  runs: readonly string[] | null;
}

/** The record of contents, which fits into one property for 480 orders. */
export function encodeContents({ contents, runs }: Contents): string {
  return JSON.stringify({ v: version, contents: contents.join(""), runs: runs?.join(" ") });
}

/** Characters of a content key: the environment and a fingerprint. */
const contentLength = 13;

/** Null for a record that is damaged, cut, or of another version. */
export function decodeContents(text: string): Contents | null {
  const record = parseObject(text);
  if (record?.v !== version || typeof record.contents !== "string") return null;
  if (record.contents.length % contentLength !== 0 || !/^[0-9A-Z]*$/.test(record.contents)) return null;
  const runs = typeof record.runs === "string" ? record.runs.split(" ") : null;
  return { contents: record.contents.match(/.{13}/g) ?? [], runs };
}

/** The list of runs, and how many created orders of each were kept when it was written. */
export interface RunList {
  runs: readonly ListedRun[];
  kept: ReadonlyMap<string, number>;
}

/** The record of runs, a line for each. */
export function encodeRuns({ runs, kept }: RunList): string {
  const lines = runs.map(({ id, opened, folded, folding }) => [
    ...[id, opened, folded, kept.get(id) ?? 0],
    ...folding,
  ]);
  return JSON.stringify({ v: version, runs: lines });
}

/** Null for a record that is damaged, cut, or of another version. */
export function decodeRuns(text: string): RunList | null {
  const record = parseObject(text);
  if (record?.v !== version || !Array.isArray(record.runs)) return null;
  const runs: ListedRun[] = [];
  const kept = new Map<string, number>();
  for (const line of record.runs) {
    if (!Array.isArray(line)) return null;
    const [id, opened, folded, ...rest] = line;
    if (typeof id !== "string" || typeof opened !== "number" || typeof folded !== "number") return null;
    // Version 0.1.0 did not count them.
    const [count, ...folding] = typeof rest[0] === "number" ? rest : [0, ...rest];
    runs.push({ id, opened, folded, folding: folding.map(String) });
    kept.set(id, count);
  }
  return { runs, kept };
}

/** Bytes of a text in UTF-8, by which the platform's limits count. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // A surrogate pair has four bytes, two for each of its halves.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

type Packed = 0 | readonly (string | number)[];

/**
 * How much of a state is written. `short`: without order numbers and the API's words. `bare`: of several orders of one
 * request, the first and that there are others.
 */
type Detail = "full" | "short" | "bare";

function encodeState({ state, atMs }: Entry, detail: Detail): Packed {
  switch (state.kind) {
    case "pending":
      return 0;
    case "created":
      return [
        "c",
        atMs,
        state.orderId,
        detail === "full" ? state.orderNumber : "",
        state.by,
        ...(detail === "bare" && state.alsoMade.length > 0 ? ["…"] : state.alsoMade),
      ];
    case "rejected":
      return ["r", atMs, cut(state.code, detail), cut(state.message, detail)];
    case "notSent":
      return ["n", atMs, state.reason];
    case "unconfirmed":
      return ["u", atMs, state.reason, ...(state.words ? [cut(state.words, detail)] : [])];
    case "absent":
      return ["a", atMs];
  }
}

function decodeState(packed: unknown): { atMs: number; state: EntryState } | null {
  if (packed === 0) return { atMs: 0, state: { kind: "pending" } };
  if (!Array.isArray(packed)) return null;
  const [kind, atMs, ...rest] = packed;
  if (typeof atMs !== "number" || rest.some((text) => typeof text !== "string")) return null;
  const [first = "", second = "", third = "", ...more] = rest as string[];
  switch (kind) {
    case "c": {
      const by = oneOf(createdBy, third);
      if (first === "" || !by) return null;
      return { atMs, state: { kind: "created", orderId: first, orderNumber: second, by, alsoMade: more } };
    }
    case "r":
      return { atMs, state: { kind: "rejected", code: first, message: second } };
    case "n": {
      const reason = oneOf(notSentReasons, first);
      return reason && { atMs, state: { kind: "notSent", reason } };
    }
    case "u": {
      const reason = oneOf(unconfirmedReasons, first);
      const words = second === "" ? {} : { words: second };
      return reason && { atMs, state: { kind: "unconfirmed", reason, ...words } };
    }
    case "a":
      return { atMs, state: { kind: "absent" } };
    default:
      return null;
  }
}

/** The member of a list that a text is; null for none: nobody could word it. */
function oneOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((one) => one === text) ?? null;
}

/** As much as fits. The IDs themselves always fit: see `readOrderId`. */
function shortestOf(entries: readonly Entry[]): string {
  const encoded = (detail: Detail) => JSON.stringify(entries.map((entry) => encodeState(entry, detail)));
  const [full, short] = [encoded("full"), encoded("short")];
  if (byteLength(full) <= maxValueBytes) return full;
  return byteLength(short) <= maxValueBytes ? short : encoded("bare");
}

function keptLine(entry: Entry, detail: Detail): string {
  return JSON.stringify([formatSendKey(entry.key), entry.refHash, entry.sheetId, encodeState(entry, detail)]);
}

function keptText(lines: readonly string[]): string {
  return `{"v":${version},"orders":[${lines.join(",")}]}`;
}

function padded(text: string, bytes: number): string {
  return text + " ".repeat(Math.max(0, bytes - byteLength(text)));
}

function cut(text: string, detail: Detail): string {
  return detail === "full" ? text.slice(0, maxDetail) : "";
}

function parseArray(text: string | undefined): unknown[] | null {
  const value = parseJson(text);
  return Array.isArray(value) ? value : null;
}
