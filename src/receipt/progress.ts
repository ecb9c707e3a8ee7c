import type { Receipt } from "./receipt";

/** What a run does: the menu items that work on a selection. */
export type RunKind = "create" | "check" | "resolve" | "sendAgain";

/** Test or live, as told by the API key's prefix `bbb_test_` or `bbb_live_`. */
export type Environment = "test" | "live";

/** What is about to happen, for the user to confirm before anything is sent. All sentences are ready to be shown. */
export interface RunPlan {
  kind: RunKind;
  /** Stands for the selection and the sheet's content as confirmed; a start with another token is refused. */
  token: string;
  environment: Environment | null;
  /** At most the last four characters of the API key, such as `…1a2b`. */
  keyTail: string;
  /** Orders that would be sent (create), looked at (check), or looked up (resolve, sendAgain). */
  orders: number;
  /** Selected rows that are neither empty nor hidden by a filter. */
  rows: number;
  hiddenRows: number;
  emptyRows: number;
  /** How the first and the last order are called: `R-7 (rows 8–9)`. Empty when there is none. */
  firstOrder: string;
  lastOrder: string;
  /** Orders that will not be sent, by the outcome that they will have: invalid, skipped, unconfirmed. */
  leftOut: Receipt;
  /** Estimated seconds until the last order's answer, at the rate limit. */
  secondsNeeded: number;
  /** The question to ask, LIVE or TEST, in full. */
  question: string;
  /** Things to know first: a run that cannot finish today, another user's run under way, a log that was cut. */
  warnings: string[];
}

/** A run as it stands; JSON-safe, so that it can be handed to the sidebar. */
export interface RunProgress {
  runId: string;
  kind: RunKind;
  environment: Environment | null;
  sheetName: string;
  state: "running" | "waiting" | "stopping" | "ended";
  /** Orders so far; those not reached yet are in none of its outcomes, so it balances only when the run has ended. */
  counts: Receipt;
  /** Orders not reached yet. */
  remaining: number;
  ordersPerMinute: number | null;
  secondsLeft: number | null;
  /** How long to wait before `continueRun` is of use, in milliseconds; 0 when it can be called at once. */
  waitMs: number;
  /** What the run waits for, as a sentence: "Waiting 23 s for the API's rate limit." Empty when it does not wait. */
  waitingFor: string;
  /** The last sentence: the receipt in words, or why the run stopped and what to do. Empty until it has ended. */
  summary: string;
  /** Rows left out because a filter hides them. */
  hiddenRows: number;
}
