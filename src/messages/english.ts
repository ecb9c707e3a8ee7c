import { foreignStatusText, headerProblemsText } from "./header-text";
import { faultInOtherRows, joinedProblems, problemText, rowMessages } from "./problem-text";

export { joinedProblems, problemText, rowMessages };

/** Every sentence that users see, by what it is about: functions from data to words. */
export const english = {
  /** Row 1 and the Status column. */
  headers: {
    problems: headerProblemsText,
    foreignStatuses: foreignStatusText,
  },
  /** What is wrong with the cells of an order. */
  problems: {
    one: problemText,
    ofRow: joinedProblems,
    ofOrder: rowMessages,
    inOtherRows: faultInOtherRows,
  },
} as const;
