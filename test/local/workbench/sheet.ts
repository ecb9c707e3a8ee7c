import { Spreadsheet, SpreadsheetUser } from "../../../local/runtime/local-runtime";
import type { Sheet } from "../../../local/runtime/model/sheet";
import { PageUser } from "../../../local/workbench/user-act";

/** A spreadsheet with one sheet of these texts, and the person at the page. */
export function sheetWith(rows: string[][]): { spreadsheet: Spreadsheet; sheet: Sheet; user: PageUser } {
  const spreadsheet = new Spreadsheet({ id: "id", name: "Orders" });
  const sheet = spreadsheet.addSheet("Orders", { maxRows: 20, maxColumns: 6 });
  const person = new SpreadsheetUser(spreadsheet, () => 0);
  const user = new PageUser(spreadsheet, person);
  rows.forEach((texts, rowIndex) => {
    texts.forEach((text, columnIndex) => {
      person.editCell(sheet, rowIndex + 1, columnIndex + 1, text);
    });
  });
  return { spreadsheet, sheet, user };
}
