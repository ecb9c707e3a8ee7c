import type { Context } from "../execution/context";
import type { Columns } from "../orders/columns";
import type { StatusField } from "../orders/field";
import type { SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import type { StatusCells } from "../sheet/order-record";
import type { RowChanges } from "../sheet/rectangles";
import { readStatusCells } from "../sheet/row-record";
import type { SheetReading } from "../sheet/sheet-reading";
import { applyChanges, type Written } from "./apply-changes";
import { readSheetAgain } from "./read-sheet";

/** The first write of a start. `isRefused`: the sheet took none of it. */
export interface FirstWrite {
  written: Written;
  isRefused: boolean;
}

/**
 * Writes what comes before sending. Without their send keys the orders would leave the queue in silence: so a sheet that takes
 * nothing is noticed at once.
 */
export function firstWrite(
  context: Context,
  sheet: SheetPort,
  reading: SheetReading,
  changes: RowChanges,
): FirstWrite {
  const { written, fault } = applyChanges(context, sheet, reading, changes, false);
  if (fault === null) return { written, isRefused: false };
  const { display, columns } = readSheetAgain(context, sheet);
  const isShown = ([rowNumber, change]: [number, Partial<StatusCells>]) => {
    const cells = readStatusCells(display[rowNumber - 1] ?? [], columns);
    return Object.entries(change).every(([field, text]) => cells[field as StatusField] === text.trim());
  };
  return { written, isRefused: ![...changes].some(isShown) };
}

/** Why a sheet took nothing: it may not be edited, or the service failed. */
export function refusal(sheet: SheetPort, { status }: Columns): RunError {
  const mayEdit = sheet.canEdit(Object.values(status));
  return new RunError({ code: mayEdit ? "sheetsFault" : "protectedColumns" });
}
