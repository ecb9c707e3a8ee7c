import { isDateFormat } from "numfmt";
import { type Cell, isCellError, type KeptCell } from "./cell";
import { patternAsKept, shownNumber, shownText } from "./sheets-format";

/** Whether a pattern shows dates, by pattern: asked once for every cell of a sheet, so it is kept. */
const datePatterns = new Map<string, boolean>();

/** True when numbers under this pattern are dates or times. */
export function showsDate(pattern: string): boolean {
  if (pattern === "General" || pattern === "@") return false;
  const known = datePatterns.get(pattern);
  if (known !== undefined) return known;
  const answer = isDateFormat(pattern);
  datePatterns.set(pattern, answer);
  return answer;
}

/**
 * What the user sees in the cell (Apps Script documentation, Range.getDisplayValues): numbers and texts by their format, so
 * leading zeros of `00000`, but scientific notation for large numbers under `General` (`6.28123E+12`).
 */
export function displayValue(cell: KeptCell, locale: string): string {
  if (typeof cell === "string") return cell;
  const { value, numberFormat } = cell;
  if (value === null) return "";
  if (typeof value === "string") return shownText(value, numberFormat);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isCellError(value)) return value.error;
  return shownNumber(value, numberFormat, locale);
}

/**
 * The cell under another number format. A number, date or boolean that becomes plain text turns into the text that was
 * displayed (reported: mail-merge-for-gmail issue 43); a formula stays one.
 */
export function withNumberFormat(cell: Cell, pattern: string, locale: string): Cell {
  const numberFormat = patternAsKept(pattern);
  const { value } = cell;
  const becomesText = typeof value === "number" || typeof value === "boolean";
  if (numberFormat !== "@" || cell.numberFormat === "@" || cell.formula !== null || !becomesText)
    return { ...cell, numberFormat };
  return { ...cell, numberFormat, value: displayValue(cell, locale) };
}
