import * as z from "zod/mini";
import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import type { ApiAccess } from "../bitbybit/requests";

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
  /** The key may not read customers; the limit is reached; anything else. */
  | { kind: "noRead" | "rateLimit" | "unreadable" };

/** The fewest digits by which a customer is recognised. */
const minDigits = 7;
const maxNamed = 3;

/** The request that looks for a customer (API documentation: GET /customers; `search` matches name, e-mail or phone). */
export function findCustomerRequest(access: ApiAccess, emailOrPhone: string): ApiRequest {
  return {
    method: "get",
    url: `${access.address}/customers?search=${encodeURIComponent(emailOrPhone)}&limit=100`,
    headers: { "x-api-key": access.apiKey, accept: "application/json" },
  };
}

const anything = () => z.optional(z.unknown());
const buildSchema = () =>
  z.object({
    data: z.array(
      z.object({
        id: z.string(),
        email: anything(),
        phoneNumber: anything(),
        firstName: anything(),
        lastName: anything(),
      }),
    ),
  });
let schema: ReturnType<typeof buildSchema> | null = null;

/**
 * Reads the answer to a search. Only a customer with this very e-mail address, letter case aside, or the same digits of the
 * phone number counts: a search finds much else.
 */
export function readCustomer(answer: ApiAnswer, emailOrPhone: string): CustomerAnswer {
  if (answer.status === 403) return { kind: "noRead" };
  if (answer.status === 429) return { kind: "rateLimit" };
  if (answer.status < 200 || answer.status > 299) return { kind: "unreadable" };
  schema ??= buildSchema();
  const parsed = schema.safeParse(parseJson(answer.body));
  if (!parsed.success) return { kind: "unreadable" };
  const listed = parsed.data.data.map((one) => ({
    id: one.id,
    email: textOf(one.email),
    phone: textOf(one.phoneNumber),
    name: `${textOf(one.firstName)} ${textOf(one.lastName)}`.trim(),
  }));
  const customers = listed.filter((one) => one.id !== "" && isMeant(one, emailOrPhone));
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

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
