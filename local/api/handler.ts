import { products } from "./catalogue";
import { type CheckedRequest, type Contract, contract } from "./contract";
import { type ApiRequest, type ApiResponse, errorResponse, jsonResponse } from "./exchange";
import { type Environment, environmentOf, type Gate, identify, refuse } from "./gate";
import type { OrderInput, OrderStatus } from "./order";
import { type PageQuery, pageOf } from "./page";
import { type RateLimit, rateLimitHeaders } from "./rate-limit";
import type { Shop } from "./shop";

/** What answers a request. */
export interface ApiParts {
  gate: Gate;
  rateLimit: RateLimit;
  /** False: no answer carries the three rate-limit headers; the limit holds all the same. */
  announceLimit: boolean;
  /** One shop for each environment of keys. */
  shops: Record<Environment, Shop>;
}

/** What may be done otherwise for one request, as a fault. */
export interface HandlingFault {
  /** The order number that an order made by this request gets. */
  orderNumber?: string;
  /** How many characters its ID has. */
  idLength?: number;
}

/**
 * Answers one request as the API does, at once and without HTTP: key (401), rate limit (429, nothing is carried out),
 * route (404), address and scope (403), the contract's schemas (400), and then the operation. Requests without a known
 * key use up nobody's allowance. A path outside the contract's base path is a 404 for everybody.
 */
export function handle(request: ApiRequest, parts: ApiParts, fault: HandlingFault = {}): ApiResponse {
  const api = contract();
  if (!request.path.startsWith(`${api.basePath}/`)) return nothingHere(request);
  const key = identify(parts.gate, request.headers);
  if ("status" in key) return announce(key, parts, parts.rateLimit.peek(""));
  const allowance = parts.rateLimit.take(key.key);
  if (!allowance.allowed) {
    const wait = `Too many requests: ${allowance.limit} in ${parts.rateLimit.windowMs / 1000} s are allowed`;
    return announce(errorResponse(429, "RATE_LIMIT_EXCEEDED", wait), parts, allowance);
  }
  const shop = parts.shops[environmentOf(key.key) ?? "test"];
  const response = answer(request, api, shop, fault, (scope) => refuse(parts.gate, key, scope));
  return announce(response, parts, allowance);
}

function answer(
  request: ApiRequest,
  api: Contract,
  shop: Shop,
  fault: HandlingFault,
  refusal: (requiredScope: string) => ApiResponse | null,
): ApiResponse {
  const operation = api.match(request);
  if (operation === undefined) return nothingHere(request);
  const refused = refusal(operation.requiredScope);
  if (refused !== null) return refused;
  const checked = operation.check(request);
  if (!checked.ok) return errorResponse(400, "VALIDATION_ERROR", checked.message);
  return carryOut(operation.id, checked.request, shop, fault);
}

function carryOut(operationId: string, asked: CheckedRequest, shop: Shop, fault: HandlingFault): ApiResponse {
  const { query, params } = asked;
  const page: PageQuery = { page: Number(query.page), limit: Number(query.limit) };
  switch (operationId) {
    case "createOrder":
      // The contract's schema has been checked, and describes this shape.
      return createOrder(asked.body as OrderInput, shop, fault);
    case "listOrders":
      return jsonResponse(
        200,
        shop.listOrders(
          {
            ...texts(query, "search"),
            ...(query.status === undefined ? {} : { status: query.status as OrderStatus }),
            ...(query.fulfillmentStatus === undefined
              ? {}
              : { fulfillmentStatus: query.fulfillmentStatus as "unfulfilled" | "fulfilled" }),
          },
          page,
        ),
      );
    case "getOrder":
      return found(shop.order(params.id ?? ""), `Order ${params.id}`);
    case "listProducts":
      return jsonResponse(200, pageOf(products, page));
    case "getProduct":
      return found(products.find(({ id }) => id === params.id) ?? null, `Product ${params.id}`);
    case "listCustomers":
      return jsonResponse(200, shop.listCustomers(texts(query, "search", "tags", "sort"), page));
    default:
      throw new Error(`contract.yaml has the operation ${operationId}, which the stand-in does not know`);
  }
}

function createOrder(input: OrderInput, shop: Shop, fault: HandlingFault): ApiResponse {
  const creation = shop.createOrder(input, fault);
  if (creation.ok) return jsonResponse(201, { data: creation.order });
  return errorResponse(creation.code === "NOT_FOUND" ? 404 : 400, creation.code, creation.message);
}

function found(data: unknown, name: string): ApiResponse {
  return data === null
    ? errorResponse(404, "NOT_FOUND", `${name} was not found`)
    : jsonResponse(200, { data });
}

function nothingHere(request: ApiRequest): ApiResponse {
  return errorResponse(404, "NOT_FOUND", `There is nothing at ${request.method} ${request.path}`);
}

function announce(
  response: ApiResponse,
  parts: ApiParts,
  allowance: Parameters<typeof rateLimitHeaders>[0],
): ApiResponse {
  if (!parts.announceLimit) return response;
  return { ...response, headers: { ...response.headers, ...rateLimitHeaders(allowance) } };
}

function texts<Name extends string>(
  query: CheckedRequest["query"],
  ...names: Name[]
): Partial<Record<Name, string>> {
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    if (query[name] !== undefined) given[name] = String(query[name]);
  }
  return given;
}
