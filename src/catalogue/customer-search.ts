import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import type { ApiAccess } from "../bitbybit/requests";
import { type ListFailure, readList, shopText } from "./list-answer";

/** A customer as a search lists it. */
export interface ListedCustomer {
  id: string;
  email: string;
  phone: string;
  name: string;
}

/** Who a text of the sheet stands for. */
export type CustomerAnswer =
  | { kind: "found"; customer: ListedCustomer }
  /** Nobody has this e-mail address or phone number; or several have. */
  | { kind: "unknown" }
  | { kind: "ambiguous"; customers: ListedCustomer[] }
  | { kind: ListFailure };

/** The fewest digits by which a customer is recognised. */
const minDigits = 7;
const maxNamed = 3;

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
  const customers = list.items
    .map(({ id, email, phoneNumber, firstName, lastName }) => ({
      id: shopText(id),
      email: shopText(email),
      phone: shopText(phoneNumber),
      name: `${shopText(firstName)} ${shopText(lastName)}`.trim(),
    }))
    .filter((one) => one.id !== "" && isMeant(one, emailOrPhone));
  const [customer, other] = customers;
  if (customer === undefined) return { kind: "unknown" };
  return other === undefined
    ? { kind: "found", customer }
    : { kind: "ambiguous", customers: customers.slice(0, maxNamed) };
}

function isMeant({ email, phone }: ListedCustomer, wanted: string): boolean {
  if (wanted.includes("@")) return email.toLowerCase() === wanted.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, "");
  return digits.length >= minDigits && phone.replace(/\D/g, "") === digits;
}
