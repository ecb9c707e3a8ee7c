import { checkApiKey } from "../bitbybit/api-key";
import { type Context, whileLocked } from "../execution/context";
import { isStopRequested, newToken, ownerProperty, ownsToken, requestStop } from "../journal/owner";
import { type ListedRows, type Plan, planSelection } from "../plan/plan";
import type { RunOptions, StepOptions } from "../ports/options";
import type { RunPorts, SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import type { RunWords } from "../ports/words";
import type { RunKind } from "../receipt/progress";
import { type RunRecord, readRun, runProperty } from "../receipt/run-record";
import { stopLookUp } from "../reconcile/look-up";
import type { Settings } from "../settings/settings";
import { markCells } from "../spreadsheet/mark-cells";
import { beginExecution } from "./begin-execution";
import { endRun } from "./finish-run";
import { recover } from "./recover";
import { lookUpReport, type RunReport, reportEnded, reportOpen } from "./run-report";
import { showUntilDone } from "./show-until-done";
import { startRun } from "./start-run";
import { type WorkedStep, workFrom, workOn } from "./step";

/** What an execution is for: a run, or a look at the sheet, which needs no API key, like a check, and asks the shop for less. */
export type ExecutionKind = RunKind | "look";

/**
 * Begins an execution.
 * @throws RunError `noKey` while no API key is saved, if it is to send anything.
 */
export function openContext(
  ports: RunPorts,
  settings: Settings,
  words: RunWords,
  options: RunOptions,
  kind: ExecutionKind,
): Context {
  const { apiAddress: address, referencePlace, userName, singleLastName } = settings;
  const key = checkApiKey(settings.apiKey);
  const sends = kind !== "check" && kind !== "look";
  if (!key.ok && sends) throw new RunError({ code: "noKey" });
  const apiKey = key.ok ? key.apiKey : "";
  const environment = key.ok ? key.environment : "test";
  return beginExecution(
    ports,
    {
      access: { address, apiKey, referencePlace },
      environment,
      userName,
      readsArticles: kind === "check",
      singleName: singleLastName === "" ? { kind: "both" } : { kind: "text", lastName: singleLastName },
    },
    words,
    options,
  );
}

/**
 * Reads and decides about the selection; nothing is sent, and nothing written but what earlier runs left to be shown.
 * `listed`: rows that stand for the selection, each with all rows of its order.
 */
export function propose(context: Context, kind: RunKind, listed: ListedRows | null = null): Plan {
  recover(context);
  return planSelection(context, kind, listed);
}

/** Executes a plan that the user has agreed to, for one step. */
export function execute(context: Context, plan: Plan, step: StepOptions): RunReport {
  const started = startRun(context, plan);
  if (started.kind === "done") {
    const { receipt, madeTwice, reading } = started;
    markCells(context, plan.sheet, reading);
    return {
      run: null,
      kind: plan.kind,
      state: "ended",
      counts: receipt,
      remaining: 0,
      madeTwice,
      waitMs: 0,
      end: { why: "done" },
    };
  }
  const worked = workFrom(started.desk, started.state, step);
  const report = conclude(context, plan.sheet, worked);
  // A run that has ended has marked its cells then.
  if (report.state !== "ended" && worked.desk.reading) markCells(context, plan.sheet, worked.desk.reading);
  return report;
}

/**
 * Plans anew and executes what `token` stands for.
 * @throws RunError `changedSince` when that is not what the user agreed to.
 */
export function executeConfirmed(
  context: Context,
  kind: RunKind,
  token: string,
  step: StepOptions,
  listed: ListedRows | null = null,
): RunReport {
  const plan = propose(context, kind, listed);
  if (plan.token !== token) throw new RunError({ code: "changedSince" });
  return execute(context, plan, step);
}

/**
 * Works on a run for one more step, from what sheet and journal say: the execution that worked on it before may have been
 * killed at any moment. A run that has ended stays as it is.
 */
export function continueRun(context: Context, runId: string, step: StepOptions): RunReport {
  const { properties } = context.journal.read();
  const run = readRun(properties);
  const lookUp = lookUpReport(context, properties);
  if (lookUp?.run?.id === runId) return { ...lookUp, state: "waiting", waitMs: lookUpWaitMs };
  if (run?.id !== runId) throw new RunError({ code: "superseded" });
  if (run.end) return reportEnded(run);
  if (isStopRequested(properties, runId)) return finishStopped(context, run);
  const sheet = context.ports.spreadsheet.sheetById(run.sheetId);
  if (!sheet) return reportEnded(endRun(context, run, null, { why: "sheetGone" }, null));
  if (run.apiKeyHash !== context.apiKeyHash || run.environment !== context.environment)
    return reportEnded(endRun(context, run, sheet, { why: "otherKey" }, null));
  if (!takeToken(context, run)) throw new RunError({ code: "noRecord" });
  return conclude(
    context,
    sheet,
    workOn(context, { ...run, workedAtMs: context.ports.clock.nowMs() }, sheet, step),
  );
}

/**
 * Stops a run before its next batch leaves, whoever works on it; what was sent is shown.
 * @throws RunError `stopNotSaved` when the storage did not take it: then the run goes on.
 */
export function stopRun(context: Context, runId: string): RunReport {
  const { properties } = context.journal.read();
  const run = readRun(properties);
  const lookUp = lookUpReport(context, properties);
  if (lookUp?.run?.id === runId) {
    stopLookUp(context, runId);
    return lookUp;
  }
  if (run?.id !== runId) throw new RunError({ code: "superseded" });
  if (run.end) return reportEnded(run);
  if (!requestStop(context.ports.properties, runId)) throw new RunError({ code: "stopNotSaved" });
  return finishStopped(context, run);
}

function finishStopped(context: Context, run: RunRecord): RunReport {
  const sheet = context.ports.spreadsheet.sheetById(run.sheetId);
  return reportEnded(endRun(context, run, sheet, { why: "stoppedByUser" }, null));
}

function takeToken(context: Context, run: RunRecord): boolean {
  const token = newToken(run.id, context.mark);
  return whileLocked(context, () => {
    const { properties } = context.journal.read();
    if (readRun(properties)?.id !== run.id || isStopRequested(properties, run.id)) return false;
    context.ports.properties.write(ownerProperty(token));
    return ownsToken(context.journal.read().properties, token);
  });
}

/** What a step leaves behind: a run that goes on, waits, or has ended. */
function conclude(context: Context, sheet: SheetPort, { desk, state }: WorkedStep): RunReport {
  switch (state.kind) {
    case "superseded":
      return { ...reportOpen(desk, "ended", 0), end: { why: "superseded" } };
    case "stuck":
      return { ...reportOpen(desk, "waiting", stuckWaitMs), end: { why: "stuck", cell: state.cell } };
    case "ended":
      return reportEnded(endRun(context, desk.run, sheet, state.reason, desk));
    case "drained": {
      const shown = showUntilDone(context, sheet, { run: desk.run, start: desk, isEnd: false });
      if (!shown.isComplete)
        return { ...reportOpen(desk, "waiting", stuckWaitMs), end: { why: "stuck", cell: shown.cell } };
      return reportEnded(endRun(context, desk.run, sheet, { why: "done" }, desk));
    }
    case "waiting":
    case "timeUp":
    case "claimed": {
      const shown = showUntilDone(context, sheet, { run: desk.run, start: desk, isEnd: false });
      desk.reading = shown.reading;
      desk.journal = shown.journal;
      context.ports.properties.write(runProperty(desk.run));
      return state.kind === "waiting"
        ? reportOpen(desk, "waiting", state.waitMs)
        : reportOpen(desk, "running", 0);
    }
  }
}

/** A page that was opened during a look-up asks again so much later. */
const lookUpWaitMs = 4_000;

/** The sidebar tries again so much later when the sheet does not take what it should show. */
const stuckWaitMs = 60_000;
