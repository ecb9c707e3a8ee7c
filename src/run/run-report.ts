import type { Context } from "../execution/context";
import type { RunKind } from "../receipt/progress";
import { emptyReceipt, type Receipt } from "../receipt/receipt";
import type { EndReason, RunRecord } from "../receipt/run-record";
import { tallyRun } from "../receipt/tally";
import { type LookUpStage, readLookUp } from "../reconcile/look-up";
import type { Desk } from "./desk";

/** How a run stands after an execution has worked on it, as data. */
export interface RunReport {
  /** Null for what was done without a run: a check, a look-up, or orders of which none was to be sent. */
  run: RunRecord | null;
  kind: RunKind;
  state: "running" | "waiting" | "ended";
  counts: Receipt;
  remaining: number;
  madeTwice: number;
  /** How long to wait before the next step is of use, in milliseconds. */
  waitMs: number;
  /** What is looked up before the run begins. */
  lookUp?: LookUpStage;
  /** Why it ended, or why it waits for a person. */
  end: EndReason | { why: "stuck"; cell: string } | { why: "superseded" } | null;
}

/** What is looked up at this moment, as the run that begins after it; null if nothing is. */
export function lookUpReport(
  { ports }: Pick<Context, "ports">,
  properties: Readonly<Record<string, string>>,
): RunReport | null {
  const nowMs = ports.clock.nowMs();
  const found = readLookUp<RunRecord>(properties, nowMs);
  if (!found) return null;
  const { run, stage, atMs, waitMs } = found;
  return {
    ...{ run, kind: run.kind, state: "running", counts: emptyReceipt(), remaining: run.queued, madeTwice: 0 },
    ...{ waitMs: Math.max(0, atMs + waitMs - nowMs), lookUp: stage, end: null },
  };
}

/** A run as it stands, without working on it. */
export function currentReport(context: Pick<Context, "ports" | "journal">, run: RunRecord): RunReport {
  if (run.end) return reportEnded(run);
  const { journal } = context.journal.read();
  const tally = tallyRun(run, null, journal, false);
  const known = tally.counts.selected - run.before.selected;
  return {
    run,
    kind: run.kind,
    state: "running",
    counts: {
      ...tally.counts,
      notSent: run.before.notSent,
      selected: tally.counts.selected - tally.counts.notSent,
    },
    remaining: Math.max(0, run.queued - known + tally.counts.notSent - run.before.notSent),
    madeTwice: tally.madeTwice,
    waitMs: 0,
    end: null,
  };
}

/** How a run stands between two steps, by what was read last. */
export function reportOpen(
  { run, reading, journal }: Desk,
  state: RunReport["state"],
  waitMs: number,
): RunReport {
  const tally = journal
    ? tallyRun(run, reading, journal, false)
    : { counts: run.before, remaining: run.queued, madeTwice: 0 };
  return { run, kind: run.kind, state, ...tally, waitMs, end: null };
}

/** How a run ended. */
export function reportEnded(run: RunRecord): RunReport {
  const { kind, receipt, madeTwice, end } = run;
  return { run, kind, state: "ended", counts: receipt, remaining: 0, madeTwice, waitMs: 0, end };
}
