import type { HeaderProblem } from "../orders/columns";
import { headerOf } from "../orders/field";
import type { SimilarHeader } from "../orders/similar-headers";
import { columnLetter } from "../text/a1";
import { quoted } from "./found-value";

/** One language's words about headers. */
export interface HeaderWords {
  /** `missing`: headers in quotation marks, each with what would do as well. */
  lacks(rowNumber: number, missing: readonly string[]): string;
  /** `"Variant ID" (or "SKU")`. */
  orAlso(header: string, others: string): string;
  twice(rowNumber: number, header: string, columns: readonly string[]): string;
  similar(header: SimilarHeader, rowNumber: number): string;
  nothingSent: string;
}

/** The most columns that are named as doing as well as a missing one. */
const maxAlternatives = 2;

/** Everything that is wrong with a sheet's headers, in one message. */
export function headerProblemsWith(
  words: HeaderWords,
  problems: readonly HeaderProblem[],
  similar: readonly SimilarHeader[],
  headerRowNumber: number,
): string {
  const missing: string[] = [];
  const twice: string[] = [];
  for (const problem of problems) {
    if (problem.kind === "missing") {
      const [header = "", ...others] = problem.anyOf.map((field) => quoted(headerOf[field]));
      const named = others.slice(0, maxAlternatives).join(", ");
      missing.push(named === "" ? header : words.orAlso(header, named));
    } else {
      const letters = problem.columnIndexes.map(columnLetter);
      twice.push(words.twice(headerRowNumber, quoted(headerOf[problem.field]), letters));
    }
  }
  const needed = problems.flatMap((problem) => (problem.kind === "missing" ? problem.anyOf : []));
  const meant = similar
    .filter(({ field }) => needed.includes(field))
    .map((one) => words.similar(one, headerRowNumber));
  const lacks = missing.length === 0 ? [] : [words.lacks(headerRowNumber, missing)];
  return [...lacks, ...meant, ...twice, words.nothingSent].join(" ");
}
