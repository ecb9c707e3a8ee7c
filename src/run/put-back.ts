import type { Texts } from "./moved-columns";
import { OverwrittenCells } from "./overwritten-cells";
import { type CellBlock, SheetFault, type SheetPort, type SpreadsheetPort } from "./ports";
import { writeAndFlush } from "./write-and-flush";

const mostTries = 3;

/**
 * Puts back what was overwritten in a sheet whose columns moved under a write, where nothing else can be written any more:
 * a needed column is gone. What is put back goes by position too, so it is read back, and put right in its turn.
 */
export function putBack(
  spreadsheet: SpreadsheetPort,
  sheet: SheetPort,
  before: Texts,
  after: Texts,
  written: readonly CellBlock[],
): void {
  const overwritten = new OverwrittenCells();
  let [earlier, now] = [before, after];
  let blocks = written;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const restored = overwritten.toPutBack(earlier, now, blocks);
    if (restored.length === 0) return;
    blocks = [...blocks, ...restored];
    earlier = now;
    try {
      writeAndFlush(spreadsheet, sheet, restored, false);
      now = sheet.readDisplay();
    } catch (fault) {
      // The run ends here in any case, and says why.
      if (fault instanceof SheetFault) return;
      throw fault;
    }
  }
}
