import type { OrderPayload } from "../orders/order";
import { formatSendKey, parseSendKey, type SendKey } from "../orders/send-key";

/** Where the reference travels in an order: its notes' last line, or one of its tags. */
export type ReferencePlace = "notes" | "tags";

const label = "Sheet ref: ";

/** The payload with the reference by which the order can be found again when its answer is lost. */
export function withReference(payload: OrderPayload, key: SendKey, place: ReferencePlace): OrderPayload {
  const line = label + formatSendKey(key);
  if (place === "tags") return { ...payload, tags: [...(payload.tags ?? []), line] };
  return { ...payload, notes: payload.notes ? `${payload.notes}\n${line}` : line };
}

/**
 * The send key in an order's notes or tags; null where there is none. The last line that names one counts, since a
 * customer's own note may quote another order's.
 */
export function readReference(order: {
  notes?: string | null | undefined;
  tags?: readonly string[] | null | undefined;
}) {
  const lines = [...(order.notes ?? "").split("\n"), ...(order.tags ?? [])].reverse();
  for (const line of lines) {
    const text = line.trim();
    const key = text.startsWith(label) ? parseSendKey(text.slice(label.length)) : null;
    if (key) return key;
  }
  return null;
}
