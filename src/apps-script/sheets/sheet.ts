import { SheetFault, type SheetPort } from "../../ports/ports";
import type { CellBlock } from "../../sheet/rectangles";
import { withSheetFaults } from "../sheet-fault";
import { replaceMarks } from "./cell-marks";
import { mayBecomeFormula } from "./may-become-formula";
import { guardedTexts, makePlainText } from "./plain-text";
import { addStatusColours } from "./status-colours";

/** A sheet of the spreadsheet, through Apps Script. */
export function sheetPort(sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetPort {
  return {
    sheetId: withSheetFaults(() => sheet.getSheetId()),
    name: () => withSheetFaults(() => sheet.getName()),
    read: () => withSheetFaults(() => readBoth(sheet)),
    readDisplay: () => withSheetFaults(() => sheet.getDataRange().getDisplayValues()),
    write: (blocks, asText) => withSheetFaults(() => writeBlocks(sheet, blocks, asText)),
    addHeaders: (rowNumber, afterColumnIndex, headers) =>
      withSheetFaults(() => {
        const missing = afterColumnIndex + 1 + headers.length - sheet.getMaxColumns();
        if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
        const range = sheet.getRange(rowNumber, afterColumnIndex + 2, 1, headers.length);
        makePlainText([range]);
        range.setValues([[...headers]]);
      }),
    prepareStatusColumns: (columnIndexes, statusColumnIndex) =>
      withSheetFaults(() => {
        // Whole columns below the header, so that rows that are inserted or added later are plain text too.
        const rows = Math.max(1, sheet.getMaxRows() - 1);
        makePlainText(
          columnRuns(columnIndexes).map(({ first, count }) => sheet.getRange(2, first + 1, rows, count)),
        );
        addStatusColours(sheet, sheet.getRange(2, statusColumnIndex + 1, rows, 1));
      }),
    canEdit: (columnIndexes) =>
      withSheetFaults(() =>
        columnRuns(columnIndexes).every(({ first, count }) => {
          const rows = sheet.getMaxRows();
          // Headers are often protected, and are not written again.
          const top = Math.min(2, rows);
          return sheet.getRange(top, first + 1, rows - top + 1, count).canEdit();
        }),
      ),
    lastMergedColumnIndex: () =>
      withSheetFaults(() => {
        const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
        return all.getMergedRanges().reduce((last, merged) => Math.max(last, merged.getLastColumn()), 0) - 1;
      }),
    notes: () => withSheetFaults(() => sheet.getDataRange().getNotes()),
    mark: (marks) => withSheetFaults(() => replaceMarks(sheet, marks)),
    hiddenByFilter: (rowNumbers) =>
      withSheetFaults(() => {
        if (rowNumbers.length === 0) return new Set<number>();
        const range = sheet.getFilter()?.getRange();
        if (!range) return new Set<number>();
        const [first, last] = [range.getRow(), range.getLastRow()];
        return new Set(
          rowNumbers.filter((row) => row >= first && row <= last && sheet.isRowHiddenByFilter(row)),
        );
      }),
    filterLastColumnIndex: () =>
      withSheetFaults(() => {
        const range = sheet.getFilter()?.getRange();
        return range ? range.getLastColumn() - 1 : null;
      }),
  };
}

/** So often a sheet is read that somebody edits at the very moment; then the edits are too many to be sent from. */
const maxReadings = 4;

/**
 * Displayed texts and values come by two calls, and a user may sort, delete or edit between them: then one row's numbers
 * would stand beside another one's texts. So the texts are read once more, until they are the same before and after.
 */
function readBoth(sheet: GoogleAppsScript.Spreadsheet.Sheet): { values: unknown[][]; display: string[][] } {
  let display = sheet.getDataRange().getDisplayValues();
  for (let reading = 1; reading <= maxReadings; reading += 1) {
    const values: unknown[][] = sheet.getDataRange().getValues();
    const again = sheet.getDataRange().getDisplayValues();
    if (areSame(again, display)) return { values, display };
    display = again;
  }
  throw new SheetFault("transient", "");
}

/** Ranges are rectangles: their first rows tell how wide they are. */
function areSame(one: readonly string[][], other: readonly string[][]): boolean {
  return (
    one.length === other.length &&
    one[0]?.length === other[0]?.length &&
    one.every((row, index) => row.every((text, place) => text === other[index]?.[place]))
  );
}

/**
 * Texts go into cells that were made plain text, so that none of them is read as a formula, a number or a date. Cells in a
 * typed column of a Table cannot be made so: there an apostrophe before the text says the same.
 */
function writeBlocks(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  blocks: readonly CellBlock[],
  asText: boolean,
): void {
  for (const { rowNumber, columnIndex, texts } of blocks) {
    const values = texts.map((line) => [...line]);
    const range = sheet.getRange(rowNumber, columnIndex + 1, values.length, values[0]?.length ?? 1);
    const isPlain = asText ? makePlainText([range]) : !mayBecomeFormula(values);
    range.setValues(isPlain ? values : guardedTexts(range, values));
  }
}

function columnRuns(columnIndexes: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const index of [...columnIndexes].sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === index) last.count += 1;
    else runs.push({ first: index, count: 1 });
  }
  return runs;
}
