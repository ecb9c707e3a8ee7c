import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import { isKeepableId } from "../bitbybit/order-id";
import type { ApiAccess } from "../bitbybit/requests";
import { type ListFailure, readList, shopText } from "./list-answer";

/** Who a text of the sheet stands for. */
export type CustomerAnswer =
  | { kind: "found"; customerId: string }
  /** Nobody has this e-mail address or phone number; or several have. */
  | { kind: "unknown" | "ambiguous" }
  | { kind: ListFailure };

/** The fewest digits by which a customer is recognised. */
const minDigits = 7;

/** The request that looks for a customer (API documentation: GET /customers; `search` matches name, e-mail or phone). */
export function findCustomerRequest({ address, apiKey }: ApiAccess, emailOrPhone: string): ApiRequest {
  return {
    method: "get",
    url: `${address}/customers?search=${encodeURIComponent(emailOrPhone)}&limit=100`,
    headers: { "x-api-key": apiKey, accept: "application/json" },
  };
}

/**
 * Reads the answer to a search. Only a customer with this very e-mail address, letter case aside, or the same digits of the
 * phone number counts: a search finds much else.
 */
export function readCustomer(answer: ApiAnswer, emailOrPhone: string): CustomerAnswer {
  const list = readList(answer);
  if (typeof list === "string") return { kind: list };
  // Of what does not stand in the answer, nobody knows whom it may name too.
  if (list.total > list.items.length) return { kind: "unreadable" };
  const ids = list.items
    .filter(({ email, phoneNumber }) => isMeant(shopText(email), shopText(phoneNumber), emailOrPhone))
    .map(({ id }) => (typeof id === "string" ? id : ""));
  const [customerId] = ids;
  if (customerId === undefined) return { kind: "unknown" };
  if (ids.length > 1) return { kind: "ambiguous" };
  return isKeepableId(customerId) ? { kind: "found", customerId } : { kind: "unreadable" };
}

function isMeant(email: string, phone: string, wanted: string): boolean {
  if (wanted.includes("@")) return email.toLowerCase() === wanted.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, "");
  return digits.length >= minDigits && phone.replace(/\D/g, "") === digits;
}
