import type { RunPlan, RunProgress } from "../receipt/progress";

/** Rows by number (1-based) of one sheet. */
export interface ListedRows {
  sheetId: number;
  rowNumbers: number[];
}

/** A plan with what the page needs to word the question by itself. */
export interface PlanView extends RunPlan {
  /** The sum of all quantities of the orders that would be sent. */
  units: number;
  /** Of `orders`, those that may exist already and are looked up before anything is sent. */
  lookUps: number;
  /** How the orders were understood, a sentence each: columns of other names, cells worth a look, what was put right. */
  remarks: string[];
}

/** What a run is waiting for or busy with. How long it lasts is `waitMs`, since clocks of browser and server differ. */
export type RunWait =
  /** The API's rate limit. */
  | { kind: "rateLimit" }
  /** Lost answers: orders may still arrive in bitbybit, so they are not looked up yet. */
  | { kind: "arrival" }
  /** Reads bitbybit's list of orders; `page` counts from 1; `pages` is null until it is known. */
  | { kind: "lookUp"; page: number; pages: number | null }
  /** Another run writes to this spreadsheet at this moment. */
  | { kind: "otherRun" };

/**
 * A run with what the page needs to be truthful while it is under way. In an answer to `getState` as in all others:
 * - `counts` are the run's receipt so far, over all of its executions, waits included;
 * - `waitMs` is what is left of the wait at the time of the answer;
 * - `secondsLeft` is reckoned from the rate limit as the question's `secondsNeeded` is, with `waitMs` in it.
 */
export interface RunView extends RunProgress {
  /** All orders of the run. */
  total: number;
  /** What the run waits for as data. Left out: `waitingFor` tells, or it waits for nothing. */
  wait?: RunWait;
  /** Why the run ended before all of its orders were done and what to do, in words; empty if it ended by itself. */
  reason: string;
  /** What the user must know although orders count as created: an order made twice. Shown first of all. */
  warnings: string[];
}

/** A plan, or why there is none, in words. */
export type PlanAnswer = { ok: true; plan: PlanView } | { ok: false; message: string };

/** A run after a step, or why nothing was done, in words. */
export type RunAnswer = { ok: true; run: RunView } | { ok: false; message: string };
