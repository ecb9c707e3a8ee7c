import { type Box, boxHolds } from "../runtime/model/a1";
import { type Cell, untouchedCell } from "../runtime/model/cell";
import { displayValue, showsDate } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";
import { type ConditionalFormat, constantTruth } from "../runtime/model/sheet-rules";
import type { CellView, RowView } from "./page-event";

/** One row of a sheet as the page shows it. */
export function rowView(sheet: Sheet, rowNumber: number, locale: string): RowView {
  const formats = sheet.properties.conditionalFormats;
  const cells = Array.from(sheet.rowCells(rowNumber), (cell, columnIndex) =>
    cell === undefined ? null : cellView(cell, locale, formatsAt(formats, rowNumber, columnIndex + 1)),
  );
  return [rowNumber, cells];
}

function cellView(cell: Cell, locale: string, formats: ConditionalFormat[]): CellView | null {
  const text = displayValue(cell, locale);
  const applied = formats.find((format) => meets(text, format));
  const view: CellView = {};
  const entry = entryOf(cell, text);
  if (text !== "") view.text = text;
  if (entry !== text) view.entry = entry;
  if (cell.note !== "") view.note = cell.note;
  const background = applied?.background ?? cell.background;
  if (background !== untouchedCell.background) view.background = background;
  const color = applied?.fontColor ?? cell.fontColor;
  if (color !== untouchedCell.fontColor) view.color = color;
  if (applied?.bold ?? cell.fontWeight === "bold") view.bold = true;
  if (typeof cell.value === "number") view.align = "right";
  if (typeof cell.value === "boolean") view.align = "center";
  return Object.keys(view).length === 0 ? null : view;
}

/** What a person edits: the formula, the number without its format, or the text. */
function entryOf(cell: Cell, text: string): string {
  if (cell.formula !== null) return cell.formula;
  return typeof cell.value === "number" && !showsDate(cell.numberFormat) ? String(cell.value) : text;
}

function formatsAt(formats: readonly ConditionalFormat[], row: number, column: number): ConditionalFormat[] {
  return formats.filter(({ boxes }) => boxes.some((box: Box) => boxHolds(box, row, column)));
}

function meets(text: string, format: ConditionalFormat): boolean {
  if (format.criteria === "CUSTOM_FORMULA") return constantTruth(format.text) === true;
  const [shown, wanted] = [text.toLowerCase(), format.text.toLowerCase()];
  return format.criteria === "TEXT_EQUAL_TO" ? shown === wanted : shown.startsWith(wanted);
}
