import { type CellBlock, SheetFault, type SheetPort, type SpreadsheetPort } from "./ports";

/**
 * Writes the blocks and flushes. Where the sheet did not answer, some of them may have been written: the caller reads back
 * and sees which. Throws a SheetFault of any other kind.
 */
export function writeAndFlush(
  spreadsheet: SpreadsheetPort,
  sheet: SheetPort,
  blocks: readonly CellBlock[],
  asText: boolean,
): void {
  try {
    sheet.write(blocks, asText);
    spreadsheet.flush();
  } catch (fault) {
    if (!(fault instanceof SheetFault) || fault.kind !== "transient") throw fault;
  }
}
