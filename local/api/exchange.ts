/**
 * One request to the API, and what comes back, without any HTTP around it: the server fills these in from sockets, the
 * simulation calls the stand-in with them directly.
 */
export interface ApiRequest {
  /** In capitals: `GET`, `POST`. */
  method: string;
  /** As in the address, with the base path: `/customer/api/open/v1/orders`. */
  path: string;
  /** The query's parameters; of one given twice, the last. */
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The body as text, `""` for none. */
  body: string;
}

/** An answer of the API. Header names are written as the API writes them. */
export interface ApiResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * How one request ended for whoever sent it: with an answer, or with the connection reset, in which case nothing tells
 * whether the request was carried out. `delayMs` is how long the sender waits for either. `swaps`: whoever carries the
 * answer gives it to the next request whose answer swaps, too; see `swapAnswers`.
 */
export type Exchange =
  | { kind: "answer"; response: ApiResponse; delayMs: number; swaps?: true }
  | { kind: "reset"; delayMs: number };

/** The codes of the API's error answers, by its public documentation. */
export type ErrorCode =
  | "VALIDATION_ERROR"
  | "MISSING_COMPANY_ID"
  | "MISSING_API_KEY"
  | "INVALID_API_KEY"
  | "INSUFFICIENT_SCOPE"
  | "IP_NOT_ALLOWED"
  | "NOT_FOUND"
  | "RATE_LIMIT_EXCEEDED"
  | "SERVICE_UNAVAILABLE";

/** What is sent to an address: everything of an {@link ApiRequest} that the address does not say itself. */
export interface SentTo {
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** The request that reaches the API when `sent` goes to `url` (absolute). Throws a TypeError when `url` is no address. */
export function requestTo(url: string, sent: SentTo): ApiRequest {
  const address = new URL(url);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(sent.headers)) headers[name.toLowerCase()] = value;
  return {
    method: sent.method.toUpperCase(),
    path: address.pathname,
    query: Object.fromEntries(address.searchParams),
    headers,
    body: sent.body,
  };
}

/** An answer whose body is `value` as JSON. */
export function jsonResponse(status: number, value: unknown): ApiResponse {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

/** An error answer as the API words them: `{ "error": { "code", "message" } }`. */
export function errorResponse(status: number, code: ErrorCode, message: string): ApiResponse {
  return jsonResponse(status, { error: { code, message } });
}
