import type { OrderPayload } from "./order";
import type { OrderCells, SharedField } from "./order-cells";
import { parseTags } from "./tags";

/** An order's request body before the schema has seen it: what is blank or could not be read is not there. */
export type OrderCandidate = { readonly [Key in keyof OrderPayload]?: unknown };

/** The columns that a part of the payload is taken from: the first one that is filled. */
type Sources = Readonly<Record<string, readonly SharedField[]>>;

/** Where the customer's parts come from. */
export const customerSources = {
  firstName: ["firstName"],
  lastName: ["lastName"],
  phone: ["phone"],
  email: ["email"],
} as const satisfies Sources;

/** Where the address's parts come from. */
export const addressSources = {
  firstName: ["shipFirstName", "firstName"],
  lastName: ["shipLastName", "lastName"],
  phone: ["shipPhone", "phone"],
  address1: ["address1"],
  address2: ["address2"],
  city: ["city"],
  province: ["province"],
  country: ["country"],
  zip: ["zip"],
} as const satisfies Sources;

/**
 * Puts the cells where the contract wants them. With a Customer ID no customer object is made; the Ship… columns win for
 * the address over the customer's names and phone.
 */
export function candidateOf({ shared, lines }: Pick<OrderCells, "shared" | "lines">): OrderCandidate {
  const tags = parseTags(shared.tags ?? "");
  return {
    ...(shared.customerId === undefined
      ? { customer: pick(shared, customerSources) }
      : { customerId: shared.customerId }),
    lineItems: lines,
    shippingAddress: pick(shared, addressSources),
    ...(shared.notes !== undefined && { notes: shared.notes }),
    ...(tags.length > 0 && { tags }),
  };
}

function pick(shared: OrderCells["shared"], sources: Sources): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const key of Object.keys(sources)) {
    for (const field of sources[key] ?? []) {
      const text = shared[field];
      if (text === undefined) continue;
      picked[key] = text;
      break;
    }
  }
  return picked;
}
