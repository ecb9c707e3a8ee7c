import type { RowSpan, SheetPort, SpreadsheetPort } from "../../src/ports/ports";
import { type OrderRow, readingOf } from "../orders/order-sheet";

/** A sheet with these rows, of which some are selected and some hidden by a filter. What is not needed is loud. */
export class SelectedSheet implements SheetPort {
  readonly sheetId = 7;
  rows: readonly OrderRow[];
  hidden = new Set<number>();
  selected: RowSpan[];

  constructor(rows: readonly OrderRow[], selected?: RowSpan[]) {
    this.rows = rows;
    this.selected = selected ?? [{ firstRow: 2, lastRow: rows.length + 1 }];
  }

  name(): string {
    return "Orders";
  }
  read() {
    return { values: this.readDisplay(), display: this.readDisplay() };
  }
  readDisplay(): string[][] {
    return readingOf(this.rows).display.map((line) => [...line]);
  }
  hiddenByFilter(rowNumbers: readonly number[]): Set<number> {
    return new Set(rowNumbers.filter((row) => this.hidden.has(row)));
  }
  write: SheetPort["write"] = loud;
  addHeaders: SheetPort["addHeaders"] = loud;
  prepareStatusColumns: SheetPort["prepareStatusColumns"] = loud;
  canEdit: SheetPort["canEdit"] = loud;
  lastMergedColumnIndex: SheetPort["lastMergedColumnIndex"] = loud;
  notes: SheetPort["notes"] = loud;
  mark: SheetPort["mark"] = loud;
  filterLastColumnIndex: SheetPort["filterLastColumnIndex"] = loud;

  /** The spreadsheet around it. */
  get spreadsheet(): SpreadsheetPort {
    return {
      activeSheet: () => this,
      selectedRows: () => this.selected,
      sheetById: (sheetId) => (sheetId === this.sheetId ? this : null),
      selectCell: loud,
      flush: loud,
    };
  }
}

function loud(): never {
  throw new Error("this was not to be used");
}
