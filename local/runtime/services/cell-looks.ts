import { NotImplemented } from "../faults";
import { type Cell, untouchedCell } from "../model/cell";
import { withNumberFormat } from "../model/display";
import { take } from "./arguments";

type Change = (cell: Cell) => Cell;

/** Range.setNumberFormat: a pattern. `locale` is the spreadsheet's. */
export function patternOf(value: unknown, where: string, locale: string): Change {
  const [pattern] = take(`SpreadsheetApp.${where}`, [value], ["string"]);
  return (cell) => withNumberFormat(cell, pattern, locale);
}

/** Range.setBackground: `#rrggbb`, or null for none. */
export function backgroundOf(value: unknown, where: string): Change {
  const background = colorOf(value, where) ?? untouchedCell.background;
  return (cell) => ({ ...cell, background });
}

/** Range.setFontColor: `#rrggbb`, or null for the usual one. */
export function fontColorOf(value: unknown, where: string): Change {
  const fontColor = colorOf(value, where) ?? untouchedCell.fontColor;
  return (cell) => ({ ...cell, fontColor });
}

/** Range.setFontWeight: `bold`, or `normal` or null. */
export function fontWeightOf(value: unknown, where: string): Change {
  const [weight] = take(`SpreadsheetApp.${where}`, [value], ["text"]);
  if (weight !== null && weight !== "bold" && weight !== "normal")
    throw new NotImplemented(`${where} of ${weight}`);
  return (cell) => ({ ...cell, fontWeight: weight ?? "normal" });
}

/** Range.setNote: a text, or null for none. */
export function noteOf(value: unknown, where: string): Change {
  const [note] = take(`SpreadsheetApp.${where}`, [value], ["text"]);
  return (cell) => ({ ...cell, note: note ?? "" });
}

/** A colour in lower case. Names of colours are not imitated. */
export function colorOf(value: unknown, where: string): string | null {
  const [color] = take(`SpreadsheetApp.${where}`, [value], ["text"]);
  if (color === null) return null;
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new NotImplemented(`${where} of ${color}`);
  return color.toLowerCase();
}
