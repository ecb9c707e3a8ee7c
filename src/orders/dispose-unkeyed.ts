import { type Circumstances, isInEnvironment, isInUse } from "./circumstances";
import { type Disposition, firstOrderId, held, isCreated, unsentStatuses } from "./disposition";
import { madeOf, type OrderRecord } from "./order-record";
import type { Status } from "./status";

/** No row has a key: never sent, undone, restored, or filled by hand. */
export function withoutKey(record: OrderRecord, status: Status | "", around: Circumstances): Disposition {
  const orderId = firstOrderId(record);
  if (isCreated(status)) {
    if (status === "Created (test)" && around.environment === "live")
      return freshSend(record, around, orderId);
    if (orderId === "") return held("idMissing", status);
    const idRow = around.places.idRow(orderId);
    if (idRow !== null && idRow !== record.rows[0]?.rowNumber)
      return { kind: "held", hold: { why: "idElsewhere", orderId, idRow }, as: "created" };
    if (record.rows.some((row) => row.cells.orderId !== orderId)) return held("idMissing", status);
    if (!record.rows.every((row) => isCreated(row.status))) return held("idWithoutStatus", status);
    return { kind: "created" };
  }
  if (!unsentStatuses.has(status)) {
    if (orderId !== "") return { kind: "byHand", orderId };
    const made = madeOf(around.evidence, around.environment, record.fingerprint ?? "");
    if (made) return { kind: "known", attempt: made };
    return unfinished(record, around) ?? held("keyMissing", status);
  }
  if (orderId !== "") return held("idWithoutStatus", status);
  return freshSend(record, around);
}

/** An order that may be sent under a key of its own, unless its content is known to be, or to stand, elsewhere. */
export function freshSend(record: OrderRecord, around: Circumstances, replaces = ""): Disposition {
  if (record.fingerprint === null) return { kind: "invalid", problems: record.order.problems };
  const keyRow = around.places.strayKeyRow(record.fingerprint);
  if (keyRow !== null) return { kind: "held", hold: { why: "statusElsewhere", keyRow }, as: "unsent" };
  const suspectRow = around.places.suspectRow;
  if (suspectRow !== null)
    return { kind: "held", hold: { why: "sheetDisplaced", keyRow: suspectRow }, as: "unsent" };
  const made = madeOf(around.evidence, around.environment, record.fingerprint);
  if (made) {
    return {
      kind: "held",
      hold: { why: "madeBefore", orderId: made.orderId, atMs: made.atMs },
      as: "unsent",
    };
  }
  const open = unfinished(record, around);
  if (open) return open;
  return replaces === ""
    ? { kind: "send", stem: null, attempt: 1 }
    : { kind: "send", stem: null, attempt: 1, replaces };
}

/** An order whose key was cleared while it was not known whether it exists is looked up under the key that it was sent with. */
export function unfinished(record: OrderRecord, around: Circumstances): Disposition | null {
  const attempt = around.places.openAttempt(record.rows[0]?.rowNumber ?? 0);
  if (!attempt || !isInEnvironment(attempt.key, around) || attempt.key.rowCount !== record.rows.length)
    return null;
  const { key, keyText } = attempt;
  if (isInUse(key, around)) return { kind: "lookUp", key, keyText, complete: true };
  return { kind: "held", hold: { why: "otherApiKey", environment: key.environment }, as: "unconfirmed" };
}
