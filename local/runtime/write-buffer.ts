import { ServiceFault, type WriteFate } from "./faults";
import { type Box, boxesMeet, boxHolds, cellName } from "./model/a1";
import { type Cell, isCellError } from "./model/cell";
import { History } from "./model/history";
import type { Sheet } from "./model/sheet";
import { acceptsValue } from "./model/sheet-rules";
import type { Spreadsheet } from "./model/spreadsheet";

/** A write that waits. It is carried out at the position it names, whatever stands there by then. */
export interface PendingWrite {
  readonly sheetId: number;
  /** How many cells it writes; for the latency model. */
  readonly cells: number;
  /** Rows and columns that it adds to the grid: ranges may reach into them before the flush. */
  readonly addsRows?: number;
  readonly addsColumns?: number;
  /** Carries it out as a whole, or throws a ServiceFault and changes nothing. */
  apply(sheet: Sheet): void;
}

const protectedText =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/**
 * Writes are buffered until `flush()`, a read, or the end of the execution (Apps Script documentation, Best practices);
 * protection and validation errors surface there. They are applied in order. When one fails, those before it are done and
 * those after it are dropped (inferred).
 */
export class WriteBuffer {
  private pending: PendingWrite[] = [];
  private readonly spreadsheet: Spreadsheet;
  private readonly onFlush: (spreadsheet: Spreadsheet) => void;
  private readonly afterWrite: (write: PendingWrite) => void;

  /** `afterWrite` is told of every write that was carried out, `onFlush` once after all of them. */
  constructor(
    spreadsheet: Spreadsheet,
    onFlush: (spreadsheet: Spreadsheet) => void,
    afterWrite: (write: PendingWrite) => void,
  ) {
    this.spreadsheet = spreadsheet;
    this.onFlush = onFlush;
    this.afterWrite = afterWrite;
  }

  add(write: PendingWrite): void {
    this.pending.push(write);
  }

  /** Cells that wait. */
  get cells(): number {
    return this.pending.reduce((sum, write) => sum + write.cells, 0);
  }

  /** Forgets everything that waits. */
  discard(): void {
    this.pending = [];
  }

  /** The grid's size as it will be once what waits is written. */
  sizeOf(sheet: Sheet): { rows: number; columns: number } {
    const own = this.pending.filter((write) => write.sheetId === sheet.sheetId);
    return {
      rows: own.reduce((sum, write) => sum + (write.addsRows ?? 0), sheet.maxRows),
      columns: own.reduce((sum, write) => sum + (write.addsColumns ?? 0), sheet.maxColumns),
    };
  }

  /** Carries out everything that waits. */
  flush(): void {
    const writes = this.pending;
    this.pending = [];
    this.carryOut(writes);
  }

  /**
   * Empties the buffer by the fate of its writes. `share`, from 0 up to 1, says how many of them are a "part"; `later` keeps
   * an act for a later moment. Exceptions of the writes reach nobody.
   */
  settle(fate: WriteFate, share: number, later: (act: () => void) => void): void {
    const writes = this.pending;
    this.pending = [];
    if (fate === "kept") this.carryOutUnseen(writes);
    if (fate === "part") this.carryOutUnseen(writes.slice(0, Math.floor(share * (writes.length + 1))));
    if (fate === "later") later(() => this.carryOutUnseen(writes));
  }

  private carryOut(writes: readonly PendingWrite[]): void {
    if (writes.length === 0) return;
    try {
      History.of(this.spreadsheet).record("script", () => {
        for (const write of writes) {
          write.apply(sheetOf(this.spreadsheet, write.sheetId));
          this.afterWrite(write);
        }
      });
    } finally {
      this.onFlush(this.spreadsheet);
    }
  }

  private carryOutUnseen(writes: readonly PendingWrite[]): void {
    try {
      this.carryOut(writes);
    } catch (error) {
      if (!(error instanceof ServiceFault)) throw error;
    }
  }
}

/** The sheet with this ID; a fault when it has been deleted. */
export function sheetOf(spreadsheet: Spreadsheet, sheetId: number): Sheet {
  const sheet = spreadsheet.sheetById(sheetId);
  if (sheet === null) throw new ServiceFault(`Sheet ${sheetId} not found`);
  return sheet;
}

/** Throws when the box leaves the grid, as it may after somebody deleted rows. */
export function requireInside(sheet: Sheet, box: Box): void {
  if (box.row + box.rows - 1 > sheet.maxRows || box.column + box.columns - 1 > sheet.maxColumns) {
    throw new ServiceFault("The coordinates of the range are outside the dimensions of the sheet.");
  }
}

/** Throws when the user may not edit all of the box. */
export function requireEditable(sheet: Sheet, box: Box): void {
  if (sheet.properties.protections.some((protection) => boxesMeet(protection.box, box))) {
    throw new ServiceFault(protectedText);
  }
}

/**
 * A write of cells: `change` gives each cell's successor by its 0-based place in the box. `underMerge` says whether cells
 * that a merge hides are written; nothing documents it.
 */
export function cellWrite(
  sheetId: number,
  box: Box,
  change: (cell: Cell, rowIndex: number, columnIndex: number) => Cell,
  underMerge: "kept" | "dropped" = "kept",
): PendingWrite {
  return {
    sheetId,
    cells: box.rows * box.columns,
    apply(sheet) {
      requireInside(sheet, box);
      requireEditable(sheet, box);
      const changed = Array.from({ length: box.rows }, (_, rowIndex) =>
        Array.from({ length: box.columns }, (_, columnIndex) =>
          change(sheet.cell(box.row + rowIndex, box.column + columnIndex), rowIndex, columnIndex),
        ),
      );
      requireValid(sheet, box, changed);
      changed.forEach((cells, rowIndex) => {
        cells.forEach((cell, columnIndex) => {
          const [row, column] = [box.row + rowIndex, box.column + columnIndex];
          if (underMerge === "dropped" && isHiddenByMerge(sheet, row, column)) return;
          sheet.setCell(row, column, cell);
        });
      });
    },
  };
}

/** True for every cell of a merge but its first. */
function isHiddenByMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.properties.mergedRanges.some(
    (merged) => boxHolds(merged, row, column) && (row !== merged.row || column !== merged.column),
  );
}

function requireValid(sheet: Sheet, box: Box, changed: Cell[][]): void {
  const rules = sheet.properties.validations.filter(
    ({ reject, box: held }) => reject && boxesMeet(held, box),
  );
  if (rules.length === 0) return;
  changed.forEach((cells, rowIndex) => {
    cells.forEach((cell, columnIndex) => {
      const [row, column] = [box.row + rowIndex, box.column + columnIndex];
      const value = isCellError(cell.value) ? cell.value.error : cell.value;
      const unchanged = sheet.cell(row, column).value === cell.value;
      if (
        unchanged ||
        rules.every(({ rule, box: held }) => !boxHolds(held, row, column) || acceptsValue(rule, value))
      )
        return;
      throw new ServiceFault(
        `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`,
      );
    });
  });
}
