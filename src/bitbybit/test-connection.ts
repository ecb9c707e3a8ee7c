import { readApiError, readOrderPage } from "./answers";
import type { BatchAnswer } from "./http";

/** What listing one order shows about key, scope, address and network. */
export type ConnectionState =
  | "works"
  | "noRead"
  | "apiKey"
  | "ipList"
  | "forbidden"
  | "address"
  | "rateLimit"
  | "serverError"
  | "unreadable"
  | "network"
  | "quota";

/** Judges the answer to the request of one order. Nothing of the answer's own words is kept. */
export function judgeConnection(batch: BatchAnswer): ConnectionState {
  if (!batch.ok) return batch.failure === "quota" ? "quota" : "network";
  const [answer] = batch.answers;
  if (!answer) return "network";
  if (answer.status === 401) return "apiKey";
  if (answer.status === 403) {
    const { code } = readApiError(answer, "");
    if (code === "INSUFFICIENT_SCOPE") return "noRead";
    return code === "IP_NOT_ALLOWED" ? "ipList" : "forbidden";
  }
  if (answer.status === 404) return "address";
  if (answer.status === 429) return "rateLimit";
  if (answer.status >= 500) return "serverError";
  return readOrderPage(answer, "") ? "works" : "unreadable";
}
