import { displayedText, faultOfType } from "./cell";
import type { CellFault } from "./problem";
import type { SheetRow } from "./sheet-row";

/** The quantity in a cell, null when the cell is empty, or what is wrong with it. `found` is what the cell shows. */
export type QuantityReading =
  | { ok: true; quantity: number | null }
  | { ok: false; fault: CellFault; found: string };

/** Digits alone, or with a fraction of one or two zeros; "1.000" is a thousand in half of the world, so it is not read. */
const wholeText = /^\d+(\.0{1,2})?$/;
const zeroOrNegativeText = /^(-\s*\d+([.,]\d+)?|0+[.,]0+)$/;
/** One number with anything but digits, signs and separators around it: "2 pcs", "x2"; or a fraction of zeros: "2,0". */
const numberAmongWords = /^[^\d.,%-]*(\d{1,9})([.,]0{1,2})?[^\d.,%-]*$/;

const numberWords: ReadonlyMap<string, number> = new Map(
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, index) => [word, index + 1],
  ),
);

/** Reads a quantity: a whole number of at least 1, as a number or as text such as "2" or " 2 ". */
export function readQuantity(row: SheetRow, columnIndex: number | undefined): QuantityReading {
  const text = displayedText(row, columnIndex);
  const value = columnIndex === undefined ? "" : row.values[columnIndex];
  const typeFault = faultOfType(value, text);
  if (typeFault !== null) return { ok: false, fault: typeFault, found: text };
  if (typeof value === "number") {
    const fault = faultOfNumber(value);
    // A rounded display such as "3" for 2.5 would make no sense beside "is not a whole number".
    return fault === null
      ? { ok: true, quantity: value }
      : { ok: false, fault, found: wholeText.test(text) ? String(value) : text };
  }
  if (text === "") return { ok: true, quantity: null };
  const fault = wholeText.test(text) ? faultOfNumber(Number(text)) : faultOfOtherText(text);
  return fault === null ? { ok: true, quantity: Number(text) } : { ok: false, fault, found: text };
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

/** The whole number that was probably meant, or null where more than one reading is possible. */
function suggestionFor(text: string): number | null {
  const word = numberWords.get(text.toLowerCase());
  if (word !== undefined) return word;
  const digits = numberAmongWords.exec(text)?.[1];
  return digits === undefined || Number(digits) < 1 ? null : Number(digits);
}
