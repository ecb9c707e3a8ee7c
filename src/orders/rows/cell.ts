import type { CellFault } from "../check/problem";
import { cleanText, type FixKind, isAsMeant } from "../values/clean-text";
import { asciiDigits } from "../values/digits";
import { isErrorValue, isLoading } from "../values/error-values";
import { isDateText, isDecimalNumber, isLostNumber } from "../values/lost-number";
import { isDitto } from "../values/placeholder";
import { addOnTextIn } from "./add-on-text";
import type { SheetRow } from "./sheet-row";

/**
 * What a text cell holds, "" when it is empty, or what is wrong with it. `found` is what the cell shows; `fixes` is left
 * out when the text stands in the cell as it is meant.
 */
export type TextReading =
  | { ok: true; text: string; fixes?: readonly FixKind[] }
  | { ok: false; fault: CellFault; found: string };

/** How a text column is read: any words, a code such as an ID, or digits such as a phone number. */
export type TextUse = "words" | "code" | "digits";

const scientificNotation = /\de[+-]?\d/i;
/** A separator between two digits: point, comma, apostrophe, no-break spaces, their Arabic forms. */
const separatorInNumber = /\d[.,'’\u00a0\u202f٫٬]\d/;
/** Thousands set apart by plain spaces; other spaces, as in `0812 3456`, are a format that the user chose. */
const spacedThousands = /^[+-]?\d{1,3}( \d{3})+$/;

/**
 * What stands in place of a character that was lost when a file was read in the wrong encoding; half of a pair; UTF-8 read as
 * windows-1252, as in `JosÃ©` and `â€œ`, a sequence that no language writes.
 */
const damaged = /[\ufffd\p{Cs}]|\u00c3[\u0080-\u00bf]|\u00c2[\u00a1-\u00bf]|\u00e2\u20ac/u;

/** The most digits that a sheet keeps of a number. */
const mostDigits = 15;

/** What a cell shows, trimmed; "" if the sheet has no such column. */
export function displayedText(row: SheetRow, columnIndex: number | undefined): string {
  return columnIndex === undefined ? "" : (row.display[columnIndex] ?? "").trim();
}

/**
 * Reads a cell whose field is text: what it shows, so that a zip formatted `00000` keeps its zeros, without what it does not
 * show. A value that is not text, and a number that shows otherwise than its digits, is a fault; a real text such as
 * "1,000" is not.
 */
export function readText(
  row: SheetRow,
  columnIndex: number | undefined,
  use: TextUse = "words",
): TextReading {
  if (columnIndex === undefined) return { ok: true, text: "" };
  const { text: clean, fixes } = cleanText(row.display[columnIndex] ?? "", use !== "words");
  const text = use === "digits" ? asciiDigits(clean) : clean;
  const fault = textFault(row.values[columnIndex], text, use);
  if (fault !== null) return { ok: false, fault, found: displayedText(row, columnIndex) };
  if (text !== clean) return { ok: true, text, fixes: [...fixes, "digits"] };
  return fixes.length === 0 ? { ok: true, text } : { ok: true, text, fixes };
}

/**
 * The text of a cell that is text and needs nothing put right, as nearly every cell is; null for any other, which `readText`
 * reads. It makes no object: a sheet has 10,000 rows.
 */
export function readPlainText(row: SheetRow, columnIndex: number, use: TextUse): string | null {
  const shown = row.display[columnIndex] ?? "";
  if (typeof row.values[columnIndex] !== "string" || !isAsMeant(shown)) return null;
  return textFault("", shown, use) === null ? shown : null;
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
  if (isErrorValue(text)) return { kind: "formulaError" };
  if (isLoading(text)) return { kind: "loading" };
  return !isAsMeant(text) && damaged.test(text) ? { kind: "damaged" } : null;
}

/** What keeps a cell from being text; null when nothing does. `text` is what it shows, cleaned. */
export function textFault(value: unknown, text: string, use: TextUse): CellFault | null {
  // What a cell does not show is not there, whatever its format hides.
  if (text === "") return null;
  if (typeof value !== "number") {
    const fault = faultOfType(value, text);
    if (fault !== null) return fault;
    if (isDitto(text)) return { kind: "ditto" };
    const ownText = faultOfAddOnText(text);
    if (ownText) return ownText;
    if (isLostNumber(text, use === "digits")) return { kind: "scientific" };
    if (use !== "digits") return null;
    if (isDecimalNumber(text)) return { kind: "formattedNumber" };
    return isDateText(text) ? { kind: "date" } : null;
  }
  if (isErrorValue(text)) return { kind: "formulaError" };
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
