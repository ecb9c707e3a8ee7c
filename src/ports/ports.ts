import type { ApiRequest, BatchAnswer } from "../bitbybit/http";
import type { PropertiesPort } from "../journal/journal-store";
import type { CellMarks } from "../orders/marks";
import type { CellBlock } from "../sheet/rectangles";

/** Why a call of the spreadsheet service failed; see `SheetFault`. */
export type SheetFaultKind = "refused" | "transient" | "gone" | "full" | "unknown";

/**
 * What reading or writing a sheet throws. `refused`: a protected cell or a data validation; `transient`: the spreadsheet
 * service failed or timed out; `gone`: the sheet or the place in it is not there any more; `full`: the spreadsheet has all
 * the cells that it may have; `unknown`: a text that nobody knows, since exceptions come in the user's language. The kind only improves a sentence: what to do is decided by what
 * a reading afterwards shows.
 */
export class SheetFault extends Error {
  override name = "SheetFault";

  constructor(
    readonly kind: SheetFaultKind,
    /** The cell that the platform named, such as `M2`; "" for none. */
    readonly cell: string,
  ) {
    super(`The sheet could not be used (${kind}${cell ? `, ${cell}` : ""}).`);
  }
}

/** One sheet of the spreadsheet. Positions are as they are at the moment of the call: users sort, insert and delete. */
export interface SheetPort {
  sheetId: number;
  name(): string;
  /** Everything from A1 to the last used cell, as displayed and as values: read until two readings agree. Three calls. */
  read(): { values: unknown[][]; display: string[][] };
  /** The same as displayed alone. One call. */
  readDisplay(): string[][];
  /**
   * Buffers the blocks; what cannot be written shows at the flush. One call a block. `asText` makes the cells plain text
   * first, for one call more: a restored version or a paste may have given them another format.
   */
  write(blocks: readonly CellBlock[], asText: boolean): void;
  /** Adds headers in a row (1-based), at the right of a column (0-based). */
  addHeaders(rowNumber: number, afterColumnIndex: number, headers: readonly string[]): void;
  /** Makes the columns plain text and gives the Status column its colours, below the header. */
  prepareStatusColumns(columnIndexes: readonly number[], statusColumnIndex: number): void;
  /** False when the user may not edit every cell of these columns below row 1. */
  canEdit(columnIndexes: readonly number[]): boolean;
  /** The last column that a merged cell of the sheet reaches to, counted from 0; -1 for none. One call. */
  lastMergedColumnIndex(): number;
  /** All notes from A1 to the last used cell; "" if a cell has none. One call. */
  notes(): string[][];
  /**
   * Replaces the add-on's marks and flushes; rules and notes of the user's stay. Four calls at most. Throws SheetFault if the
   * sheet does not take them, and leaves it as it was then.
   */
  mark(marks: CellMarks): void;
  /** Row numbers that a filter hides, among the given ones. Without a filter one call, with one a call a row. */
  hiddenByFilter(rowNumbers: readonly number[]): Set<number>;
  /** The last column of the filter's range, counted from 0; null without a filter. */
  filterLastColumnIndex(): number | null;
}

/** A span of rows of the selection, both ends counted in. */
export interface RowSpan {
  firstRow: number;
  lastRow: number;
}

/** The spreadsheet that the user has open. */
export interface SpreadsheetPort {
  activeSheet(): SheetPort;
  /** Null when it was deleted. */
  sheetById(sheetId: number): SheetPort | null;
  /** The selected rows of the active sheet, as selected: overlapping, or up to the sheet's last row; empty for none. */
  selectedRows(): RowSpan[];
  /** Selects a cell, in A1 notation, and shows its sheet; false when there is no such cell. */
  selectCell(sheetId: number, cell: string): boolean;
  /** Applies all buffered writes now; throws SheetFault. */
  flush(): void;
}

/** The log sheet, for people: lines are added at its end and never read back. */
export interface LogSheetPort {
  /** Buffers lines below the last one; makes the sheet when there is none. Throws SheetFault. */
  append(lines: readonly (readonly string[])[]): void;
}

/** Texts that may be forgotten at any time, shared by everyone who uses the add-on. */
export interface CachePort {
  read(name: string): string | null;
  write(name: string, value: string, seconds: number): void;
}

/** Keeps other executions of the add-on out of this document; ends with the execution, and never stops a user's edits. */
export interface LockPort {
  tryLock(waitMs: number): boolean;
  release(): void;
}

/** Sends requests together and gives their answers in order. Never throws. */
export interface HttpPort {
  send(requests: readonly ApiRequest[]): BatchAnswer;
}

/** Time, as the platform has it. */
export interface ClockPort {
  nowMs(): number;
  sleep(durationMs: number): void;
  /** A moment as users read it, in the spreadsheet's time zone: `2026-03-01 14:05:09`. */
  format(atMs: number): string;
}

/** Everything outside that a run touches. */
export interface RunPorts {
  spreadsheet: SpreadsheetPort;
  log: LogSheetPort;
  properties: PropertiesPort;
  cache: CachePort;
  lock: LockPort;
  http: HttpPort;
  clock: ClockPort;
  /** Numbers from 0 up to, not including, 1. */
  random(): number;
  /** The 32 bytes of the SHA-256 of a text. */
  sha256(text: string): Uint8Array;
  /** Tells the user how far a long run is; may do nothing. */
  report(sentence: string): void;
}
