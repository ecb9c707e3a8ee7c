import { actionFor } from "../decide/actions";
import { type Context, whileLocked } from "../execution/context";
import { requestKey } from "../journal/journal";
import { isStopRequested, ownsToken } from "../journal/owner";
import { type Columns, missingStatusFields } from "../orders/columns";
import { batchSize } from "../pace/circuit-breaker";
import type { StepOptions } from "../ports/options";
import { type EndReason, runProperty } from "../receipt/run-record";
import { projectJournal } from "../sheet/projection";
import type { RowChanges } from "../sheet/rectangles";
import { rectanglesOf } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";
import {
  applyChanges,
  columnsStand,
  getsItsKey,
  overwrittenCells,
  restoredAndProjected,
  takenBack,
} from "../spreadsheet/apply-changes";
import { prepareSheet } from "../spreadsheet/prepare-sheet";
import { readSheet, readSheetAgain, unlessGone } from "../spreadsheet/read-sheet";
import { type Desk, knownJournal } from "./desk";
import { mostNamed } from "./finish-run";
import { adopt, houseKeep } from "./house-keep";
import { addOrderCells } from "./order-cells";
import { firstOf, type Queue, type QueuedOrder, queueOf } from "./queue";
import { projectionContext } from "./show-until-done";

/** How a run stands between two batches. */
export type StepState =
  /** Orders say `Sending`; they may leave in `waitMs`. */
  | { kind: "claimed"; requests: ReadonlySet<string>; waitMs: number }
  /** The rate limit asks for a longer wait than this step may sleep. */
  | { kind: "waiting"; waitMs: number }
  | { kind: "timeUp" }
  /** No order waits any more. */
  | { kind: "drained" }
  /** The sheet does not take what the journal knows. `cell`: the one that refuses, if it is known. */
  | { kind: "stuck"; cell: string }
  /** Another execution has the fencing token. */
  | { kind: "superseded" }
  | { kind: "ended"; reason: EndReason };

/** What a section may do. `stop`: nothing more is claimed, for this reason. */
export interface SectionTask {
  step: StepOptions;
  stop: EndReason | null;
}

/**
 * The locked section between two batches: reads the sheet, writes what the journal knows and the claim of the next batch in
 * one buffered set with one flush. What is claimed leaves only if the next reading shows it so.
 */
export function showAndClaim(desk: Desk, { step, stop }: SectionTask): StepState {
  const { context } = desk;
  return whileLocked(context, () => {
    const stored = context.journal.read();
    if (isStopRequested(stored.properties, desk.run.id))
      return { kind: "ended", reason: { why: "stoppedByUser" } };
    if (!ownsToken(stored.properties, desk.token)) return { kind: "superseded" };
    const reading = readFor(desk);
    if (!reading) return { kind: "ended", reason: { why: "columnsGone" } };
    const moved = columnsMoved(desk, reading);
    if (moved) return { kind: "ended", reason: moved };
    const journal = knownJournal(desk, stored.journal);
    desk.reading = reading;
    desk.journal = journal;
    const projection = projectJournal(journal, reading, projectionContext(context, stored, desk.run.id));
    adopt(context, stored, projection.toAdopt);
    const restored: RowChanges = desk.written ? takenBack(desk.written, reading) : new Map();
    const changes = restoredAndProjected(restored, projection.changes);
    const queue = queueOf(context, desk.run, reading, journal);
    addLeft(context, queue, changes, restored);
    desk.vainWrites = isWrittenInVain(desk, projection.changes, reading) ? desk.vainWrites + 1 : 0;
    const state = stop
      ? { kind: "ended" as const, reason: stop }
      : nextState(desk, queue, step, { changes, restored }, reading.columns);
    const asText = desk.vainWrites > 0;
    const { written, fault } = applyChanges(context, desk.sheet, reading, changes, asText, restored);
    desk.written = written;
    desk.run = { ...desk.run, workedAtMs: context.ports.clock.nowMs() };
    context.ports.properties.write(runProperty(desk.run));
    const bytes = stored.journal.records.batches.length * 25_000;
    if (bytes > context.options.foldFromBytes) houseKeep(context, stored, projection.shown, reading);
    if (desk.vainWrites >= context.options.maxTries) return { kind: "stuck", cell: fault?.cell ?? "" };
    return state;
  });
}

