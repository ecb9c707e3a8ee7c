import { parseValue } from "numfmt";
import type { Cell, CellValue } from "./cell";
import { languageTag } from "./locale";
import { serialInYear } from "./serial-date";
import { patternOfTyped } from "./sheets-format";

/** What surrounds a typed text and changes its meaning. */
export interface EntryContext {
  /** The spreadsheet's locale, as in `en_US`. */
  locale: string;
  /** The year that a date typed without one falls into. */
  year: number;
}

/** Formulas are kept, not computed; this stands in their cell, so that no made-up number can be taken for a result. */
export const notComputed: CellValue = Object.freeze({ error: "#NAME?" });

/** What a formula shows that cannot be read. */
const unreadable: CellValue = Object.freeze({ error: "#ERROR!" });

const errorTexts = new Set(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#ERROR!"]);
/** numfmt's ids for a day and month without a year, and a month and year. */
const dayWithoutYear = 16;

/**
 * The cell after somebody typed `text` into it (or a script wrote it: Apps Script documentation, Range.setValues, and
 * published reports: strings are parsed as if typed). In a cell formatted `@` the text stays as it is; a leading apostrophe
 * makes text; `=` begins a formula; what reads as a number, date, percentage, currency or boolean becomes one, and a cell
 * formatted `General` takes the format it was typed in. What begins with a plus or minus and is no number is read as a
 * formula, so `+62 812-5550-0101` becomes `#ERROR!` (reported for the plus: pygsheets PR 373; assumed for the minus).
 */
export function cellAfterTyping(cell: Cell, text: string, context: EntryContext): Cell {
  if (text === "") return { ...cell, value: null, formula: null };
  if (cell.numberFormat === "@") return { ...cell, value: text, formula: null };
  if (text.startsWith("'")) return { ...cell, value: text.slice(1), formula: null };
  if (text.startsWith("=") && text.length > 1) return { ...cell, value: notComputed, formula: text };
  if (errorTexts.has(text)) return { ...cell, value: { error: text }, formula: null };
  const parsed = parseValue(text, { locale: languageTag(context.locale) });
  if (parsed === null || parsed === undefined || !isStorable(parsed.value)) {
    if (/^[+-]./s.test(text)) return { ...cell, value: signedValue(text), formula: `=${text}` };
    return { ...cell, value: text, formula: null };
  }
  const { value, formatId } = parsed;
  return {
    ...cell,
    value:
      typeof value === "number" && formatId === dayWithoutYear ? serialInYear(value, context.year) : value,
    formula: null,
    numberFormat:
      cell.numberFormat === "General" ? patternOfTyped(text, formatId, context.locale) : cell.numberFormat,
  };
}

function isStorable(value: unknown): value is number | boolean {
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

/** What a formula that was meant as a text shows: two operands side by side cannot be read at all. */
function signedValue(text: string): CellValue {
  return /[\p{L}\d)]\s+[\p{L}\d(]/u.test(text) ? unreadable : notComputed;
}
