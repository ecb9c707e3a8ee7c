import type { Context } from "../execution/context";
import { SheetFault, type SheetPort } from "../ports/ports";
import { type CellBlock, type RowChanges, rectanglesOf } from "../sheet/rectangles";
import type { SheetReading } from "../sheet/sheet-reading";

/** What was written, and by which reading: the sheet may have moved under it. */
export interface Written {
  before: SheetReading;
  changes: RowChanges;
  /** The rows among them that get back what they had. */
  restored: ReadonlySet<number>;
  blocks: readonly CellBlock[];
}

/**
 * Writes changes by the rows of the reading that they were made for, in one buffered set with one flush. The fault, when
 * there was one, says nothing about which cells have taken it: a reading afterwards does. `restored`: those of the changes that
 * give rows back what they had; see `takenBack`.
 */
export function applyChanges(
  { ports }: Pick<Context, "ports">,
  sheet: SheetPort,
  before: SheetReading,
  changes: RowChanges,
  asText: boolean,
  restored: RowChanges = new Map(),
): { written: Written; fault: SheetFault | null } {
  const blocks = rectanglesOf(changes, before.columns);
  const written = { before, changes, restored: new Set(restored.keys()), blocks };
  if (blocks.length === 0) return { written, fault: null };
  try {
    sheet.write(blocks, asText);
    ports.spreadsheet.flush();
    return { written, fault: null };
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
    return { written, fault };
  }
}
