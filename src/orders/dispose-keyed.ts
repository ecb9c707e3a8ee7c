import { type Circumstances, isInEnvironment, isInUse, mayBeMade } from "./circumstances";
import { freshSend, unfinished } from "./dispose-unkeyed";
import { type Disposition, firstOrderId, type Hold, held, isCreated, unsentStatuses } from "./disposition";
import { type KnownAttempt, madeOf, type OrderRecord } from "./order-record";
import type { SendKey } from "./send-key";
import type { Status } from "./status";

/** Every row has the key, and is as it was when the key was written. */
export function withOwnKey(
  record: OrderRecord,
  status: Status | "",
  key: SendKey,
  keyText: string,
  known: KnownAttempt | undefined,
  around: Circumstances,
): Disposition {
  const orderId = firstOrderId(record);
  if (isCreated(status)) {
    if (key.environment === "test" && around.environment === "live")
      return freshSend(record, around, orderId);
    return asCreated(record, status, key, keyText, known, around);
  }
  if (known?.outcome === "created") {
    if (known.key.environment === "test" && around.environment === "live")
      return freshSend(record, around, known.orderId);
    return { kind: "known", attempt: known };
  }
  const unsent = unsentStatuses.has(status) && status !== "";
  const refused = known?.outcome === "rejected" || known?.outcome === "notSent";
  const sameAttempt = refused && known.key.attempt >= key.attempt;
  if ((unsent && !mayBeMade(known, key)) || sameAttempt) {
    if (!isInEnvironment(key, around)) return freshSend(record, around);
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
  const made = madeOf(around.evidence, around.environment, key.fingerprint);
  return made && made.key.runMark !== key.runMark ? made : null;
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
  const ids = record.rows.map((row) => row.cells.orderId);
  if (ids.some((id) => id !== "" && id !== orderId))
    return { kind: "held", hold: { why: "idChanged", orderId }, as: "created" };
  if (record.rows.every((row, index) => isCreated(row.status) && ids[index] === orderId))
    return { kind: "created" };
  const orderNumber = record.rows[ids.indexOf(orderId)]?.cells.orderNumber ?? "";
  const shown = { outcome: "created", orderId, orderNumber, ref: record.order.ref, atMs: 0 } as const;
  return { kind: "known", attempt: created ?? { key, keyText, ...shown } };
}
