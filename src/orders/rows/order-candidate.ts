import { parseTags } from "../check/tags";
import type { OrderPayload } from "../order";
import type { SplitName } from "./names";
import type { OrderCells } from "./order-cells";
import type { SharedField } from "./shared-fields";

/** An order's request body before the schema has seen it: what is blank or could not be read is not there. */
export type OrderCandidate = { [Key in keyof OrderPayload]?: unknown };

/** The column that a part of the payload is taken from, and the one that serves if that is blank. */
type Source = readonly [SharedField, SharedField?];
type Sources = Readonly<Record<string, Source>>;
type SourceEntries = readonly (readonly [string, Source])[];

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

/** The columns of full names that serve if names in two columns are blank. */
export const fullNameSources = {
  fullName: ["firstName", "lastName"],
  shipFullName: ["shipFirstName", "shipLastName"],
} as const satisfies Readonly<Record<string, readonly [SharedField, SharedField]>>;

/** Splits the full name of a column. */
type NameSplitter = (fullName: string, field: keyof typeof fullNameSources) => SplitName;

/** The shared cells with full names in two parts. Names in columns of their own win, both of them. */
function withSplitNames(shared: OrderCells["shared"], split: NameSplitter): OrderCells["shared"] {
  if (shared.fullName === undefined && shared.shipFullName === undefined) return shared;
  const names = { ...shared };
  for (const full of ["fullName", "shipFullName"] as const) {
    const [first, last] = fullNameSources[full];
    const text = shared[full];
    if (text === undefined || shared[first] !== undefined || shared[last] !== undefined) continue;
    const { firstName, lastName } = split(text, full);
    names[first] = firstName;
    names[last] = lastName;
  }
  return names;
}

/** The shared cells with the address's second and third line in one: bitbybit keeps two. */
function withOneSecondLine(shared: OrderCells["shared"]): OrderCells["shared"] {
  const { address2, address3 } = shared;
  if (address3 === undefined) return shared;
  return { ...shared, address2: address2 === undefined ? address3 : `${address2}, ${address3}` };
}

/**
 * Puts the cells where the contract wants them. With a Customer ID no customer object is made; the Ship… columns win for
 * the address over the customer's names and phone.
 */
export function candidateOf(
  cells: Pick<OrderCells, "shared"> & { lines: unknown[] },
  split: NameSplitter,
): OrderCandidate {
  const shared = withOneSecondLine(withSplitNames(cells.shared, split));
  const candidate: OrderCandidate = {};
  if (shared.customerId === undefined) candidate.customer = pick(shared, customerEntries);
  else candidate.customerId = shared.customerId;
  candidate.lineItems = cells.lines;
  candidate.shippingAddress = pick(shared, addressEntries);
  if (shared.notes !== undefined) candidate.notes = shared.notes;
  const tags = shared.tags === undefined ? [] : parseTags(shared.tags);
  if (tags.length > 0) candidate.tags = tags;
  return candidate;
}

// Listed once: this runs for every order of a sheet.
const customerEntries: SourceEntries = Object.entries(customerSources);
const addressEntries: SourceEntries = Object.entries(addressSources);

function pick(shared: OrderCells["shared"], entries: SourceEntries): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [key, [field, otherwise]] of entries) {
    const text = shared[field] ?? (otherwise === undefined ? undefined : shared[otherwise]);
    if (text !== undefined) picked[key] = text;
  }
  return picked;
}
