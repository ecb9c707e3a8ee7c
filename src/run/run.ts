import { undeclaredWindowMs } from "../bitbybit/rate-limit";
import { english } from "../messages/english";
import { circumstancesOf, mayBeMade } from "../orders/circumstances";
import { mapColumns } from "../orders/columns";
import { disposeOf } from "../orders/dispose";
import type { Evidence, OrderRecord, RowRecord } from "../orders/order-record";
import { readOrders, rowsBelowHeader } from "../orders/read-orders";
import { parseSendKey } from "../orders/send-key";
import { rememberNoEcho } from "./echo";
import { type Execution, RunRefused, whileLocked } from "./execution";
import { type Keyed, type KeyedOrder, Keying, keyedOrder } from "./key-orders";
import { evidenceOf, type LogState } from "./log";
import type { LogLine } from "./log-line";
import type { SheetPort } from "./ports";
import type { RunProgress } from "./progress";
import { progressOf } from "./progress-report";
import { cellsOf } from "./result-cells";
import { type StepOptions, sidebarStep } from "./run-options";
import { type RunRecord, readRun, runProperty } from "./run-record";
import { type Claim, type SendingResult, sendWaves } from "./send-waves";
import type { SendingEnd } from "./sending-end";
import { type Settled, settle } from "./settle";
import type { ResultCells, SheetView } from "./sheet-view";
import { viewSheet } from "./sheet-view";
import { attemptsOf, readSlots } from "./slots";
import { keyRest, type StartedRun } from "./start-run";
import { stopRequested } from "./stop";
import { tallyRun } from "./tally";
import { writeByKey } from "./write-by-key";
import { writeLog } from "./write-log";

/** Works on a run that was just started, for one step. */
export function firstStep(execution: Execution, started: StartedRun, options: StepOptions): RunProgress {
  const sheet = execution.ports.spreadsheet.sheetById(started.run.sheetId);
  if (!sheet) throw new RunRefused(english.runs.sheetGone);
  const { run, keying, queue, claimed, log, view } = started;
  if (queue.length === 0 && keying.isDone) return endRun(execution, run, log, null, "");
  const claim = view && claimed.length > 0 ? { waves: claimed, view } : null;
  return sendStep(execution, run, { queue, claim, keying, left: 0 }, log, sheet, options);
}

/**
 * Goes on with a run for one step, from what sheet and slots say: the execution that worked on it before may have been
 * killed at any moment. A run that has ended stays as it is.
 */
export function nextStep(execution: Execution, runId: string, options: StepOptions): RunProgress {
  const { ports } = execution;
  const run = readRun(ports.properties.readAll());
  if (run?.id !== runId) throw new RunRefused(english.runs.givenUp);
  if (run.ended) return progressOf(run, { counts: run.receipt, remaining: 0 }, ports.clock, null);
  const settled = settle(execution);
  const sheet = ports.spreadsheet.sheetById(run.sheetId);
  if (!sheet) return endRun(execution, run, settled.log, null, english.runs.sheetGone);
  if (run.keyMark !== execution.keyMark || run.environment !== execution.environment) {
    return stopRun(execution, run, settled.log, english.runs.otherKey);
  }
  if (stopRequested(ports.properties.readAll(), run.id))
    return stopRun(execution, run, settled.log, english.runs.stoppedByUser);
  // Lines that went with an undo or a restored version took evidence with them: rows may look as if never sent.
  if (settled.log.missingLines > run.missingLines)
    return stopRun(execution, run, settled.log, english.runs.logCutMeanwhile);
  const { values, display } = sheet.read();
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) return endRun(execution, run, settled.log, null, english.headers.problems(map.problems));
  const rows = rowsBelowHeader(values, display);
  const evidence = evidenceOf([...settled.log.attempts, ...settled.slots.flatMap(attemptsOf)]);
  const queue: KeyedOrder[] = [];
  let edited = 0;
  const most = mostAStep(execution.pacer.limit(), options);
  let waiting = 0;
  const isTaken = (rowsOfOrder: readonly RowRecord[]) => {
    const key = rowsOfOrder[0]?.key;
    if (!key || !isWaiting(rowsOfOrder, run.id) || mayBeMade(evidence.byStem.get(key.stem), key))
      return false;
    waiting += 1;
    return waiting <= most;
  };
  for (const record of readOrders(rows, map.columns, isTaken)) {
    const { payload } = record.order;
    const key = record.rows[0]?.key;
    if (!key) continue;
    const unchanged = key.fingerprint === record.fingerprint && key.rowCount === record.rows.length;
    if (payload && unchanged) queue.push(keyedOrder(record, payload, key));
    else edited += 1;
  }
  let { log } = settled;
  if (edited > 0) {
    // Orders that were edited since they were checked are checked again, beside all others of the sheet.
    const again = checkAgain(execution, run, sheet, readOrders(rows, map.columns), evidence, settled);
    queue.push(...again.queue);
    log = again.log;
  }
  const left = Math.max(0, waiting - most);
  if (queue.length === 0 && left === 0) return endRun(execution, run, log, viewSheet(display), "");
  return sendStep(execution, run, { queue, claim: null, keying: null, left }, log, sheet, options);
}

