import { type Context, whileLocked } from "../execution/context";
import type { Journal } from "../journal/journal";
import { ownsToken } from "../journal/owner";
import { SheetFault, type SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { type EndReason, type RunRecord, runProperty } from "../receipt/run-record";
import { tallyRun } from "../receipt/tally";
import { projectJournal } from "../sheet/projection";
import type { RowChanges } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";
import { applyChanges, takenBack, type Written } from "../spreadsheet/apply-changes";
import { markCells } from "../spreadsheet/mark-cells";
import { readSheet, readSheetAgain } from "../spreadsheet/read-sheet";
import type { Desk } from "./desk";
import { adopt, houseKeep, projectionContext } from "./recover";

/** How a sheet stands after everything that the journal knows was shown that it takes. */
export interface Shown {
  reading: SheetReading | null;
  journal: Journal;
  /** True when a reading had all of it in place. */
  isComplete: boolean;
  /** The cell that refuses, if the platform named it. */
  cell: string;
}

/**
 * Shows what the journal knows until a reading has all of it in place, three tries at the most. `end`: the run ends, so
 * that its orders that were not reached are told so.
 */
export function showUntilDone(
  context: Context,
  run: RunRecord,
  sheet: SheetPort,
  end: EndReason | null,
  start: Pick<Desk, "written" | "reading"> | null,
): Shown {
  let written: Written | null = start?.written ?? null;
  let cell = "";
  for (let tries = 0; ; tries += 1) {
    const shown = whileLocked(context, (): Shown | null => {
      const stored = context.journal.read();
      const reading = start?.reading ? readSheetAgain(context, sheet) : readSheet(context, sheet);
      const around = { ...projectionContext(context, stored, run.id), ...(end ? { liveRunId: "" } : {}) };
      const projection = projectJournal(stored.journal, reading, around);
      adopt(context, stored, projection.toAdopt);
      const changes: RowChanges = written ? takenBack(written, reading) : new Map();
      for (const [row, change] of projection.changes) changes.set(row, { ...changes.get(row), ...change });
      if (end) addNotReached(context, run, reading, stored.journal, changes);
      const isComplete = changes.size === 0;
      if (isComplete || tries === context.options.maxTries) {
        houseKeep(context, stored, projection.shown, reading);
        return { reading, journal: stored.journal, isComplete, cell };
      }
      const applied = applyChanges(context, sheet, reading, changes, tries > 0);
      written = applied.written;
      cell = applied.fault?.cell ?? "";
      return null;
    });
    if (shown) return shown;
  }
}

/** Ends a run, with its receipt. Whoever has lost the fencing token writes nothing to its record. */
export function endRun(
  context: Context,
  run: RunRecord,
  sheet: SheetPort | null,
  end: EndReason,
  desk: Desk | null,
): RunRecord {
  const shown = sheet ? attempt(() => showUntilDone(context, run, sheet, end, desk)) : null;
  const stored = context.journal.read();
  const tally = tallyRun(run, shown?.reading ?? null, stored.journal, true);
  const ended: RunRecord = {
    ...run,
    end,
    receipt: tally.counts,
    madeTwice: tally.madeTwice,
    workedAtMs: context.ports.clock.nowMs(),
  };
  if (!desk || ownsToken(stored.properties, desk.token)) {
    context.ports.properties.write(runProperty(ended));
    if (sheet && shown?.reading) markCells(context, sheet, shown.reading);
  }
  return ended;
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
    for (const row of record.rows) changes.set(row.rowNumber, { status: "Not sent", message, updatedAt });
  }
}

/** A sheet that cannot be read or written any more does not keep a run from ending: the journal has what it should show. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch (fault) {
    if (fault instanceof SheetFault || (fault instanceof RunError && fault.problem.code === "headers"))
      return null;
    throw fault;
  }
}
