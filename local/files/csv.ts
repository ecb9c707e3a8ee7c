import { cellWith, type KeptCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import { Spreadsheet } from "../runtime/model/spreadsheet";
import {
  type BrokenRecord,
  type Delimiter,
  guessDelimiter,
  isSplitOtherwise,
  lineNumberAt,
  readRecord,
  withoutLineQuotes,
} from "./csv-records";
import { unescapeCsvText } from "./csv-text";
import { CsvWriter } from "./csv-writer";
import { fileLimits, localSpreadsheetId, type OpenedFile, UnusableFile } from "./opened-file";
import { swallowsRows } from "./swallowed-rows";
import { decodeText } from "./text-encoding";
import { CsvHeader } from "./wide-rows";
import type { Saying } from "./words/file-words";

/** As Sheets makes a new sheet. */
const newSheetRows = 1000;
const newSheetColumns = 26;
/** Different texts that are shared; a sheet repeats its cities, not its phone numbers. */
const sharedTexts = 20_000;

/** How Excel is told a csv's delimiter: a line above the table that is no row of it. */
const delimiterLine = /^"?sep=(.)"?(?:\r\n|\r|\n)/i;

/** A csv taken apart: the text of its table, and where each record begins. */
export interface CsvTable {
  /** What stands before the table: the line with the delimiter, if there is one. */
  readonly preamble: string;
  readonly body: string;
  readonly delimiter: Delimiter;
  /** Where each record begins in `body`, and the end of the last one. */
  readonly places: readonly number[];
  /** Cells that were filled when the file was opened and have to be written: column index by row index. */
  readonly marks: ReadonlyMap<number, number>;
}

/** The table, what its cells mean, and what the user should know of it. */
interface ReadCsv {
  readonly table: CsvTable;
  readonly rows: readonly (readonly KeptCell[])[];
  readonly warnings: readonly Saying[];
}

/**
 * Opens a csv: each record, blank ones included, is a row of the only sheet; each cell is text as it is meant, so nothing is
 * taken for a number or a date. Encoding it again gives the same bytes, but for the cells that were changed since.
 * `name` is the file's name without its folder; `encoding` null finds out by itself.
 * @throws UnusableFile
 */
export function openCsv(bytes: Buffer, name: string, encoding: string | null = null): OpenedFile {
  refuseOtherKinds(bytes, name);
  const decoded = decodeText(bytes, name, encoding);
  const { table, rows, warnings } = readTable(decoded.text, name);
  const spreadsheet = new Spreadsheet({ id: localSpreadsheetId, name });
  const sheet = spreadsheet.addSheet("Sheet1", {
    maxRows: Math.max(newSheetRows, rows.length),
    maxColumns: rows.reduce((most, cells) => Math.max(most, cells.length), newSheetColumns),
    textFormat: "@",
  });
  rows.forEach((cells, rowIndex) => {
    sheet.setRow(rowIndex + 1, cells);
  });
  const writer = new CsvWriter(sheet, table);
  return {
    spreadsheet,
    warnings,
    encode: () => decoded.encode(writer.write((cell) => displayValue(cell, spreadsheet.locale))),
  };
}

/** A file of another kind that was given this name: its bytes would be told to be in an unknown encoding. */
function refuseOtherKinds(bytes: Buffer, name: string): void {
  const start = bytes.subarray(0, 200).toString("latin1");
  if (start.startsWith("PK\x03\x04")) throw new UnusableFile((words) => words.isWorkbook(name));
  if (start.startsWith("\xd0\xcf\x11\xe0")) {
    throw new UnusableFile((words) => words.oldWorkbook(name));
  }
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)/i.test(start)) {
    throw new UnusableFile((words) => words.webPage(name));
  }
}

