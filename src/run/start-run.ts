import { actionFor } from "../decide/actions";
import { type Context, whileLocked } from "../execution/context";
import { requestKey, worthOf } from "../journal/journal";
import { newToken, ownerProperty } from "../journal/owner";
import { missingStatusFields } from "../orders/columns";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { decideSelection, findAgain, type Plan, type PlannedOrder } from "../plan/plan";
import { RunError } from "../ports/run-error";
import { addToReceipt, emptyReceipt, type Receipt } from "../receipt/receipt";
import { isRunOfNewerVersion, type RunRecord, readRun, runProperty } from "../receipt/run-record";
import { isLookUpStopped } from "../reconcile/look-up";
import { isMadeTwice } from "../sheet/made-twice";
import type { OrderRecord } from "../sheet/order-record";
import { projectJournal } from "../sheet/projection";
import type { RowChanges } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";
import {
  applyChanges,
  type HitCell,
  overwrittenCells,
  takenBack,
  type Written,
} from "../spreadsheet/apply-changes";
import { firstWrite, refusal } from "../spreadsheet/first-write";
import { prepareSheet } from "../spreadsheet/prepare-sheet";
import { readSheet, readSheetAgain } from "../spreadsheet/read-sheet";
import { type Desk, openDesk } from "./desk";
import { endRun, mostNamed } from "./finish-run";
import { countFor, type LookedUp, lookUpFirst, unresolvedText } from "./look-up-first";
import { freeRunId, keyFor, newRun } from "./new-run";
import { addOrderCells, emptyOldCheck } from "./order-cells";
import type { StepState } from "./show-and-claim";
import { projectionContext } from "./show-until-done";

/** What a plan led to before anything was sent. */
export type StartedRun =
  /** Nothing is to be sent: this is the whole receipt. */
  | { kind: "done"; receipt: Receipt; madeTwice: number; reading: SheetReading }
  | { kind: "started"; desk: Desk; state: StepState };

/** What is written and counted about the selected orders. */
interface Preparation {
  changes: RowChanges;
  before: Receipt;
  toSend: { record: OrderRecord; key: SendKey }[];
}

/**
 * Does everything that comes before sending: looks up what may exist, writes what cannot be sent, and keys the rest, in one
 * write. The journal lists the run before its first key is written.
 * @throws RunError `protectedColumns` or `sheetsFault` if the sheet takes none of it: nothing was sent then.
 */
export function startRun(context: Context, plan: Plan): StartedRun {
  const { journal, ports } = context;
  const lookedUp = lookUpFirst(context, plan);
  // Orders with a send key have had all six columns: one that is gone comes back, and what it showed with it.
  const needsColumns = plan.orders.some(
    ({ decision, record }) =>
      actionFor(plan.kind, decision).write !== "nothing" || record.rows.some(({ key }) => key !== null),
  );
  // Two executions that add columns at once would write headers over each other's.
  if (needsColumns)
    whileLocked(context, () => prepareSheet(plan.sheet, ports.properties, plan.reading.columns, false));
  // Read anew from here on: the texts of a long sheet are not to be held twice.
  plan.reading.display = [];
  const started = whileLocked(context, () => {
    const stored = journal.read();
    const count = stored.journal.records.unreadable.length + Number(isRunOfNewerVersion(stored.properties));
    if (count > 0 && plan.kind !== "check") throw new RunError({ code: "unreadableRecords", count });
    const reading = readSheet(context, plan.sheet);
    // Without a place for its outcome no order is sent.
    if (needsColumns && missingStatusFields(reading.columns).length > 0)
      throw new RunError({ code: "columnsGone" });
    const selection = findAgain(plan.selection, reading);
    const orders = decideSelection(context, reading, stored.journal, selection, plan.kind);
    if (isLookUpStopped(stored.properties, lookedUp.runId)) throw new RunError({ code: "lookUpStopped" });
    const runId = freeRunId(context, stored, reading, lookedUp.runId);
    // What a look-up found out is shown first; what is decided now stands on top of it.
    const around = projectionContext(context, stored, "");
    const { changes } = projectJournal(stored.journal, reading, around);
    const preparation = prepare(context, plan, orders, lookedUp, runId, reading, changes);
    const gone = plan.orders.length - orders.length;
    preparation.before = addToReceipt(preparation.before, "notSent", gone);
    if (preparation.toSend.length === 0) {
      const first = firstWrite(context, plan.sheet, reading, preparation.changes);
      return { kind: "done" as const, ...first, preparation, runId };
    }
    const run = newRun(context, plan, runId, queuedBy(preparation));
    const desk = openDesk(context, run, plan.sheet);
    const record = { ...runProperty(run), ...ownerProperty(newToken(runId, context.mark)) };
    if (!journal.list(stored, runId, record)) throw new RunError({ code: "noRecord" });
    const { written, isRefused } = firstWrite(context, plan.sheet, reading, preparation.changes);
    desk.written = written;
    desk.reading = reading;
    // With the run in its list: without that, its keys would prove nothing.
    desk.journal = journal.read().journal;
    return {
      kind: "started" as const,
      desk,
      state: firstState(context, preparation),
      isRefused,
      columns: reading.columns,
    };
  });
  if (started.kind === "started") {
    if (!started.isRefused) return started;
    const { end } = endRun(context, started.desk.run, plan.sheet, { why: "done" }, started.desk);
    throw end?.why === "columnsMoved"
      ? new RunError({ code: "cellsHit", cells: end.cells })
      : refusal(plan.sheet, started.columns);
  }
  const reading = verify(context, plan, started.written);
  if (started.isRefused) throw refusal(plan.sheet, started.written.before.columns);
  const madeTwice = countMadeTwice(context, plan);
  const receipt = started.preparation.before;
  keepReceipt(context, { ...newRun(context, plan, started.runId, queuedBy(started.preparation)), madeTwice });
  return { kind: "done", receipt, madeTwice, reading };
}

