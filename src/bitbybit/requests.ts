import type { OrderPayload } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import type { ApiRequest } from "./http";
import { type ReferencePlace, withReference } from "./reference";

/** How the API is reached: its base address and the key, which goes into a header and nowhere else. */
export interface ApiAccess {
  address: string;
  apiKey: string;
  referencePlace: ReferencePlace;
}

/** Statuses that an order can have in bitbybit; a scan goes through each, so that none can hide an order. */
export const orderStatuses = ["active", "archived", "cancelled", "refunded"] as const;
export type ListedStatus = (typeof orderStatuses)[number];

/** Orders a page of a list, the most that the API gives. */
export const pageSize = 100;

/** The request that creates one order (contract: POST /orders). */
export function createOrderRequest(access: ApiAccess, payload: OrderPayload, key: SendKey): ApiRequest {
  return {
    method: "post",
    url: `${access.address}/orders`,
    headers: headersOf(access),
    body: JSON.stringify(withReference(payload, key, access.referencePlace)),
  };
}

/** The request for one page of the orders of one status (API documentation: GET /orders). Pages count from 1. */
export function listOrdersRequest(access: ApiAccess, status: ListedStatus, page: number): ApiRequest {
  return get(access, `/orders?status=${status}&limit=${pageSize}&page=${page}`);
}

/**
 * The request that looks for orders by a part of their ID or of their customer's name (API documentation: `search`). It
 * may find an order; it never proves that there is none. At most 200 UTF-16 units of the text are sent, since Apps Script
 * takes addresses of 2 KB.
 */
export function searchOrdersRequest(access: ApiAccess, search: string): ApiRequest {
  // A half of a surrogate pair, which a cut may leave behind too, has no form in an address.
  const text = search.slice(0, maxSearchLength).replace(/\p{Cs}/gu, "");
  return get(access, `/orders?search=${encodeURIComponent(text)}&limit=${pageSize}`);
}

const maxSearchLength = 200;

/** The cheapest request that shows whether a key can read: one order. */
export function testConnectionRequest(access: ApiAccess): ApiRequest {
  return get(access, "/orders?limit=1");
}

function get(access: ApiAccess, path: string): ApiRequest {
  return { method: "get", url: `${access.address}${path}`, headers: headersOf(access) };
}

function headersOf(access: ApiAccess): Record<string, string> {
  return { "x-api-key": access.apiKey, accept: "application/json" };
}
