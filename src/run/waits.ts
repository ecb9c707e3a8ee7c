import type { KnownAttempt } from "../orders/order-record";

/**
 * How long after an answer or exception that an execution saw a request may still be carried out: reports give 50 to
 * 60 s until Apps Script gives a request up, and what the server began it finishes.
 */
export const answeredWaitMs = 60_000;

/**
 * How long a claimed order may still be under way when nobody saw an answer: an execution lasts 6 minutes at most (Apps
 * Script quotas), and its last request may take as long again by the documented default of `timeoutSeconds`.
 */
export const claimedWaitMs = 12 * 60_000;

/** From when on an order that is not in bitbybit may be called absent. */
export function absentFromMs(attempt: KnownAttempt): number {
  return attempt.atMs + (attempt.outcome === "pending" ? claimedWaitMs : answeredWaitMs);
}
