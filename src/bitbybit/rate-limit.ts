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

/** The limit where the API's answers announce none (API documentation: 100 requests a minute for each key). */
export const undeclaredLimit = 100;
export const undeclaredWindowMs = 60_000;

/** How many requests may leave now, or how long to wait until some may. */
export function availableAt(allowance: Allowance | null, nowMs: number): { count: number; waitMs: number } {
  if (!allowance) return { count: undeclaredLimit, waitMs: 0 };
  if (nowMs >= allowance.resetAtMs) return { count: allowance.limit, waitMs: 0 };
  if (allowance.remaining > 0) return { count: allowance.remaining, waitMs: 0 };
  return { count: 0, waitMs: allowance.resetAtMs - nowMs };
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
 * What the answers to a wave say. The latest window among them counts, and in it the fewest requests left: others may
 * share the key. Reset is in whole seconds, rounded up, so the earliest end that any answer implies is still late enough.
 * Without headers the reserved count stands, and the window lasts until a minute after the answers.
 */
export function learn(reserved: Allowance, answers: readonly ApiAnswer[], receivedAtMs: number): Allowance {
  const announced = answers.map((answer) => announcedBy(answer, receivedAtMs)).filter((one) => one !== null);
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

/** Answers of one wave whose windows end this close to each other speak of the same window. */
const sameWindowMs = 1_500;

function announcedBy(answer: ApiAnswer, receivedAtMs: number): Allowance | null {
  const limit = wholeNumber(answer.headers["ratelimit-limit"]);
  const remaining = wholeNumber(answer.headers["ratelimit-remaining"]);
  const resetSeconds = wholeNumber(answer.headers["ratelimit-reset"]);
  if (limit === null || limit < 1 || remaining === null || resetSeconds === null) return null;
  return {
    limit,
    remaining: answer.status === 429 ? 0 : Math.min(remaining, limit),
    resetAtMs: receivedAtMs + Math.min(resetSeconds, longestWindowSeconds) * 1000,
  };
}

/** A reset further away than an hour is not believed: it would make the run wait for ever. */
const longestWindowSeconds = 3_600;

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function freshWindow(allowance: Allowance | null, nowMs: number): Allowance {
  const limit = allowance?.limit ?? undeclaredLimit;
  return { limit, remaining: limit, resetAtMs: nowMs + undeclaredWindowMs };
}
