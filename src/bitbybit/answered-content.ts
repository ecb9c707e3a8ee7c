import type { OrderPayload } from "../orders/order";

/** So many of name, street, phone and zip must differ: a shop may write one of them in its own way. */
const fewestDifferences = 2;

/** The last digits of a phone number: what stands before them is written in many ways. */
const phoneDigits = 7;

/**
 * True if the order of a 201 is surely not the one that was sent: it holds other articles, or is for somebody else. What the
 * answer leaves out tells nothing. `answered`: the answer's `data`, in any shape.
 */
export function isAnothersContent(answered: unknown, sent: OrderPayload): boolean {
  const { lineItems, shippingAddress } = fieldsOf(answered);
  const lines = answeredLines(lineItems);
  const sentLines = summed(sent.lineItems.map((item) => [item.productVariantId, item.quantity]));
  if (lines !== null && lines.join() !== sentLines.join()) return true;
  const address = fieldsOf(shippingAddress);
  const { firstName, lastName, address1, phone, zip } = sent.shippingAddress;
  const pairs: readonly [answered: string, sent: string][] = [
    [plain(address.firstName) + plain(address.lastName), plain(firstName) + plain(lastName)],
    [plain(address.address1), plain(address1)],
    [digits(address.phone), digits(phone)],
    [plain(address.zip), plain(zip)],
  ];
  return (
    pairs.filter(([one, other]) => one !== "" && other !== "" && one !== other).length >= fewestDifferences
  );
}

/** How many of each article; a shop may add up its lines. Null unless every line can be read. */
function answeredLines(lineItems: unknown): string[] | null {
  if (!Array.isArray(lineItems) || lineItems.length === 0) return null;
  const lines: Line[] = [];
  for (const item of lineItems) {
    const { productVariant, quantity } = fieldsOf(item);
    const { id } = fieldsOf(productVariant);
    if (typeof id !== "string" || typeof quantity !== "number") return null;
    lines.push([id, quantity]);
  }
  return summed(lines);
}

type Line = readonly [variantId: string, quantity: number];

function summed(lines: readonly Line[]): string[] {
  const quantities = new Map<string, number>();
  for (const [id, quantity] of lines) quantities.set(id, (quantities.get(id) ?? 0) + quantity);
  return [...quantities].map(([id, quantity]) => `${quantity} ${id}`).sort();
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Letters and digits alone. */
function plain(text: unknown): string {
  return typeof text === "string"
    ? text
        .normalize("NFKD")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "")
    : "";
}

function digits(text: unknown): string {
  return typeof text === "string" ? text.replace(/\D/g, "").slice(-phoneDigits) : "";
}
