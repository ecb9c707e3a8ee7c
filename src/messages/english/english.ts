import { addOnTexts } from "./add-on-text";
import { momentText } from "./amounts";
import { columnsTexts, conflictTexts, givenColumnText, headersChangedText } from "./columns-text";
import { endText, problemOfRunText, unexpectedText } from "./error-text";
import { warningText as findingText, fixedText, noteText, notOrderText } from "./finding-text";
import { causeText, fixText } from "./fix-text";
import { templateNote } from "./header-text";
import { helpText } from "./help-text";
import { entryText } from "./outcome-text";
import { problemText, rowMessages } from "./problem-text";
import { remarkTexts } from "./remark-text";
import { reviewStart, reviewText } from "./review-text";
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
import { unresolvedText } from "./unresolved-text";

/** Every sentence that users see, in English, by what it is about: functions from data to words. */
export const english = {
  /** The menu, the settings, the connection. */
  addOn: addOnTexts,
  columns: {
    ...columnsTexts,
    conflicts: conflictTexts,
    given: givenColumnText,
    headersChanged: headersChangedText,
  },
  templateNote,
  help: helpText,
  /** A moment of a cell, such as `2026-03-02 08:15:00`, as sentences say it. */
  moment: momentText,
  /** The Message cells of the sheet. */
  cells: {
    entry: entryText,
    review: reviewText,
    /** What a Message that asks for a decision begins with; a cell is all that remembers it. */
    reviewStart,
    problems: rowMessages,
    note: noteText,
    unresolved: unresolvedText,
  },
  /** What is wrong with cells, and what was done about it. */
  findings: {
    problem: problemText,
    warning: findingText,
    fixed: fixedText,
    notOrder: notOrderText,
    cause: causeText,
    fix: fixText,
  },
  /** A run as a whole: questions, progress, receipt, what ends it or keeps it from starting. */
  runs: {
    problem: problemOfRunText,
    unexpected: unexpectedText,
    end: endText,
    question: questionText,
    warning: warningText,
    remarks: remarkTexts,
    nothingToDo: nothingToDoText,
    noRowChosen: "Select a row with an order in the sheet first.",
    anotherRuns: anotherRunsText,
    summary: summaryText,
    madeTwice: madeTwiceText,
    hiddenRows: hiddenRowsText,
    progress: progressText,
    continue: continueText,
    waitingForLimit: waitingForLimitText,
    orderName,
    nameOf,
  },
};