/** True when a row wants the very change that was written for it the last time. */
function isWrittenInVain({ written }: Desk, wanted: RowChanges, reading: SheetReading): boolean {
  if (!written || written.changes.size === 0) return false;
  const before = changesByContent(written.before, written.changes);
  for (const change of changesByContent(reading, wanted)) if (before.has(change)) return true;
  return false;
}

function changesByContent(reading: SheetReading, changes: RowChanges): Set<string> {
  const found = new Set<string>();
  for (const { rows } of reading.orders) {
    for (const { rowNumber, content } of rows) {
      const { status, orderId } = changes.get(rowNumber) ?? {};
      if (status !== undefined) found.add(`${content}\u0002${status}\u0002${orderId ?? ""}`);
    }
  }
  return found;
}

/** The cheap reading when one was made before; null when a needed column is gone. */
function readFor(desk: Desk): SheetReading | null {
  const { context, sheet } = desk;
  return unlessGone(context, sheet, () => {
    if (desk.reading) return readSheetAgain(context, sheet);
    const reading = readSheet(context, sheet);
    if (missingStatusFields(reading.columns).length === 0) return reading;
    // Deleted since an earlier execution: what it showed could never be shown again.
    prepareSheet(sheet, context.ports.properties, reading.columns, false);
    return readSheet(context, sheet);
  });
}

/** Stops when a column moved under a write, and names the cells that were hit: nobody else could tell. */
export function columnsMoved(desk: Desk, reading: SheetReading): EndReason | null {
  const { written } = desk;
  if (!written || columnsStand(written.before, reading)) return null;
  return { why: "columnsMoved", cells: overwrittenCells(written, reading).slice(0, mostNamed) };
}

/**
 * Orders that were edited while they waited, or that somebody else has sent, are told so. What a row that gets its own send
 * key back is to be told, says the next reading.
 */
function addLeft(context: Context, queue: Queue, changes: RowChanges, restored: RowChanges): void {
  const updatedAt = context.words.time(context.ports.clock.nowMs());
  for (const { record, decision } of queue.left) {
    if (record.rows.some(({ rowNumber }) => getsItsKey(restored, rowNumber))) continue;
    const { write } = actionFor("create", decision);
    const about = { record, decision, keyText: "", unresolved: "", isClaimed: false };
    addOrderCells(changes, write, about, context.words, updatedAt);
  }
}

/** Decides how many orders may leave next, and claims them in the same write. */
function nextState(
  desk: Desk,
  queue: Queue,
  step: StepOptions,
  { changes, restored }: { changes: RowChanges; restored: RowChanges },
  columns: Columns,
): StepState {
  const { context, run } = desk;
  const { clock } = context.ports;
  if (queue.waiting.length === 0) return { kind: "drained" };
  const untilMs = context.startedAtMs + step.budgetMs;
  if (clock.nowMs() >= untilMs) return { kind: "timeUp" };
  const { count, waitMs, absurd } = context.rateLimiter.available();
  if (absurd)
    return {
      kind: "ended",
      reason: { why: "stop", reason: "limitTooLong", untilMs: clock.nowMs() + waitMs },
    };
  if (count === 0 && (waitMs > step.maxSleepMs || clock.nowMs() + waitMs >= untilMs))
    // The next execution has work to do before it sends: it begins so early that it may sleep through the rest.
    return { kind: "waiting", waitMs: Math.max(1, waitMs - step.maxSleepMs) };
  const most = Math.min(count || context.rateLimiter.limit(), batchSize(desk.streak, run, context.options));
  const left = context.options.maxRectangles - rectanglesOf(changes, columns).length;
  // A row whose key is taken back speaks for another order until the next reading.
  const isItself = ({ record }: QueuedOrder) =>
    record.rows.every(({ rowNumber }) => restored.get(rowNumber)?.sendKey === undefined);
  const chosen = firstOf(queue.waiting.filter(isItself), most, Math.max(1, Math.floor(left / 3)));
  for (const order of chosen) claim(order, changes);
  return { kind: "claimed", requests: new Set(chosen.map(({ key }) => requestKey(key))), waitMs };
}

/** `Sending`, and the key that will leave; nothing else, so that no blank ever hits a column that moved. */
function claim({ record, keyText }: QueuedOrder, changes: RowChanges): void {
  for (const { rowNumber, cells } of record.rows) {
    const change = { ...changes.get(rowNumber) };
    delete change.status;
    if (cells.status !== "Sending") change.status = "Sending";
    if (cells.sendKey !== keyText) change.sendKey = keyText;
    if (Object.keys(change).length > 0) changes.set(rowNumber, change);
    else changes.delete(rowNumber);
  }
}