/** Orders that a step can send at the most, or a little fewer: the others need not be checked by it. */
function mostAStep(limit: number, { budgetMs }: StepOptions): number {
  const windows = 1 + Math.ceil(budgetMs / undeclaredWindowMs);
  return Math.min(2_000, Math.max(200, limit * windows));
}

function isWaiting(rows: readonly RowRecord[], runId: string): boolean {
  return rows.some(
    (row) => row.key?.runMark === runId && (row.status === "Valid" || row.status === "Not sent"),
  );
}

function checkAgain(
  execution: Execution,
  run: RunRecord,
  sheet: SheetPort,
  records: readonly OrderRecord[],
  evidence: Evidence,
  settled: Settled,
): Keyed {
  const around = circumstancesOf(records, evidence, execution);
  const orders = records
    .filter(
      (record) => isWaiting(record.rows, run.id) && record.rows[0]?.key?.fingerprint !== record.fingerprint,
    )
    .map((record) => ({ record, disposition: disposeOf(record, around) }));
  const looked = { log: settled.log, answers: new Map(), sighting: null };
  const keying = new Keying(execution, { kind: "create", sheet, orders }, settled, looked, run.id);
  return keying.next(Number.POSITIVE_INFINITY, settled.log, null);
}

function sendStep(
  execution: Execution,
  run: RunRecord,
  /** `left`: orders that wait beyond those in the queue. */
  {
    queue,
    claim,
    keying,
    left,
  }: { queue: KeyedOrder[]; claim: Claim | null; keying: Keying | null; left: number },
  log: LogState,
  sheet: SheetPort,
  options: StepOptions,
): RunProgress {
  const { ports } = execution;
  const total = run.keyed;
  const result = sendWaves(execution, {
    runId: run.id,
    plannedAtMs: Math.min(run.startedAtMs, execution.startedAtMs),
    byHand: run.kind === "sendAgain",
    sheet,
    queue,
    claim,
    log,
    sentBefore: run.sent,
    createdBefore: run.created,
    untilMs: execution.startedAtMs + options.budgetMs,
    longestSleepMs: options.longestSleepMs,
    more: keying && !keying.isDone ? (moment) => keyRest(execution, { run, keying }, sheet, moment) : null,
    onWave: (remaining) =>
      ports.report(english.runs.progress(total - remaining - left - (keying?.unkeyed ?? 0), total)),
  });
  if (!result.echoes) rememberNoEcho(execution);
  const worked: RunRecord = {
    ...run,
    workedAtMs: ports.clock.nowMs(),
    unkeyed: keying?.unkeyed ?? run.unkeyed,
    taken: run.taken + result.taken,
    sent: true,
    created: run.created || result.createdAny,
  };
  const { end } = result;
  if (end.why === "time" || end.why === "wait" || (end.why === "done" && left > 0)) {
    ports.properties.write(runProperty(worked));
    const tally = tallyOf(execution, worked, result.view, result.log, false);
    return progressOf(worked, tally, ports.clock, end.why === "wait" ? callAgainInMs(end.waitMs) : 0);
  }
  const reason = reasonOf(end, result);
  if (end.why === "done") return endRun(execution, worked, result.log, result.view, reason);
  return stopRun(execution, worked, result.log, reason);
}

