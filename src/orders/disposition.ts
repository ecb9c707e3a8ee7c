import { type KeyPlaces, placesOfKeys } from "./key-places";
import type { Evidence, KnownAttempt, OrderRecord } from "./order-record";
import type { Problem } from "./problem";
import type { SendKey } from "./send-key";
import { mostCautious, type Status } from "./status";

/** Why an order is held: neither sent nor believed, until a person has looked at it. */
export type Hold =
  | { why: "keyDamaged" }
  | { why: "keyMissing" }
  | { why: "mixedKeys" }
  | { why: "addedAfter"; orderId: string }
  | { why: "copied"; homeRow: number }
  | { why: "displaced"; homeRow: number }
  | { why: "statusElsewhere"; keyRow: number }
  | { why: "sheetDisplaced"; keyRow: number }
  | { why: "edited"; orderId: string }
  | { why: "editedUnconfirmed" }
  | { why: "madeBefore"; orderId: string; atMs: number }
  | { why: "otherApiKey"; environment: "test" | "live" }
  | { why: "idMissing" }
  | { why: "idChanged"; orderId: string }
  | { why: "idWithoutStatus" }
  /** An Order ID that another row shows with better right, and nothing else that says how this order ended. */
  | { why: "idElsewhere"; orderId: string; idRow: number }
  /** Rows of the order that are not selected, or hidden by the filter. */
  | { why: "partial"; ref: string; rowNumbers: number[]; hidden: boolean }
  /** The log was cut, and the shop could not be looked through. */
  | { why: "unverified" };

/** What is to become of one order. */
export type Disposition =
  /** To be keyed and sent. `stem` null: a new one. `replaces`: the test order that a live one takes the place of. */
  | { kind: "send"; stem: string | null; attempt: number; replaces?: string }
  /** Made earlier; nothing to do. */
  | { kind: "created" }
  /** Unconfirmed, and somebody typed its Order ID. */
  | { kind: "byHand"; orderId: string }
  /** Log or slot know how it ended, the cells do not. */
  | { kind: "known"; attempt: KnownAttempt }
  /** It may exist. `complete`: every row is as it was sent, so that it may be sent again when it is surely absent. */
  | {
      kind: "lookUp";
      key: SendKey;
      keyText: string;
      complete: boolean;
      /** Another run made an order of this very content: even when this one is absent it is not sent again unasked. */
      made?: KnownAttempt;
    }
  | { kind: "invalid"; problems: readonly Problem[] }
  /** `as`: what its cells say it is, which stays so. */
  | { kind: "held"; hold: Hold; as: "created" | "unconfirmed" | "unsent" };

/** What a decision about an order rests on, besides the order. */
export interface Circumstances {
  environment: "test" | "live";
  /** The mark of the API key in use. */
  keyMark: string;
  evidence: Evidence;
  places: KeyPlaces;
}

const unsentStatuses: ReadonlySet<Status | ""> = new Set<Status | "">([
  "",
  "Valid",
  "Invalid",
  "Rejected",
  "Not sent",
]);

/** Prepares what all decisions about one sheet share. */
export function circumstancesOf(
  records: readonly OrderRecord[],
  evidence: Evidence,
  apiKey: { environment: "test" | "live"; keyMark: string },
): Circumstances {
  return { ...apiKey, evidence, places: placesOfKeys(records, evidence) };
}

/**
 * Decides about one order. A send key is believed only where its rows are as they were when it was written; what an
 * order's cells say is believed only as far as log and slots do not know better.
 */
