import type { UserCellsPort } from "../../problems/fix-cells";
import { withSheetFaults } from "../sheet-fault";

/** The user's own cells of a sheet, through Apps Script. */
export function userCellsPort(sheetId: number): UserCellsPort | null {
  const sheet = withSheetFaults(() => SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId));
  if (!sheet) return null;
  return {
    formulas: () => withSheetFaults(() => sheet.getDataRange().getFormulas()),
    write: (blocks) =>
      withSheetFaults(() => {
        for (const { rowNumber, columnIndex, values } of blocks)
          sheet
            .getRange(rowNumber, columnIndex + 1, values.length, 1)
            .setValues(values.map((value) => [value]));
      }),
  };
}
