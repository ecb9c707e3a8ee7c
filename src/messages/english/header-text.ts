import type { HeaderProblem } from "../../orders/columns";
import { headerOf } from "../../orders/field";
import type { ForeignCell } from "../../orders/rows/foreign-cells";
import type { SimilarHeader } from "../../orders/similar-headers";
import { cellName, columnLetter } from "../../text/a1";
import { listed, quoted } from "../found-value";

/** The most columns that are named as doing as well as a missing one. */
const maxAlternatives = 2;

/**
 * Everything that is wrong with a sheet's headers, in one message. `similar`: headers that may be meant by what is missing;
 * `headerRowNumber`: the row that holds the headers, counted from 1.
 */
export function headerProblemsText(
  problems: readonly HeaderProblem[],
  similar: readonly SimilarHeader[] = [],
  headerRowNumber = 1,
): string {
  const missing: string[] = [];
  const twice: string[] = [];
  for (const problem of problems) {
    if (problem.kind === "missing") {
      const [header, ...others] = problem.anyOf.map((field) => quoted(headerOf[field]));
      const named = others.slice(0, maxAlternatives).join(", ");
      missing.push(named === "" ? `${header}` : `${header} (or ${named})`);
    } else {
      const letters = listed(problem.columnIndexes.map(columnLetter));
      twice.push(
        `Row ${headerRowNumber} has ${quoted(headerOf[problem.field])} in columns ${letters}: rename all but one.`,
      );
    }
  }
  const lacks =
    missing.length === 0
      ? []
      : [`Row ${headerRowNumber} lacks ${lackedColumns(missing)}. Add what is missing.`];
  const needed = problems.flatMap((problem) => (problem.kind === "missing" ? problem.anyOf : []));
  const meant = similar
    .filter(({ field }) => needed.includes(field))
    .map((one) => similarHeaderText(one, headerRowNumber));
  return [...lacks, ...meant, ...twice, "Nothing was sent."].join(" ");
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

function lackedColumns(missing: readonly string[]): string {
  return `${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}`;
}
