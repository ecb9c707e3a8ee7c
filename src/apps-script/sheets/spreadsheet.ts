import type { RowSpan, SpreadsheetPort } from "../../ports/ports";
import { withSheetFaults } from "../sheet-fault";
import { sheetPort } from "./sheet";

/** The spreadsheet that the user has open, through Apps Script. */
export function spreadsheetPort(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): SpreadsheetPort {
  return {
    activeSheet: () => sheetPort(withSheetFaults(() => spreadsheet.getActiveSheet())),
    sheetById: (sheetId) => {
      const sheet = withSheetFaults(() => spreadsheet.getSheetById(sheetId));
      return sheet ? sheetPort(sheet) : null;
    },
    selectedRows: () =>
      withSheetFaults(() => {
        // Null if nothing is selected, as after a chart was clicked (Apps Script documentation).
        const ranges = spreadsheet.getActiveRangeList()?.getRanges() ?? [];
        return ranges.map((range): RowSpan => ({ firstRow: range.getRow(), lastRow: range.getLastRow() }));
      }),
    selectCell: (sheetId, cell) =>
      withSheetFaults(() => {
        const sheet = spreadsheet.getSheetById(sheetId);
        const place = /^([A-Z]{1,3})([0-9]{1,8})$/.exec(cell);
        if (!sheet || !place || Number(place[2]) > sheet.getMaxRows()) return false;
        spreadsheet.setActiveSheet(sheet);
        spreadsheet.setActiveRange(sheet.getRange(cell));
        return true;
      }),
    flush: () => withSheetFaults(() => SpreadsheetApp.flush()),
  };
}