/** A step has to be called and to read the sheet before it can claim: it is wanted back a little before the wait ends. */
function callAgainInMs(waitMs: number): number {
  return Math.max(1, waitMs - sidebarStep.longestSleepMs);
}

function reasonOf(end: SendingEnd, result: SendingResult): string {
  switch (end.why) {
    case "stop":
      return english.outcomes.stop(end.reason);
    case "stopped":
      return english.runs.stoppedByUser;
    case "full":
      return english.runs.full;
    case "refused":
      return english.runs.refused(end.cell);
    case "columns":
      return english.runs.columnsGone;
    case "log":
      return english.runs.logCutMeanwhile;
    default:
      return result.echoes ? "" : english.runs.noEcho;
  }
}

/** Ends a run that leaves orders behind: they become Not sent, so that nobody has to guess. */
function stopRun(execution: Execution, run: RunRecord, log: LogState, reason: string): RunProgress {
  const { ports } = execution;
  const sheet = ports.spreadsheet.sheetById(run.sheetId);
  if (!sheet) return endRun(execution, run, log, null, reason);
  const cells = new Map<string, ResultCells>();
  const updatedAt = ports.clock.format(ports.clock.nowMs());
  const result = whileLocked(execution, english.runs.busyMeanwhile, () => {
    const claimed = new Set(readSlots(ports.properties.readAll()).slots.flatMap((slot) => slot.keyTexts));
    return writeByKey(ports.spreadsheet, sheet, {
      cells,
      prepare: (view, more) => {
        for (const [keyText, rows] of view.byKey) {
          const waiting = rows.every((row) => row.cells.status === "Valid");
          if (!waiting || claimed.has(keyText) || parseSendKey(keyText)?.runMark !== run.id) continue;
          more.set(keyText, cellsOf({ kind: "notSent", reason: "stopped" }, run.environment, updatedAt));
        }
      },
    });
  });
  return endRun(execution, run, log, result.view, reason);
}

function endRun(
  execution: Execution,
  run: RunRecord,
  log: LogState,
  view: SheetView | null,
  reason: string,
): RunProgress {
  const { ports } = execution;
  // The sheet says it better than the run's record, which an execution that was killed may have left behind.
  const { counts, unkeyed } = tallyOf(execution, run, view, log, true);
  const sentences = [
    reason,
    unkeyed > 0 ? english.runs.notTakenUp(unkeyed) : "",
    english.runs.summary(counts),
    english.runs.hiddenRows(run.hiddenRows),
  ];
  const summary = sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .join(" ");
  const ended: RunRecord = { ...run, ended: true, receipt: counts, summary, workedAtMs: ports.clock.nowMs() };
  const line: LogLine = {
    atMs: ports.clock.nowMs(),
    event: "Run",
    keyText: "",
    orderId: "",
    orderNumber: "",
    environment: run.environment,
    ref: "",
    note: english.runs.summary(counts),
  };
  const isLogged = run.kind !== "check" && counts.selected > 0;
  writeLog(execution, log, isLogged ? [line] : [], runProperty(ended));
  return progressOf(ended, { counts, remaining: 0 }, ports.clock, null);
}

function tallyOf(
  execution: Execution,
  run: RunRecord,
  view: SheetView | null,
  log: LogState,
  ended: boolean,
) {
  const { ports } = execution;
  const { slots } = readSlots(ports.properties.readAll());
  return tallyRun(run, view, [...log.attempts, ...slots.flatMap(attemptsOf)], ended);
}

/** A run as it stands, without working on it. */
export function currentProgress(ports: Execution["ports"], run: RunRecord): RunProgress {
  if (run.ended) return progressOf(run, { counts: run.receipt, remaining: 0 }, ports.clock, null);
  const sheet = ports.spreadsheet.sheetById(run.sheetId);
  const view = sheet ? viewSheet(sheet.readDisplay()) : null;
  return progressOf(run, tallyRun(run, view, [], false), ports.clock, null);
}
