import type { ApiAnswer } from "../../src/bitbybit/http";

/** An answer; a body that is no text is made JSON. */
export function answerOf(
  status: number,
  body: unknown = "",
  headers: Readonly<Record<string, string>> = {},
): ApiAnswer {
  return { status, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** The API's refusal. */
export function errorOf(status: number, code: string, message = ""): ApiAnswer {
  return answerOf(status, { error: { code, message } });
}

/** The three headers of the rate limit. */
export function limitHeaders(limit: number, remaining: number, resetSeconds: number): Record<string, string> {
  return {
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(resetSeconds),
  };
}
