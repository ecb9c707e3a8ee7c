import type { OrderPayload } from "../orders/order";

/** So many of name, street, phone and zip must differ: a shop may write one of them in its own way. */
const fewestDifferences = 2;

/** The last digits of a phone number: what stands before them is written in many ways. */
const phoneDigits = 7;

/** What an order holds and whom it is for, in a form in which a shop's own way of writing does not count. */
export interface OrderContent {
  /** How many of each article, as one text; null if it is not known. */
  lines: string | null;
  /** Name, street, phone and zip; "" for what is not known. */
  recipient: readonly [name: string, street: string, phone: string, zip: string];
}

/** What the API says that an order holds. `answered`: the order in an answer, in any shape. */
export function contentOfAnswer(answered: unknown): OrderContent {
  const { lineItems, shippingAddress } = fieldsOf(answered);
  return { lines: answeredLines(lineItems), recipient: recipientOf(fieldsOf(shippingAddress)) };
}

/**
 * True if the order of a 201 is surely not the one that was sent: it holds other articles, or is for somebody else. What the
 * answer leaves out tells nothing.
 */
export function isAnothersContent(content: OrderContent, sent: OrderPayload): boolean {
  const { sameLines, different } = compared(content, sent);
  return sameLines === false || different >= fewestDifferences;
}

/**
 * True if an order of the shop may well be the one that was sent, though nothing but what it holds says so: the same articles,
 * and at least two of name, street, phone and zip; three where the articles are not known.
 */
export function isAlike(content: OrderContent, sent: OrderPayload): boolean {
  const { sameLines, same, different } = compared(content, sent);
  return sameLines !== false && different < fewestDifferences && same >= (sameLines ? 2 : 3);
}

function compared({ lines, recipient }: OrderContent, sent: OrderPayload) {
  const sentLines = summed(sent.lineItems.map((item) => [item.productVariantId, item.quantity]));
  const pairs = recipientOf(sent.shippingAddress)
    .map((text, index) => [text, recipient[index] ?? ""] as const)
    .filter(([one, other]) => one !== "" && other !== "");
  const same = pairs.filter(([one, other]) => one === other).length;
  return { sameLines: lines === null ? null : lines === sentLines, same, different: pairs.length - same };
}

/** The fields of an address that say whom an order is for, in any shape. */
interface Recipient {
  firstName?: unknown;
  lastName?: unknown;
  address1?: unknown;
  phone?: unknown;
  zip?: unknown;
}

function recipientOf(address: Recipient): OrderContent["recipient"] {
  const { firstName, lastName, address1, phone, zip } = address;
  return [plain(firstName) + plain(lastName), plain(address1), digits(phone), plain(zip)];
}

/** How many of each article; a shop may add up its lines. Null unless every line can be read. */
function answeredLines(lineItems: unknown): string | null {
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

function summed(lines: readonly Line[]): string {
  const quantities = new Map<string, number>();
  for (const [id, quantity] of lines) quantities.set(id, (quantities.get(id) ?? 0) + quantity);
  return [...quantities]
    .map(([id, quantity]) => `${quantity} ${id}`)
    .sort()
    .join();
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
