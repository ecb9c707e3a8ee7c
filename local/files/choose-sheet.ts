import { untouchedCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";
import type { Spreadsheet } from "../runtime/model/spreadsheet";
import { knownHeaderRow } from "./header-place";
import type { OpenOptions } from "./open-file";
import { UnusableFile } from "./opened-file";

/**
 * Activates the sheet to work on: the one of that name, or, without a name, the one that opens with the file. A hidden sheet
 * is never worked on. A sheet without known headers is not either, if another one has them: which one is meant is for the
 * user to say, since an old month may stand beside the new one.
 * @throws UnusableFile with the names of the sheets that can be chosen.
 */
export function chooseSheet(
  spreadsheet: Spreadsheet,
  fileName: string,
  { sheetName = null, canGoElsewhere = false }: Pick<OpenOptions, "sheetName" | "canGoElsewhere">,
): void {
  const visible = spreadsheet.sheets.filter(({ properties }) => !properties.hidden);
  if (sheetName !== null) {
    spreadsheet.activate(sheetNamed(spreadsheet, sheetName, visible, fileName));
    return;
  }
  const shown = visible.includes(spreadsheet.activeSheet) ? spreadsheet.activeSheet : visible[0];
  if (shown === undefined) throw new UnusableFile((words) => words.noVisibleSheet(fileName));
  const { locale } = spreadsheet;
  if (!canGoElsewhere && !hasKnownHeaders(shown, locale)) {
    const others = visible.filter((sheet) => hasKnownHeaders(sheet, locale));
    if (others.length > 0) throw otherSheets(shown, others, fileName);
  }
  spreadsheet.activate(shown);
}

function sheetNamed(
  spreadsheet: Spreadsheet,
  sheetName: string,
  visible: readonly Sheet[],
  fileName: string,
): Sheet {
  const wanted = (sheet: Sheet) => sheet.name.trim().toLowerCase() === sheetName.trim().toLowerCase();
  const sheet = spreadsheet.sheetByName(sheetName) ?? spreadsheet.sheets.find(wanted);
  if (sheet === undefined) {
    throw new UnusableFile((words) => words.noSuchSheet(fileName, sheetName, namesOf(visible)));
  }
  if (sheet.properties.hidden) {
    throw new UnusableFile((words) => words.hiddenSheet(fileName, sheet.name));
  }
  return sheet;
}

function otherSheets(shown: Sheet, others: readonly Sheet[], fileName: string): UnusableFile {
  const only = others.length === 1 ? (others[0]?.name ?? null) : null;
  return new UnusableFile((words) => words.otherSheets(fileName, shown.name, namesOf(others), only));
}

function hasKnownHeaders(sheet: Sheet, locale: string): boolean {
  const texts = (rowIndex: number) =>
    Array.from(sheet.rowCells(rowIndex + 1), (cell) => displayValue(cell ?? untouchedCell, locale));
  return knownHeaderRow(texts, sheet.lastTouchedRow()) !== null;
}

function namesOf(sheets: readonly Sheet[]): string {
  return sheets.map(({ name }) => `"${name}"`).join(", ");
}
