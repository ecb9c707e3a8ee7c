import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod/mini";
import { orderStatuses } from "./order";
import type { StandInRecord } from "./stand-in";
import { thrownText } from "./thrown";

const text = z.nullable(z.string());
const address = z.object({
  id: z.string(),
  firstName: text,
  lastName: text,
  phone: text,
  address1: text,
  address2: text,
  city: text,
  province: text,
  country: text,
  zip: text,
});
const customer = z.object({
  id: z.string(),
  email: text,
  phoneNumber: text,
  firstName: text,
  lastName: text,
  tags: z.array(z.string()),
  addresses: z.array(address),
  updatedAt: z.string(),
});
const variant = z.object({
  id: z.string(),
  key: z.string(),
  price: z.number(),
  compareAtPrice: z.nullable(z.number()),
  inventorySku: text,
  media: text,
});
const order = z.object({
  id: z.string(),
  orderId: z.string(),
  orderNumber: z.string(),
  status: z.enum(orderStatuses),
  fulfillmentStatus: z.enum(["unfulfilled", "fulfilled"]),
  financialStatus: z.enum(["pending", "paid", "refunded"]),
  total: z.number(),
  currency: z.string(),
  notes: text,
  customerId: z.string(),
  lineItems: z.array(
    z.object({
      id: z.string(),
      quantity: z.number(),
      price: z.number(),
      title: z.string(),
      productVariant: variant,
    }),
  ),
  shippingAddress: address,
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
const environment = z.enum(["test", "live"]);
const recordSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("customer"), environment, customer }),
  z.object({ kind: z.literal("order"), environment, order }),
]);

/** What a journal's file holds, or the sentence that says why it cannot be used. */
export type JournalContent = { ok: true; records: StandInRecord[] } | { ok: false; message: string };

/**
 * The file that keeps the stand-in's orders and customers across restarts: one record a line, as JSON, the last record
 * of an ID being the one that counts. Lines are only ever added, so that a killed stand-in loses no order it has
 * answered for; a last line that the kill cut off is left out.
 */
export class Journal {
  constructor(private readonly path: string) {}

  /** Reads the file; a file that is not there is an empty journal, and is made. */
  read(): JournalContent {
    try {
      if (!existsSync(this.path)) writeFileSync(this.path, "");
      return this.#parse(readFileSync(this.path, "utf8"));
    } catch (error) {
      return { ok: false, message: `The data file ${this.path} cannot be used: ${thrownText(error)}` };
    }
  }

  /** Adds one record. Throws when the file cannot be written. */
  add(record: StandInRecord): void {
    appendFileSync(this.path, `${JSON.stringify(record)}\n`);
  }

  /** Empties the file. */
  clear(): void {
    writeFileSync(this.path, "");
  }

  #parse(content: string): JournalContent {
    const lines = content.split("\n");
    // What follows the last line break is empty, or was cut off in the middle; it goes, or the next line would join it.
    const cutOff = lines.pop() ?? "";
    const records: StandInRecord[] = [];
    for (const [lineIndex, line] of lines.entries()) {
      const record = recordSchema.safeParse(parseLine(line));
      if (!record.success) {
        const place = `line ${lineIndex + 1} of ${this.path}`;
        return {
          ok: false,
          message: `The data file cannot be used: ${place} is not a record of the stand-in`,
        };
      }
      records.push(record.data);
    }
    if (cutOff !== "") writeFileSync(this.path, content.slice(0, content.length - cutOff.length));
    return { ok: true, records };
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
