import type { Problem, UnresolvedArticle } from "../../orders/check/problem";
import { type Field, headerOf } from "../../orders/field";
import type { CheckedOrder } from "../../orders/order";
import { amountHint } from "../amount-hint";
import type { Words } from "../english/english";
import { quoted, shortened } from "../found-value";
import { rowMessagesWith } from "../row-messages";
import { placeText } from "./finding-texts";
import { type SaidByKind, say } from "./said";

/** Problems whose sentence depends on more than what was found. */
type SpecialKind = "missing" | "noCustomer" | "unknownArticle" | "ambiguousArticle";
type PlainProblem = Exclude<Problem, { kind: SpecialKind }>;

/** What was found in a cell: cut to a readable length, and the same in quotation marks. */
export interface Found {
  found: string;
  text: string;
}

/** For each kind of problem what was found and what to do. */
export type ProblemSentences = SaidByKind<PlainProblem, "kind", Found>;

/** The most rows at fault that a faultless row of the same order names. */
const mostRowsNamed = 5;

/** The most articles of one cell that are named. */
const maxArticlesNamed = 3;

/** What is wrong with cells. */
export function problemTexts({ problems: words, fixes, amounts }: Words) {
  const wantedIn = (field: Field | null): string => {
    if (field === null) return words.itself;
    const wanted: Partial<Record<Field, string>> = words.wanted;
    // A further article's column is asked for as the first one's.
    return wanted[field] ?? wanted[field.replace(/\d+$/, "") as Field] ?? words.wantedAs(headerOf[field]);
  };

  /** What may have been meant by articles that stand for no variant. */
  const unresolved = (
    articles: readonly UnresolvedArticle[],
    kind: "unknownArticle" | "ambiguousArticle",
  ) => {
    const [first] = articles;
    const names = articles.slice(0, maxArticlesNamed).map(({ code }) => quoted(code));
    const more = articles.length - maxArticlesNamed;
    const nearest = (first?.nearest ?? []).map(shortened);
    const hint =
      amountHint(first, words.hintAmount) ??
      (nearest.length === 0 ? words.hintSku : words.hintNearest(nearest));
    return words.unresolved(words.articles(names, more), words[kind](articles.length), hint);
  };

  const noCustomer = (field: Field | null): string => {
    if (field === null) return words.noCustomer;
    return field === "customerId" ? words.noCustomerId : words.noCustomerField(wantedIn(field));
  };

  /** What was found in a cell and what to do, without its place. */
  const whatAndRemedy = (problem: Problem): string => {
    switch (problem.kind) {
      case "missing":
        return problem.columnIndex === null && problem.field !== null
          ? words.missingColumn(headerOf[problem.field])
          : words.missing(wantedIn(problem.field));
      case "noCustomer":
        return noCustomer(problem.field);
      case "unknownArticle":
      case "ambiguousArticle":
        return unresolved(problem.articles, problem.kind);
      default: {
        const found = { found: shortened(problem.found), text: quoted(problem.found) };
        return say<PlainProblem, "kind", Found>(words.kinds, "kind", problem, found);
      }
    }
  };

  /** A problem in words: which cell, what was found, what to do. */
  const problem = (one: Problem): string => {
    const place = one.field === null ? { ...one, columnIndex: null } : one;
    return `${placeText(place, fixes.row)}: ${whatAndRemedy(one)}`;
  };

  /** For a faultless row of an order with problems: where they are. */
  const faultInOtherRows = (rowNumbers: readonly number[]): string => {
    const named = rowNumbers.slice(0, mostRowsNamed);
    const more = rowNumbers.length - named.length;
    const rows = amounts.listed(more > 0 ? [...named, words.moreRows(more)] : named);
    return words.faultElsewhere(rows, rowNumbers.length);
  };

  return {
    problem,
    whatAndRemedy,
    /** The Message of each row of an order with problems; see `rowMessagesWith`. */
    rowMessages: (order: Pick<CheckedOrder, "rowNumbers" | "problems">): Map<number, string> =>
      rowMessagesWith(problem, faultInOtherRows, order),
  };
}
