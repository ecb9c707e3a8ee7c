import type { Environment } from "../bitbybit/api-key";
import type { KnownAttempt } from "../orders/order-record";
import type { SendKey } from "../orders/send-key";
import { evidenceOf } from "./log";
import { attemptsOf, type Slot } from "./slots";

/** Which claims of this execution are told apart from those of others. */
export interface OwnRun {
  /** Stands for this execution in its slots. */
  executionMark: string;
  runId: string;
  environment: Environment;
  /** When the run was planned at the earliest: what others sent since, its plan did not know. */
  plannedAtMs: number;
  /** True where the user has said of the run's orders that they are not in bitbybit: what was claimed before that was meant too. */
  byHand: boolean;
}

/** What other executions have claimed or made meanwhile. */
export interface Rivals {
  /** True for an order that another execution has claimed, or that was made already. */
  hasTaken(key: SendKey): boolean;
  /**
   * True for content that another run has sent since this one was planned. Somebody who clears a row's key while another run
   * sends its order makes it look like one that was never sent; the next plan knows better.
   */
  hasSentContent(key: SendKey): boolean;
}

/** Looks through all slots, and what the log knows. */
export function rivalsOf(own: OwnRun, slots: readonly Slot[], logged: readonly KnownAttempt[]): Rivals {
  const claimed = slots.filter((slot) => slot.executionMark !== own.executionMark).flatMap(attemptsOf);
  const counts = ({ outcome, atMs }: KnownAttempt) =>
    outcome !== "notSent" && (!own.byHand || atMs >= own.plannedAtMs);
  const claimedStems = evidenceOf(claimed.filter(counts)).byStem;
  const made = evidenceOf(logged).byStem;
  const elsewhere = [...logged, ...claimed].filter((attempt) => wasSentElsewhere(own, attempt));
  return {
    hasTaken: ({ stem }) => claimedStems.has(stem) || made.get(stem)?.outcome === "created",
    hasSentContent: ({ fingerprint, stem }) =>
      elsewhere.some(({ key }) => key.fingerprint === fingerprint && key.stem !== stem),
  };
}

function wasSentElsewhere(own: OwnRun, { key, outcome, atMs }: KnownAttempt): boolean {
  return (
    key.runMark !== own.runId &&
    // The log knows whole seconds.
    atMs >= own.plannedAtMs - 1_000 &&
    outcome !== "rejected" &&
    outcome !== "notSent" &&
    key.environment === own.environment
  );
}
