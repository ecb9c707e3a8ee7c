import { type Context, whileLocked } from "../execution/context";
import type { Journal } from "../journal/journal";
import type { JournalReading } from "../journal/journal-store";
import type { SheetPort } from "../ports/ports";
import { isLive, type RunRecord, readRun } from "../receipt/run-record";
import { projectJournal } from "../sheet/projection";
import type { RowChanges } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";
import {
  applyChanges,
  type HitCell,
  overwrittenCells,
  restoredAndProjected,
  takenBack,
  type Written,
} from "../spreadsheet/apply-changes";
import { readSheet, readSheetAgain } from "../spreadsheet/read-sheet";
import type { Desk } from "./desk";
import { adopt, houseKeep } from "./house-keep";

/** How a sheet stands after everything that the journal knows was shown that it takes. */
export interface Shown {
  reading: SheetReading | null;
  journal: Journal;
  /** True when a reading had all of it in place. */
  isComplete: boolean;
  /** The cell that refuses, if the platform named it. */
  cell: string;
  /** Cells of the user's that were hit, since a column moved under one of the writes. */
  hit: HitCell[];
}

/** What is shown besides what the journal knows. */
export interface ShowTask {
  /** The run that this execution works on; null for none. */
  run: RunRecord | null;
  /** What was read and written before; null for nothing. */
  start: Pick<Desk, "written" | "reading"> | null;
  /** True if the run ends: its orders that were not reached are told so. */
  isEnd: boolean;
}

/** Shows what the journal knows until a reading has all of it in place, three tries at the most. */
export function showUntilDone(context: Context, sheet: SheetPort, { run, start, isEnd }: ShowTask): Shown {
  let written: Written | null = start?.written ?? null;
  let cell = "";
  const hit: HitCell[] = [];
  for (let tries = 0; ; tries += 1) {
    const shown = whileLocked(context, (): Shown | null => {
      const stored = context.journal.read();
      const reading = start?.reading ? readSheetAgain(context, sheet) : readSheet(context, sheet);
      const around = {
        ...projectionContext(context, stored, run?.id ?? ""),
        ...(isEnd ? { liveRunId: "" } : {}),
      };
      const projection = projectJournal(stored.journal, reading, around);
      adopt(context, stored, projection.toAdopt);
      const restored: RowChanges = written ? takenBack(written, reading) : new Map();
      if (written) hit.push(...overwrittenCells(written, reading));
      const changes = restoredAndProjected(restored, projection.changes);
      if (run && isEnd) addNotReached(context, run, reading, stored.journal, changes);
      const isComplete = changes.size === 0;
      if (isComplete || tries === context.options.maxTries) {
        houseKeep(context, stored, projection.shown, reading);
        return { reading, journal: stored.journal, isComplete, cell, hit };
      }
      const applied = applyChanges(context, sheet, reading, changes, tries > 0, restored);
      written = applied.written;
      cell = applied.fault?.cell ?? "";
      return null;
    });
    if (shown) return shown;
  }
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

/** Orders of the run that it did not reach become Not sent, so that nobody has to guess. */
function addNotReached(
  context: Context,
  run: RunRecord,
  reading: SheetReading,
  journal: Journal,
  changes: RowChanges,
): void {
  const updatedAt = context.words.time(context.ports.clock.nowMs());
  const message = context.words.entry({ kind: "notSent", reason: "stopped" }, { edited: false });
  for (const record of reading.orders) {
    const key = record.rows[0]?.key;
    const isWaiting = record.rows.every((row) => row.status === "Valid" && row.key?.runId === run.id);
    if (!key || !isWaiting || journal.request(key)?.entries.some((entry) => entry.key.runId === run.id))
      continue;
    // A row whose key is taken back speaks for another order until the next reading.
    if (record.rows.some((row) => changes.get(row.rowNumber)?.sendKey !== undefined)) continue;
    for (const { rowNumber } of record.rows)
      changes.set(rowNumber, { ...changes.get(rowNumber), status: "Not sent", message, updatedAt });
  }
}
