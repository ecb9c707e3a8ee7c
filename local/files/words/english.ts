import type { BrokenRecord } from "../csv-records";

const tableOf = "it needs a header row and orders below it";
const saveAsCsv = "save the sheet as CSV (UTF-8)";
const newWorkbook = "copy the orders into a new workbook";
const quoteTwice = 'write a quote inside a cell twice: ""';

/** A count for a sentence: `200,000`. */
const number = (count: number) => count.toLocaleString("en-US");

/** Rows that are named one by one. */
const rowsNamed = 5;

const brokenCells: Readonly<Record<BrokenRecord["fault"], (mostCharacters: number) => string>> = {
  unclosed: () => "begins a quoted cell that never ends; close its quote",
  textAfterQuote: () => `begins a quoted cell that has text after its closing quote; ${quoteTwice}`,
  tooLong: (most) => `begins a cell of more than ${number(most)} characters; close its quote, or shorten it`,
  backslash: () => `begins a quoted cell with \\" in it, which can be read in two ways; ${quoteTwice}`,
};

const parts = {
  rows: "rows",
  cells: "cells",
  sheets: "sheets",
  unpackedBytes: "bytes when it is unpacked",
  mergedRanges: "merged ranges",
  mergedRows: "rows in merged ranges",
  mergedCells: "cells in merged ranges",
  ruleRanges: "ranges with rules",
  gridCells: "cells, with the empty ones between them",
  sharedTexts: "shared texts",
  arrayFormulas: "array formulas",
  sharedCharacters: "characters in shared formulas",
};

/** What is said of files, in English. `name`: the file's, without its folder. */
export const english = {
  notAFileType: (name: string, types: readonly string[]) =>
    `${name} is not a ${types.join(" or ")} file; save the sheet as one of these`,
  missing: (path: string) => `${path} does not exist; check its name`,
  unreadable: (path: string) => `${path} cannot be read; check its permissions`,
  notAFile: (path: string) => `${path} is not a file; name a .csv or .xlsx file`,
  empty: (name: string) => `${name} is empty; ${tableOf}`,
  tooLarge: (name: string, megabytes: number) =>
    `${name} is larger than ${megabytes} MB; split it into several files`,

  isWorkbook: (name: string) => `${name} is a workbook; give it a name that ends in .xlsx`,
  oldWorkbook: (name: string) =>
    `${name} is a workbook of Excel's old kind; save it as .xlsx or as CSV (UTF-8)`,
  webPage: (name: string) =>
    `${name} is a web page, not a csv; open it in Excel or Sheets and save it as CSV (UTF-8)`,
  notATable: (name: string) => `${name} is not a table of text; ${saveAsCsv}`,
  notInEncoding: (name: string, encoding: string) => `${name} is not in ${encoding}; ${saveAsCsv}`,
  notUtf8: (name: string, word: string, line: number) =>
    `${name} is not in UTF-8; ${saveAsCsv}, or, if "${word}" in line ${line} reads right, add --encoding windows-1252`,
  unknownEncoding: (encoding: string) =>
    `--encoding ${encoding} is not known; write utf-8, utf-16le or windows-1252`,
  brokenCell: (name: string, line: number, fault: BrokenRecord["fault"], mostCharacters: number) =>
    `${name} line ${line} ${brokenCells[fault](mostCharacters)}`,
  splitOtherwise: (name: string, line: number) =>
    `${name} line ${line} has another sign between its cells than the headers; use the same one in all lines`,
  swallowed: (name: string, line: number) =>
    `${name} line ${line} begins a quoted cell that takes in the rows below it; close its quote on the same line`,
  tooManyRows: (name: string, most: number) =>
    `${name} has more than ${number(most)} rows; split it into several files`,
  tooManyColumns: (name: string, most: number, row: number) =>
    `${name} has more than ${number(most)} columns in row ${number(row)}; split it into several files`,
  tooManyCells: (name: string, most: number) =>
    `${name} has more than ${number(most)} cells; split it into several files`,
  wideRows: (name: string, rowNumbers: readonly number[]) => {
    const more = rowNumbers.length > rowsNamed ? ` and ${rowNumbers.length - rowsNamed} more` : "";
    const [rows, have] = rowNumbers.length === 1 ? ["row", "has"] : ["rows", "have"];
    return (
      `${name}: ${rows} ${rowNumbers.slice(0, rowsNamed).join(", ")}${more} ${have} more cells than headers, so what stands under Quantity may belong elsewhere and reads #ERROR!; ` +
      "put quotes around cells that hold the delimiter"
    );
  },

  password: (name: string) =>
    `${name} has a password or is of Excel's old kind; save it without one as .xlsx`,
  damagedWorkbook: (name: string) =>
    `${name} is damaged or no Excel workbook; open it in Excel or Sheets and save it anew`,
  noCells: (name: string) => `${name} has no sheet with cells; ${tableOf}`,
  tooManyParts: (name: string, part: keyof typeof parts, most: number) =>
    `${name} holds more than ${number(most)} ${parts[part]}; ${newWorkbook}`,
  tooManyElements: (name: string, element: string, most: number) =>
    `${name} holds more than ${number(most)} elements in ${element}; ${newWorkbook}`,
  tooDense: (name: string, times: number) =>
    `${name} unpacks to more than ${times} times its size; ${newWorkbook}`,
  cellsFarBelow: (name: string, row: number, last: number) =>
    `${name} has cells in row ${number(row)}, beyond row ${number(last)}; delete the rows below the orders`,

  noVisibleSheet: (name: string) => `${name} shows no sheet; unhide the one with the orders`,
  noSuchSheet: (name: string, sheetName: string, sheets: string) =>
    `${name} has no sheet "${sheetName}"; it has ${sheets}`,
  hiddenSheet: (name: string, sheetName: string) =>
    `The sheet "${sheetName}" of ${name} is hidden; unhide it, or name another one`,
  /** `only`: the name of the only other sheet with headers; null for several. */
  otherSheets: (name: string, shown: string, sheets: string, only: string | null) =>
    `The sheet "${shown}" that opens with ${name} has no headers of orders; ${sheets} ${only === null ? "have" : "has"} them: ` +
    `add --sheet "${only ?? "NAME"}", or open the file there and save it`,

  stateDamaged: (state: string) =>
    `${state} beside the file is damaged or from a newer version; it holds what was under way. Put its backup there, or update this program`,
  lockUnreadable: (lock: string, name: string) =>
    `${lock} cannot be read; if no other command works on ${name}, add --force`,
  /** `host`: the name of the other computer; null for this one. `since`: in UTC. */
  locked: (name: string, process: number, since: string, host: string | null) => {
    const who = `Another command works on ${name} (process ${process}, since ${since} UTC`;
    return host === null
      ? `${who}); wait until it has ended`
      : `${who}, on the computer ${host}); wait until it has ended, or, if it was broken off there, add --force`;
  },
  notSaved: (path: string, code: string) =>
    `${path} can no longer be saved (${code}), so the run was broken off; make room or free the file, and go on with it`,
};

/** What is said of files, in any language: a language that lacks a sentence does not compile. */
export type FileWords = typeof english;

/** Parts of a workbook of which there may be too many. */
export type CountedPart = keyof typeof parts;
