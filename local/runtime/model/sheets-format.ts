import { format, getFormatFromId } from "numfmt";
import { languageTag } from "./locale";

/**
 * numfmt speaks Excel. What Sheets does otherwise with number formats is here, each with its source, and nowhere else.
 */

/** The pattern that Sheets reads back for a cell without one of its own (reported: the tests of gas-fakes, run on Google). */
const automaticPattern = "0.###############";
/** Below this a number shows as 0 under "Automatic" (reported for 1E-15: spreadstream issue 2; the limit is assumed). */
const leastShown = 1e-9;

/** The pattern as the model keeps it: `@STRING@` is `@` (many public scripts rely on it), `general` in any case is General. */
export function patternAsKept(pattern: string): string {
  if (pattern === "@STRING@") return "@";
  return /^general$/i.test(pattern) || pattern === automaticPattern ? "General" : pattern;
}

/** The pattern as Range.getNumberFormat gives it. */
export function patternAsRead(pattern: string): string {
  return pattern === "General" ? automaticPattern : pattern;
}

/** A number as a cell of this pattern shows it. */
export function shownNumber(value: number, pattern: string, locale: string): string {
  if (pattern === "General") {
    if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
    if (Math.abs(value) < leastShown) return "0";
  }
  if (pattern === "@") return shownNumber(value, "General", locale);
  return format(pattern, value, { locale: languageTag(locale), throws: false });
}

/** A text as a cell of this pattern shows it: the pattern's text section counts, so `"ID-"@` adds to it and `;;;` hides it. */
export function shownText(text: string, pattern: string): string {
  if (pattern === "General" || pattern === "@") return text;
  return format(pattern, text, { throws: false });
}

const datePatterns = new Map<string, string>();

/** The pattern of a date that was typed or written in the locale's own way (Sheets API guide, Date and number formats). */
export function datePatternOf(locale: string): string {
  const known = datePatterns.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(languageTag(locale), { timeZone: "UTC" }).formatToParts(
    Date.UTC(2001, 1, 3),
  );
  const made = parts
    .map(({ type, value }) => {
      if (type === "day") return "d".repeat(value.length);
      if (type === "month") return "m".repeat(value.length);
      return type === "year" ? "yyyy" : value;
    })
    .join("");
  datePatterns.set(locale, made);
  return made;
}

/** numfmt's ids of Excel's formats that depend on the locale in Sheets. */
const excelDate = 14;
const excelDateTime = 22;
const excelCurrencies = new Set([5, 6, 7, 8]);

/**
 * The pattern that a cell without one takes from what was typed into it. `formatId` is numfmt's. Dates and amounts of money
 * take the locale's own patterns (Sheets API guide, Date and number formats).
 */
export function patternOfTyped(text: string, formatId: number | string | undefined, locale: string): string {
  if (/^\s*\d{4}-\d{1,2}-\d{1,2}\s*$/.test(text)) return "yyyy-mm-dd";
  if (formatId === excelDate) return datePatternOf(locale);
  if (formatId === excelDateTime) return `${datePatternOf(locale)} h:mm`;
  if (typeof formatId === "number" ? excelCurrencies.has(formatId) : /\p{Sc}/u.test(text)) {
    return currencyPatternOf(text);
  }
  if (typeof formatId === "string") return formatId;
  return formatId === undefined ? "General" : (getFormatFromId(formatId) ?? "General");
}

/** An amount with its sign before or behind it, as it was typed, and two decimals if there were any. */
function currencyPatternOf(text: string): string {
  const sign = /[^\d\s.,()+-]+/u.exec(text)?.[0] ?? "";
  const digits = /[.,]\d{1,2}(?!\d)/.test(text) ? "#,##0.00" : "#,##0";
  return text.trim().endsWith(sign) ? `${digits} [$${sign}]` : `[$${sign}]${digits}`;
}
