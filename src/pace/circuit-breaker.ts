import type { Outcome } from "../bitbybit/outcome";
import type { RunOptions } from "../ports/options";

/** What went wrong one after the other, and how often. */
export interface Streak {
  /** Orders that failed in the same way. */
  failure: string;
  count: number;
  /** Batches that were lost as a whole. */
  lostBatches: number;
  /** Batches of which no order got through the rate limit. */
  emptyWindows: number;
}

export const noStreak: Streak = { failure: "", count: 0, lostBatches: 0, emptyWindows: 0 };

/** Why a run must not go on. */
export type BreakReason = "breaker" | "lostBatches" | "emptyWindows";

/** The streak after one more batch. A rate limit is no failure of an order: the run waits and goes on. */
export function lengthen(streak: Streak, outcomes: readonly Outcome[]): Streak {
  let { failure, count } = streak;
  for (const outcome of outcomes) {
    if (isRateLimit(outcome)) continue;
    const next = failureOf(outcome);
    count = next === failure ? count + 1 : 1;
    failure = next;
    if (failure === "") count = 0;
  }
  const isLost = outcomes.every((one) => one.kind === "unconfirmed" && one.reason === "transport");
  const isEmpty = outcomes.every(isRateLimit);
  return {
    failure,
    count,
    lostBatches: isLost ? streak.lostBatches + 1 : 0,
    emptyWindows: isEmpty ? streak.emptyWindows + 1 : 0,
  };
}

/** Why the run has to stop; null while it may go on. */
export function breakReason(streak: Streak, options: RunOptions): BreakReason | null {
  if (streak.lostBatches >= options.maxLostBatches) return "lostBatches";
  if (streak.emptyWindows >= options.maxEmptyWindows) return "emptyWindows";
  return streak.count >= options.maxEqualFailures ? "breaker" : null;
}

/** How many orders may leave together: one at first, so that a wrong key, scope or address costs one request. */
export function batchSize(
  streak: Streak,
  run: { sent: boolean; created: boolean },
  options: RunOptions,
): number {
  if (!run.sent) return 1;
  const isSmooth = run.created && streak.count < options.cautiousFromFailures && streak.lostBatches === 0;
  return isSmooth ? options.maxBatch : Math.min(options.cautiousBatch, options.maxBatch);
}

function isRateLimit(outcome: Outcome): boolean {
  return outcome.kind === "notSent" && outcome.reason === "rateLimit";
}

function failureOf(outcome: Outcome): string {
  if (outcome.kind === "created") return "";
  return outcome.kind === "rejected"
    ? `rejected ${outcome.code} ${outcome.message}`
    : `${outcome.kind} ${outcome.reason}`;
}
