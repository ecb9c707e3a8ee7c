import type { Warning } from "../../orders/check/finding";
import type { Problem } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { FixOutcome } from "../../problems/fix-cells";
import type { Words } from "../english/english";
import { type SaidByKind, say } from "./said";

/** What a click on *Fix all* or *Undo* came to. The second argument names the first of the cells. */
export type FixSentences = SaidByKind<FixOutcome, "kind", string>;

/** The most cells that one sentence names. */
const mostCellsNamed = 5;

/** Faults of one kind, and what became of fixing them. */
export function fixTexts({ fixes: words, amounts }: Words) {
  const named = (cells: readonly string[]) => {
    const more = cells.length - mostCellsNamed;
    return amounts.listed(more > 0 ? [...cells.slice(0, mostCellsNamed), words.more(more)] : cells);
  };
  return {
    /** One kind of fault in one field, in a few words: `Quantity is not a whole number`. */
    cause: ({ kind, field }: Pick<Problem | Warning, "kind" | "field">): string =>
      `${field === null ? words.row : headerOf[field]} ${words.causes[kind]}`,
    /** What a click on *Fix all* or *Undo* came to. */
    fix: (outcome: FixOutcome): string => {
      const cells = "cells" in outcome && Array.isArray(outcome.cells) ? outcome.cells : [];
      return say<FixOutcome, "kind", string>(words.outcomes, "kind", outcome, named(cells));
    },
  };
}
