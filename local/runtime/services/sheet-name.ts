import { ServiceFault } from "../faults";
import type { Sheet } from "../model/sheet";
import type { Spreadsheet } from "../model/spreadsheet";

/** The name that a new sheet gets: `Sheet` and a number (Apps Script documentation, Spreadsheet.insertSheet; English). */
export function newSheetName(model: Spreadsheet): string {
  const isTaken = (name: string) =>
    model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  let number = model.sheets.length + 1;
  while (isTaken(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** Throws when a sheet other than `own` bears the name already; letter case does not count. */
export function requireFreeName(model: Spreadsheet, name: string, own?: Sheet): void {
  const wanted = name.toLowerCase();
  if (!model.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === wanted)) return;
  throw new ServiceFault(`A sheet with the name "${name}" already exists. Please enter another name.`);
}