export function disposeOf(record: OrderRecord, around: Circumstances): Disposition {
  const status = mostCautious(record.rows.map((row) => row.status));
  const keyTexts = new Set(record.rows.map((row) => row.cells.sendKey.trim()).filter((text) => text !== ""));
  if (record.rows.some((row) => row.cells.sendKey.trim() !== "" && !row.key))
    return held("keyDamaged", status);
  if (keyTexts.size === 0) return withoutKey(record, status, around);
  const key = record.rows.find((row) => row.key)?.key;
  const keyText = [...keyTexts][0];
  if (!key || keyText === undefined) return held("keyDamaged", status);
  const everyRowHasIt = record.rows.every((row) => row.cells.sendKey.trim() === keyText);
  if (!everyRowHasIt) return withMixedKeys(record, status, around);
  const known = around.evidence.byStem.get(key.stem);
  const matches = record.fingerprint === key.fingerprint && record.rows.length === key.rowCount;
  if (!matches) return withForeignKey(record, status, key, keyText, known, around);
  const home = around.places.homeRow(keyText, key);
  if (home !== null && home !== record.rows[0]?.rowNumber) {
    return { kind: "held", hold: { why: "copied", homeRow: home }, as: heldAs(status, true) };
  }
  return withOwnKey(record, status, key, keyText, known, around);
}

/** No row has a key: never sent, undone, restored, or filled by hand. */
function withoutKey(record: OrderRecord, status: Status | "", around: Circumstances): Disposition {
  const orderId = firstOrderId(record);
  if (isCreated(status)) {
    if (status === "Created (test)" && around.environment === "live")
      return freshSend(record, around, orderId);
    if (orderId === "") return held("idMissing", status);
    const idRow = around.places.idRow(orderId);
    if (idRow !== null && idRow !== record.rows[0]?.rowNumber)
      return { kind: "held", hold: { why: "idElsewhere", orderId, idRow }, as: "created" };
    if (record.rows.some((row) => row.cells.orderId.trim() !== orderId)) return held("idMissing", status);
    if (!record.rows.every((row) => isCreated(row.status))) return held("idWithoutStatus", status);
    return { kind: "created" };
  }
  const made =
    record.fingerprint === null ? undefined : around.evidence.createdByFingerprint.get(record.fingerprint);
  if (!unsentStatuses.has(status)) {
    if (orderId !== "") return { kind: "byHand", orderId };
    if (made && made.key.environment === around.environment) return { kind: "known", attempt: made };
    return unfinished(record, around) ?? held("keyMissing", status);
  }
  if (orderId !== "") return held("idWithoutStatus", status);
  return freshSend(record, around);
}

/** An order that may be sent under a key of its own, unless its content is known to be, or to stand, elsewhere. */
function freshSend(record: OrderRecord, around: Circumstances, replaces = ""): Disposition {
  if (record.fingerprint === null) return { kind: "invalid", problems: record.order.problems };
  const keyRow = around.places.strayKeyRow(record.fingerprint);
  if (keyRow !== null) return { kind: "held", hold: { why: "statusElsewhere", keyRow }, as: "unsent" };
  const suspectRow = around.places.suspectRow;
  if (suspectRow !== null)
    return { kind: "held", hold: { why: "sheetDisplaced", keyRow: suspectRow }, as: "unsent" };
  const made = around.evidence.createdByFingerprint.get(record.fingerprint);
  if (made && made.key.environment === around.environment) {
    return {
      kind: "held",
      hold: { why: "madeBefore", orderId: made.orderId, atMs: made.atMs },
      as: "unsent",
    };
  }
  const open = replaces === "" ? unfinished(record, around) : null;
  if (open) return open;
  return replaces === ""
    ? { kind: "send", stem: null, attempt: 1 }
    : { kind: "send", stem: null, attempt: 1, replaces };
}

/** An order whose key was cleared while it was not known whether it exists is looked up under the key that it was sent with. */
function unfinished(record: OrderRecord, around: Circumstances): Disposition | null {
  const attempt = around.places.openAttempt(record.rows[0]?.rowNumber ?? 0);
  if (!attempt || !isInEnvironment(attempt.key, around) || attempt.key.rowCount !== record.rows.length)
    return null;
  const { key, keyText } = attempt;
  if (isInUse(key, around)) return { kind: "lookUp", key, keyText, complete: true };
  return { kind: "held", hold: { why: "otherApiKey", environment: key.environment }, as: "unconfirmed" };
}

