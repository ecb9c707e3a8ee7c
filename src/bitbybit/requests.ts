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
