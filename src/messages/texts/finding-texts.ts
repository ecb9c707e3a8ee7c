import type { Fixed, Warning } from "../../orders/check/finding";
import type { Problem, ProblemPlace } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { CellMark } from "../../orders/marks";
import type { NotOrderReason } from "../../orders/rows/not-orders";
import { cellName } from "../../text/a1";
import type { Words } from "../english/english";
import { quoted } from "../found-value";
import { type SaidByKind, say } from "./said";

/** For each kind of warning what to look at. The second argument is what was found, in quotation marks. */
export type WarningSentences = SaidByKind<Warning, "kind", string>;

/** Which cell a finding is about: `C3 Phone`. `row`: the word for a row. */
export function placeText({ rowNumber, columnIndex, field }: ProblemPlace, row: string): string {
  if (columnIndex === null) return `${row} ${rowNumber}`;
  const cell = cellName(rowNumber, columnIndex);
  return field === null ? cell : `${cell} ${headerOf[field]}`;
}

/** What was seen in reading. `whatAndRemedy`: a problem in words, without its place. */
export function findingTexts({ findings: words, fixes }: Words, whatAndRemedy: (problem: Problem) => string) {
  const whatToLookAt = (warning: Warning) =>
    say<Warning, "kind", string>(words.warnings, "kind", warning, quoted(warning.found));
  const place = (finding: ProblemPlace) => placeText(finding, fixes.row);
  return {
    /** A warning in words: which cell, what was found, what to look at. */
    warning: (warning: Warning): string => `${place(warning)}: ${whatToLookAt(warning)}`,
    /** What the note at a marked cell says: what is wrong, what it means for the order, what to do. */
    note: ({ problems, warnings }: CellMark): string =>
      [
        ...problems.map(whatAndRemedy),
        ...warnings.map(whatToLookAt),
        problems.length > 0 ? words.orderWaits : words.orderMayGo,
      ].join("\n"),
    /** What is said of a row that was called Invalid for these cells, and has no fault any more. */
    faultGone: words.faultGone,
    /** What was put right in reading, in words. */
    fixed: (fixed: Fixed): string => {
      const text = quoted(fixed.text);
      const said =
        fixed.kind === "singleName"
          ? words.singleName(quoted(fixed.found), text)
          : words.readAs(words.fixes[fixed.kind], text);
      return `${place(fixed)}: ${said}`;
    },
    /** Why a row is no order; `reason` is null for an empty row. */
    notOrder: (rowNumber: number, reason: NotOrderReason | null): string =>
      reason === null ? words.emptyRow(rowNumber) : words.notOrder(rowNumber, words.notOrders[reason]),
  };
}
