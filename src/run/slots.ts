import type { Outcome } from "../bitbybit/outcome";
import type { KnownAttempt } from "../orders/order-record";
import { parseSendKey } from "../orders/send-key";
import type { Execution } from "./execution";
import type { PropertiesPort } from "./ports";

/** What became of one key of a wave, as far as its execution came; null while no answer was seen. */
export type SlotResult = { outcome: Outcome; atMs: number } | null;

/**
 * A wave's record in document properties. It is written before the wave leaves and freed when each of its outcomes
 * stands in the sheet or in the log, so that an execution that is killed at any moment leaves behind what it knew.
 */
export interface Slot {
  id: string;
  /** Stands for the execution that sent the wave. */
  executionMark: string;
  claimedAtMs: number;
  sheetId: number;
  keyTexts: string[];
  /** One for each key. */
  results: SlotResult[];
  /** True once the log's lines about these results are counted; until then the record of the log does not know of them. */
  logged: boolean;
}

const prefix = "slot.";
const resultsSuffix = ".results";
const version = 1;

/** Longest value that is written: a property holds 9 KB (Apps Script quotas), and not every character is one byte. */
const longestValue = 8_900;

/** Characters kept free for each result, so that the results of a wave fit where its slot did. */
const roomForResult = 80;

/** All slots, and the names of those that cannot be read: damaged, or written by a newer version. */
export function readSlots(properties: Readonly<Record<string, string>>): {
  slots: Slot[];
  unreadable: string[];
} {
  const slots: Slot[] = [];
  const unreadable: string[] = [];
  for (const name of Object.keys(properties).sort()) {
    if (!name.startsWith(prefix) || name.endsWith(resultsSuffix)) continue;
    const slot = readSlot(name, properties);
    if (slot) slots.push(slot);
    else unreadable.push(name);
  }
  return { slots, unreadable };
}

/** Names of results whose slot is freed: an execution was killed between the two, and nobody else would ever remove them. */
export function strayResults(properties: Readonly<Record<string, string>>): string[] {
  return Object.keys(properties).filter(
    (name) =>
      name.startsWith(prefix) &&
      name.endsWith(resultsSuffix) &&
      properties[name.slice(0, -resultsSuffix.length)] === undefined,
  );
}

/** The slot of a wave that is about to be claimed. `name` tells an execution's slots apart. */
export function newSlot({ mark, ports }: Execution, name: string, sheetId: number, keyTexts: string[]): Slot {
  return {
    id: `${mark}${name}`,
    executionMark: mark,
    claimedAtMs: ports.clock.nowMs(),
    sheetId,
    keyTexts,
    results: keyTexts.map(() => null),
    logged: false,
  };
}

/**
 * Writes slots with room for their results, in one call; false where the properties are full, and then nothing of them may
 * be sent.
 */
export function openSlots(
  properties: PropertiesPort,
  slots: readonly Slot[],
  others: Readonly<Record<string, string>> = {},
): boolean {
  const opened = slots.map((slot) => ({
    [prefix + slot.id]: headOf(slot),
    [prefix + slot.id + resultsSuffix]: encodeResults(slot.results).padEnd(
      Math.min(longestValue, slot.keyTexts.length * roomForResult),
    ),
  }));
  return properties.write(Object.assign({}, others, ...opened));
}

/** Writes one slot; see {@link openSlots}. */
export function openSlot(
  properties: PropertiesPort,
  slot: Slot,
  others: Readonly<Record<string, string>> = {},
): boolean {
  return openSlots(properties, [slot], others);
}

/** Writes a slot's results; false where they could not be written. */
export function saveResults(properties: PropertiesPort, slot: Slot): boolean {
  return properties.write({ [prefix + slot.id + resultsSuffix]: encodeResults(slot.results) });
}

/** The property that says that a slot's lines in the log are counted: to be written together with the count. */
export function loggedMark(slot: Slot): Record<string, string> {
  return { [prefix + slot.id]: headOf({ ...slot, logged: true }) };
}

/** Says that a claimed wave never left; the next execution writes so beside its rows. The slot as it then is. */
export function abandonWave({ ports }: Execution, slot: Slot): Slot {
  const outcome: Outcome = { kind: "notSent", reason: "stopped" };
  const atMs = ports.clock.nowMs();
  const abandoned = { ...slot, results: slot.keyTexts.map(() => ({ outcome, atMs })) };
  saveResults(ports.properties, abandoned);
  return abandoned;
}

