import { type Box, boxName } from "./a1";
import { type Block, clearBlock, fillDown, readBlock, sortBlock, writeBlock } from "./block";
import { type Cell, cellWith } from "./cell";
import { withNumberFormat } from "./display";
import { History } from "./history";
import { yearOf } from "./serial-date";
import type { Sheet } from "./sheet";
import type { TableColumnType } from "./sheet-rules";
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns } from "./sheet-structure";
import type { Spreadsheet, SpreadsheetSnapshot } from "./spreadsheet";
import { cellAfterTyping } from "./typed-entry";

/** What was copied or cut, to be pasted. */
export interface Clipboard {
  readonly block: Block;
  /** Where it was cut, so that pasting empties it; null after a copy. */
  readonly cutFrom: { sheet: Sheet; box: Box } | null;
}

/**
 * What a user does to a spreadsheet with mouse and keyboard. Every act is undone by one `undo` and reported to the model's
 * listeners. The user of these acts owns the file: protections do not stop them. Rows and columns are 1-based.
 */
export class SpreadsheetUser {
  private readonly history: History;
  private readonly spreadsheet: Spreadsheet;
  private readonly now: () => number;

  /** `now` gives the moment in epoch milliseconds: a date typed without a year falls into its year. */
  constructor(spreadsheet: Spreadsheet, now: () => number) {
    this.spreadsheet = spreadsheet;
    this.now = now;
    this.history = History.of(spreadsheet);
  }

  /** Selects ranges of the active sheet; null selects nothing, as when a chart is selected. */
  select(ranges: readonly string[] | null): void {
    this.spreadsheet.selection = ranges;
    this.spreadsheet.changed("user");
  }

  /** Goes to another sheet. */
  openSheet(sheet: Sheet): void {
    this.spreadsheet.activate(sheet);
    this.spreadsheet.changed("user");
  }

  /** Types a text into a cell and presses Enter. */
  editCell(sheet: Sheet, row: number, column: number, text: string): void {
    const { locale, timeZone } = this.spreadsheet;
    const context = { locale, year: yearOf(this.now(), timeZone) };
    this.act(() => sheet.setCell(row, column, cellAfterTyping(sheet.cell(row, column), text, context)));
  }

  /** Changes a cell's looks or note through menus: number format, background, note. */
  formatCell(
    sheet: Sheet,
    row: number,
    column: number,
    looks: Partial<Omit<Cell, "value" | "formula">>,
  ): void {
    const { numberFormat, ...others } = looks;
    this.act(() => {
      const cell = { ...sheet.cell(row, column), ...others };
      const { locale } = this.spreadsheet;
      sheet.setCell(
        row,
        column,
        numberFormat === undefined ? cell : withNumberFormat(cell, numberFormat, locale),
      );
    });
  }

  /** Presses Delete on a block. */
  clear(sheet: Sheet, box: Box): void {
    this.act(() => clearBlock(sheet, box, "content"));
  }

  copy(sheet: Sheet, box: Box): Clipboard {
    return { block: readBlock(sheet, box), cutFrom: null };
  }

  cut(sheet: Sheet, box: Box): Clipboard {
    return { block: readBlock(sheet, box), cutFrom: { sheet, box } };
  }

  /** Pastes with the upper left corner at `row`, `column`, on any sheet of any spreadsheet. */
  paste(clipboard: Clipboard, sheet: Sheet, row: number, column: number): void {
    this.act(() => {
      if (clipboard.cutFrom !== null)
        clearBlock(clipboard.cutFrom.sheet, clipboard.cutFrom.box, "everything");
      writeBlock(sheet, row, column, clipboard.block);
    });
  }

  /** Drags the fill handle of `source` down over `count` rows more. */
  fillDown(sheet: Sheet, source: Box, count: number): void {
    this.act(() => fillDown(sheet, source, count));
  }

  /** Sorts the rows of a box, all of the sheet's columns or only some, by the sheet's column `byColumn`. */
  sort(sheet: Sheet, box: Box, byColumn: number, ascending = true): void {
    this.act(() => sortBlock(sheet, box, byColumn, ascending));
  }

  insertRows(sheet: Sheet, before: number, count = 1): void {
    this.act(() => insertRows(sheet, before, count, before - 1));
  }

