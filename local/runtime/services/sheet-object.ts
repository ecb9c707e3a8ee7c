import { NotImplemented, ServiceFault } from "../faults";
import { type Box, parseA1 } from "../model/a1";
import type { Sheet } from "../model/sheet";
import { fits, mismatch, take } from "./arguments";
import { ConditionalFormatRule } from "./conditional-format";
import { Filter } from "./filter";
import { Range } from "./range";
import { RangeList } from "./range-list";
import { callTable } from "./service";
import { SheetGrid } from "./sheet-grid";
import { requireFreeName } from "./sheet-name";

const calls = callTable({
  trip: [
    "getName",
    "setName",
    "getLastRow",
    "getLastColumn",
    "getMaxRows",
    "getMaxColumns",
    "getDataRange",
    "getFilter",
    "isRowHiddenByFilter",
    "insertColumnsAfter",
    "insertRowsAfter",
    "deleteRows",
    "appendRow",
    "setFrozenRows",
    "getActiveRangeList",
    "getActiveRange",
    "getActiveCell",
    "setActiveRange",
    "activate",
    "hideSheet",
    "showSheet",
    "isSheetHidden",
    "setColumnWidth",
    "getConditionalFormatRules",
    "setConditionalFormatRules",
    "getIndex",
  ],
  handle: ["getSheetId", "getRange", "getRangeList"],
});

/** A sheet, known by its ID: a rename does not disturb it, and after its deletion every call throws. */
export class SheetObject extends SheetGrid {
  readonly service = "Sheet";
  readonly calls = calls;
  getName(): string {
    return this.read().name;
  }

  setName(...args: unknown[]): this {
    const [name] = take("SpreadsheetApp.Sheet.setName", args, ["string"]);
    requireFreeName(this.execution.options.spreadsheet, name, this.model());
    return this.later((model) => {
      model.properties.name = name;
    });
  }

  getIndex(): number {
    this.execution.read();
    return this.execution.options.spreadsheet.sheets.indexOf(this.model()) + 1;
  }

  getRange(...args: unknown[]): Range {
    const where = "SpreadsheetApp.Sheet.getRange";
    if (fits(args, ["string"])) return this.rangeNamed(args[0]);
    if (![2, 3, 4].includes(args.length) || !args.every((value) => fits([value], ["number"])))
      throw mismatch(where, args);
    const [row = 0, column = 0, rows = 1, columns = 1] = args.map((value) => Math.floor(Number(value)));
    if (row < 1) throw new ServiceFault("The starting row of the range is too small.");
    if (column < 1) throw new ServiceFault("The starting column of the range is too small.");
    if (rows < 1) throw new ServiceFault("The number of rows in the range must be at least 1.");
    if (columns < 1) throw new ServiceFault("The number of columns in the range must be at least 1.");
    return this.range({ row, column, rows, columns });
  }

  /** From A1 to the last row and column with content; A1 alone on an empty sheet (reported). */
  getDataRange(): Range {
    const sheet = this.read();
    return this.range({
      row: 1,
      column: 1,
      rows: Math.max(1, sheet.lastRow()),
      columns: Math.max(1, sheet.lastColumn()),
    });
  }

  getRangeList(...args: unknown[]): RangeList {
    const [names] = take("SpreadsheetApp.Sheet.getRangeList", args, ["array"]);
    return new RangeList(
      this.execution,
      names.map((name) => this.rangeNamed(String(name))),
    );
  }

  getFilter(): Filter | null {
    const { filter } = this.read().properties;
    return filter === null ? null : new Filter(this.execution, this.range(filter.box));
  }

  isRowHiddenByFilter(...args: unknown[]): boolean {
    const [row] = take("SpreadsheetApp.Sheet.isRowHiddenByFilter", args, ["number"]);
    const sheet = this.read();
    if (row < 1 || row > sheet.maxRows) throw new ServiceFault("Those rows are out of bounds.");
    return sheet.isHiddenByFilter(row);
  }

  setFrozenRows(...args: unknown[]): void {
    const [rows] = take("SpreadsheetApp.Sheet.setFrozenRows", args, ["number"]);
    this.later((sheet) => {
      sheet.properties.frozenRows = rows;
    });
  }

