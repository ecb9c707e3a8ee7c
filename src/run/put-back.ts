import { overwrittenCells, type Texts } from "./moved-columns";
import { type CellBlock, SheetFault, type SheetPort, type SpreadsheetPort } from "./ports";

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
  let [earlier, now] = [before, after];
  let blocks = written;
  try {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const restored = overwrittenCells(earlier, now, blocks);
      if (restored.length === 0) return;
      sheet.write(restored, false);
      spreadsheet.flush();
      blocks = [...blocks, ...restored];
      [earlier, now] = [withBlocks(now, restored), sheet.readDisplay()];
    }
  } catch (fault) {
    // The run ends here in any case, and says why.
    if (!(fault instanceof SheetFault)) throw fault;
  }
}

/** What a sheet shows once the blocks stand where they were meant to. */
function withBlocks(texts: Texts, blocks: readonly CellBlock[]): Texts {
  const lines = texts.map((line) => [...line]);
  for (const { rowNumber, columnIndex, texts: block } of blocks) {
    block.forEach((line, lineIndex) => {
      lines[rowNumber - 1 + lineIndex]?.splice(columnIndex, line.length, ...line);
    });
  }
  return lines;
}