  deleteRows(sheet: Sheet, first: number, count = 1): void {
    this.act(() => deleteRows(sheet, first, count));
  }

  insertColumns(sheet: Sheet, before: number, count = 1): void {
    this.act(() => insertColumns(sheet, before, count, before - 1));
  }

  deleteColumns(sheet: Sheet, first: number, count = 1): void {
    this.act(() => deleteColumns(sheet, first, count));
  }

  /** Drags columns so that they stand before what is now column `before`. */
  moveColumns(sheet: Sheet, first: number, count: number, before: number): void {
    this.act(() => moveColumns(sheet, first, count, before));
  }

  hideRows(sheet: Sheet, rows: readonly number[]): void {
    this.act(() => {
      for (const row of rows) sheet.properties.hiddenRows.add(row);
    });
  }

  unhideRows(sheet: Sheet, rows: readonly number[]): void {
    this.act(() => {
      for (const row of rows) sheet.properties.hiddenRows.delete(row);
    });
  }

  /** Sets a filter over `box` that hides these rows. */
  setFilter(sheet: Sheet, box: Box, hiddenRows: readonly number[]): void {
    this.act(() => {
      sheet.properties.filter = { box, hiddenRows: new Set(hiddenRows) };
    });
  }

  clearFilter(sheet: Sheet): void {
    this.act(() => {
      sheet.properties.filter = null;
    });
  }

  /**
   * Makes a Table of a block, its first row being the header (Format > Convert to table). `types` holds the columns' types
   * from the left; a missing one is "none".
   */
  makeTable(sheet: Sheet, box: Box, name: string, types: readonly TableColumnType[] = []): void {
    const typedColumns = types.flatMap((type, index) =>
      type === "none" ? [] : [{ type, box: { ...box, column: box.column + index, columns: 1 } }],
    );
    this.act(() => sheet.properties.tables.push({ name, box, typedColumns }));
  }

  /** Makes plain cells of every Table again (Format > Convert to range). */
  convertTablesToRanges(sheet: Sheet): void {
    this.act(() => {
      sheet.properties.tables = [];
    });
  }

  insertSheet(name: string, index = this.spreadsheet.sheets.length): Sheet {
    return this.act(() => {
      const sheet = this.spreadsheet.addSheet(name, { index });
      this.spreadsheet.activate(sheet);
      return sheet;
    });
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.act(() => {
      sheet.properties.name = name;
    });
  }

  deleteSheet(sheet: Sheet): void {
    this.act(() => this.spreadsheet.removeSheet(sheet));
  }

  /** Duplicates a sheet with everything on it, behind it, under another ID. */
  copySheet(sheet: Sheet, name: string): Sheet {
    return this.act(() => {
      const index = this.spreadsheet.sheets.indexOf(sheet) + 1;
      const copy = this.spreadsheet.addSheet(name, { index });
      copy.restore(sheet.snapshot());
      copy.properties.name = name;
      this.spreadsheet.activate(copy);
      return copy;
    });
  }

  /** The version history's entry for now, to be restored later. */
  saveVersion(): SpreadsheetSnapshot {
    return this.spreadsheet.snapshot();
  }

  /** Restores a version: everything in the file is as it was then. Properties are no part of it. */
  restoreVersion(version: SpreadsheetSnapshot): void {
    this.act(() => this.spreadsheet.restore(version));
  }

  /** Presses Ctrl-Z. False when there is nothing to undo. */
  undo(): boolean {
    return this.history.undo();
  }

  /** Ctrl-Z of what the add-on wrote last, whatever others did since. False when it has written nothing. */
  undoScriptWrite(): boolean {
    return this.history.undoScriptWrite();
  }

  private act<T>(change: () => T): T {
    return this.history.record("user", change);
  }
}

/** The whole grid of a sheet as a box, for acts on everything. */
export function wholeSheet(sheet: Sheet): Box {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
}

/** The box in A1 notation, for selecting it. */
export function selectionOf(...boxes: Box[]): string[] {
  return boxes.map(boxName);
}

/** A cell with a value alone, for making sheets without a user: `cellOf(7)`, `cellOf("007", "@")`. */
export function cellOf(value: Cell["value"], numberFormat = "General"): Cell {
  return cellWith(value, { numberFormat });
}
