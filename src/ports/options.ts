import { defaultJournalLimits, type JournalLimits } from "../journal/fold";

/** All bounds and waits of a run. Tests and the simulation pass others. Durations are in milliseconds. */
export interface RunOptions {
  journal: JournalLimits;
  /** Orders that are sent together once something was created. @default 100 */
  maxBatch: number;
  /** Orders that are sent together until something was created, and after a few equal failures. @default 10 */
  cautiousBatch: number;
  /** Equal failures in a row that make batches cautious. @default 3 */
  cautiousFromFailures: number;
  /** Equal failures in a row that stop a run: more of them need a person. @default 10 */
  maxEqualFailures: number;
  /** Batches in a row that were lost as a whole that stop a run. @default 2 */
  maxLostBatches: number;
  /** Windows of the rate limit in a row without an order that stop a run. @default 3 */
  maxEmptyWindows: number;
  /** Rectangles that one write may have; orders that lie more scattered make a smaller batch. @default 12 */
  maxRectangles: number;
  /** Tries at showing what the journal knows before a run says that the sheet does not take it. @default 3 */
  maxTries: number;
  /** A batch that was read back longer ago than this is not sent any more. @default 30_000 */
  sendWithinMs: number;
  /** How long a request may still be carried out after an answer or an exception was seen. @default 60_000 */
  answeredWaitMs: number;
  /** How long a request may still be carried out when nobody saw an answer: two executions of 6 minutes. @default 720_000 */
  pendingWaitMs: number;
  /** How long an execution waits for the document lock. @default 20_000 */
  lockWaitMs: number;
  /** A run that nobody has worked on for so long may be taken over. @default 600_000 */
  leaseMs: number;
  /** Closed batches are folded in the midst of a step once they have more bytes than this. @default 60_000 */
  foldFromBytes: number;
  /**
   * From so many bytes of the journal on, batches are folded also if the log does not take their lines, and what nobody knows
   * the end of is carried over. @default 150_000
   */
  littleRoomFromBytes: number;
  /** From so many on, also those that alone say that an order was not made: it has to be looked up again. @default 400_000 */
  leastRoomFromBytes: number;
  /** Orders of which nothing is known get entries while the journal has fewer bytes than this. @default 300_000 */
  adoptUntilBytes: number;
  /** The longest wait for a moment at which absence can be told that is slept through. @default 65_000 */
  maxReconcileSleepMs: number;
  /** A look-up begins no new wait later than this after the execution's start. @default 200_000 */
  reconcileBudgetMs: number;
}

/** What holds on Google. */
export const defaultOptions: RunOptions = {
  journal: defaultJournalLimits,
  maxBatch: 100,
  cautiousBatch: 10,
  cautiousFromFailures: 3,
  maxEqualFailures: 10,
  maxLostBatches: 2,
  maxEmptyWindows: 3,
  maxRectangles: 12,
  maxTries: 3,
  sendWithinMs: 30_000,
  answeredWaitMs: 60_000,
  pendingWaitMs: 12 * 60_000,
  lockWaitMs: 20_000,
  leaseMs: 10 * 60_000,
  foldFromBytes: 60_000,
  littleRoomFromBytes: 150_000,
  leastRoomFromBytes: 400_000,
  adoptUntilBytes: 300_000,
  maxReconcileSleepMs: 65_000,
  reconcileBudgetMs: 200_000,
};

/** How long a step of a run may work. */
export interface StepOptions {
  /** No batch leaves later than this after the step began, in milliseconds. */
  budgetMs: number;
  /** The longest wait for the rate limit that is slept through, in milliseconds; longer ones are handed back. */
  maxSleepMs: number;
}

/** A step of the sidebar: short, so that progress and Stop are never far away. */
export const sidebarStep: StepOptions = { budgetMs: 25_000, maxSleepMs: 4_000 };

/** A menu click: one execution, with room for one slow batch before the platform ends it at six minutes. */
export const menuStep: StepOptions = { budgetMs: 240_000, maxSleepMs: 65_000 };
