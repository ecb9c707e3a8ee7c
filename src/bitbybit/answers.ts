import * as z from "zod/mini";
import { parseJson } from "../text/json";
import { contentOfAnswer, type OrderContent } from "./answered-content";
import type { ApiAnswer } from "./http";
import { type OrderIdFault, readOrderId, readShortText } from "./order-id";
import { redactKey } from "./redact";

/**
 * What the add-on reads of an order. The contract requires no field of an answer, so that everything but the ID may
 * be missing. Notes and tags are as the API gave them and are never shown; ID and number are without the API key.
 */
export interface ListedOrder {
  /** At most 200 bytes; see {@link readOrderId}. */
  id: string;
  /** Why `id` is not the API's own text to the letter; null if it is. */
  idFault: OrderIdFault | null;
  /** At most 200 UTF-16 units; "" for none. */
  orderNumber: string;
  /** The last 60,000 UTF-16 units: the reference stands at the end. "" for none. */
  notes: string;
  /** The last 1,000 tags. */
  tags: string[];
  /** Epoch milliseconds; null if it is missing, is no date, or lies outside the years 2000 to 2099. */
  createdAtMs: number | null;
  /** What it holds and whom it is for, as far as the API says. Never shown. */
  content: OrderContent;
}

/** The API's words for a refusal, without the API key. Both are "" if the body is not the contract's error. */
export interface ApiError {
  /** At most 200 UTF-16 units. */
  code: string;
  /** At most 60,000 UTF-16 units. */
  message: string;
}

/** One page of a list. */
export interface OrderPage {
  orders: ListedOrder[];
  /** Items of the page that are no orders with an ID. */
  unreadable: number;
  /** How many orders the whole list has. */
  total: number;
  /** The API says that a page follows. */
  hasMore: boolean;
}

/** More orders than any shop has; a total beyond it is a mistake. Nothing is ever allocated by a total. */
const maxTotal = 10_000_000;
const maxTextLength = 60_000;
const maxTags = 1_000;
const firstMomentMs = Date.UTC(2000, 0, 1);
const lastMomentMs = Date.UTC(2100, 0, 1);

/** A field that may have any value or, what `z.unknown` alone refuses, be left out. */
const anything = () => z.optional(z.unknown());

/** Only the ID is insisted on: an odd field beside it must not turn a created order into one that is in doubt. */
const orderSchema = () =>
  z.object({
    id: z.string(),
    orderNumber: anything(),
    notes: anything(),
    tags: anything(),
    createdAt: anything(),
    lineItems: anything(),
    shippingAddress: anything(),
  });
const createdSchema = () => z.object({ data: orderSchema() });
const pageSchema = () =>
  z.object({ data: z.array(z.unknown()), meta: z.object({ total: z.number(), hasNextPage: anything() }) });
const errorSchema = () => z.object({ error: z.object({ code: anything(), message: anything() }) });

const buildSchemas = () => ({
  created: createdSchema(),
  order: orderSchema(),
  page: pageSchema(),
  error: errorSchema(),
});

let schemas: ReturnType<typeof buildSchemas> | null = null;

/** Built at first use, so that opening the menu does not pay for it. */
function answerSchemas(): ReturnType<typeof buildSchemas> {
  schemas ??= buildSchemas();
  return schemas;
}

/**
 * The order of a 201; null if the body is not JSON or has no `data.id`.
 * @param apiKey is taken out of what is kept.
 */
export function readCreatedOrder(answer: ApiAnswer, apiKey: string): ListedOrder | null {
  const parsed = answerSchemas().created.safeParse(parseJson(answer.body));
  return parsed.success ? listedOrder(parsed.data.data, apiKey) : null;
}

/**
 * One page of a list; null if the answer is not 2xx or not a page, or its total is not a whole number from 0 to ten
 * million. An item without an ID is counted and left out, so that it does not hide the others.
 * @param apiKey is taken out of what is kept.
 */
export function readOrderPage(answer: ApiAnswer, apiKey: string): OrderPage | null {
  if (answer.status < 200 || answer.status > 299) return null;
  const parsed = answerSchemas().page.safeParse(parseJson(answer.body));
  if (!parsed.success) return null;
  const { total, hasNextPage } = parsed.data.meta;
  if (!Number.isInteger(total) || total < 0 || total > maxTotal) return null;
  const items = parsed.data.data.map((item) => {
    const order = answerSchemas().order.safeParse(item);
    return order.success ? listedOrder(order.data, apiKey) : null;
  });
  const orders = items.filter((order) => order !== null);
  return { orders, unreadable: items.length - orders.length, total, hasMore: hasNextPage === true };
}

/**
 * The API's code and message for a refusal.
 * @param apiKey is taken out of both.
 */
export function readApiError(answer: ApiAnswer, apiKey: string): ApiError {
  const parsed = answerSchemas().error.safeParse(parseJson(answer.body));
  if (!parsed.success) return { code: "", message: "" };
  const { code, message } = parsed.data.error;
  return {
    code: readShortText(textOf(code), apiKey),
    message: redactKey(textOf(message), apiKey).slice(0, maxTextLength),
  };
}

function listedOrder(order: z.infer<ReturnType<typeof orderSchema>>, apiKey: string): ListedOrder | null {
  const id = readOrderId(order.id, apiKey);
  if (!id) return null;
  return {
    id: id.id,
    idFault: id.fault,
    orderNumber: readShortText(textOf(order.orderNumber), apiKey),
    notes: textOf(order.notes).slice(-maxTextLength),
    tags: Array.isArray(order.tags)
      ? order.tags.filter((tag) => typeof tag === "string").slice(-maxTags)
      : [],
    createdAtMs: momentOf(textOf(order.createdAt)),
    content: contentOfAnswer(order),
  };
}

function momentOf(text: string): number | null {
  const ms = Date.parse(text);
  return ms >= firstMomentMs && ms < lastMomentMs ? ms : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
