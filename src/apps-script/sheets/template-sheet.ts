import type { TemplateColumn } from "../../orders/template";
import { withSheetFaults } from "../sheet-fault";

/** The largest quantity that the template takes: the API's own limit is not known, and no order has more. */
const maxQuantity = 999_999;

/**
 * Writes the template into an empty sheet, from A1 on: headers with notes, plain text where zeros and signs count, whole
 * numbers in Quantity, and an example row. `noteOf`: the words at a header.
 */
export function writeTemplate(
  sheetId: number,
  columns: readonly TemplateColumn[],
  noteOf: (column: TemplateColumn) => string,
): void {
  withSheetFaults(() => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
    if (!sheet) return;
    const missing = columns.length - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    const rows = Math.max(1, sheet.getMaxRows() - 1);
    columns.forEach(({ isText, isCount }, index) => {
      const range = sheet.getRange(2, index + 1, rows, 1);
      if (isText) range.setNumberFormat("@");
      if (!isCount) return;
      const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, maxQuantity);
      range.setDataValidation(rule.setAllowInvalid(true).build());
    });
    sheet
      .getRange(1, 1, 2, columns.length)
      .setValues([
        columns.map(({ header }) => header),
        columns.map(({ example, isCount }) => (isCount ? Number(example) : example)),
      ]);
    const headers = sheet.getRange(1, 1, 1, columns.length);
    headers.setNotes([columns.map(noteOf)]);
    headers.setFontWeight("bold");
    sheet.setFrozenRows(1);
    SpreadsheetApp.flush();
  });
}
