import { hashLength, hashText } from "../text/text-hash";
import type { OrderPayload } from "./order";

/**
 * Twelve characters that stand for an order's content: six for who gets it (Order ref, customer, address), six for what
 * it holds (lines, notes, tags). Two orders of the same content have the same fingerprint, whatever the order of their
 * rows. The two halves are apart so that an edited order can be told from a status that stands beside another order.
 */
export function fingerprintOf(ref: string, payload: OrderPayload): string {
  const { customerId, customer, shippingAddress: address } = payload;
  const who = [
    ref,
    customerId,
    customer?.firstName,
    customer?.lastName,
    customer?.phone,
    customer?.email,
    address.firstName,
    address.lastName,
    address.phone,
    address.address1,
    address.address2,
    address.city,
    address.province,
    address.country,
    address.zip,
  ];
  const lines = payload.lineItems.map((line) => line.productVariantId + betweenCells + line.quantity);
  const tags = [...(payload.tags ?? [])];
  const what = [lines.sort().join(betweenCells), payload.notes, tags.sort().join(betweenCells)];
  return hashText(who.join(betweenFields)) + hashText(what.join(betweenFields));
}

/** Control characters, which nobody types into a cell; a field that is not there joins as an empty one, and none is empty. */
const betweenFields = "\u0000";
const betweenCells = "\u0001";

/** True when two fingerprints agree on who gets the order: the same order, edited, rather than another one. */
export function sameRecipient(one: string, other: string): boolean {
  return one.slice(0, hashLength) === other.slice(0, hashLength);
}
