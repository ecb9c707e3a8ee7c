import type { OrderPayload } from "../orders/order";
import { formatSendKey, parseSendKey, type SendKey } from "../orders/send-key";
import { requestIdsIn, sendKeysIn } from "../orders/send-keys-in-text";

/** Where the reference travels in an order: at the end of its notes, or in a tag of its own. */
export type ReferencePlace = "notes" | "tags";

/** The texts of an order that can hold a reference. The API may leave them out. */
export interface ReferenceTexts {
  notes?: string | null | undefined;
  tags?: readonly string[] | null | undefined;
}

const label = "Sheet ref: ";

/** The reference of a send key, as it stands in notes or in a tag. */
export function referenceOf(key: SendKey): string {
  return label + formatSendKey(key);
}

/** The payload with the reference by which the order can be found again if its answer is lost. */
export function withReference(payload: OrderPayload, key: SendKey, place: ReferencePlace): OrderPayload {
  const reference = referenceOf(key);
  if (place === "tags") return { ...payload, tags: [...(payload.tags ?? []), reference] };
  return { ...payload, notes: payload.notes ? `${payload.notes}\n${reference}` : reference };
}

/**
 * The send key of an order's own reference; null if it has none that is whole. Only the place where this add-on writes
 * counts: the very end of the notes, or the last tag that is a reference and nothing else. Spaces around it do not
 * count, and a shop may have joined the notes' lines, so anything may stand before it in the notes. A reference with
 * text after it belongs to somebody's sentence: {@link mentionedKeys} finds it.
 */
export function readReference(order: ReferenceTexts, place: ReferencePlace): SendKey | null {
  if (place === "notes") {
    const notes = order.notes ?? "";
    return wholeReference(notes.slice(Math.max(0, notes.lastIndexOf(label))));
  }
  for (const tag of [...(order.tags ?? [])].reverse()) {
    const key = wholeReference(tag);
    if (key) return key;
  }
  return null;
}

/** The send key of a text that is a reference and nothing else but spaces around it; null for any other text. */
function wholeReference(text: string): SendKey | null {
  const trimmed = text.trim();
  const key = parseSendKey(trimmed.slice(label.length));
  return key && trimmed === referenceOf(key) ? key : null;
}

/** Every send key that stands anywhere in an order's notes and tags, its own included. */
export function mentionedKeys(order: ReferenceTexts): SendKey[] {
  return textsOf(order).flatMap(sendKeysIn);
}

/**
 * The request IDs of everything in an order's notes and tags that looks like the beginning of a send key. A shop may have
 * cut the key, or changed its letter case: such an order bears no reference, and still may be the one that was sent.
 */
export function mentionedRequests(order: ReferenceTexts): string[] {
  return textsOf(order).flatMap(requestIdsIn);
}

/**
 * True if the place of an order's own reference names other requests too: somebody has copied or added a reference, and
 * nothing says which one is the order's own.
 */
export function isAmbiguous({ notes, tags }: ReferenceTexts, place: ReferencePlace): boolean {
  const keys = mentionedKeys(place === "notes" ? { notes } : { tags });
  return new Set(keys.map(({ requestId }) => requestId)).size > 1;
}

function textsOf({ notes, tags }: ReferenceTexts): string[] {
  return [notes ?? "", ...(tags ?? [])];
}
