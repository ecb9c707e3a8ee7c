/** An error that a formula shows, such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: dates are serial numbers (days since 30 December 1899) with a date format; null is empty. */
export type CellValue = number | string | boolean | null | CellError;

/** One cell. Cells are never changed in place: a write puts another cell there, so snapshots can share them. */
export interface Cell {
  readonly value: CellValue;
  /** The formula's text with its `=`, or null. `value` is then what was last computed elsewhere. */
  readonly formula: string | null;
  /** A number-format pattern; `General` is Sheets' "Automatic", `@` plain text. */
  readonly numberFormat: string;
  readonly note: string;
  /** `#rrggbb` in lower case; `#ffffff` if nobody chose one. */
  readonly background: string;
  readonly fontColor: string;
  readonly fontWeight: "normal" | "bold";
  readonly wrap: boolean;
}

/** A cell as a sheet keeps it: one that is nothing but a text in the sheet's usual format is kept as that text. */
export type KeptCell = Cell | string;

/** The number format of a sheet's cells that are kept as bare texts. Both formats show a text as it is. */
export type TextFormat = "General" | "@";

/** A cell that nobody has touched. */
export const untouchedCell: Cell = Object.freeze({
  value: null,
  formula: null,
  numberFormat: "General",
  note: "",
  background: "#ffffff",
  fontColor: "#000000",
  fontWeight: "normal",
  wrap: false,
});

/** A cell that holds this, with the looks of an untouched one but for `looks`. One literal: a spread would take a third more memory. */
export function cellWith(
  value: CellValue,
  looks: Partial<Omit<Cell, "value" | "formula" | "note">> = untouchedCell,
  formula: string | null = null,
): Cell {
  const { numberFormat, background, fontColor, fontWeight, wrap } = untouchedCell;
  return {
    value,
    formula,
    numberFormat: looks.numberFormat ?? numberFormat,
    note: "",
    background: looks.background ?? background,
    fontColor: looks.fontColor ?? fontColor,
    fontWeight: looks.fontWeight ?? fontWeight,
    wrap: looks.wrap ?? wrap,
  };
}

/** The cell that a sheet has kept; an untouched one if it has none. */
export function wholeCell(kept: KeptCell | undefined, textFormat: TextFormat): Cell {
  return typeof kept === "string" ? cellWith(kept, { numberFormat: textFormat }) : (kept ?? untouchedCell);
}

/** The cell as a sheet keeps it. */
export function keptCell(cell: Cell, textFormat: TextFormat): KeptCell {
  const { value, formula, numberFormat, note, background, fontColor, fontWeight, wrap } = cell;
  const isBareText =
    typeof value === "string" &&
    numberFormat === textFormat &&
    formula === null &&
    note === "" &&
    background === untouchedCell.background &&
    fontColor === untouchedCell.fontColor &&
    fontWeight === untouchedCell.fontWeight &&
    wrap === untouchedCell.wrap;
  return isBareText ? value : cell;
}

/** True for an error value. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

/** True when the cell counts for the sheet's last row and column: a value or a formula, not mere formatting. */
export function hasContent(cell: KeptCell | undefined): boolean {
  return typeof cell === "string" || (cell !== undefined && (cell.value !== null || cell.formula !== null));
}

/** The cell without its value and formula; formats and the note stay, as Range.clearContent leaves them. */
export function withoutContent(cell: Cell): Cell {
  return { ...cell, value: null, formula: null };
}

/** Only the cell's looks, for a new row beside it. */
export function onlyFormat(cell: Cell): Cell {
  return { ...cell, value: null, formula: null, note: "" };
}
