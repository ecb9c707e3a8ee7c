import type { LogSheetPort } from "../run/ports";
import { logHeader, plainTextColumns } from "../spreadsheet/log-line";
import { withSheetFaults } from "./sheet-fault";

const logName = "bitbybit log";

/** Lines that a new log has room for, and that it grows by: making cells plain text takes time by their number. */
const growth = 200;

/** Most lines that the log keeps; beyond it the oldest quarter goes. */
const maxLines = 20_000;

/** The log sheet, through Apps Script. It is found by its name, and made when there is none. */
export function logSheetPort(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): LogSheetPort {
  /** Where the next line goes and how many rows there are, since asking costs a call: nobody else writes here. */
  let place: { sheet: GoogleAppsScript.Spreadsheet.Sheet; nextRow: number; rows: number } | null = null;
  return {
    append: (lines) =>
      withSheetFaults(() => {
        const known = place ?? find(spreadsheet) ?? create(spreadsheet);
        // Whatever fails below, the next call looks anew.
        place = null;
        let { nextRow, rows } = known;
        const { sheet } = known;
        if (nextRow - 2 + lines.length > maxLines) {
          const dropped = Math.min(nextRow - 2, maxLines / 4);
          sheet.deleteRows(2, dropped);
          nextRow -= dropped;
          rows -= dropped;
        }
        const missing = nextRow - 1 + lines.length - rows;
        if (missing > 0) {
          sheet.insertRowsAfter(rows, missing + growth);
          sheet.getRange(rows + 1, 1, missing + growth, plainTextColumns).setNumberFormat("@");
          rows += missing + growth;
        }
        sheet.getRange(nextRow, 1, lines.length, logHeader.length).setValues(lines.map((line) => [...line]));
        place = { sheet, nextRow: nextRow + lines.length, rows };
      }),
  };
}

function find(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  const sheet = spreadsheet.getSheetByName(logName);
  if (!sheet) return null;
  const lastRow = sheet.getLastRow();
  // Made by an execution that was killed before it wrote the header.
  if (lastRow === 0) prepare(sheet);
  return { sheet, nextRow: Math.max(2, lastRow + 1), rows: sheet.getMaxRows() };
}

function create(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  // A new sheet becomes the active one (Apps Script documentation); the user's own comes back at once, and with it
  // what is selected there, which the next click works on.
  const active = spreadsheet.getActiveSheet();
  const selection = spreadsheet.getActiveRangeList();
  const sheet = spreadsheet.insertSheet(logName, spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(active);
  selection?.activate();
  const surplus = sheet.getMaxRows() - growth - 1;
  if (surplus > 0) sheet.deleteRows(growth + 2, surplus);
  prepare(sheet);
  return { sheet, nextRow: 2, rows: Math.min(growth + 1, growth + 1 + surplus) };
}

/** Makes the first rows of a log plain text and writes its header. */
function prepare(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.getRange(1, 1, sheet.getMaxRows(), plainTextColumns).setNumberFormat("@");
  sheet
    .getRange(1, 1, 1, logHeader.length)
    .setValues([[...logHeader]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
}
