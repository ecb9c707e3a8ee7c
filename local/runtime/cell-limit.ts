import { ServiceFault } from "./faults";
import type { Spreadsheet } from "./model/spreadsheet";

/** Cells of a spreadsheet at most (Google's limits for Sheets). */
const mostCells = 10_000_000;
/** What a new sheet has: 1,000 rows of 26 columns. */
export const newSheetCells = 26_000;

/** Throws when the spreadsheet would have more cells than it may after `added` more (reported text). */
export function requireCells(spreadsheet: Spreadsheet, added: number): void {
  const cells = spreadsheet.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  if (cells + added <= mostCells) return;
  throw new ServiceFault(
    `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
  );
}
