import type { Spreadsheet } from "../runtime/model/spreadsheet";

/** The ID of every spreadsheet opened from a file: one and the same, so that a result fed back in is the same sheet. */
export const localSpreadsheetId = "local-spreadsheet";

/** The largest file that is opened, in bytes. */
export const largestFileBytes = 20_000_000;
/** The most rows of a sheet that are opened. */
export const mostRows = 200_000;

/** A file as a spreadsheet, and the way back. */
export interface OpenedFile {
  readonly spreadsheet: Spreadsheet;
  /** The file's bytes as the spreadsheet is now; what nobody changed is kept as it was. */
  encode(): Buffer;
}

/** Says in one sentence why a file cannot be used, and what to do. Ends the opening of a file. */
export class UnusableFile extends Error {}
