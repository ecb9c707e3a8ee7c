import type { Done } from "./answers";

/** One row that needs a person. */
export interface ProblemItem {
  sheetId: number;
  /** The cell to look at, in A1 notation: the one at fault, or the row's Message cell. */
  cell: string;
  rowNumber: number;
  /** The order as the user knows it: its Order ref, or `row 7`. */
  order: string;
  status: string;
  /** What is wrong and what to do, as it stands in Message. */
  message: string;
  kind: ProblemKind;
  /** Which of the list's `causes` it belongs to. Left out: it is grouped by its kind. */
  cause?: string;
  /** What the cell at fault shows. With it, the page shows value and cure in place of `message`. */
  found?: string;
  /** What would put it right: a value for the cell, or a few words. `certain`: `fixCells` would write it. */
  cure?: { text: string; certain: boolean };
  /** False if *Send again* would do nothing for this row. @default true for unconfirmed and held */
  sendAgain?: boolean;
}

/**
 * `twice`: created, but bitbybit has a second order of the same content. `held`: needs the user's decision. `warning`:
 * sent as it is, but worth a look.
 */
export type ProblemKind = "invalid" | "rejected" | "notSent" | "unconfirmed" | "held" | "twice" | "warning";

/** Problems of one cause: one kind of fault in one field. */
export interface ProblemCause {
  /** Stands for the cause in `fixCells`; without spaces. */
  cause: string;
  kind: ProblemKind;
  /** The cause in a few words, with its field: `Quantity is not a whole number`. */
  title: string;
  /** All rows of the sheet with this cause, listed or not. */
  rows: number;
  /** Cells for which the cure is certain; *Fix all* is offered if there are any. */
  certain: number;
}

export interface ProblemList {
  sheetName: string;
  items: ProblemItem[];
  /** Lines beyond the most that are listed at once (500). */
  more: number;
  /** All rows that need a person, each once. Warnings need none: their orders are sent as they are. */
  rows: number;
  /** The causes in the order to be shown; what has none is grouped by its kind. */
  causes: ProblemCause[];
}

/** What `fixCells` or `undoFix` did, in words. `undoToken` is empty if nothing can be undone. */
export interface FixAnswer extends Done {
  undoToken: string;
}
