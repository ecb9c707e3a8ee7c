import { cellWrite, requireInside, requireUntyped } from "../cell-write";
import { ServiceFault } from "../faults";
import { boxesMeet, boxName } from "../model/a1";
import {
  type Cell,
  hasContent,
  isCellError,
  type KeptCell,
  untouchedCell,
  withoutContent,
} from "../model/cell";
import { displayValue, showsDate } from "../model/display";
import { epochFromSerial } from "../model/serial-date";
import type { Sheet } from "../model/sheet";
import { patternAsRead } from "../model/sheets-format";
import { take } from "./arguments";
import { backgroundOf, fontColorOf, fontWeightOf, noteOf, patternOf } from "./cell-looks";
import { DataValidation } from "./data-validation";
import { rangeCalls } from "./range-calls";
import { RangePosition } from "./range-position";
import { mergeWrite, validationWrite } from "./range-rules";
import { cellAfterWriting } from "./written-value";

/** Gives a cell's successor. */
type Change = (cell: Cell) => Cell;
/** Gives the change for one value that the script wrote. */
type Writer = (value: unknown, where: string) => Change;

/** A range: a position on a sheet, not the cells that stood there when it was made. */
export class Range extends RangePosition {
  readonly service = "Range";
  readonly calls = rangeCalls;

  getCell(...args: unknown[]): Range {
    const [row, column] = take("SpreadsheetApp.Range.getCell", args, ["number", "number"]);
    if (row < 1 || column < 1 || row > this.box.rows || column > this.box.columns) {
      throw new ServiceFault("Cell reference out of range");
    }
    const box = { row: this.box.row + row - 1, column: this.box.column + column - 1, rows: 1, columns: 1 };
    return new Range(this.execution, this.sheet, box);
  }

  /** Numbers, booleans, Dates (numbers under a date format), texts, "" for empty; errors as their bare text (reported). */
  getValues(): unknown[][] {
    const { timeZone } = this.execution.options.spreadsheet;
    return this.kept((cell) => valueSeen(cell, timeZone));
  }
  getValue(): unknown {
    return this.first(this.getValues());
  }
  getDisplayValues(): string[][] {
    const { locale } = this.execution.options.spreadsheet;
    return this.kept((cell) => displayValue(cell, locale));
  }
  getDisplayValue(): string | undefined {
    return this.first(this.getDisplayValues());
  }
  getFormulas(): string[][] {
    return this.cells((cell) => cell.formula ?? "");
  }
  getNumberFormats(): string[][] {
    return this.cells((cell) => patternAsRead(cell.numberFormat));
  }
  getNumberFormat(): string | undefined {
    return this.first(this.getNumberFormats());
  }
  getBackgrounds(): string[][] {
    return this.cells((cell) => cell.background);
  }
  getNotes(): string[][] {
    return this.cells((cell) => cell.note);
  }
  getNote(): string | undefined {
    return this.first(this.getNotes());
  }
  isBlank(): boolean {
    return this.cells((cell) => hasContent(cell)).every((row) => row.every((filled) => !filled));
  }

  setValues(...args: unknown[]): this {
    return this.writeAll("setValues", args, this.written);
  }
  setValue(...args: unknown[]): this {
    return this.writeSame("setValue", args, this.written);
  }
  setNumberFormats(...args: unknown[]): this {
    this.requireFormattable();
    return this.writeAll("setNumberFormats", args, this.pattern, true);
  }
  setNumberFormat(...args: unknown[]): this {
    this.requireFormattable();
    return this.writeSame("setNumberFormat", args, this.pattern, true);
  }
  setBackgrounds(...args: unknown[]): this {
    return this.writeAll("setBackgrounds", args, backgroundOf);
  }
  setBackground(...args: unknown[]): this {
    return this.writeSame("setBackground", args, backgroundOf);
  }
  setFontColor(...args: unknown[]): this {
    return this.writeSame("setFontColor", args, fontColorOf);
  }
  setFontWeights(...args: unknown[]): this {
    return this.writeAll("setFontWeights", args, fontWeightOf);
  }
  setFontWeight(...args: unknown[]): this {
    return this.writeSame("setFontWeight", args, fontWeightOf);
  }
  setNotes(...args: unknown[]): this {
    return this.writeAll("setNotes", args, noteOf);
  }
  setNote(...args: unknown[]): this {
    return this.writeSame("setNote", args, noteOf);
  }

  setWrap(...args: unknown[]): this {
    const [wrap] = take("SpreadsheetApp.Range.setWrap", args, ["boolean"]);
    return this.write(() => (cell) => ({ ...cell, wrap }));
  }

  clearContent(): this {
    return this.write(() => withoutContent);
  }

  /** Makes one cell of them, which keeps the first one's content (Apps Script documentation, Range.merge). */
  merge(): this {
    this.execution.buffer.add(mergeWrite(this.sheet.sheetId, this.box));
    return this;
  }

  /** A rule for all of its cells, or null for none. */
  setDataValidation(...args: unknown[]): this {
    const [rule] = args;
    const given = rule instanceof DataValidation ? rule : null;
    this.execution.buffer.add(validationWrite(this.sheet.sheetId, this.box, given));
    return this;
  }

