import { isKeepableId } from "../bitbybit/order-id";
import { type Context, whileLocked } from "../execution/context";
import { requestKey } from "../journal/journal";
import type { Finding } from "../journal/journal-store";
import type { SendKey } from "../orders/send-key";
import { type OrderRecord, shownOrderId } from "../sheet/order-record";
import { refHashOf } from "../sheet/ref-hash";
import type { SheetReading } from "../sheet/sheet-reading";
import type { ReconcileResult, ReconcileTarget } from "./reconcile";

/** An Order ID that a person typed beside an order of which nobody knows how it ended. */
interface TypedId {
  key: SendKey;
  record: OrderRecord;
  orderId: string;
}

/**
 * Takes Order IDs that were typed beside unconfirmed orders, if the shop's list has them or the API key may not
 * read it. The requests (see `requestKey`) whose typed ID is not in the shop.
 */
export function takeTypedIds(
  context: Context,
  reading: SheetReading,
  targets: readonly ReconcileTarget[],
  { unresolved, scan }: ReconcileResult,
): ReadonlySet<string> {
  const open = targets.filter(({ key }) => unresolved.has(requestKey(key)));
  const typed = typedIds(reading, open);
  const mayRead = scan.inconclusive !== "scope" && scan.inconclusive !== "refused";
  const isKnown = ({ orderId }: TypedId) => scan.orderIds.has(orderId);
  const taken = typed.filter((one) => isKnown(one) || !mayRead);
  whileLocked(context, () => {
    const stored = context.journal.read();
    const findings = taken
      .filter(({ orderId }) => stored.journal.ownerOf(orderId) === null)
      .map(
        (one): Finding => ({
          key: one.key,
          refHash: refHashOf(one.record.order.ref),
          sheetId: reading.sheetId,
          event: { kind: "typed", orderId: one.orderId, verified: isKnown(one) },
        }),
      );
    context.journal.resolve(stored, findings);
  });
  const refused = scan.inconclusive === null ? typed.filter((one) => !isKnown(one)) : [];
  return new Set(refused.map(({ key }) => requestKey(key)));
}

/** How many orders have an ID typed beside them, for the question that comes first. */
export function countTypedIds(reading: SheetReading, targets: readonly ReconcileTarget[]): number {
  return typedIds(reading, targets).length;
}

/** The same ID in every row of the order, and in no other row of the sheet. */
function typedIds(reading: SheetReading, targets: readonly ReconcileTarget[]): TypedId[] {
  const shown = new Map<string, number>();
  for (const record of reading.orders)
    for (const orderId of new Set(record.rows.map((row) => row.cells.orderId)))
      shown.set(orderId, (shown.get(orderId) ?? 0) + 1);
  return targets.flatMap(({ key, record }) => {
    const orderId = shownOrderId(record);
    const isWhole = record.rows.every((row) => row.cells.orderId === orderId && row.status === "Unconfirmed");
    return isKeepableId(orderId) && isWhole && shown.get(orderId) === 1 ? [{ key, record, orderId }] : [];
  });
}
