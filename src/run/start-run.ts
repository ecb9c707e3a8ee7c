import { english } from "../messages/english";
import type { OrderRecord } from "../orders/order-record";
import { newRunMark } from "../orders/send-key";
import type { ClaimedWave, ClaimSize } from "./claim";
import { type Looked, mayBeSentAgain } from "./decide-order";
import { echoesOf } from "./echo";
import { type Execution, RunRefused } from "./execution";
import { type Keyed, type KeyedOrder, Keying, type KeyingMoment } from "./key-orders";
import { checkedMark, evidenceOf, type LogState, logRecord, unverifiedLines } from "./log";
import { checkLine } from "./log-line";
import type { Plan, PlannedOrder } from "./plan";
import { SheetFault, type SheetPort } from "./ports";
import { prepareSheet } from "./prepare-sheet";
import type { RunKind } from "./progress";
import { recoveredLines } from "./recover-log";
import { type LookUpAnswer, type LookUpTarget, lookUp } from "./resolve";
import { type RunRecord, readRun, runProperty } from "./run-record";
import type { Settled } from "./settle";
import type { SheetView } from "./sheet-view";
import { abandonWave, attemptsOf } from "./slots";
import { answeredWaitMs } from "./waits";
import { writeLog } from "./write-log";

/** A run that has been started: its orders, or the first portion of them, are keyed; nothing is sent yet. */
export interface StartedRun {
  run: RunRecord;
  /** What of the plan is to be keyed later. */
  keying: Keying;
  queue: KeyedOrder[];
  /** The run's first wave; none where it is to be claimed like every other. */
  claimed: ClaimedWave[];
  log: LogState;
  /** The sheet as it was read back; null where nothing was written. */
  view: SheetView | null;
}

/**
 * Does everything that comes before sending: looks up what may exist, marks what cannot be sent, and keys the rest, in one
 * write with a read-back. Orders whose rows moved meanwhile are not sent. Of a plan of more than `portion` orders only so many
 * are keyed here.
 */
export function startRun(execution: Execution, plan: Plan, settled: Settled, portion: number): StartedRun {
  const { clock, properties, random } = execution.ports;
  const id = newRunMark(random);
  const looked = lookUpFirst(execution, plan, settled);
  const keying = new Keying(execution, plan, settled, looked, id);
  const isAllowed = keying.toSend > 0 && execution.pacer.available().count > 0;
  const { queue, claimed, log, view } = keying.next(portion, looked.log, isAllowed ? firstWave : null);
  const nowMs = clock.nowMs();
  const run: RunRecord = {
    id,
    kind: plan.kind,
    userName: execution.userName,
    environment: execution.environment,
    keyMark: execution.keyMark,
    sheetId: plan.sheet.sheetId,
    sheetName: plan.sheet.name(),
    startedAtMs: execution.startedAtMs,
    workedAtMs: nowMs,
    keyed: keying.toSend,
    unkeyed: keying.unkeyed,
    before: keying.before,
    taken: 0,
    hiddenRows: plan.hiddenRows,
    missingLines: log.missingLines,
    sent: false,
    created: false,
    ended: queue.length === 0 && keying.isDone,
    receipt: keying.before,
    summary: "",
  };
  if (!properties.write(runProperty(run)) && queue.length > 0) {
    for (const { slot } of claimed) abandonWave(execution, slot);
    throw new RunRefused(english.runs.full);
  }
  return { run, keying, queue, claimed, log, view };
}

/** A wrong key, scope or address costs one request. */
const firstWave: ClaimSize = { orders: 1, waves: 1 };

/**
 * Keys what `startRun` has left of a plan, the first of it claimed as far as `most` says. Where that is refused, as by
 * another run that is writing, the orders stay as they are: those that are under way by then must get their results all
 * the same.
 */
export function keyRest(
  execution: Execution,
  { run, keying }: Pick<StartedRun, "run" | "keying">,
  sheet: SheetPort,
  { log, view, most }: KeyingMoment,
): Keyed {
  const { properties } = execution.ports;
  try {
    const headerRow = view?.columns.headerRow ?? sheet.readDisplay()[0] ?? [];
    prepareSheet(sheet, properties, headerRow, false);
    const keyed = keying.next(Number.POSITIVE_INFINITY, log, most);
    properties.write(runProperty({ ...run, unkeyed: 0 }));
    return keyed;
  } catch (fault) {
    if (!(fault instanceof RunRefused) && !(fault instanceof SheetFault)) throw fault;
    return { queue: [], claimed: [], log, view: null };
  }
}

function lookUpFirst(execution: Execution, plan: Plan, settled: Settled): Looked {
  const targets: LookUpTarget[] = [];
  for (const { record, disposition } of plan.orders) {
    if (disposition.kind === "lookUp" && plan.kind !== "check" && plan.kind !== "sendAgain") {
      targets.push({
        record,
        key: disposition.key,
        keyText: disposition.keyText,
        complete: disposition.complete,
      });
    }
  }
  const mark = checkedMark(execution);
  const verify =
    plan.kind === "create" && unverifiedLines(settled.log, mark) > 0 && plan.orders.some(isToSend);
  const again = plan.kind === "resolve" && plan.orders.some(mayBeMadeTwice);
  const answers = new Map<OrderRecord, LookUpAnswer>();
  if (targets.length === 0 && !verify && !again) return { log: settled.log, answers, sighting: null };
  const evidence = evidenceOf([...settled.log.attempts, ...settled.slots.flatMap(attemptsOf)]);
  // What the last run made just before its lines vanished may not be in bitbybit's list yet.
  const workedAtMs = verify ? (readRun(settled.properties)?.workedAtMs ?? 0) : 0;
  const result = lookUp(execution, execution.pacer, targets, {
    evidence,
    echoes: echoesOf(execution),
    notBeforeMs: workedAtMs + answeredWaitMs,
  });
  for (const [target, answer] of result.answers) answers.set(target.record, answer);
  let { log } = settled;
  const { properties } = execution.ports;
  if (verify && !result.sighting.doubt) {
    const { environment, mark: id } = execution;
    const line = checkLine(id, environment, execution.ports.clock.nowMs());
    const next = writeLog(execution, log, [...recoveredLines(result.sighting, evidence), line]);
    if (next !== log) {
      // What went missing after the plan was made was not looked for.
      const check = { missing: settled.log.missingLines, id };
      log = { ...next, checked: { ...next.checked, [mark]: check } };
      properties.write(logRecord(log, properties.readAll()));
    }
  }
  return { log, answers, sighting: result.sighting };
}

/** An order that was sent again after it was called absent: only such a one can have been made twice. */
function mayBeMadeTwice({ record, disposition }: PlannedOrder): boolean {
  return disposition.kind === "created" && record.rows.some((row) => row.key !== null && row.key.attempt > 1);
}

function isToSend({ disposition }: PlannedOrder): boolean {
  return disposition.kind === "send";
}

/** Which orders a run of this kind would act upon, for the question that comes first. */
export function isActedUpon(kind: RunKind, order: PlannedOrder): boolean {
  const { disposition } = order;
  switch (kind) {
    case "create":
      return disposition.kind === "send" || disposition.kind === "lookUp";
    case "check":
      return true;
    case "resolve":
      if (mayBeMadeTwice(order)) return true;
      return disposition.kind === "lookUp" || disposition.kind === "known" || disposition.kind === "byHand";
    case "sendAgain":
      return mayBeSentAgain(disposition);
  }
}
