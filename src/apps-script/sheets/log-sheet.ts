import type { LogSheetPort } from "../../ports/ports";
import { logHeader, plainTextColumns } from "../../spreadsheet/log-line";
import { withSheetFaults } from "../sheet-fault";
import { mayBecomeFormula } from "./may-become-formula";
import { guardedTexts, makePlainText } from "./plain-text";

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
          makePlainText([sheet.getRange(rows + 1, 1, missing + growth, plainTextColumns)]);
          rows += missing + growth;
        }
        const range = sheet.getRange(nextRow, 1, lines.length, logHeader.length);
        // Somebody may have made a Table of the log, whose typed columns are no plain text.
        range.setValues(
          mayBecomeFormula(lines) ? guardedTexts(range, lines) : lines.map((line) => [...line]),
        );
        place = { sheet, nextRow: nextRow + lines.length, rows };
      }),
  };
}

/** The log by its name. A sheet of the user's may have that name: then the log is called "bitbybit log 2". */
function find(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  for (let number = 1; ; number += 1) {
    const sheet = spreadsheet.getSheetByName(nameOf(number));
    if (!sheet) return null;
    const lastRow = sheet.getLastRow();
    const isLog = lastRow === 0 || sheet.getRange(1, 1).getDisplayValue() === logHeader[0];
    if (!isLog) continue;
    // Made by an execution that was killed before it wrote the header.
    if (lastRow === 0) prepare(sheet);
    return { sheet, nextRow: Math.max(2, lastRow + 1), rows: sheet.getMaxRows() };
  }
}

function nameOf(number: number): string {
  return number === 1 ? logName : `${logName} ${number}`;
}

/** A name that no sheet has. */
function freeName(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string {
  let number = 1;
  while (spreadsheet.getSheetByName(nameOf(number))) number += 1;
  return nameOf(number);
}

function create(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
  // A new sheet becomes the active one (Apps Script documentation); the user's own comes back at once, and with it
  // what is selected there, which the next click works on.
  const active = spreadsheet.getActiveSheet();
  const selection = spreadsheet.getActiveRangeList();
  const sheet = spreadsheet.insertSheet(freeName(spreadsheet), spreadsheet.getSheets().length);
  spreadsheet.setActiveSheet(active);
  selection?.activate();
  const surplus = sheet.getMaxRows() - growth - 1;
  if (surplus > 0) sheet.deleteRows(growth + 2, surplus);
  prepare(sheet);
  return { sheet, nextRow: 2, rows: Math.min(growth + 1, growth + 1 + surplus) };
}

/** Makes the first rows of a log plain text and writes its header. */
function prepare(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  makePlainText([sheet.getRange(1, 1, sheet.getMaxRows(), plainTextColumns)]);
  sheet
    .getRange(1, 1, 1, logHeader.length)
    .setValues([[...logHeader]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
}
