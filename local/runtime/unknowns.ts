import type { ServiceCall } from "./options";

/** A read of one store of properties. */
export interface PropertyRead {
  /** The key that is read; null when all of them are. */
  key: string | null;
  /** True when the last change of the store came from this very execution. */
  changedHere: boolean;
}

/**
 * What no documentation says of the platform. The defaults are what the runtime takes for likely (assumed); the simulation
 * draws the others too.
 */
export interface Unknowns {
  /**
   * Asked at every call that reads or writes the document. False: the execution goes on seeing the document as it was when
   * the answer was last true, with its own writes on top; its first such call sees it as it is. Default: always true.
   */
  showsOthersEdits?: (call: ServiceCall) => boolean;
  /**
   * Asked at every read of properties. True: the answer is what the store held before its last change. Default: never.
   */
  answersOldProperties?: (read: PropertyRead) => boolean;
  /** What a script writes into a cell that a merge hides. Default "dropped". */
  writesUnderMerge?: "kept" | "dropped";
  /**
   * When a typed column of a Table refuses a format. Default "atCall": scripts that catch the exception around the call are
   * reported to go on. At the flush what was written after it is lost too.
   */
  typedColumnsRefuse?: "atCall" | "atFlush";
  /**
   * What `google.script.run` makes of a value that holds a Date. Default "refused", as documented; two reports say that null
   * arrives in its place.
   */
  datesForPages?: "refused" | "null";
  /** How many milliseconds later writes of the fate "later" are made. Default 5,000. */
  lateMs?: () => number;
}

/** When writes of the fate "later" are made, unless the runtime is told. */
export const defaultLateMs = 5000;
