import type { Box } from "./a1";
import { type Cell, hasContent, type KeptCell, keptCell, type TextFormat, wholeCell } from "./cell";
import type { ConditionalFormat, Filter, Protection, Table, Validation } from "./sheet-rules";

/** One row's cells by 0-based column index. `epoch` tells whether a snapshot shares it. */
interface Row {
  readonly epoch: number;
  readonly cells: (KeptCell | undefined)[];
}

/** Counts up over all sheets, so that a row never seems to belong to a sheet made after it was shared. */
let epochs = 0;

/** Everything a sheet is besides its cells. All of it is replaced, not changed in place, except by `Sheet` itself. */
export interface SheetProperties {
  name: string;
  maxRows: number;
  maxColumns: number;
  hidden: boolean;
  frozenRows: number;
  /** Rows hidden by hand, by row number. */
  hiddenRows: Set<number>;
  filter: Filter | null;
  /** Widths in pixels by column number, if somebody set them. */
  columnWidths: Map<number, number>;
  protections: Protection[];
  validations: Validation[];
  conditionalFormats: ConditionalFormat[];
  mergedRanges: Box[];
  tables: Table[];
}

/** A sheet as it was at one moment; shares its rows with the sheet until these change. */
export interface SheetSnapshot {
  readonly sheetId: number;
  readonly properties: SheetProperties;
  readonly textFormat: TextFormat;
  readonly rows: readonly (Row | undefined)[];
}

/** What a sheet is made with. */
export interface SheetSize {
  maxRows?: number;
  maxColumns?: number;
  /** The number format that most of its texts will have. */
  textFormat?: TextFormat;
}

/** A sheet's grid and everything around it. Positions are 1-based, as in Apps Script. */
export class Sheet {
  readonly sheetId: number;
  properties: SheetProperties;
  private rows: (Row | undefined)[] = [];
  private textFormat: TextFormat;
  private epoch = ++epochs;

  constructor(sheetId: number, name: string, size: SheetSize = {}) {
    this.sheetId = sheetId;
    this.textFormat = size.textFormat ?? "General";
    this.properties = {
      name,
      maxRows: size.maxRows ?? 1000,
      maxColumns: size.maxColumns ?? 26,
      hidden: false,
      frozenRows: 0,
      hiddenRows: new Set(),
      filter: null,
      columnWidths: new Map(),
      protections: [],
      validations: [],
      conditionalFormats: [],
      mergedRanges: [],
      tables: [],
    };
  }

  get name(): string {
    return this.properties.name;
  }
  get maxRows(): number {
    return this.properties.maxRows;
  }
  get maxColumns(): number {
    return this.properties.maxColumns;
  }

  /** The cell at 1-based `row`, `column`; an untouched one if nobody wrote. */
  cell(row: number, column: number): Cell {
    return this.whole(this.rows[row - 1]?.cells[column - 1]);
  }

  /** The cell that is kept so; an untouched one if nothing is. */
  whole(kept: KeptCell | undefined): Cell {
    return wholeCell(kept, this.textFormat);
  }

  /** Puts a cell there. The grid has to reach so far (`growTo`). */
  setCell(row: number, column: number, cell: Cell): void {
    this.ownRow(row, column).cells[column - 1] = keptCell(cell, this.textFormat);
  }

  /** Replaces a row's cells as a whole, by column index. A text stands for a cell that is kept so. */
  setRow(row: number, cells: readonly (KeptCell | undefined)[]): void {
    const kept = Array.from(cells, (cell) =>
      typeof cell === "object" ? keptCell(cell, this.textFormat) : cell,
    );
    this.rows[row - 1] = { epoch: this.epoch, cells: kept };
  }

  /** A row's cells by 0-based column index, to `maxColumns` at most; missing ones are untouched. */
  rowCells(row: number): readonly (Cell | undefined)[] {
    return this.keptRow(row).map((kept) => (kept === undefined ? kept : this.whole(kept)));
  }

  /** The same as they are kept: for long sheets, and one and the same list until the row changes. */
  keptRow(row: number): readonly (KeptCell | undefined)[] {
    return this.rows[row - 1]?.cells ?? [];
  }

  /** Moves whole rows: `change` gets the list of rows (index 0 is row 1) and changes it in place. */
  rearrangeRows(change: (rows: unknown[]) => void): void {
    change(this.rows);
  }

  /** Changes every row's list of cells in place, for inserted, deleted and moved columns. */
  rearrangeColumns(change: (cells: (KeptCell | undefined)[]) => void): void {
    for (let row = 1; row <= this.rows.length; row++) {
      if (this.rows[row - 1] !== undefined) change(this.ownRow(row).cells);
    }
  }

  /** Makes the grid at least this large. */
  growTo(rows: number, columns: number): void {
    this.properties.maxRows = Math.max(this.maxRows, rows);
    this.properties.maxColumns = Math.max(this.maxColumns, columns);
  }

  /** The last row with content, 0 when there is none (Apps Script documentation, Sheet.getLastRow). */
  lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) {
      if (this.rows[row - 1]?.cells.some(hasContent)) return row;
    }
    return 0;
  }

  /** The last column with content, 0 when there is none. */
  lastColumn(): number {
    let last = 0;
    for (const row of this.rows) {
      if (row === undefined) continue;
      for (let column = row.cells.length; column > last; column--) {
        if (hasContent(row.cells[column - 1])) last = column;
      }
    }
    return last;
  }

  /** The last row that holds a cell of any kind, formatted ones included: the bound for walking over all cells. */
  lastTouchedRow(): number {
    return this.rows.length;
  }

  /** True when the filter hides the row (Apps Script documentation, Sheet.isRowHiddenByFilter). */
  isHiddenByFilter(row: number): boolean {
    return this.properties.filter?.hiddenRows.has(row) ?? false;
  }

  snapshot(): SheetSnapshot {
    this.epoch = ++epochs;
    const { sheetId, textFormat, rows } = this;
    return { sheetId, properties: copyProperties(this.properties), textFormat, rows: rows.slice() };
  }

  restore(snapshot: SheetSnapshot): void {
    this.epoch = ++epochs;
    this.properties = copyProperties(snapshot.properties);
    this.textFormat = snapshot.textFormat;
    this.rows = snapshot.rows.slice();
  }

  /** The row to write into: a copy of it when a snapshot shares it, or when it does not reach to `column`. */
  private ownRow(row: number, column = 0): Row {
    const known = this.rows[row - 1];
    const reaches = known !== undefined && known.cells.length >= column;
    if (reaches && known.epoch === this.epoch) return known;
    const cells = known?.cells.slice() ?? [];
    // A list that grows by itself takes half as much again, and sixteen places more, for each of many rows.
    const own = { epoch: this.epoch, cells: reaches ? cells : cells.concat(blanks(column - cells.length)) };
    this.rows[row - 1] = own;
    return own;
  }
}

function blanks(count: number): undefined[] {
  return new Array<undefined>(Math.max(0, count));
}

function copyProperties(properties: SheetProperties): SheetProperties {
  const { filter } = properties;
  return {
    ...properties,
    hiddenRows: new Set(properties.hiddenRows),
    filter: filter === null ? null : { box: filter.box, hiddenRows: new Set(filter.hiddenRows) },
    columnWidths: new Map(properties.columnWidths),
    protections: [...properties.protections],
    validations: [...properties.validations],
    conditionalFormats: [...properties.conditionalFormats],
    mergedRanges: [...properties.mergedRanges],
    tables: [...properties.tables],
  };
}