/** Frees a slot. */
export function freeSlot(properties: PropertiesPort, id: string): void {
  properties.remove(prefix + id);
  properties.remove(prefix + id + resultsSuffix);
}

/** Keeps of a slot only what is not settled. */
export function keepInSlot(slot: Slot, unsettled: ReadonlySet<string>): Slot {
  const kept = slot.keyTexts
    .map((_, index) => index)
    .filter((index) => unsettled.has(slot.keyTexts[index] ?? ""));
  return {
    ...slot,
    keyTexts: kept.map((index) => slot.keyTexts[index] ?? ""),
    results: kept.map((index) => slot.results[index] ?? null),
  };
}

/** What a slot knows about its keys. */
export function attemptsOf(slot: Slot): KnownAttempt[] {
  const attempts: KnownAttempt[] = [];
  slot.keyTexts.forEach((keyText, index) => {
    const key = parseSendKey(keyText);
    if (!key) return;
    const result = slot.results[index];
    const outcome = result?.outcome;
    attempts.push({
      key,
      keyText,
      outcome: outcome?.kind ?? "pending",
      orderId: outcome?.kind === "created" ? outcome.orderId : "",
      orderNumber: outcome?.kind === "created" ? outcome.orderNumber : "",
      ref: "",
      atMs: result?.atMs ?? slot.claimedAtMs,
    });
  });
  return attempts;
}

function headOf(slot: Slot): string {
  const { executionMark, claimedAtMs, sheetId, keyTexts, logged } = slot;
  return JSON.stringify({ v: version, executionMark, claimedAtMs, sheetId, keyTexts, logged });
}

type PackedResult = null | [atMs: number, kind: string, first?: string, second?: string];

/** An order number that does not fit is dropped; an ID that does not fit leaves the order to a look-up. */
function encodeResults(results: readonly SlotResult[]): string {
  const full = JSON.stringify(results.map((result) => pack(result, true)));
  if (full.length <= longestValue) return full;
  const share = Math.floor((longestValue - 2) / Math.max(1, results.length)) - 1;
  return JSON.stringify(
    results.map((result) => {
      const packed = pack(result, false);
      if (result === null || JSON.stringify(packed).length <= share) return packed;
      return [result.atMs, "unconfirmed", "unreadable"];
    }),
  );
}

function pack(result: SlotResult, withNumber: boolean): PackedResult {
  if (result === null) return null;
  const { outcome, atMs } = result;
  if (outcome.kind === "created")
    return [atMs, "created", outcome.orderId, withNumber ? outcome.orderNumber : ""];
  if (outcome.kind === "rejected") return [atMs, "rejected", outcome.code.slice(0, 40)];
  return [atMs, outcome.kind, outcome.reason];
}

function readSlot(name: string, properties: Readonly<Record<string, string>>): Slot | null {
  const head = parse(properties[name]);
  if (!isObject(head) || head.v !== version || !Array.isArray(head.keyTexts)) return null;
  if (typeof head.claimedAtMs !== "number" || typeof head.sheetId !== "number") return null;
  const keyTexts = head.keyTexts.filter((text): text is string => typeof text === "string");
  const packed = parse(properties[name + resultsSuffix]);
  const list = Array.isArray(packed) ? packed : [];
  return {
    id: name.slice(prefix.length),
    executionMark: String(head.executionMark),
    claimedAtMs: head.claimedAtMs,
    sheetId: head.sheetId,
    keyTexts,
    results: keyTexts.map((_, index) => unpack(list[index])),
    logged: head.logged === true,
  };
}

function unpack(packed: unknown): SlotResult {
  if (!Array.isArray(packed)) return null;
  const [atMs, kind, first, second] = packed;
  if (typeof atMs !== "number" || typeof first !== "string") return null;
  const number = typeof second === "string" ? second : "";
  if (kind === "created") return { atMs, outcome: { kind, orderId: first, orderNumber: number } };
  if (kind === "rejected") return { atMs, outcome: { kind, code: first, message: "" } };
  if (kind === "notSent") return { atMs, outcome: { kind, reason: "stopped" } };
  return { atMs, outcome: { kind: "unconfirmed", reason: "killed" } };
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
