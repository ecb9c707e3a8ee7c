import { digest } from "./digest";
import type { OrderPayload } from "./order";

const halfLength = 6;

/**
 * Twelve characters that stand for an order's content: six for who gets it (Order ref, customer, address), six for what
 * it holds (lines, notes, tags). Two orders of the same content have the same fingerprint, whatever the order of their
 * rows. The two halves are apart so that an edited order can be told from a status that stands beside another order.
 */
export function fingerprintOf(ref: string, payload: OrderPayload): string {
  const lines = payload.lineItems
    .map((line) => JSON.stringify([line.productVariantId, line.quantity]))
    .sort();
  const { customer, shippingAddress: address } = payload;
  const who = [
    ref,
    payload.customerId,
    customer && [customer.firstName, customer.lastName, customer.phone, customer.email],
    [address.firstName, address.lastName, address.phone, address.address1, address.address2],
    [address.city, address.province, address.country, address.zip],
  ];
  const what = [lines, payload.notes, [...(payload.tags ?? [])].sort()];
  return digest(JSON.stringify(who), halfLength) + digest(JSON.stringify(what), halfLength);
}

/** True when two fingerprints agree on who gets the order: the same order, edited, rather than another one. */
export function sameRecipient(one: string, other: string): boolean {
  return one.slice(0, halfLength) === other.slice(0, halfLength);
}
