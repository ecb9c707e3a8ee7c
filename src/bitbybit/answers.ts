import * as z from "zod/mini";
import type { ApiAnswer } from "./http";

/** An order as far as the add-on reads it. Everything may be missing: the contract requires no field of an answer. */
export interface ListedOrder {
  id: string;
  orderNumber: string;
  notes: string;
  tags: string[];
  /** Epoch milliseconds; null where it is missing or not a date. */
  createdAtMs: number | null;
}

/** The API's words for a refusal. Both are "" where the body is not the contract's error. */
export interface ApiError {
  code: string;
  message: string;
}

/** One page of a list. */
export interface OrderPage {
  orders: ListedOrder[];
  /** How many orders the whole list has. */
  total: number;
}

/** A field that may have any value or, what `z.unknown` alone refuses, be left out. */
const anything = () => z.optional(z.unknown());

/** Only the ID is insisted on: an odd field beside it must not turn a created order into one that is in doubt. */
const orderSchema = () =>
  z.object({
    id: z.string().check(z.minLength(1)),
    orderNumber: anything(),
    notes: anything(),
    tags: anything(),
    createdAt: anything(),
  });
const createdSchema = () => z.object({ data: orderSchema() });
const pageSchema = () => z.object({ data: z.array(orderSchema()), meta: z.object({ total: z.number() }) });
const errorSchema = () => z.object({ error: z.object({ code: anything(), message: anything() }) });

const buildSchemas = () => ({ created: createdSchema(), page: pageSchema(), error: errorSchema() });

let schemas: ReturnType<typeof buildSchemas> | null = null;

/** Built at first use, so that opening the menu does not pay for it. */
function answerSchemas(): ReturnType<typeof buildSchemas> {
  schemas ??= buildSchemas();
  return schemas;
}

/** The order of a 201; null where the body is not JSON or has no `data.id`. */
export function readCreatedOrder(answer: ApiAnswer): ListedOrder | null {
  const parsed = answerSchemas().created.safeParse(parseJson(answer.body));
  return parsed.success ? listedOrder(parsed.data.data) : null;
}

/** One page of a list; null where the answer is not 2xx or not a page. */
export function readOrderPage(answer: ApiAnswer): OrderPage | null {
  if (answer.status < 200 || answer.status > 299) return null;
  const parsed = answerSchemas().page.safeParse(parseJson(answer.body));
  return parsed.success ? { orders: parsed.data.data.map(listedOrder), total: parsed.data.meta.total } : null;
}

/** The API's code and message for a refusal. */
export function readApiError(answer: ApiAnswer): ApiError {
  const parsed = answerSchemas().error.safeParse(parseJson(answer.body));
  if (!parsed.success) return { code: "", message: "" };
  return { code: textOf(parsed.data.error.code), message: textOf(parsed.data.error.message) };
}

function listedOrder(order: z.infer<ReturnType<typeof orderSchema>>): ListedOrder {
  const createdAtMs = Date.parse(textOf(order.createdAt));
  return {
    id: order.id,
    orderNumber: textOf(order.orderNumber),
    notes: textOf(order.notes),
    tags: Array.isArray(order.tags) ? order.tags.filter((tag) => typeof tag === "string") : [],
    createdAtMs: Number.isNaN(createdAtMs) ? null : createdAtMs,
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
