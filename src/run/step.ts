import type { Context } from "../execution/context";
import { breakReason } from "../pace/circuit-breaker";
import type { StepOptions } from "../ports/options";
import type { SheetPort } from "../ports/ports";
import type { EndReason, RunRecord } from "../receipt/run-record";
import type { Desk } from "./desk";
import { openDesk } from "./desk";
import { type SendResult, sendClaimed } from "./send-batch";
import { type StepState, showAndClaim } from "./show-and-claim";

/** Claims in a row of which nothing could be sent: somebody else is at work in the same sheet. */
const maxVainClaims = 5;

/**
 * Works on a run until its queue is empty, time is up, or a person is needed. Between two batches lies one locked section,
 * and no batch leaves without its entry in the journal.
 */
export function workOn(context: Context, run: RunRecord, sheet: SheetPort, step: StepOptions): WorkedStep {
  const desk = openDesk(context, run, sheet);
  return workFrom(desk, showAndClaim(desk, { step, stop: null }), step);
}

/** The same from a claim that was made when the run was started. */
export function workFrom(desk: Desk, start: StepState, step: StepOptions): WorkedStep {
  let vainClaims = 0;
  let state = start;
  if (state.kind === "waiting" && state.waitMs <= step.maxSleepMs) {
    // A look-up has used the window up.
    desk.context.ports.clock.sleep(Math.max(0, state.waitMs - desk.leadMs));
    state = showAndClaim(desk, { step, stop: null });
  }
  while (state.kind === "claimed") {
    desk.context.ports.clock.sleep(Math.max(0, state.waitMs - desk.leadMs));
    const result = sendClaimed(desk, state.requests);
    vainClaims = result.kind === "notSent" ? vainClaims + 1 : 0;
    if (vainClaims === maxVainClaims) return { desk, state: { kind: "timeUp" } };
    state = afterSending(desk, result, step);
  }
  return { desk, state };
}

/** What a step has in hand at its end, and why it ended. */
export interface WorkedStep {
  desk: Desk;
  state: StepState;
}

function afterSending(desk: Desk, result: SendResult, step: StepOptions): StepState {
  if (result.kind === "ended") return result;
  const next = showAndClaim(desk, { step, stop: stopReason(desk, result) });
  desk.closed = null;
  reportProgress(desk);
  return next;
}

/** Why nothing more may be sent; null while it may. */
function stopReason(desk: Desk, result: Exclude<SendResult, { kind: "ended" }>): EndReason | null {
  if (result.kind === "notSent") {
    if (result.why === "noRecord" || result.why === "unreadable")
      return { why: "notRecorded", refusal: result.why };
    return null;
  }
  const reason = result.stop ?? breakReason(desk.streak, desk.context.options);
  return reason ? { why: "stop", reason } : null;
}

function reportProgress({ context, run, reading, journal }: Desk): void {
  if (!reading || !journal) return;
  const waiting = reading.orders.filter((record) =>
    record.rows.some((row) => row.key?.runId === run.id && row.status === "Valid"),
  ).length;
  context.ports.report(context.words.progress(Math.max(0, run.queued - waiting), run.queued));
}
