import type { HeaderProblem } from "../../orders/columns";
import { headerOf, type PlainField } from "../../orders/field";
import type { ForeignCell } from "../../orders/rows/foreign-cells";
import type { SimilarHeader } from "../../orders/similar-headers";
import { cellName, columnLetter } from "../../text/a1";
import type { Words } from "../english/english";
import { quoted } from "../found-value";

/** The most columns that are named as doing as well as a missing one. */
const maxAlternatives = 2;

/** A sheet's headers: what they lack, and what is to be written below them. */
export function headerTexts({ headers: words }: Words) {
  /** A column that is not read, though it looks as if it were meant to be. */
  const similar = ({ field, columnIndex, found }: SimilarHeader, headerRowNumber = 1): string =>
    words.similar(columnLetter(columnIndex), quoted(found), quoted(headerOf[field]), headerRowNumber);

  const missing = ({ anyOf }: Extract<HeaderProblem, { kind: "missing" }>): string => {
    const [header = "", ...others] = anyOf.map((field) => quoted(headerOf[field]));
    const named = others.slice(0, maxAlternatives).join(", ");
    return named === "" ? header : words.orAlso(header, named);
  };

  return {
    similar,
    /**
     * Everything that is wrong with a sheet's headers, in one message. `similar`: headers that may be meant by what is
     * missing; `headerRowNumber`: the row that holds the headers, counted from 1.
     */
    problems: (
      problems: readonly HeaderProblem[],
      similarHeaders: readonly SimilarHeader[] = [],
      headerRowNumber = 1,
    ): string => {
      const lacks = problems.flatMap((problem) => (problem.kind === "missing" ? [problem] : []));
      const needed = lacks.flatMap(({ anyOf }) => anyOf);
      const meant = similarHeaders.filter(({ field }) => needed.includes(field));
      const twice = problems.flatMap((problem) =>
        problem.kind === "missing"
          ? []
          : [
              words.twice(
                headerRowNumber,
                quoted(headerOf[problem.field]),
                problem.columnIndexes.map(columnLetter),
              ),
            ],
      );
      return [
        ...(lacks.length === 0 ? [] : [words.lacks(headerRowNumber, lacks.map(missing))]),
        ...meant.map((one) => similar(one, headerRowNumber)),
        ...twice,
        words.nothingSent,
      ].join(" ");
    },
    /** Why a sheet with a status column that is the user's own is refused. Empty when no cell is. */
    userOwnedCells: (foreign: readonly ForeignCell[]): string => {
      const [first] = foreign;
      if (first === undefined) return "";
      const { field, rowNumber, columnIndex, found } = first;
      const cell = cellName(rowNumber, columnIndex);
      return words.userOwned(headerOf[field], cell, quoted(found), foreign.length - 1);
    },
    /** The note at a header of the template: what to put into the column. */
    templateNote: (field: PlainField, isNeeded: boolean): string =>
      `${words.templateNotes[field] ?? ""}${isNeeded ? words.needed : ""}`.trim(),
  };
}
