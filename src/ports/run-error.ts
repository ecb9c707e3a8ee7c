import type { HeaderProblem } from "../orders/columns";
import type { ForeignCell } from "../orders/rows/foreign-cells";
import type { SimilarHeader } from "../orders/similar-headers";

/** What a user may refuse one by one: this spreadsheet, requests to bitbybit, the add-on's own pages over the sheet. */
export type Permission = "sheet" | "requests" | "pages";

/** A sheet's columns cannot be used. `isEmpty`: nothing stands in it. */
export interface HeadersProblem {
  code: "headers";
  problems: readonly HeaderProblem[];
  similar: readonly SimilarHeader[];
  isEmpty: boolean;
}

/** What ends a run or keeps it from starting, as data. The words are `messages/`' own. */
export type RunProblem =
  /** Another execution had the document lock all the time; nothing was sent. */
  | { code: "busy" }
  | { code: "noKey" }
  /** `willAsk`: Google asks the user for it as soon as they have read the sentence. */
  | { code: "noPermission"; missing: readonly Permission[]; willAsk: boolean }
  /** A newer version of the add-on saved this user's settings. */
  | { code: "newerSettings" }
  /** A newer version of the add-on kept what was confirmed of this sheet's columns. */
  | { code: "newerColumns" }
  | HeadersProblem
  /** Names alone do not say how the columns are meant, or they are others than the user has confirmed. */
  | { code: "askColumns"; because: "new" | "changed" }
  | { code: "userOwnedCells"; cells: readonly ForeignCell[] }
  /** The sheet or the selection is not what the user agreed to. */
  | { code: "changedSince" }
  | { code: "protectedColumns" }
  /** A column that the add-on needs is gone. */
  | { code: "columnsGone" }
  /** A column moved while what is known was shown. `cells`: the user's that were hit, and what stood there. */
  | { code: "cellsHit"; cells: readonly { cell: string; had: string }[] }
  | { code: "sheetGone" }
  /** The journal could not be written. */
  | { code: "noRecord" }
  | { code: "unreadableRecords"; count: number }
  /** The run is not the latest any more, or its record is gone. */
  | { code: "superseded" }
  | { code: "stopNotSaved" }
  /** Somebody stopped the look-up before a run; nothing was sent. */
  | { code: "lookUpStopped" }
  | { code: "sheetsFault" }
  /** The spreadsheet has all the cells that it may have. */
  | { code: "sheetsFull" }
  | { code: "storageFault" };

/**
 * Ends the whole run, or keeps it from starting. What was sent before is in the journal, and the next execution shows
 * it.
 */
export class RunError extends Error {
  override name = "RunError";

  constructor(readonly problem: RunProblem) {
    super(problem.code);
  }
}
