import { type Context, whileLocked } from "../execution/context";
import { SheetFault } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { mostNamed } from "./finish-run";
import { houseKeep } from "./house-keep";
import { showUntilDone } from "./show-until-done";

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
      if (!sheet) {
        forgetSheet(context, sheetId);
        continue;
      }
      const { hit } = showUntilDone(context, sheet, { run: null, start: null, isEnd: false });
      if (hit.length > 0) throw new RunError({ code: "cellsHit", cells: hit.slice(0, mostNamed) });
    } catch (fault) {
      // A sheet that cannot be read or written keeps its batches; another one must not suffer from it.
      if (!(fault instanceof SheetFault) && !(fault instanceof RunError)) throw fault;
      if (fault instanceof RunError && fault.problem.code !== "headers") throw fault;
    }
  }
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
