import { type Cell, untouchedCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";
import { Spreadsheet } from "../runtime/model/spreadsheet";
import { cellOf } from "../runtime/model/user-acts";
import { type CsvRecord, type Delimiter, encodeField, guessDelimiter, splitCsv } from "./csv-records";
import { localSpreadsheetId, mostRows, type OpenedFile, UnusableFile } from "./opened-file";

const byteOrderMark = "\uFEFF";
/** As Sheets makes a new sheet. */
const newSheetRows = 1000;
const newSheetColumns = 26;

/**
 * Opens a csv: each record, blank ones included, is a row of the only sheet; each cell is text exactly as written, so
 * nothing is taken for a number or a date. Encoding it again gives the same bytes, but for the cells that were changed since.
 * Throws `UnusableFile`. `name` is the file's name without its folder.
 */
export function openCsv(bytes: Buffer, name: string): OpenedFile {
  const text = decode(bytes, name);
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  const body = text.slice(mark.length);
  const delimiter = guessDelimiter(body);
  const split = splitCsv(body, delimiter);
  if (!split.ok) {
    throw new UnusableFile(
      `${name} line ${split.lineNumber} begins a quoted cell that never ends; close its quote`,
    );
  }
  const { records } = split;
  if (records.every(({ fields }) => fields.every((field) => field.text.trim() === ""))) {
    throw new UnusableFile(`${name} is empty; it needs a header row and orders below it`);
  }
  if (records.length > mostRows) {
    throw new UnusableFile(
      `${name} has ${records.length} rows, more than ${mostRows}; split it into several files`,
    );
  }
  const spreadsheet = new Spreadsheet({ id: localSpreadsheetId, name });
  const sheet = fillSheet(spreadsheet, records);
  const writer = new CsvWriter(sheet, records, delimiter);
  return {
    spreadsheet,
    encode: () => Buffer.from(mark + writer.write((cell) => displayValue(cell, spreadsheet.locale))),
  };
}

function decode(bytes: Buffer, name: string): string {
  if (bytes.includes(0)) {
    throw new UnusableFile(`${name} is not a table of text; save the sheet as CSV (UTF-8)`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnusableFile(`${name} is not in UTF-8; save the sheet as CSV (UTF-8)`);
  }
}

function fillSheet(spreadsheet: Spreadsheet, records: readonly CsvRecord[]): Sheet {
  const columns = records.reduce((most, { fields }) => Math.max(most, fields.length), newSheetColumns);
  const sheet = spreadsheet.addSheet("Sheet1", {
    maxRows: Math.max(newSheetRows, records.length),
    maxColumns: columns,
  });
  records.forEach(({ fields }, rowIndex) => {
    sheet.setRow(
      rowIndex + 1,
      fields.map(({ text }) => cellOf(text === "" ? null : text, "@")),
    );
  });
  return sheet;
}

/**
 * What the add-on wrote, so that no spreadsheet program takes it for a formula when it opens the csv: a csv has no other way to
 * say that a cell is text.
 */
function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Writes the sheet back into its records; a record none of whose cells was replaced is kept to the byte. */
class CsvWriter {
  private readonly sheet: Sheet;
  private readonly records: readonly CsvRecord[];
  private readonly delimiter: Delimiter;
  /** The line end that most rows have, for rows without one of their own. */
  private readonly usualLineEnd: string;
  private readonly opened: readonly (readonly (Cell | undefined)[])[];

  constructor(sheet: Sheet, records: readonly CsvRecord[], delimiter: Delimiter) {
    this.sheet = sheet;
    this.records = records;
    this.delimiter = delimiter;
    this.usualLineEnd = records[0]?.lineEnd || "\n";
    this.opened = records.map((_, rowIndex) => [...sheet.rowCells(rowIndex + 1)]);
  }

  write(show: (cell: Cell) => string): string {
    const rows = this.rowCount();
    const parts: string[] = [];
    for (let rowIndex = 0; rowIndex < rows; rowIndex++) {
      const last = rowIndex === rows - 1;
      parts.push(
        this.row(rowIndex, show),
        this.records[rowIndex]?.lineEnd || (last ? "" : this.usualLineEnd),
      );
    }
    return parts.join("");
  }

  /** As many rows as there were records, or more or fewer where rows came or were deleted. */
  private rowCount(): number {
    const touched = this.sheet.lastTouchedRow();
    return touched < this.records.length ? touched : Math.max(this.records.length, this.sheet.lastRow());
  }

  private row(rowIndex: number, show: (cell: Cell) => string): string {
    const fields = this.records[rowIndex]?.fields ?? [];
    const opened = this.opened[rowIndex] ?? [];
    const cells = this.sheet.rowCells(rowIndex + 1);
    const written: string[] = fields.map(({ raw }) => raw);
    for (let index = 0; index < Math.max(cells.length, opened.length); index++) {
      const cell = cells[index] ?? untouchedCell;
      if (cell === opened[index]) continue;
      const text = show(cell);
      if (text === (fields[index]?.text ?? "")) continue;
      while (written.length < index) written.push("");
      written[index] = encodeField(asText(text), this.delimiter);
    }
    // A row that has grown is as wide as its header, for readers that count the fields.
    if (written.length > fields.length) while (written.length < this.width()) written.push("");
    return written.join(this.delimiter);
  }

  /** The columns down to the last one with a header. */
  private width(): number {
    return this.sheet
      .rowCells(1)
      .reduce((last, cell, index) => (cell && cell.value !== null ? index + 1 : last), 0);
  }
}