  setColumnWidth(...args: unknown[]): this {
    const [column, width] = take("SpreadsheetApp.Sheet.setColumnWidth", args, ["number", "number"]);
    return this.later((sheet) => {
      sheet.properties.columnWidths.set(column, width);
    });
  }

  hideSheet(): this {
    return this.later((sheet) => {
      sheet.properties.hidden = true;
    });
  }

  showSheet(): this {
    return this.later((sheet) => {
      sheet.properties.hidden = false;
    });
  }

  isSheetHidden(): boolean {
    return this.read().properties.hidden;
  }

  activate(): this {
    this.execution.read();
    this.execution.options.spreadsheet.activate(this.model());
    this.execution.options.spreadsheet.changed("script");
    return this;
  }

  /** All selected ranges; null when nothing is selected. A sheet that is not active has A1 selected (inferred). */
  getActiveRangeList(): RangeList | null {
    const ranges = this.selectedRanges();
    return ranges.length === 0 ? null : new RangeList(this.execution, ranges);
  }

  /** The last of the selected ranges (Apps Script documentation, Sheet.getActiveRange). */
  getActiveRange(): Range | null {
    return this.selectedRanges().at(-1) ?? null;
  }

  getActiveCell(): Range | null {
    return this.getActiveRange()?.getCell(1, 1) ?? null;
  }

  setActiveRange(...args: unknown[]): Range {
    const [range] = args;
    if (!(range instanceof Range) || args.length !== 1)
      throw mismatch("SpreadsheetApp.Sheet.setActiveRange", args);
    return range.activate();
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.read().properties.conditionalFormats.map(
      (format) =>
        new ConditionalFormatRule(
          this.execution,
          format,
          format.boxes.map((box) => this.range(box)),
        ),
    );
  }

  /** Replaces all rules (Apps Script documentation, Sheet.setConditionalFormatRules). */
  setConditionalFormatRules(...args: unknown[]): void {
    const [given] = take("SpreadsheetApp.Sheet.setConditionalFormatRules", args, ["array"]);
    const formats = given.map((rule) => {
      if (!(rule instanceof ConditionalFormatRule))
        throw mismatch("SpreadsheetApp.Sheet.setConditionalFormatRules", args);
      if (rule.getRanges().some(({ sheet }) => sheet.sheetId !== this.sheetId))
        throw new ServiceFault("Conditional format rule cannot reference a different sheet.");
      return rule.format;
    });
    this.later((sheet) => {
      // Rows may have been deleted since: a rule ends where the grid does.
      sheet.properties.conditionalFormats = formats
        .map((format) => ({ ...format, boxes: format.boxes.flatMap((box) => insideGrid(sheet, box)) }))
        .filter((format) => format.boxes.length > 0);
    });
  }

  private range(box: Box): Range {
    const { rows, columns } = this.size();
    if (box.row + box.rows - 1 > rows || box.column + box.columns - 1 > columns) {
      throw new ServiceFault("The coordinates of the range are outside the dimensions of the sheet.");
    }
    return new Range(this.execution, this, box);
  }

  private rangeNamed(name: string): Range {
    // A sheet's name before the cells is valid, an empty one too (gas-fakes' tests).
    if (name.includes("!")) throw new NotImplemented("Sheet.getRange of a named sheet");
    const { rows, columns } = this.size();
    const box = parseA1(name, rows, columns);
    if (box === null) throw new ServiceFault("Range not found");
    return this.range(box);
  }

  private selectedRanges(): Range[] {
    this.execution.read();
    const { spreadsheet } = this.execution.options;
    const names = spreadsheet.activeSheet.sheetId === this.sheetId ? (spreadsheet.selection ?? []) : ["A1"];
    return names.map((name) => this.rangeNamed(name));
  }
}

/** The part of a box that lies inside the grid. */
function insideGrid(sheet: Sheet, box: Box): Box[] {
  const rows = Math.min(box.rows, sheet.maxRows - box.row + 1);
  const columns = Math.min(box.columns, sheet.maxColumns - box.column + 1);
  return rows > 0 && columns > 0 ? [{ ...box, rows, columns }] : [];
}
