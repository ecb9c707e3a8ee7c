import type { ColumnMapping } from "../orders/columns/mapping";

/** What the document's properties say about a sheet's columns. */
export interface SheetMemory {
  /** What the user has confirmed; null for nothing. */
  mapping: ColumnMapping | null;
  /** What they have confirmed of other sheets of the document, if nothing of this one. */
  elsewhere: readonly ColumnMapping[];
  /** A newer version of the add-on has kept what was confirmed: it cannot be read, and must not be overwritten. */
  isNewer: boolean;
  /** The add-on has prepared its status columns before. */
  isPrepared: boolean;
}