/** Some rows have a key, others none or another one. */
function withMixedKeys(record: OrderRecord, status: Status | "", around: Circumstances): Disposition {
  if (isCreated(status)) {
    const keyed = record.rows.filter((row) => row.key);
    const firstKey = keyed[0]?.key;
    const sameKey = keyed.every((row) => row.cells.sendKey === keyed[0]?.cells.sendKey);
    if (firstKey && sameKey && keyed.length === firstKey.rowCount) {
      return { kind: "held", hold: { why: "addedAfter", orderId: firstOrderId(record) }, as: "created" };
    }
  }
  const keys = record.rows.map((row) => row.key);
  const neverSent = record.rows.every((row) => row.status !== "" || !row.key) && unsentStatuses.has(status);
  if (!neverSent || keys.some((key) => key && mayBeMade(around.evidence.byStem.get(key.stem), key))) {
    return held("mixedKeys", status, true);
  }
  return freshSend(record, around);
}

/** The key's content is not this order's: a copy, an edited order, or a status sorted apart from its row. */
function withForeignKey(
  record: OrderRecord,
  status: Status | "",
  key: SendKey,
  keyText: string,
  known: KnownAttempt | undefined,
  around: Circumstances,
): Disposition {
  const homeRow = around.places.homeRow(keyText, key);
  const as = heldAs(status, true);
  const ownKeyRow = record.fingerprint === null ? null : around.places.strayKeyRow(record.fingerprint);
  if (ownKeyRow !== null && ownKeyRow !== record.rows[0]?.rowNumber) {
    return { kind: "held", hold: { why: "statusElsewhere", keyRow: ownKeyRow }, as };
  }
  const cleared = status === "";
  if (unsentStatuses.has(status) && !cleared && !mayBeMade(known, key)) {
    const send = freshSend(record, around);
    if (send.kind !== "send" || homeRow !== null || around.places.rowsWithKey(keyText) > record.rows.length)
      return send;
    return { kind: "send", stem: key.stem, attempt: key.attempt };
  }
  if (homeRow !== null) {
    const displaced = around.places.ordersAtHome(keyText) === 0;
    return { kind: "held", hold: displaced ? { why: "displaced", homeRow } : { why: "copied", homeRow }, as };
  }
  if (isCreated(status) || known?.outcome === "created") {
    return { kind: "held", hold: { why: "edited", orderId: known?.orderId || firstOrderId(record) }, as };
  }
  if (firstOrderId(record) !== "" && !cleared) return { kind: "byHand", orderId: firstOrderId(record) };
  if (isInUse(key, around)) return { kind: "lookUp", key, keyText, complete: false };
  return held("editedUnconfirmed", status, true);
}

/** Every row has the key, and is as it was when the key was written. */
function withOwnKey(
  record: OrderRecord,
  status: Status | "",
  key: SendKey,
  keyText: string,
  known: KnownAttempt | undefined,
  around: Circumstances,
): Disposition {
  const orderId = firstOrderId(record);
  if (isCreated(status)) {
    if (key.environment === "test" && around.environment === "live") {
      return { kind: "send", stem: null, attempt: 1, replaces: orderId };
    }
    return asCreated(record, status, key, keyText, known, around);
  }
  if (known?.outcome === "created") {
    if (known.key.environment === "test" && around.environment === "live") {
      return { kind: "send", stem: null, attempt: 1, replaces: known.orderId };
    }
    return { kind: "known", attempt: known };
  }
  const unsent = unsentStatuses.has(status) && status !== "";
  const refused = known?.outcome === "rejected" || known?.outcome === "notSent";
  const sameAttempt = refused && known.key.attempt >= key.attempt;
  if ((unsent && !mayBeMade(known, key)) || sameAttempt) {
    if (!isInEnvironment(key, around)) return { kind: "send", stem: null, attempt: 1 };
    // Rows sorted apart and back again: the key under which this order was sent stands beside another one now.
    const keyRow = around.places.strayKeyRow(key.fingerprint);
    if (keyRow !== null) return { kind: "held", hold: { why: "statusElsewhere", keyRow }, as: "unsent" };
    const open = unfinished(record, around);
    if (open) return open;
    const made = madeByAnotherRun(key, around);
    if (made) {
      const hold: Hold = { why: "madeBefore", orderId: made.orderId, atMs: made.atMs };
      return { kind: "held", hold, as: "unsent" };
    }
    // An order called absent may still arrive: another attempt under the same stem lets "made twice" be found out.
    const again = status === "Not sent" || known?.outcome === "notSent" || !isInUse(key, around);
    return { kind: "send", stem: key.stem, attempt: again ? key.attempt + 1 : key.attempt };
  }
  if (!unsent && orderId !== "" && status !== "") return { kind: "byHand", orderId };
  if (!isInUse(key, around)) {
    return { kind: "held", hold: { why: "otherApiKey", environment: key.environment }, as: "unconfirmed" };
  }
  const made = madeByAnotherRun(key, around);
  return { kind: "lookUp", key, keyText, complete: true, ...(made ? { made } : {}) };
}

