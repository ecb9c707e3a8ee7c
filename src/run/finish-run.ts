import type { Context } from "../execution/context";
import { ownsToken } from "../journal/owner";
import { SheetFault, type SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { type EndReason, type RunRecord, runProperty } from "../receipt/run-record";
import { tallyRun } from "../receipt/tally";
import { markCells } from "../spreadsheet/mark-cells";
import type { Desk } from "./desk";
import { showUntilDone } from "./show-until-done";

/** Cells that are named if a column moved under a write. */
export const mostNamed = 20;

/** Ends a run, with its receipt. Whoever has lost the fencing token writes nothing to its record. */
export function endRun(
  context: Context,
  run: RunRecord,
  sheet: SheetPort | null,
  end: EndReason,
  desk: Desk | null,
): RunRecord {
  const shown = sheet
    ? attempt(() => showUntilDone(context, sheet, { run, start: desk, isEnd: true }))
    : null;
  const stored = context.journal.read();
  const tally = tallyRun(run, shown?.reading ?? null, stored.journal, true);
  const hit = shown?.hit ?? [];
  const ended: RunRecord = {
    ...run,
    end: hit.length > 0 ? { why: "columnsMoved", cells: hit.slice(0, mostNamed) } : end,
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
