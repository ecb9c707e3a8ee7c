import { type KeptCell, untouchedCell } from "../runtime/model/cell";
import type { Sheet, SheetSnapshot } from "../runtime/model/sheet";
import type { CsvTable } from "./csv";
import { type CsvField, encodeField, readRecord } from "./csv-records";
import { escapeCsvText, unescapeCsvText } from "./csv-text";

/** Writes the sheet back into its records; a record none of whose cells was replaced is kept to the byte. */
export class CsvWriter {
  private readonly sheet: Sheet;
  private readonly table: CsvTable;
  /** The first row's line end, for rows without one of their own. */
  private readonly usualLineEnd: string;
  /** As opened. A snapshot shares its rows with the sheet, so this costs next to nothing. */
  private readonly opened: SheetSnapshot["rows"];

  constructor(sheet: Sheet, table: CsvTable) {
    this.sheet = sheet;
    this.table = table;
    this.usualLineEnd = this.record(0).lineEnd || "\n";
    this.opened = sheet.snapshot().rows;
  }

  /** The csv as the sheet is now; `show` gives what a cell shows. */
  write(show: (cell: KeptCell) => string): string {
    const rows = this.rowCount();
    const parts: string[] = [this.table.preamble];
    for (let rowIndex = 0; rowIndex < rows; rowIndex++) {
      const row = this.row(rowIndex, show);
      const needsEnd = rowIndex < rows - 1 && !/[\r\n]$/.test(row);
      parts.push(needsEnd ? row + this.usualLineEnd : row);
    }
    return parts.join("");
  }

  private get recordCount(): number {
    return this.table.places.length - 1;
  }

  /** As many rows as there were records, or more or fewer if rows came or were deleted. */
  private rowCount(): number {
    const touched = this.sheet.lastTouchedRow();
    return touched < this.recordCount ? touched : Math.max(this.recordCount, this.sheet.lastRow());
  }

  /** A row with its line end, if it has one. */
  private row(rowIndex: number, show: (cell: KeptCell) => string): string {
    const { body, places, delimiter, marks } = this.table;
    const opened = this.opened[rowIndex]?.cells ?? [];
    const cells = this.sheet.keptRow(rowIndex + 1);
    const [start = body.length, end = body.length] = places.slice(rowIndex, rowIndex + 2);
    const mark = marks.get(rowIndex);
    if (cells === opened && mark === undefined) return body.slice(start, end);
    const { fields, lineEnd } = this.record(start);
    const written: string[] = fields.map(({ raw }) => raw);
    for (let index = 0; index < Math.max(cells.length, opened.length); index++) {
      const cell = cells[index] ?? untouchedCell;
      if (cell === opened[index] && index !== mark) continue;
      const text = show(cell);
      if (text === unescapeCsvText(fields[index]?.text ?? "")) continue;
      while (written.length < index) written.push("");
      written[index] = encodeField(escapeCsvText(text), delimiter);
    }
    // A row that has grown is as wide as the table's first row, for readers that count the fields.
    if (written.length > fields.length) while (written.length < this.width()) written.push("");
    return written.join(delimiter) + lineEnd;
  }

  private record(start: number): { fields: readonly CsvField[]; lineEnd: string } {
    const { body, delimiter } = this.table;
    const record = start < body.length ? readRecord(body, start, delimiter) : null;
    return record === null || "fault" in record ? { fields: [], lineEnd: "" } : record;
  }

  /** The columns down to the last one with a header. */
  private width(): number {
    return this.sheet
      .rowCells(1)
      .reduce((last, cell, index) => (cell && cell.value !== null ? index + 1 : last), 0);
  }
}
