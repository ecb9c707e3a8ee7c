import type { Context } from "../execution/context";
import type { Journal } from "../journal/journal";
import type { JournalReading } from "../journal/journal-store";
import { isLive, readRun } from "../receipt/run-record";
import { type Projection, projectJournal } from "../sheet/projection";
import type { RowChanges } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";
import type { Written } from "../spreadsheet/apply-changes";
import { restoredAndProjected, takenBack } from "../spreadsheet/taken-back";
import { adopt } from "./house-keep";

/** What a reading should show otherwise than it does. */
export interface WantedChanges {
  changes: RowChanges;
  /** Those of them that give rows back what the last write took from them. */
  restored: RowChanges;
  projection: Projection;
}

/** A reading, and what is known beside it. */
export interface Sight {
  reading: SheetReading;
  journal: Journal;
  /** The last write, if no reading has shown yet what became of it. */
  written: Written | null;
  /** The run that this execution works on itself; "" for none. */
  runId: string;
  /** True if that run ends with this: no order of it waits any more. @default false */
  isEnd?: boolean;
}

/**
 * What rows get back that moved under the last write, and on top of it what the journal says. An ID that only the sheet
 * knows goes into the journal.
 */
export function wantedChanges(
  context: Context,
  stored: JournalReading,
  { reading, journal, written, runId, isEnd = false }: Sight,
): WantedChanges {
  const nowMs = context.ports.clock.nowMs();
  const run = readRun(stored.properties);
  const ownsLiveRun = run !== null && run.id === runId;
  const isUnderWay = ownsLiveRun || isLive(run, nowMs, context.options.leaseMs);
  const projection = projectJournal(journal, reading, {
    nowMs,
    pendingWaitMs: context.options.pendingWaitMs,
    liveRunId: isUnderWay && !isEnd ? (run?.id ?? "") : "",
    ownsLiveRun,
    isOtherSheet: context.isOtherSheet,
    words: context.words,
  });
  adopt(context, stored, projection.toAdopt);
  const restored: RowChanges = written ? takenBack(written, reading) : new Map();
  return { changes: restoredAndProjected(restored, projection.changes), restored, projection };
}
