import { english } from "../messages/english";
import type { ClockPort } from "./ports";
import type { RunProgress } from "./progress";
import type { RunRecord } from "./run-record";
import type { Tally } from "./tally";

/** A run as it stands, for the sidebar. `waitMs` null: it does not wait, or has ended. */
export function progressOf(
  run: RunRecord,
  tally: Omit<Tally, "unkeyed">,
  clock: ClockPort,
  waitMs: number | null,
): RunProgress {
  const minutes = (clock.nowMs() - run.startedAtMs) / 60_000;
  const done = run.keyed - tally.remaining;
  const ordersPerMinute = !run.ended && minutes > 0.05 && done > 0 ? Math.round(done / minutes) : null;
  return {
    runId: run.id,
    kind: run.kind,
    environment: run.environment,
    sheetName: run.sheetName,
    state: run.ended ? "ended" : waitMs ? "waiting" : "running",
    counts: tally.counts,
    remaining: tally.remaining,
    ordersPerMinute,
    secondsLeft: ordersPerMinute && !run.ended ? Math.ceil((tally.remaining / ordersPerMinute) * 60) : null,
    waitMs: waitMs ?? 0,
    waitingFor: waitMs ? english.runs.waitingForLimit(waitMs) : "",
    summary: run.summary,
    hiddenRows: run.hiddenRows,
  };
}
