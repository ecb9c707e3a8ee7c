import type { Box } from "./a1";
import { type Cell, untouchedCell } from "./cell";
import type { Sheet } from "./sheet";
import type { ConditionalFormat, Protection, Table, Validation } from "./sheet-rules";
import { Spreadsheet } from "./spreadsheet";

/** A cell as saved: only what differs from an untouched one, after its row and column. */
type CellJson = [row: number, column: number, cell: Partial<Cell>];

/** A sheet as saved. */
export interface SheetJson {
  sheetId: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  hidden: boolean;
  frozenRows: number;
  hiddenRows: number[];
  filter: { box: Box; hiddenRows: number[] } | null;
  columnWidths: [column: number, width: number][];
  protections: Protection[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  mergedRanges: Box[];
  /** Missing in what was saved before there were any. */
  tables?: Table[];
  cells: CellJson[];
}

/** A spreadsheet as saved; plain JSON. */
export interface SpreadsheetJson {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  activeSheetId: number;
  selection: readonly string[] | null;
  sheets: SheetJson[];
}

/** The spreadsheet as plain JSON. */
export function spreadsheetToJson(spreadsheet: Spreadsheet): SpreadsheetJson {
  const { id, name, locale, timeZone, selection } = spreadsheet;
  const activeSheetId = spreadsheet.activeSheet.sheetId;
  return {
    id,
    name,
    locale,
    timeZone,
    activeSheetId,
    selection,
    sheets: spreadsheet.sheets.map(sheetToJson),
  };
}

/** The spreadsheet that `spreadsheetToJson` described. */
export function spreadsheetFromJson(json: SpreadsheetJson): Spreadsheet {
  const spreadsheet = new Spreadsheet(json);
  for (const saved of json.sheets) fillSheet(spreadsheet.addSheet(saved.name, saved), saved);
  const active = spreadsheet.sheetById(json.activeSheetId);
  if (active !== null) spreadsheet.activate(active);
  spreadsheet.selection = json.selection;
  return spreadsheet;
}

function sheetToJson(sheet: Sheet): SheetJson {
  const { filter, hiddenRows, columnWidths, ...rest } = sheet.properties;
  const cells: CellJson[] = [];
  for (let row = 1; row <= sheet.lastTouchedRow(); row++) {
    sheet.rowCells(row).forEach((cell, index) => {
      if (cell !== undefined) cells.push([row, index + 1, difference(cell)]);
    });
  }
  return {
    ...rest,
    sheetId: sheet.sheetId,
    hiddenRows: [...hiddenRows],
    filter: filter === null ? null : { box: filter.box, hiddenRows: [...filter.hiddenRows] },
    columnWidths: [...columnWidths],
    cells,
  };
}

function fillSheet(sheet: Sheet, saved: SheetJson): void {
  const { sheetId: _, cells, hiddenRows, filter, columnWidths, tables = [], ...rest } = saved;
  sheet.properties = {
    ...rest,
    tables,
    hiddenRows: new Set(hiddenRows),
    filter: filter === null ? null : { box: filter.box, hiddenRows: new Set(filter.hiddenRows) },
    columnWidths: new Map(columnWidths),
  };
  for (const [row, column, cell] of cells) sheet.setCell(row, column, { ...untouchedCell, ...cell });
}

function difference(cell: Cell): Partial<Cell> {
  const entries = Object.entries(cell).filter(([key, value]) => value !== untouchedCell[key as keyof Cell]);
  return Object.fromEntries(entries);
}
