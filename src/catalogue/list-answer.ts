import type { ApiAnswer } from "../bitbybit/http";
import { withoutInvisible } from "../orders/values/invisible";
import { isObject, parseObject } from "../text/json";

/** Why a list could not be read: the key may not, the key or address is refused, the limit is reached, anything else. */
export type ListFailure = "noRead" | "refused" | "rateLimit" | "unreadable";

/** One page of any of the API's lists. */
export interface ListPage {
  items: readonly Readonly<Record<string, unknown>>[];
  /** How many items the whole list has. */
  total: number;
}

/** A longer text of the shop is cut: it is as hostile as any. */
const maxTextLength = 300;

const failures: Readonly<Record<number, ListFailure>> = {
  401: "refused",
  403: "noRead",
  404: "refused",
  429: "rateLimit",
};

/** Reads the answer to a request for a page of a list (API documentation: `data` and `meta`). */
export function readList({ status, body }: ApiAnswer): ListPage | ListFailure {
  if (status < 200 || status > 299) return failures[status] ?? "unreadable";
  const { data, meta } = parseObject(body) ?? {};
  const total = isObject(meta) ? meta.total : null;
  if (!Array.isArray(data) || !data.every(isObject) || typeof total !== "number") return "unreadable";
  return { items: data, total };
}

/** A text of the shop as it is shown; "" for anything that is no text. */
export function shopText(value: unknown): string {
  return typeof value === "string" ? withoutInvisible(value).trim().slice(0, maxTextLength) : "";
}
