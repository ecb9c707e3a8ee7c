import type { ApiRequest, BatchAnswer } from "../bitbybit/http";

/** A rectangle of texts to write. */
export interface CellBlock {
  rowNumber: number;
  columnIndex: number;
  /** Row by row. */
  texts: readonly (readonly string[])[];
}

/** Why a write failed; see `SheetFault`. */
export type SheetFaultKind = "refused" | "transient" | "gone";

/**
 * What reading or writing a sheet throws. `refused`: a protected cell or a data validation; `transient`: the spreadsheet
 * service failed or timed out, another try may work; `gone`: the sheet or the place in it is not there any more.
 */
export class SheetFault extends Error {
  override name = "SheetFault";
  readonly kind: SheetFaultKind;
  /** The cell that the platform named, such as `M2`; "" where it named none. */
  readonly cell: string;

  constructor(kind: SheetFaultKind, cell: string) {
    super(`The sheet could not be used (${kind}${cell ? `, ${cell}` : ""}).`);
    this.kind = kind;
    this.cell = cell;
  }
}

/** One sheet of the spreadsheet. Positions are as they are at the moment of the call: users sort, insert and delete. */
export interface SheetPort {
  sheetId: number;
  name(): string;
  /**
   * Everything from A1 to the last used cell, as displayed and as values, where nobody edits meanwhile by two calls. A number
   * that was edited between them may be newer than what is displayed: whoever writes beside its row sees it.
   */
  read(): { values: unknown[][]; display: string[][] };
  /** The same as displayed alone. One call. */
  readDisplay(): string[][];
  /**
   * Buffers the blocks; what cannot be written shows at the flush. One call a block. `asText` makes the cells plain text
   * first, for one call more: a restored version or a paste may have given them another format, under which a time or a
   * key is displayed as something else.
   */
  write(blocks: readonly CellBlock[], asText: boolean): void;
  /** Adds headers at the right of the last used column. */
  addHeaders(afterColumnIndex: number, headers: readonly string[]): void;
  /** Makes some rows of the columns plain text. */
  formatAsText(columnIndexes: readonly number[], rows: RowSpan): void;
  /** Makes the columns plain text and gives the Status column its colours, below the header. */
  prepareStatusColumns(columnIndexes: readonly number[], statusColumnIndex: number): void;
  /** False where the user may not edit every cell of these columns. */
  canEdit(columnIndexes: readonly number[]): boolean;
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
  /** Null where it was deleted. */
  sheetById(sheetId: number): SheetPort | null;
  /** The selected rows of the active sheet, as selected: overlapping, or up to the sheet's last row; empty for none. */
  selectedRows(): RowSpan[];
  /** Selects a cell, in A1 notation, and shows its sheet; false where there is no such cell. */
  selectCell(sheetId: number, cell: string): boolean;
  /** Applies all buffered writes now; throws SheetFault. */
  flush(): void;
}

/** The add-on's log sheet, as bare lines. */
export interface LogSheetPort {
  /** Every line, and the sheet's ID; null where no log sheet is there. `knownSheetId` finds it under another name. */
  read(knownSheetId: number | null): { sheetId: number; lines: string[][] } | null;
  /** Makes the sheet, last in the spreadsheet, without taking the user away from theirs. Its ID. */
  create(): number;
  /**
   * Buffers lines, all of the same number of cells, the first at `lineIndex` (0 is the line below the header); false where
   * the sheet is gone.
   */
  write(sheetId: number, lineIndex: number, lines: readonly (readonly string[])[]): boolean;
  /** Takes the oldest lines out. */
  dropOldest(sheetId: number, count: number): void;
}

/** Texts kept with the document, for all of its users. Values of at most 9 KB, 500 KB in all. */
export interface PropertiesPort {
  readAll(): Record<string, string>;
  /** False where they do not fit, or the storage does not answer: then it may have them all the same. Never throws. */
  write(properties: Readonly<Record<string, string>>): boolean;
  remove(name: string): void;
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
