import type { Outcome } from "../bitbybit/outcome";

/** Orders that failed in the same way, one after the other. */
export interface Streak {
  failure: string;
  count: number;
}

/** So many equal failures in a row stop a run: what goes on like this needs a person, not a thousand red rows. */
const mostEqualFailures = 10;

/** Until something worked, and after a few equal failures, waves stay this small. */
const cautiousWave = 10;
const fullWave = 100;
const cautiousFrom = 3;

const lostWave = "lost wave";
const lostWaveWeight = 4;

/** The streak after some more outcomes. A rate limit is no failure: the run waits and goes on. */
export function lengthen(streak: Streak, outcomes: readonly Outcome[]): Streak {
  let { failure, count } = streak;
  for (const outcome of outcomes) {
    if (outcome.kind === "notSent" && outcome.reason === "rateLimit") continue;
    const next = failureOf(outcome);
    count = next === failure ? count + 1 : 1;
    failure = next;
    if (failure === "") count = 0;
  }
  return { failure, count };
}

/**
 * The streak after a wave that threw as a whole: one fault, however many orders it leaves in doubt, but a grave one. The
 * next waves are small, and the third in a row stops the run.
 */
export function lengthenByLostWave(streak: Streak): Streak {
  const before = streak.failure === lostWave ? streak.count : 0;
  return { failure: lostWave, count: before + lostWaveWeight };
}

/** True when the run has to stop. */
export function isBroken(streak: Streak): boolean {
  return streak.count >= mostEqualFailures;
}

/** How many orders may leave together: one at first, so that a wrong key, scope or address costs one request. */
export function waveSize(streak: Streak, sentBefore: boolean, createdBefore: boolean): number {
  if (!sentBefore) return 1;
  return createdBefore && streak.count < cautiousFrom ? fullWave : cautiousWave;
}

function failureOf(outcome: Outcome): string {
  if (outcome.kind === "created") return "";
  return outcome.kind === "rejected"
    ? `rejected ${outcome.code} ${outcome.message}`
    : `${outcome.kind} ${outcome.reason}`;
}
