import { displayedText, faultOfType } from "../rows/cell";
import type { SheetRow } from "../rows/sheet-row";
import { cleanText, type FixKind } from "../values/clean-text";
import { countInWords } from "../values/count-words";
import { asciiDigits } from "../values/digits";
import type { CellFault } from "./problem";

/**
 * The quantity in a cell, null when the cell is empty, or what is wrong with it. `found` is what the cell shows; `fixes` is
 * left out when the number stands in the cell as it is meant.
 */
export type QuantityReading =
  | { ok: true; quantity: number | null; fixes?: readonly FixKind[] }
  | { ok: false; fault: CellFault; found: string };

/** Digits alone, or with a fraction of one, two, or, as shop systems write it, four zeros and more; "1.000" is a thousand in half of the world, so it is not read. */
const wholeText = /^\d+(?:\.0{1,2}|\.0{4,})?$/;
const zeroOrNegativeText = /^(?:-\s*\d+(?:[.,]\d+)?|0+[.,]0+)$/;
/** Such a fraction behind a comma. */
const commaZeros = /^(\d{1,9}),(?:0{1,2}|0{4,})$/;
/** Thousands set apart by one sign. A single group is a fraction in half of the world. */
const thousands = /^\d{1,3}(?:([.,' ’])\d{3})(?:\1\d{3})*$/;

/** Reads a quantity: a whole number of at least 1, as a number or as text such as "2", " 2 " or "２". */
export function readQuantity(row: SheetRow, columnIndex: number | undefined): QuantityReading {
  if (columnIndex === undefined) return { ok: true, quantity: null };
  const { text: clean, fixes } = cleanText(row.display[columnIndex] ?? "", true);
  const text = asciiDigits(clean);
  // What a cell does not show is not there, whatever its format hides.
  if (text === "") return { ok: true, quantity: null };
  const found = () => displayedText(row, columnIndex);
  const value = row.values[columnIndex];
  const typeFault = faultOfType(value, text);
  if (typeFault !== null) return { ok: false, fault: typeFault, found: found() };
  if (typeof value === "number") {
    const fault = faultOfNumber(value);
    // A rounded display such as "3" for 2.5 would make no sense beside "is not a whole number".
    return fault === null
      ? { ok: true, quantity: value }
      : { ok: false, fault, found: wholeText.test(text) ? String(value) : found() };
  }
  const fault = wholeText.test(text) ? faultOfNumber(Number(text)) : faultOfOtherText(text);
  if (fault !== null) return { ok: false, fault, found: found() };
  const all: readonly FixKind[] = text === clean ? fixes : [...fixes, "digits"];
  return all.length === 0
    ? { ok: true, quantity: Number(text) }
    : { ok: true, quantity: Number(text), fixes: all };
}

/** The quantity that a text says, as an article in one cell with others has it: digits or sure words; null for anything else. */
export function quantityOfText(text: string): number | null {
  if (!wholeText.test(text)) return countInWords(text);
  const quantity = Number(text);
  return faultOfNumber(quantity) === null ? quantity : null;
}

function faultOfNumber(value: number): CellFault | null {
  if (value < 1)
    return { kind: Number.isInteger(value) || value < 0 ? "belowOne" : "notWhole", suggestion: null };
  if (!Number.isInteger(value)) return { kind: "notWhole", suggestion: null };
  return Number.isSafeInteger(value) ? null : { kind: "tooLarge", suggestion: null };
}

function faultOfOtherText(text: string): CellFault {
  return zeroOrNegativeText.test(text)
    ? { kind: "belowOne", suggestion: null }
    : { kind: "notWhole", suggestion: suggestionFor(text) };
}

/** The whole number that was probably meant, or null when more than one reading is possible. */
function suggestionFor(text: string): number | null {
  const whole = commaZeros.exec(text)?.[1];
  if (whole !== undefined) return Number(whole) < 1 ? null : Number(whole);
  if (thousands.test(text)) {
    const count = Number(text.replace(/\D/g, ""));
    return count >= 1 && Number.isSafeInteger(count) ? count : null;
  }
  return countInWords(text);
}
