import type { ApiAnswer } from "./http";

/** What is known of the API's rate limit for one key. */
export interface Allowance {
  /** Requests a window. */
  limit: number;
  /** Requests left in the window. */
  remaining: number;
  /** When the window ends, in epoch milliseconds; afterwards the whole limit is there again. */
  resetAtMs: number;
}

/** What may be sent. */
export interface Availability {
  /** How many requests may leave now. */
  count: number;
  /** How long to wait until some may, in milliseconds; 0 if some may now. */
  waitMs: number;
  /** The wait is longer than any window of this API: tell the user, and do not wait in silence. */
  absurd: boolean;
}

/** The limit if the API's answers announce none (API documentation: 100 requests a minute for each key). */
export const undeclaredLimit = 100;
export const undeclaredWindowMs = 60_000;

/** The API's window is a minute. A wait beyond a quarter of an hour is a mistake, or a ban that a person has to lift. */
export const maxCredibleWaitMs = 15 * 60_000;

/** A window that a 429 has closed stays closed so long at least, whatever the answer says. */
export const minClosedMs = 1_000;

/** How many requests may leave now, or how long to wait until some may. */
export function availableAt(allowance: Allowance | null, nowMs: number): Availability {
  const open = (count: number) => ({ count, waitMs: 0, absurd: false });
  if (!allowance) return open(undeclaredLimit);
  if (nowMs >= allowance.resetAtMs) return open(allowance.limit);
  if (allowance.remaining > 0) return open(allowance.remaining);
  const waitMs = allowance.resetAtMs - nowMs;
  return { count: 0, waitMs, absurd: waitMs > maxCredibleWaitMs };
}

/**
 * What is left once `count` requests are about to leave. A window that has ended begins anew with them; when it will end
 * is a guess until the API's answers say so.
 */
export function reserve(allowance: Allowance | null, count: number, nowMs: number): Allowance {
  const current = allowance && nowMs < allowance.resetAtMs ? allowance : freshWindow(allowance, nowMs);
  return { ...current, remaining: Math.max(0, current.remaining - count) };
}

/**
 * What the answers to a batch say. A 429 closes the window until its `Retry-After`; without one until its
 * `RateLimit-Reset`; without either for a minute. Otherwise the latest window among the answers counts, and in it the
 * fewest requests left, since others may share the key. Reset is in whole seconds, rounded up, so the earliest end that
 * any answer implies is still late enough. Without headers the reserved count stands, and the window lasts until a minute
 * after the answers.
 */
export function learn(reserved: Allowance, answers: readonly ApiAnswer[], receivedAtMs: number): Allowance {
  const announced = answers.map((answer) => announcedBy(answer, receivedAtMs)).filter((one) => one !== null);
  const refusals = answers.filter(({ status }) => status === 429);
  if (refusals.length > 0) {
    return {
      limit: announced.length > 0 ? Math.max(...announced.map(({ limit }) => limit)) : reserved.limit,
      remaining: 0,
      resetAtMs: receivedAtMs + Math.max(...refusals.map((answer) => closedMs(answer, receivedAtMs))),
    };
  }
  if (announced.length === 0) {
    return { ...reserved, resetAtMs: Math.max(reserved.resetAtMs, receivedAtMs + undeclaredWindowMs) };
  }
  const latest = Math.max(...announced.map((one) => one.resetAtMs));
  const window = announced.filter((one) => latest - one.resetAtMs < sameWindowMs);
  return {
    limit: Math.max(...window.map((one) => one.limit)),
    remaining: Math.min(...window.map((one) => one.remaining)),
    resetAtMs: Math.min(...window.map((one) => one.resetAtMs)),
  };
}

/** Answers of one batch whose windows end this close to each other speak of the same window. */
const sameWindowMs = 1_500;

/** How long a 429 closes the window, in milliseconds from when it was received. */
function closedMs(answer: ApiAnswer, receivedAtMs: number): number {
  const resetSeconds = wholeNumber(answer.headers["ratelimit-reset"]);
  const resetMs = resetSeconds === null ? undeclaredWindowMs : resetSeconds * 1000;
  return Math.max(minClosedMs, retryAfterMs(answer, receivedAtMs) ?? resetMs);
}

/**
 * `Retry-After` as a duration in milliseconds: seconds or a date (RFC 9110, section 10.2.3). A date is taken against the
 * answer's own `Date`, since the server's clock may differ. Null if there is none that can be read.
 */
function retryAfterMs({ headers }: ApiAnswer, receivedAtMs: number): number | null {
  const text = headers["retry-after"];
  const seconds = wholeNumber(text);
  if (seconds !== null) return seconds * 1000;
  const retryAtMs = httpDate(text);
  return retryAtMs === null ? null : retryAtMs - (httpDate(headers.date) ?? receivedAtMs);
}

/** A date as HTTP writes it, `Sun, 06 Nov 1994 08:49:37 GMT`, in epoch milliseconds; null for anything else. */
function httpDate(text: string | undefined): number | null {
  if (text === undefined || !/^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text.trim()))
    return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}

function announcedBy(answer: ApiAnswer, receivedAtMs: number): Allowance | null {
  const limit = wholeNumber(answer.headers["ratelimit-limit"]);
  const remaining = wholeNumber(answer.headers["ratelimit-remaining"]);
  const resetSeconds = wholeNumber(answer.headers["ratelimit-reset"]);
  if (limit === null || limit < 1 || remaining === null || resetSeconds === null) return null;
  return { limit, remaining: Math.min(remaining, limit), resetAtMs: receivedAtMs + resetSeconds * 1000 };
}

/** More than this says no more: some thirty years, or more requests than anybody sends. */
const maxNumber = 1e9;

/** A whole number in decimal digits, at most {@link maxNumber}; null for any other text. */
function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Math.min(Number(text), maxNumber) : null;
}

function freshWindow(allowance: Allowance | null, nowMs: number): Allowance {
  const limit = allowance?.limit ?? undeclaredLimit;
  return { limit, remaining: limit, resetAtMs: nowMs + undeclaredWindowMs };
}
