import { ServiceFault, type WriteFate } from "./faults";
import { History } from "./model/history";
import type { Sheet } from "./model/sheet";
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
