import { logHeader, plainTextColumns } from "../run/log-line";
import type { LogSheetPort } from "../run/ports";
import { mayBecomeFormula } from "./may-become-formula";
import { guardedTexts, makePlainText } from "./plain-text";
import { withSheetFaults } from "./sheet-fault";

const logName = "bitbybit log";

/** Lines that the sheet grows by when it is full: one call for many waves. */
const growth = 500;

/** Lines that a new log has room for: making cells plain text takes time by their number, and the second wave waits for it. */
const firstLines = 200;

/** The log sheet, through Apps Script. It is found by its ID under any name, and else by its name. */
export function logSheetPort(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): LogSheetPort {
  const rowsOf = new Map<number, number>();
  /** Logs without their header: an execution was killed while it made them, so their cells may not be plain text either. */
  const unfinished = new Set<number>();
  return {
    read: (knownSheetId) =>
      withSheetFaults(() => {
        const known = knownSheetId === null ? null : spreadsheet.getSheetById(knownSheetId);
        const sheet = known ?? spreadsheet.getSheetByName(logName);
        if (!sheet) return null;
        const [header = [], ...lines] = sheet.getDataRange().getDisplayValues();
        const sheetId = sheet.getSheetId();
        if (header[0] !== logHeader[0]) unfinished.add(sheetId);
        // Now, while no write waits: a question about the sheet sends all of them to the document first.
        rowsOf.set(sheetId, sheet.getMaxRows());
        return { sheetId, lines };
      }),
    create: () =>
      withSheetFaults(() => {
        // A new sheet becomes the active one (Apps Script documentation); the user's own comes back at once, and with it
        // what is selected there, which the next click works on.
        const active = spreadsheet.getActiveSheet();
        const selection = spreadsheet.getActiveRangeList();
        // One that a fault of the service left half made is finished, not joined by another.
        const named = spreadsheet.getSheetByName(logName);
        const sheet =
          named && isUnused(named)
            ? named
            : spreadsheet.insertSheet(freeName(spreadsheet), spreadsheet.getSheets().length);
        spreadsheet.setActiveSheet(active);
        selection?.activate();
        const surplus = sheet.getMaxRows() - firstLines - 1;
        if (surplus > 0) sheet.deleteRows(firstLines + 2, surplus);
        prepare(sheet, firstLines + 1);
        const sheetId = sheet.getSheetId();
        rowsOf.set(sheetId, firstLines + 1);
        return sheetId;
      }),
    write: (sheetId, lineIndex, lines) =>
      withSheetFaults(() => {
        const sheet = spreadsheet.getSheetById(sheetId);
        if (!sheet) return false;
        const needed = lineIndex + 1 + lines.length;
        const rows = rowsOf.get(sheetId) ?? sheet.getMaxRows();
        if (needed > rows) {
          sheet.insertRowsAfter(rows, growth + needed - rows);
          makePlainText([sheet.getRange(rows + 1, 1, growth + needed - rows, plainTextColumns)]);
        }
        if (unfinished.delete(sheetId)) prepare(sheet, rows);
        rowsOf.set(sheetId, Math.max(rows, needed > rows ? growth + needed : 0));
        const range = sheet.getRange(lineIndex + 2, 1, lines.length, lines[0]?.length ?? 1);
        // Somebody may have made a Table of the log, whose typed columns are no plain text.
        range.setValues(
          mayBecomeFormula(lines) ? guardedTexts(range, lines) : lines.map((line) => [...line]),
        );
        return true;
      }),
    dropOldest: (sheetId, count) =>
      withSheetFaults(() => {
        spreadsheet.getSheetById(sheetId)?.deleteRows(2, count);
        rowsOf.delete(sheetId);
      }),
  };
}

/** Makes the first rows of a log plain text and writes its header. */
function prepare(sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number): void {
  makePlainText([sheet.getRange(1, 1, rows, plainTextColumns)]);
  sheet
    .getRange(1, 1, 1, logHeader.length)
    .setValues([[...logHeader]])
    .setFontWeight("bold");
  sheet.setFrozenRows(1);
}

/** True for a sheet that holds nothing, or the log's own header alone. */
function isUnused(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const lastRow = sheet.getLastRow();
  return lastRow === 0 || (lastRow === 1 && sheet.getRange(1, 1).getDisplayValue() === logHeader[0]);
}

/** A sheet of the user's may have the log's name. */
function freeName(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string {
  let name = logName;
  for (let number = 2; spreadsheet.getSheetByName(name); number += 1) name = `${logName} ${number}`;
  return name;
}
