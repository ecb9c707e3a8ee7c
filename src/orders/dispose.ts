import { type Circumstances, isInUse, mayBeMade } from "./circumstances";
import { withOwnKey } from "./dispose-keyed";
import { freshSend, withoutKey } from "./dispose-unkeyed";
import { type Disposition, firstOrderId, held, heldAs, isCreated, unsentStatuses } from "./disposition";
import type { KnownAttempt, OrderRecord } from "./order-record";
import type { SendKey } from "./send-key";
import { mostCautious, type Status } from "./status";

/**
 * Decides about one order. A send key is believed only where its rows are as they were when it was written; what an
 * order's cells say is believed only as far as log and slots do not know better.
 */
export function disposeOf(record: OrderRecord, around: Circumstances): Disposition {
  const status = mostCautious(record.rows.map((row) => row.status));
  const keyTexts = new Set(record.rows.map((row) => row.cells.sendKey).filter((text) => text !== ""));
  if (record.rows.some((row) => row.cells.sendKey !== "" && !row.key)) return held("keyDamaged", status);
  if (keyTexts.size === 0) return withoutKey(record, status, around);
  const key = record.rows.find((row) => row.key)?.key;
  const keyText = [...keyTexts][0];
  if (!key || keyText === undefined) return held("keyDamaged", status);
  const everyRowHasIt = record.rows.every((row) => row.cells.sendKey === keyText);
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
    const why = record.rows.length > key.rowCount ? "addedAfter" : "edited";
    return { kind: "held", hold: { why, orderId: known?.orderId || firstOrderId(record) }, as };
  }
  if (firstOrderId(record) !== "" && !cleared) return { kind: "byHand", orderId: firstOrderId(record) };
  if (isInUse(key, around)) return { kind: "lookUp", key, keyText, complete: false };
  return held("editedUnconfirmed", status, true);
}
