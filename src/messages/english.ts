import type { RunWords } from "../run/words";
import { addOnTexts } from "./add-on-text";
import { columnsTexts } from "./columns-text";
import { endText, problemOfRunText, unexpectedText } from "./error-text";
import { warningText as findingText } from "./finding-text";
import { causeText, fixText } from "./fix-text";
import { similarHeaderText } from "./header-text";
import { entryText } from "./outcome-text";
import { problemText, rowMessages } from "./problem-text";
import { isReviewText, reviewText } from "./review-text";
import {
  anotherRunsText,
  continueText,
  hiddenRowsText,
  madeTwiceText,
  nameOf,
  nothingToDoText,
  orderName,
  progressText,
  questionText,
  summaryText,
  waitingForLimitText,
  warningText,
} from "./run-text";
import { templateNote } from "./template-text";
import { unresolvedText } from "./unresolved-text";

/** Every sentence that users see, by what it is about: functions from data to words. */
export const english = {
  /** The menu, the settings, the connection. */
  addOn: addOnTexts,
  headers: { similar: similarHeaderText },
  columns: columnsTexts,
  templateNote,
  reviews: { isReview: isReviewText },
  /** What is wrong with cells, and what was done about it. */
  findings: { problem: problemText, warning: findingText, cause: causeText, fix: fixText },
  /** A run as a whole: questions, progress, receipt, what ends it or keeps it from starting. */
  runs: {
    problem: problemOfRunText,
    unexpected: unexpectedText,
    end: endText,
    question: questionText,
    warning: warningText,
    nothingToDo: nothingToDoText,
    anotherRuns: anotherRunsText,
    summary: summaryText,
    madeTwice: madeTwiceText,
    hiddenRows: hiddenRowsText,
    continue: continueText,
    waitingForLimit: waitingForLimitText,
    orderName,
    nameOf,
  },
} as const;

/** The words of the sheet's cells. `time` puts a moment into words, in the spreadsheet's time zone. */
export function englishWords(time: (atMs: number) => string): RunWords {
  return {
    time,
    entry: entryText,
    review: (review) => reviewText(review, time),
    problems: rowMessages,
    unresolved: (doubt, untilMs) => unresolvedText(doubt, untilMs === null ? "" : time(untilMs)),
    progress: progressText,
  };
}
