import { addOnTextIn } from "./add-on-text";
import type { CellFault } from "./problem";
import type { SheetRow } from "./sheet-row";

/** What a text cell holds, "" when it is empty, or what is wrong with it. `found` is what the cell shows. */
export type TextReading = { ok: true; text: string } | { ok: false; fault: CellFault; found: string };

/** The errors that a formula can show; read as bare strings by Range.getValues (reported by users of the platform). */
const formulaErrors: ReadonlySet<string> = new Set([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#DIV/0!",
  "#NUM!",
  "#NAME?",
  "#NULL!",
  "#ERROR!",
  "#SPILL!",
  "#CALC!",
]);

/** What a cell shows while its formula still fetches something. */
const loadingText = "Loading...";

const scientificNotation = /\de[+-]?\d/i;
/** A separator between two digits: point, comma, apostrophe, no-break spaces, their Arabic forms. */
const separatorInNumber = /\d[.,'’\u00a0\u202f٫٬]\d/;
/** Thousands set apart by plain spaces; other spaces, as in `0812 3456`, are a format that the user chose. */
const spacedThousands = /^[+-]?\d{1,3}( \d{3})+$/;

/** The most digits that a sheet keeps of a number. */
const mostDigits = 15;

/** What a cell shows, trimmed; "" where the sheet has no such column. */
export function displayedText(row: SheetRow, columnIndex: number | undefined): string {
  return columnIndex === undefined ? "" : (row.display[columnIndex] ?? "").trim();
}

/**
 * Reads a cell whose field is text: what it shows, trimmed, so that a zip formatted `00000` keeps its zeros. A value that
 * is not text, and a number that shows otherwise than its digits, is a fault; a real text such as "1,000" is not.
 */
export function readText(row: SheetRow, columnIndex: number | undefined): TextReading {
  const text = displayedText(row, columnIndex);
  const fault = columnIndex === undefined ? null : textFault(row.values[columnIndex], text);
  return fault === null ? { ok: true, text } : { ok: false, fault, found: text };
}

/**
 * A long number as a spreadsheet saves it into a csv, where no value tells that it was one: `6.28E+12`. In a column of digits,
 * such as phones, it is nothing else.
 */
export function isLostNumber(text: string): boolean {
  return /^[+-]?\d+([.,]\d+)?e\+\d+$/i.test(text);
}

/** What keeps a cell from being read at all, in a text or a quantity column; null when nothing does. */
export function faultOfType(value: unknown, text: string): CellFault | null {
  if (typeof value === "string") return faultOfShownText(text);
  if (typeof value === "number") return null;
  if (typeof value === "boolean") return { kind: "boolean" };
  if (typeof value === "object" && isDate(value)) return { kind: "date" };
  return faultOfShownText(text);
}

function faultOfShownText(text: string): CellFault | null {
  if (text.startsWith("#") && formulaErrors.has(text)) return { kind: "formulaError" };
  return text === loadingText ? { kind: "loading" } : null;
}

/** What keeps a cell from being text; null when nothing does. `text` is what it shows, trimmed. */
export function textFault(value: unknown, text: string): CellFault | null {
  if (typeof value !== "number") return faultOfType(value, text) ?? faultOfAddOnText(text);
  if (scientificNotation.test(text)) return { kind: "scientific" };
  if (separatorInNumber.test(text) || spacedThousands.test(text)) return { kind: "formattedNumber" };
  return digitCount(text) > mostDigits ? { kind: "tooManyDigits" } : null;
}

function faultOfAddOnText(text: string): CellFault | null {
  const holds = addOnTextIn(text);
  return holds && { kind: "addOnText", holds };
}

/** A Date of another realm is no `instanceof Date`. */
function isDate(value: object | null): boolean {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function digitCount(text: string): number {
  return text.replace(/\D/g, "").length;
}
