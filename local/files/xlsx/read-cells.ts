import type { Cell as FileCell, Style, Worksheet } from "@cj-tech-master/excelts";
import { type Cell, type CellValue, untouchedCell } from "../../runtime/model/cell";
import type { Sheet } from "../../runtime/model/sheet";
import { notComputed } from "../../runtime/model/typed-entry";
import { fileLimits, UnusableFile } from "../opened-file";
import { isUntouched } from "./cell-xml";
import type { Looks } from "./style-table";
import { hexOf } from "./theme-colors";
import { unescapeCellText } from "./xml";

const dayMs = 86_400_000;
/** The serial number of 1 January 1970. */
const unixEpochSerial = 25_569;

/** What surrounds the cells of a workbook. */
export interface ReadContext {
  readonly theme: readonly string[];
  /** The cells, such as `B2`, whose text stands in the cell itself and has characters written as `_xHHHH_`. */
  readonly codedCells: ReadonlySet<string>;
  /** The file's name, for messages. */
  readonly fileName: string;
}

/** Fills a sheet of the model with the cells of `worksheet`: values, formulas with their last results, looks, notes. */
export function readCells(worksheet: Worksheet, sheet: Sheet, context: ReadContext): void {
  const looksOf = looksReader(context.theme);
  worksheet.eachRow({ includeEmpty: true }, (row, rowNumber) => {
    const cells: (Cell | undefined)[] = [];
    row.eachCell({ includeEmpty: true }, (fileCell, column) => {
      const cell: Cell = {
        ...untouchedCell,
        ...looksOf(fileCell),
        ...contentOf(fileCell, context),
        note: noteOf(fileCell),
      };
      if (!isUntouched(cell) || cell.note !== "") cells[column - 1] = cell;
    });
    if (cells.length === 0) return;
    if (rowNumber > fileLimits.maxRows) {
      throw new UnusableFile(
        `${context.fileName} has cells in row ${rowNumber}, beyond row ${fileLimits.maxRows}; delete the rows below the orders`,
      );
    }
    sheet.growTo(rowNumber, cells.length);
    sheet.setRow(rowNumber, cells);
  });
}

function contentOf(fileCell: FileCell, { codedCells }: ReadContext): Pick<Cell, "value" | "formula"> {
  // Every cell of a merged range gives the value of its first one, which alone holds it.
  if (fileCell.isMerged && fileCell.master !== fileCell) return { value: null, formula: null };
  const { formula } = fileCell;
  if (formula === undefined) {
    const value = plainValue(fileCell.value, fileCell);
    // excelts reads these codes in a workbook's shared texts, and not in the cells' own.
    const isCoded = typeof value === "string" && codedCells.has(fileCell.address);
    return { value: isCoded ? unescapeCellText(value) : value, formula: null };
  }
  const { result } = fileCell;
  return { value: result === undefined ? notComputed : plainValue(result, fileCell), formula: `=${formula}` };
}

function plainValue(value: unknown, fileCell: FileCell): CellValue {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.getTime() / dayMs + unixEpochSerial;
  if (typeof value === "object" && "error" in value) return { error: String(value.error) };
  return fileCell.text === "" ? null : fileCell.text;
}

function noteOf(fileCell: FileCell): string {
  const { note } = fileCell;
  if (note === undefined || typeof note === "string") return note ?? "";
  return (note.texts ?? []).map(({ text }) => text).join("");
}

/** Reads the looks of cells; those of one style of the file share their answer. */
function looksReader(theme: readonly string[]): (fileCell: FileCell) => Looks {
  const known = new WeakMap<object, Looks>();
  return (fileCell) => {
    const { style } = fileCell;
    const answer = known.get(style);
    if (answer !== undefined) return answer;
    const looks = looksOf(style, theme);
    known.set(style, looks);
    return looks;
  };
}

function looksOf(style: Partial<Style>, theme: readonly string[]): Looks {
  const { numFmt, fill, font, alignment } = style;
  const pattern = typeof numFmt === "object" ? numFmt.formatCode : numFmt;
  const isSolid = fill?.type === "pattern" && fill.pattern === "solid";
  return {
    numberFormat: pattern ?? untouchedCell.numberFormat,
    background: (isSolid ? hexOf(fill.fgColor, theme) : null) ?? untouchedCell.background,
    fontColor: hexOf(font?.color, theme) ?? untouchedCell.fontColor,
    fontWeight: font?.bold === true ? "bold" : "normal",
    wrap: alignment?.wrapText === true,
  };
}
