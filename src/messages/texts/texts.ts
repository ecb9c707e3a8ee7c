import type { Words } from "../english/english";
import { addOnTexts } from "./add-on-texts";
import { columnsTexts } from "./columns-texts";
import { errorTexts } from "./error-texts";
import { findingTexts } from "./finding-texts";
import { fixTexts } from "./fix-texts";
import { headerTexts } from "./header-texts";
import { helpTexts } from "./help-texts";
import { outcomeTexts } from "./outcome-texts";
import { problemTexts } from "./problem-texts";
import { remarkTexts } from "./remark-texts";
import { reviewTexts } from "./review-texts";
import { runTexts } from "./run-texts";
import { unresolvedTexts } from "./unresolved-texts";

/** Every sentence that users see, by what it is about: functions from data to words of one language. */
export function textsOf(words: Words) {
  const outcomes = outcomeTexts(words);
  const problems = problemTexts(words);
  const { note, ...findings } = findingTexts(words, problems.whatAndRemedy);
  const headers = headerTexts(words);
  const { other, catalogueFault, ...columns } = columnsTexts(words);
  const runs = runTexts(words, headers, findings);
  const errors = errorTexts(words, headers, outcomes);
  return {
    /** The menu, the settings, the connection. */
    addOn: addOnTexts(words, outcomes),
    columns,
    templateNote: headers.templateNote,
    help: helpTexts(words, runs),
    /** A moment of a cell, such as `2026-03-02 08:15:00`, as sentences say it. */
    moment: words.amounts.moment,
    /** The Message cells of the sheet. */
    cells: {
      entry: outcomes.entry,
      review: reviewTexts(words),
      /** What a Message that asks for a decision begins with; a cell is all that remembers it. */
      reviewStart: words.reviews.start,
      problems: problems.rowMessages,
      note,
      unresolved: unresolvedTexts(words),
    },
    /** What is wrong with cells, and what was done about it. */
    findings: { problem: problems.problem, ...findings, ...fixTexts(words) },
    /** A run as a whole: questions, progress, receipt, what ends it or keeps it from starting. */
    runs: { ...errors, ...runs, remarks: remarkTexts(words, { other, catalogueFault }, findings, runs) },
  };
}
