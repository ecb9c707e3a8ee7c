import type { OrderPayload } from "../orders/order";
import { formatSendKey, parseSendKey, type SendKey } from "../orders/send-key";

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
  return [order.notes ?? "", ...(order.tags ?? [])].flatMap(keysIn);
}

/**
 * True if a text holds a send key, with or without the label of a reference. A data cell that holds one is a problem: its
 * order would name another order's request. Letter case, wide letters and invisible characters do not hide a key, since
 * a shop may tidy them.
 */
export function findReferenceInText(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return keysIn(plain.toUpperCase()).length > 0;
}

/** The part of a send key that always has the same length. */
const keyStart = /[TL][0-9A-Z]{4}-[0-9A-Z]{13}-[0-9A-Z]{12}-/g;

/** What may follow it: up to six digits of the number of rows, the check character, and an R. */
const endLengths = [3, 4, 5, 6, 7, 8];

function keysIn(text: string): SendKey[] {
  const keys: SendKey[] = [];
  keyStart.lastIndex = 0;
  for (let match = keyStart.exec(text); match; match = keyStart.exec(text)) {
    const { 0: start, index } = match;
    for (const length of endLengths) {
      const candidate = text.slice(index, index + start.length + length);
      const key = parseSendKey(candidate);
      if (key && candidate.length === start.length + length && !/\s$/.test(candidate)) keys.push(key);
    }
    // Keys may overlap with what only looks like one.
    keyStart.lastIndex = index + 1;
  }
  return keys;
}
