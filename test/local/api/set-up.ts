import { type ApiRequest, type ApiResponse, type Exchange, requestTo } from "../../../local/api/exchange";
import { type ApiKey, scopes } from "../../../local/api/gate";
import type { OrderInput } from "../../../local/api/order";
import { seededRandom } from "../../../local/api/seeded-random";
import { StandIn, type StandInOptions } from "../../../local/api/stand-in";

/** The base address that requests of these tests go to when no server is involved. */
export const base = "http://127.0.0.1/customer/api/open/v1";
export const testKey = "bbb_test_everything_aaaa";
export const liveKey = "bbb_live_everything_bbbb";
export const keys: ApiKey[] = [
  { key: testKey, scopes },
  { key: liveKey, scopes },
];

/** A clock that stands still until it is moved. */
export class StillClock {
  ms = Date.parse("2026-03-01T08:00:00Z");
  readonly now = () => this.ms;
}

/** A stand-in under a still clock, with both keys. */
export function standInWith(options: Partial<StandInOptions> = {}, clock = new StillClock()): StandIn {
  return new StandIn({ keys, now: clock.now, random: seededRandom(7), ...options });
}

/** An order that keeps the contract; `changes` replace whole fields. */
export function orderInput(changes: Partial<OrderInput> = {}): OrderInput {
  return {
    customer: { firstName: "Sari", lastName: "Dewanti", phone: "+62 812 0000 0001" },
    lineItems: [{ productVariantId: "var_0101", quantity: 2 }],
    shippingAddress: {
      firstName: "Sari",
      lastName: "Dewanti",
      phone: "+62 812 0000 0001",
      address1: "Jalan Melati 4",
      city: "Bandung",
      province: "Jawa Barat",
      zip: "40115",
    },
    ...changes,
  };
}

/** A POST of an order; `key` "" sends none. */
export function post(body: unknown = orderInput(), key = testKey): ApiRequest {
  return request("POST", "/orders", key, typeof body === "string" ? body : JSON.stringify(body));
}

/** A GET of a path under the base address. */
export function get(path: string, key = testKey): ApiRequest {
  return request("GET", path, key, "");
}

function request(method: string, path: string, key: string, body: string): ApiRequest {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (key !== "") headers["X-Api-Key"] = key;
  return requestTo(base + path, { method, headers, body });
}

/** The answer of an exchange that must not have been reset. */
export function answered(exchange: Exchange): ApiResponse {
  if (exchange.kind === "reset") throw new Error("the connection was reset");
  return exchange.response;
}

/** The JSON of an answer's body. */
export function json(response: ApiResponse): ReturnType<typeof JSON.parse> {
  return JSON.parse(response.body);
}