function readTable(text: string, name: string): ReadCsv {
  const sep = delimiterLine.exec(text);
  const preamble = sep?.[0] ?? "";
  const saved = text.slice(preamble.length);
  const body = withoutLineQuotes(saved) ?? saved;
  const delimiter = sep?.[1] ?? guessDelimiter(body);
  const lineOf = (position: number) => lineNumberAt(text, position + preamble.length);
  const places: number[] = [];
  const rows: KeptCell[][] = [];
  const textCell = cellMaker();
  let cellCount = 0;
  let isEmpty = true;
  for (let position = 0; position < body.length; ) {
    const record = readRecord(body, position, delimiter);
    if ("fault" in record) throw brokenCell(record, name, lineOf);
    const { fields } = record;
    cellCount += fields.length;
    refuseBeyondLimits(name, rows.length + 1, fields.length, cellCount);
    places.push(position);
    rows.push(fields.map((field) => textCell(unescapeCsvText(field.text))));
    isEmpty &&= fields.every((field) => field.text.trim() === "");
    position = record.end;
  }
  if (isEmpty) throw new UnusableFile((words) => words.empty(name));
  places.push(body.length);
  const header = new CsvHeader((rowIndex) => textsOf(rows[rowIndex] ?? []), rows.length);
  for (let index = header.rowIndex + 1; index < rows.length; index++) {
    if (isSplitOtherwise(textsOf(rows[index] ?? []), header.texts.length, delimiter))
      throw new UnusableFile((words) => words.splitOtherwise(name, lineOf(places[index] ?? 0)));
  }
  refuseSwallowed(name, { preamble, body, delimiter, places }, header, lineOf);
  const tooWide = header.tooWide(rows.map(textsOf));
  const marks = new Map<number, number>();
  const markColumn = header.texts.length;
  for (const index of tooWide) {
    const opened = rows[index] ?? [];
    rows[index] = header.guarded(opened);
    if (rows[index]?.[markColumn] !== opened[markColumn]) marks.set(index, markColumn);
  }
  const wide = tooWide.map((index) => index + 1);
  const warnings: Saying[] = wide.length === 0 ? [] : [(words) => words.wideRows(name, wide)];
  return { table: { preamble, body, delimiter, places, marks }, rows, warnings };
}

/** A quoted cell over several lines is rare: only records with one are read a second time. */
function refuseSwallowed(
  name: string,
  { body, delimiter, places }: Omit<CsvTable, "marks">,
  header: CsvHeader,
  lineOf: (position: number) => number,
): void {
  for (let index = header.rowIndex + 1; index < places.length - 1; index++) {
    const [start = 0, end = 0] = places.slice(index, index + 2);
    if (!/[\r\n]./s.test(body.slice(start, end).trimEnd())) continue;
    const swallowing = swallowsRows(body, start, delimiter, header.texts.length);
    if (swallowing !== null) throw new UnusableFile((words) => words.swallowed(name, lineOf(swallowing)));
  }
}

function refuseBeyondLimits(name: string, rows: number, columns: number, cells: number): void {
  const { maxRows, maxColumns, maxCells } = fileLimits;
  if (rows > maxRows) throw new UnusableFile((words) => words.tooManyRows(name, maxRows));
  if (columns > maxColumns) throw new UnusableFile((words) => words.tooManyColumns(name, maxColumns, rows));
  if (cells > maxCells) throw new UnusableFile((words) => words.tooManyCells(name, maxCells));
}

function textsOf(cells: readonly KeptCell[]): string[] {
  return cells.map((cell) => (typeof cell === "string" ? cell : ""));
}

/** Makes cells of plain text; equal texts are one while they are remembered. */
function cellMaker(): (text: string) => KeptCell {
  const empty = cellWith(null, { numberFormat: "@" });
  const known = new Map<string, string>();
  return (text) => {
    if (text === "") return empty;
    const shared = known.get(text);
    if (shared !== undefined) return shared;
    if (known.size < sharedTexts) known.set(text, text);
    return text;
  };
}

function brokenCell(
  { fault, position }: BrokenRecord,
  name: string,
  lineOf: (position: number) => number,
): UnusableFile {
  const line = lineOf(position);
  return new UnusableFile((words) => words.brokenCell(name, line, fault, fileLimits.maxCellCharacters));
}