function queuedBy({ before, toSend }: Preparation): Pick<RunRecord, "before" | "queued"> {
  return { before, queued: toSend.length };
}

/** Leaves the receipt of what needed no run, for whoever asks how the last click ended. A run that has not ended stays. */
function keepReceipt(context: Context, record: RunRecord): void {
  whileLocked(context, () => {
    const last = readRun(context.journal.read().properties);
    if (last === null || last.end !== null)
      context.ports.properties.write(runProperty({ ...record, end: { why: "done" } }));
  });
}

/** Decides what is written beside each order, how it counts, and under which key it is sent. */
function prepare(
  context: Context,
  plan: Plan,
  orders: readonly PlannedOrder[],
  lookedUp: LookedUp,
  runId: string,
  reading: SheetReading,
  changes: RowChanges,
): Preparation {
  const updatedAt = context.words.time(context.ports.clock.nowMs());
  const toSend: Preparation["toSend"] = [];
  let before = emptyReceipt();
  const isFree = context.rateLimiter.available().count > 0;
  for (const { record, decision } of orders) {
    const action = actionFor(plan.kind, decision);
    const key = action.send ? keyFor(context, record, decision, runId) : null;
    const isClaimed = key !== null && isFree && toSend.length === 0;
    const own = record.rows[0]?.key ?? null;
    const wasLost = own !== null && lookedUp.lost.has(requestKey(own));
    if (key) toSend.push({ record, key });
    else before = addToReceipt(before, countFor(plan.kind, decision, wasLost, action.counts));
    const keyText = key ? formatSendKey(key) : "";
    const unresolved = unresolvedText(context, decision, lookedUp);
    addOrderCells(
      changes,
      action.write,
      { record, decision, keyText, unresolved, isClaimed },
      context.words,
      updatedAt,
    );
  }
  if (plan.kind === "check" || plan.kind === "create")
    for (const { rowNumber } of plan.selection.notOrders) emptyOldCheck(reading, rowNumber, changes);
  return { changes, before, toSend };
}

function firstState(context: Context, { toSend }: Preparation): StepState {
  const [first] = toSend;
  const { count, waitMs } = context.rateLimiter.available();
  if (!first || count === 0) return { kind: "waiting", waitMs };
  return { kind: "claimed", requests: new Set([requestKey(first.key)]), waitMs: 0 };
}

/** Rows that moved under a write without send keys get back what they had. The sheet as it was read last. */
function verify(context: Context, plan: Plan, first: Written): SheetReading {
  let written = first;
  let reading = first.before;
  const hit: HitCell[] = [];
  for (let tries = 1; written.changes.size > 0 && tries <= context.options.maxTries; tries += 1) {
    whileLocked(context, () => {
      reading = readSheetAgain(context, plan.sheet);
      hit.push(...overwrittenCells(written, reading));
      const restored = takenBack(written, reading);
      ({ written } = applyChanges(context, plan.sheet, reading, restored, true, restored));
    });
  }
  if (hit.length > 0) throw new RunError({ code: "cellsHit", cells: hit.slice(0, mostNamed) });
  return reading;
}

/** Selected orders that exist more than once by what the journal knows. */
function countMadeTwice(context: Context, plan: Plan): number {
  const { journal } = context.journal.read();
  return plan.orders.filter(({ record }) => {
    const key = record.rows[0]?.key;
    return key && isMadeTwice(worthOf(journal.request(key)));
  }).length;
}
