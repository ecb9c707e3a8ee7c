import type { Spreadsheet } from "../runtime/model/spreadsheet";
import { english } from "./words/english";
import type { Saying } from "./words/file-words";

/** The ID of every spreadsheet opened from a file: one and the same, so that a result fed back in is the same sheet. */
export const localSpreadsheetId = "local-spreadsheet";

/** What a file may have at most. Beyond these it is refused before anything is built from it. */
export const fileLimits = {
  /** The file itself, in bytes. */
  maxBytes: 20_000_000,
  /** Rows of a sheet. */
  maxRows: 200_000,
  /** Columns of a sheet, as in Sheets: up to ZZZ (Google Drive help, "Files you can store in Google Drive"). */
  maxColumns: 18_278,
  /** Characters of a csv's cell: 20 times what Sheets holds, but less than rows that a quote has taken in. */
  maxCellCharacters: 1_000_000,
  /** Cells of all sheets together. */
  maxCells: 5_000_000,
  /** All parts of a workbook together when they are unpacked, in bytes. */
  maxUnpackedBytes: 400_000_000,
  /**
   * Of these, what is packed to less than a hundredth. Sheets full of equal rows are packed to a twentieth; only a text that
   * repeats one thing, to fill the memory, gets below.
   */
  maxDenseBytes: 4_000_000,
  maxPackedTimes: 100,
  /** Sheets of a workbook. */
  maxSheets: 1_000,
  /** Elements right under another one, but for rows. */
  maxElements: 100_000,
  /** Ranges that the rules of a sheet (conditional formats, validations) apply to. */
  maxRuleRanges: 200_000,
  /** Cells of all sheets together, empty ones left of a filled one included: as many as Sheets has room for. */
  maxGridCells: 10_000_000,
  /** Merged ranges of one sheet, and the rows that all of them cover together. */
  maxMerges: 20_000,
  maxMergedRows: 2_000_000,
  /** Rows that a sheet's part names, empty ones included: as many as a sheet of Excel can have. */
  maxFileRows: 1_048_576,
  /** Texts that a workbook's cells share. */
  maxSharedTexts: 1_000_000,
} as const;

/** A file as a spreadsheet, and the way back. */
export interface OpenedFile {
  readonly spreadsheet: Spreadsheet;
  /** What the user should know of the file although it can be used, one sentence each. */
  readonly warnings: readonly Saying[];
  /** The file's bytes as the spreadsheet is now; what nobody changed is kept as it was. */
  encode(): Buffer;
}

/** Says in one sentence why a file cannot be used, and what to do. Ends the opening of a file. */
export class UnusableFile extends Error {
  override readonly name = "UnusableFile";

  constructor(
    readonly say: Saying,
    options?: ErrorOptions,
  ) {
    super(say(english), options);
  }
}
