import { format, isDateFormat } from "numfmt";
import { type Cell, isCellError } from "./cell";
import { languageTag } from "./locale";

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
 * What the user sees in the cell (Apps Script documentation, Range.getDisplayValues): numbers by their format, so leading
 * zeros of `00000`, but scientific notation for large numbers under `General` (`6.28123E+12`).
 */
export function displayValue(cell: Cell, locale: string): string {
  const { value } = cell;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isCellError(value)) return value.error;
  if (cell.numberFormat === "General" && Number.isInteger(value) && Math.abs(value) < 1e11)
    return String(value);
  return format(cell.numberFormat, value, { locale: languageTag(locale), throws: false });
}