  /** False if a protection keeps the user from editing any of its cells. */
  canEdit(): boolean {
    return !this.read().properties.protections.some((protection) => boxesMeet(protection.box, this.box));
  }

  /** The merged cells that lie in it or meet it, each whole. */
  getMergedRanges(): Range[] {
    return this.read()
      .properties.mergedRanges.filter((merged) => boxesMeet(merged, this.box))
      .map((merged) => new Range(this.execution, this.sheet, merged));
  }

  /** Selects this range alone, on its sheet. */
  activate(): this {
    this.execution.read();
    const { spreadsheet } = this.execution.options;
    spreadsheet.activate(this.sheet.model());
    spreadsheet.selection = [boxName(this.box)];
    spreadsheet.changed("script");
    return this;
  }

  private readonly pattern: Writer = (value, where) =>
    patternOf(value, where, this.execution.options.spreadsheet.locale);

  private readonly written: Writer = (value, where) => cellAfterWriting(this.execution, where, value);

  private read(): Sheet {
    const sheet = this.execution.readSheet(this.sheet.sheetId);
    requireInside(sheet, this.box);
    return sheet;
  }

  private cells<T>(look: (cell: Cell) => T): T[][] {
    return this.kept((cell, sheet) => look(sheet.whole(cell)));
  }

  private kept<T>(look: (cell: KeptCell, sheet: Sheet) => T): T[][] {
    const sheet = this.read();
    const { row, column, rows, columns } = this.box;
    // Loops, since a long sheet is read several times a step.
    const seen: T[][] = [];
    for (let rowNumber = row; rowNumber < row + rows; rowNumber++) {
      const cells = sheet.keptRow(rowNumber);
      const line = new Array<T>(columns);
      for (let index = 0; index < columns; index++)
        line[index] = look(cells[column - 1 + index] ?? untouchedCell, sheet);
      seen.push(line);
    }
    return seen;
  }

  private first<T>(values: T[][]): T | undefined {
    return values[0]?.[0];
  }

  private writeSame(method: string, args: readonly unknown[], writer: Writer, isFormat = false): this {
    const [value] = take(`SpreadsheetApp.Range.${method}`, args, ["any"]);
    const change = shared(writer(value, `Range.${method}`));
    return this.write(() => change, isFormat);
  }

  /** Throws for cells that take no number format, if typed columns refuse it at the call. */
  private requireFormattable(): void {
    if (this.execution.options.unknowns?.typedColumnsRefuse === "atFlush") return;
    const sheet = this.execution.options.spreadsheet.sheetById(this.sheet.sheetId);
    if (sheet !== null && sheet.properties.tables.length > 0) requireUntyped(this.read(), this.box);
  }

  private writeAll(method: string, args: readonly unknown[], writer: Writer, isFormat = false): this {
    const [values] = take(`SpreadsheetApp.Range.${method}`, args, ["array"]);
    this.requireShape(values);
    const texts = new Map<string, Change>();
    const changeTo = (value: unknown): Change => {
      if (typeof value !== "string") return writer(value, `Range.${method}`);
      const known = texts.get(value);
      if (known !== undefined) return known;
      const change = shared(writer(value, `Range.${method}`));
      texts.set(value, change);
      return change;
    };
    const changes = values.map((row) => (Array.isArray(row) ? row.map(changeTo) : []));
    return this.write((rowIndex, columnIndex) => changes[rowIndex]?.[columnIndex], isFormat);
  }

  /** The texts are reported. */
  private requireShape(values: unknown[]): void {
    const { rows, columns } = this.box;
    if (values.length !== rows) {
      throw new ServiceFault(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rows}.`,
      );
    }
    const wrong = values.find((row) => Array.isArray(row) && row.length !== columns);
    if (!Array.isArray(wrong)) return;
    throw new ServiceFault(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${columns}.`,
    );
  }

  private write(
    changeAt: (rowIndex: number, columnIndex: number) => Change | undefined,
    isFormat = false,
  ): this {
    const underMerge = this.execution.options.unknowns?.writesUnderMerge ?? "dropped";
    this.execution.buffer.add(
      cellWrite(
        this.sheet.sheetId,
        this.box,
        (cell, rowIndex, columnIndex) => changeAt(rowIndex, columnIndex)?.(cell) ?? cell,
        { underMerge, isFormat },
      ),
    );
    return this;
  }
}

/** The change, with one cell for all that follow from the same one: a column of a long sheet gets the same few texts. */
function shared(change: Change): Change {
  let from: Cell | null = null;
  let to: Cell | null = null;
  return (cell) => {
    if (cell !== from || to === null) [from, to] = [cell, change(cell)];
    return to;
  };
}

function valueSeen(cell: KeptCell, timeZone: string): unknown {
  if (typeof cell === "string") return cell;
  const { value, numberFormat } = cell;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "number" && showsDate(numberFormat)) return new Date(epochFromSerial(value, timeZone));
  return value;
}
