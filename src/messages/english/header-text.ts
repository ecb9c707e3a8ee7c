import type { HeaderProblem } from "../../orders/columns";
import { headerOf } from "../../orders/field";
import type { ForeignCell } from "../../orders/rows/foreign-cells";
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
  return `${column} is not read; if it is meant as ${quoted(headerOf[field])}, call it so in row ${headerRowNumber}.`;
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
