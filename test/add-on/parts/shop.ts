import { type ApiResponse, requestTo } from "../../../local/api/exchange";
import { type ApiKey, scopes } from "../../../local/api/gate";
import type { StandIn } from "../../../local/api/stand-in";
import { swapAnswers } from "../../../local/api/swapped-answers";
import type { HttpTransport } from "../../../local/runtime/local-runtime";

/** An API key for test orders, and one for live orders. */
export const testKey = "bbb_test_everything_aaaa";
export const liveKey = "bbb_live_everything_bbbb";

/** The keys that the stand-in lets in. */
export const keys: ApiKey[] = [
  { key: testKey, scopes },
  { key: liveKey, scopes },
];

/** A base address; with a stand-in in this process nothing listens there. */
export const address = "http://127.0.0.1:8/customer/api/open/v1";

/** Hands requests to a stand-in in this process; a reset makes the whole call throw, as fetchAll does. */
export function transportTo(api: StandIn): HttpTransport {
  return {
    sendAll: (requests) => {
      const exchanges = requests.map((request) =>
        api.exchange(
          requestTo(request.url, {
            method: request.method,
            headers: request.headers,
            body: request.body ?? "",
          }),
        ),
      );
      return swapAnswers(exchanges).map((exchange, index) => {
        if (exchange.kind === "reset") throw new Error(`Address unavailable: ${requests[index]?.url}`);
        return { ...exchange.response, headers: headerList(exchange.response) };
      });
    },
  };
}

/** Makes an order in bitbybit itself, as somebody without the spreadsheet would. */
export function makeOrderByHand(
  api: StandIn,
  baseAddress: string,
  apiKey: string,
  texts: { notes?: string; tags?: string[] },
): void {
  const { firstName, lastName, phone } = {
    firstName: "Hana",
    lastName: "Wijaya",
    phone: "+62 811 1111 111",
  };
  const shippingAddress = { firstName, lastName, phone, address1: "Jl. Kenanga 9", city: "Bandung" };
  const order = {
    customer: { firstName, lastName, phone },
    lineItems: [{ productVariantId: "var_0101", quantity: 1 }],
    shippingAddress: { ...shippingAddress, province: "Jawa Barat", zip: "40115" },
    ...texts,
  };
  const headers = { "x-api-key": apiKey, "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(order) };
  const exchange = api.exchange(requestTo(`${baseAddress}/orders`, request));
  if (exchange.kind === "reset" || exchange.response.status !== 201)
    throw new Error(`The order was not made: ${JSON.stringify(exchange)}`);
}

function headerList({ headers: named }: ApiResponse): [string, string][] {
  return Object.entries(named);
}