/**
 * The order that another run made of this very content: one run keyed the row while another one sent it, under a key that
 * somebody has cleared since. Equal orders of one run are orders of their own.
 */
function madeByAnotherRun(key: SendKey, around: Circumstances): KnownAttempt | null {
  const made = around.evidence.createdByFingerprint.get(key.fingerprint);
  return made && made.key.runMark !== key.runMark && isInEnvironment(made.key, around) ? made : null;
}

/** A created order's rows all show its ID: one that was cleared gets it again, one that was typed over is told. */
function asCreated(
  record: OrderRecord,
  status: Status | "",
  key: SendKey,
  keyText: string,
  known: KnownAttempt | undefined,
  around: Circumstances,
): Disposition {
  const created = known?.outcome === "created" ? known : null;
  const orderId = created?.orderId ?? firstOrderId(record);
  if (orderId === "") return held("idMissing", status);
  // A result that a sort displaced at every try, or cells that were pasted: nothing else says that this order exists.
  const idRow = created ? null : around.places.idRow(orderId);
  if (idRow !== null && idRow !== record.rows[0]?.rowNumber)
    return { kind: "held", hold: { why: "idElsewhere", orderId, idRow }, as: "created" };
  const ids = record.rows.map((row) => row.cells.orderId.trim());
  if (ids.some((id) => id !== "" && id !== orderId))
    return { kind: "held", hold: { why: "idChanged", orderId }, as: "created" };
  if (record.rows.every((row, index) => isCreated(row.status) && ids[index] === orderId))
    return { kind: "created" };
  const orderNumber = record.rows[ids.indexOf(orderId)]?.cells.orderNumber ?? "";
  const shown = { outcome: "created", orderId, orderNumber, ref: record.order.ref, atMs: 0 } as const;
  return { kind: "known", attempt: created ?? { key, keyText, ...shown } };
}

/** An order is looked up only in the environment and under the API key that sent it. */
function isInUse(key: SendKey, around: Circumstances): boolean {
  return isInEnvironment(key, around) && key.keyMark === around.keyMark;
}

function isInEnvironment(key: SendKey, around: Circumstances): boolean {
  return key.environment === around.environment;
}

/**
 * True when an earlier attempt may have made the order. An attempt before the key's own was called absent when the key
 * was written, so only that it was made after all still counts.
 */
export function mayBeMade(known: KnownAttempt | undefined, key: SendKey): boolean {
  if (!known) return false;
  if (known.outcome === "created") return true;
  return known.key.attempt >= key.attempt && (known.outcome === "unconfirmed" || known.outcome === "pending");
}

function isCreated(status: Status | ""): boolean {
  return status === "Created" || status === "Created (test)";
}

function firstOrderId(record: OrderRecord): string {
  return record.rows.map((row) => row.cells.orderId.trim()).find((text) => text !== "") ?? "";
}

/** What a held order counts as; a cleared status beside a key may hide anything, so it counts as unconfirmed. */
function heldAs(status: Status | "", hasKey: boolean): "created" | "unconfirmed" | "unsent" {
  if (isCreated(status)) return "created";
  if (status === "Unconfirmed" || status === "Sending") return "unconfirmed";
  return status === "" && hasKey ? "unconfirmed" : "unsent";
}

function held(
  why: "keyDamaged" | "keyMissing" | "mixedKeys" | "editedUnconfirmed" | "idMissing" | "idWithoutStatus",
  status: Status | "",
  hasKey = false,
): Disposition {
  return { kind: "held", hold: { why }, as: heldAs(status, hasKey) };
}
