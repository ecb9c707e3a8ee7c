import { addOnTexts } from "./add-on-text";
import { foreignCellsText, headerProblemsText, similarHeaderText } from "./header-text";
import { holdText, isHoldText } from "./hold-text";
import { outcomeText, stopText } from "./outcome-text";
import { faultInOtherRows, joinedProblems, problemText, rowMessages } from "./problem-text";
import { runTexts } from "./run-text";

export { joinedProblems, problemText, rowMessages };

/** Every sentence that users see, by what it is about: functions from data to words. */
export const english = {
  /** The menu, the settings, the connection. */
  addOn: addOnTexts,
  /** Row 1 and the status columns. */
  headers: {
    problems: headerProblemsText,
    foreignCells: foreignCellsText,
    similar: similarHeaderText,
  },
  /** What is wrong with the cells of an order. */
  problems: {
    one: problemText,
    ofRow: joinedProblems,
    ofOrder: rowMessages,
    inOtherRows: faultInOtherRows,
  },
  /** What became of orders that were sent. */
  outcomes: {
    message: outcomeText,
    stop: stopText,
  },
  /** Why orders are held. */
  holds: { message: holdText, isHold: isHoldText },
  /** A run as a whole: questions, progress, receipt, what keeps it from starting. */
  runs: runTexts,
} as const;
