import { type Context, whileLocked } from "../execution/context";
import type { Journal } from "../journal/journal";
import type { JournalReading } from "../journal/journal-store";
import { SheetFault, type SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { isLive, readRun } from "../receipt/run-record";
import { projectJournal } from "../sheet/projection";
import type { SheetReading } from "../sheet/sheet-reading";
import { applyChanges } from "../spreadsheet/apply-changes";
import { readSheet } from "../spreadsheet/read-sheet";
import { linesAbout, writeLog } from "../spreadsheet/write-log";

/**
 * What every execution starts with: what the journal knows is shown beside the rows, wherever they are by now, and what
 * is shown is folded. Kill, Stop, closed tab, undo and resume all end here. Without open batches it costs one reading of
 * the properties.
 */
export function recover(context: Context): void {
  const { spreadsheet } = context.ports;
  const stored = context.journal.read();
  const sheetIds = new Set(
    stored.journal.records.batches.flatMap((batch) => batch.entries.map((one) => one.sheetId)),
  );
  for (const sheetId of sheetIds) {
    const sheet = spreadsheet.sheetById(sheetId);
    try {
      if (sheet) showAll(context, sheet);
      else forgetSheet(context, sheetId);
    } catch (fault) {
      // A sheet that cannot be read or written keeps its batches; another one must not suffer from it.
      if (!(fault instanceof SheetFault) && !(fault instanceof RunError)) throw fault;
      if (fault instanceof RunError && fault.problem.code !== "headers") throw fault;
    }
  }
}

/** Shows a sheet what the journal knows, until a reading has all of it in place or `maxTries` did not get it there. */
function showAll(context: Context, sheet: SheetPort): void {
  for (let tries = 1; tries <= context.options.maxTries; tries += 1) {
    const isDone = whileLocked(context, () => {
      const reading = readSheet(context, sheet);
      const { changes } = show(context, sheet, reading, context.journal.read(), tries > 1);
      return changes === 0;
    });
    if (isDone) return;
  }
}

/** One projection, written; the number of rows that wanted to change. */
function show(
  context: Context,
  sheet: SheetPort,
  reading: SheetReading,
  stored: JournalReading,
  asText: boolean,
): { changes: number } {
  const projection = projectJournal(stored.journal, reading, projectionContext(context, stored, ""));
  adopt(context, stored, projection.toAdopt);
  if (projection.changes.size > 0) applyChanges(context, sheet, reading, projection.changes, asText);
  houseKeep(context, stored, projection.shown, reading);
  return { changes: projection.changes.size };
}

/** What projections of this execution depend on. `runId`: the run that it works on itself; "" for none. */
export function projectionContext(context: Context, stored: JournalReading, runId: string) {
  const nowMs = context.ports.clock.nowMs();
  const run = readRun(stored.properties);
  const isOwn = run !== null && run.id === runId;
  const live = isOwn || isLive(run, nowMs, context.options.leaseMs) ? (run?.id ?? "") : "";
  return {
    nowMs,
    pendingWaitMs: context.options.pendingWaitMs,
    liveRunId: live,
    ownsLiveRun: isOwn,
    isOtherSheet: context.isOtherSheet,
    words: context.words,
  };
}

/** Takes IDs into the journal that stand in the sheet and that the storage has lost. */
export function adopt(
  context: Context,
  stored: JournalReading,
  toAdopt: ReturnType<typeof projectJournal>["toAdopt"],
): void {
  if (toAdopt.length === 0) return;
  const findings = toAdopt.map(({ key, record, orderId }) => {
    const orderNumber = record.rows[0]?.cells.orderNumber ?? "";
    const event = { kind: "found", orders: [{ id: orderId, orderNumber }] } as const;
    const known = stored.journal.request(key);
    return { key, refHash: known?.refHash ?? "", sheetId: known?.sheetId ?? 0, event };
  });
  context.journal.resolve(stored, findings);
}

/** Writes the log's lines about batches that have none, and folds those of them that are shown. */
export function houseKeep(
  context: Context,
  stored: JournalReading,
  shown: readonly { id: string }[],
  reading: SheetReading | null,
): void {
  const { batches } = stored.journal.records;
  const closed = batches.filter((batch) => !isPending(batch.entries));
  const unlogged = closed.filter((batch) => !batch.logged);
  const isLogged = writeLog(context, linesAbout(unlogged, reading));
  const ids = new Set(shown.map((batch) => batch.id));
  const toFold = closed.filter((batch) => ids.has(batch.id) && (batch.logged || isLogged));
  context.journal.fold(stored, toFold);
  if (isLogged) context.journal.markLogged(unlogged.filter((batch) => !toFold.includes(batch)));
}

function isPending(entries: Journal["records"]["batches"][number]["entries"]): boolean {
  return entries.some((entry) => entry.state.kind === "pending");
}

/** The sheet of some batches was deleted: what they know is in the log, and that is all that can be shown. */
function forgetSheet(context: Context, sheetId: number): void {
  whileLocked(context, () => {
    const stored = context.journal.read();
    const gone = stored.journal.records.batches.filter((batch) =>
      batch.entries.every((entry) => entry.sheetId === sheetId && entry.state.kind !== "unconfirmed"),
    );
    houseKeep(context, stored, gone, null);
  });
}
