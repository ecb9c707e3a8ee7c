import { requireCells } from "../cell-limit";
import { requireEditable, requireInsertable } from "../cell-write";
import { ServiceFault } from "../faults";
import type { Sheet } from "../model/sheet";
import { deleteRows, insertColumns, insertRows } from "../model/sheet-structure";
import { sheetOf } from "../write-buffer";
import { take } from "./arguments";
import { Service } from "./service";
import { cellAfterWriting } from "./written-value";

/** A sheet's grid: its size, and rows and columns that come and go. */
export abstract class SheetGrid extends Service {
  readonly sheetId: number;

  constructor(execution: Service["execution"], sheetId: number) {
    super(execution);
    this.sheetId = sheetId;
  }

  getSheetId(): number {
    return this.sheetId;
  }

  getLastRow(): number {
    return this.read().lastRow();
  }

  getLastColumn(): number {
    return this.read().lastColumn();
  }

  getMaxRows(): number {
    return this.read().maxRows;
  }

  getMaxColumns(): number {
    return this.read().maxColumns;
  }

  insertColumnsAfter(...args: unknown[]): this {
    const [after, count] = take("SpreadsheetApp.Sheet.insertColumnsAfter", args, ["number", "number"]);
    if (after < 1 || count < 1 || after > this.size().columns)
      throw new ServiceFault("Those columns are out of bounds.");
    const apply = (sheet: Sheet) => {
      requireInsertable(sheet, "columns", after);
      requireCells(this.execution.options.spreadsheet, count * sheet.maxRows);
      insertColumns(sheet, after + 1, count, after);
    };
    return this.later(apply, { addsColumns: count });
  }

  insertRowsAfter(...args: unknown[]): this {
    const [after, count] = take("SpreadsheetApp.Sheet.insertRowsAfter", args, ["number", "number"]);
    if (after < 1 || count < 1 || after > this.size().rows)
      throw new ServiceFault("Those rows are out of bounds.");
    const apply = (sheet: Sheet) => {
      requireInsertable(sheet, "rows", after);
      requireCells(this.execution.options.spreadsheet, count * sheet.maxColumns);
      insertRows(sheet, after + 1, count, after);
    };
    return this.later(apply, { addsRows: count });
  }

  deleteRows(...args: unknown[]): void {
    const [first, count] = take("SpreadsheetApp.Sheet.deleteRows", args, ["number", "number"]);
    const { rows } = this.size();
    if (first < 1 || count < 1 || first + count - 1 > rows)
      throw new ServiceFault("Those rows are out of bounds.");
    const requireUnfrozen = (frozen: number, all: number) => {
      // Reported: the frozen rows alone may not be left.
      if (frozen > 0 && count === all - frozen && first === frozen + 1)
        throw new ServiceFault("Sorry, it is not possible to delete all non-frozen rows.");
    };
    requireUnfrozen(this.execution.seenSheet(this.sheetId).properties.frozenRows, rows);
    if (count === rows) throw new ServiceFault("You can't delete all the rows on the sheet.");
    const apply = (sheet: Sheet) => {
      requireEditable(sheet, { row: first, column: 1, rows: count, columns: sheet.maxColumns });
      // Rows that were frozen in the same buffer are seen now.
      requireUnfrozen(sheet.properties.frozenRows, sheet.maxRows);
      deleteRows(sheet, first, count);
    };
    this.later(apply, { addsRows: -count });
  }

  /** Below the last row with content, as that is when the row is written; texts are parsed as if typed. */
  appendRow(...args: unknown[]): this {
    const [values] = take("SpreadsheetApp.Sheet.appendRow", args, ["array"]);
    const changes = values.map((value) => cellAfterWriting(this.execution, "Sheet.appendRow", value));
    this.execution.buffer.add({
      sheetId: this.sheetId,
      cells: values.length,
      apply: (sheet) => {
        const row = sheet.lastRow() + 1;
        requireEditable(sheet, { row, column: 1, rows: 1, columns: Math.max(1, values.length) });
        const columns = Math.max(sheet.maxColumns, values.length);
        const cells = Math.max(sheet.maxRows, row) * columns - sheet.maxRows * sheet.maxColumns;
        if (cells > 0) requireCells(this.execution.options.spreadsheet, cells);
        sheet.growTo(row, values.length);
        changes.forEach((change, index) => {
          sheet.setCell(row, index + 1, change(sheet.cell(row, index + 1)));
        });
      },
    });
    return this;
  }

  /** The model's sheet, without a flush. */
  model(): Sheet {
    return sheetOf(this.execution.options.spreadsheet, this.sheetId);
  }

  protected read(): Sheet {
    return this.execution.readSheet(this.sheetId);
  }

  /** The grid's size with the rows and columns that wait to be inserted. */
  protected size(): { rows: number; columns: number } {
    return this.execution.buffer.sizeOf(this.execution.seenSheet(this.sheetId));
  }

  protected later(
    apply: (sheet: Sheet) => void,
    adds: { addsRows?: number; addsColumns?: number } = {},
  ): this {
    this.execution.buffer.add({ sheetId: this.sheetId, cells: 0, apply, ...adds });
    return this;
  }
}
