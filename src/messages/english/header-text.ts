import type { HeaderProblem } from "../../orders/columns";
import { headerOf, type PlainField } from "../../orders/field";
import type { ForeignCell } from "../../orders/rows/foreign-cells";
import { exampleRef } from "../../orders/rows/not-orders";
import type { SimilarHeader } from "../../orders/similar-headers";
import { cellName, columnLetter } from "../../text/a1";
import { quoted } from "../found-value";
import { type HeaderWords, headerProblemsWith } from "../header-problems";
import { listed } from "./amounts";

const words: HeaderWords = {
  lacks: (rowNumber, missing) =>
    `Row ${rowNumber} lacks the column${missing.length === 1 ? "" : "s"} ${missing.join(", ")}. Add what is missing.`,
  orAlso: (header, others) => `${header} (or ${others})`,
  twice: (rowNumber, header, columns) =>
    `Row ${rowNumber} has ${header} in columns ${listed(columns)}: rename all but one.`,
  similar: similarHeaderText,
  nothingSent: "Nothing was sent.",
};

/**
 * Everything that is wrong with a sheet's headers, in one message. `similar`: headers that may be meant by what is missing;
 * `headerRowNumber`: the row that holds the headers, counted from 1.
 */
export function headerProblemsText(
  problems: readonly HeaderProblem[],
  similar: readonly SimilarHeader[] = [],
  headerRowNumber = 1,
): string {
  return headerProblemsWith(words, problems, similar, headerRowNumber);
}

/** A column that is not read, though it looks as if it were meant to be. */
export function similarHeaderText({ field, columnIndex, found }: SimilarHeader, headerRowNumber = 1): string {
  const column = `Column ${columnLetter(columnIndex)} (${quoted(found)})`;
  return `${column} is not read; if it is meant as ${quoted(headerOf[field])}, give it that name in row ${headerRowNumber}.`;
}

/** Why a sheet with a status column that is the user's own is refused. Empty when no cell is. */
export function userOwnedCellsText(foreign: readonly ForeignCell[]): string {
  const [first] = foreign;
  if (first === undefined) return "";
  const { field, rowNumber, columnIndex, found } = first;
  const more = foreign.length - 1;
  const others = more === 0 ? "" : ` and ${more} more cell${more === 1 ? "" : "s"} like it`;
  return (
    `The ${headerOf[field]} column has values of your own: ${cellName(rowNumber, columnIndex)} says ${quoted(found)}${others}. ` +
    "Give your column another name in row 1, or empty those cells. Nothing was sent or written."
  );
}

const templateNotes: Partial<Record<PlainField, string>> = {
  orderRef: `Your own number for the order. Rows with the same one are one order. A row called ${exampleRef} is never sent.`,
  firstName: "The customer's first name. It is the name of the address too.",
  lastName: "The customer's last name.",
  phone: "With country code, such as +62 812-5550-0101. The column is plain text, so that + and 0 stay.",
  email: "The customer's e-mail address, if you have it.",
  variantId: "The ID of the product variant, as bitbybit has it.",
  quantity: "A whole number, 1 or more.",
  address1: "Street and number.",
  address2: "Floor, block or district, if there is one.",
  city: "The city of the address.",
  province: "The province or state of the address.",
  country: "Two letters, such as ID, or the name.",
  zip: "The postal code. The column is plain text, so that zeros stay.",
  notes: "What bitbybit should keep as notes of the order.",
  tags: "Tags of the order, with commas between them.",
};

/** The note at a header of the template: what to put into the column. */
export function templateNote(field: PlainField, isNeeded: boolean): string {
  return `${templateNotes[field] ?? ""}${isNeeded ? " Needed." : ""}`.trim();
}
