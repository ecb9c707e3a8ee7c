import type { Field } from "../field";
import type { AddOnText } from "../rows/add-on-text";

/** Where a problem is: one cell, or a row as a whole if the sheet has no column for what is missing. */
export interface ProblemPlace {
  rowNumber: number;
  /** Counts from 0; null if the problem belongs to the row and no column. */
  columnIndex: number | null;
  field: Field | null;
  /** What the cell shows, uncut; empty for an empty cell. */
  found: string;
}

/** What a single cell can have wrong with it, whatever stands in the other cells. */
export type CellFault =
  /** A date, a checkbox or true/false value, a formula's error, a formula still at work: none of these is text. */
  | { kind: "date" | "boolean" | "formulaError" | "loading" }
  /** A sign or word for "as above": what stands above may be another order after a sort. */
  | { kind: "ditto" }
  /** A character was lost when a file was read in the wrong encoding. */
  | { kind: "damaged" }
  /**
   * A number whose display is not what was typed: `6.28E+12`, `1,234`, or beyond the 15 digits that a sheet keeps. `cure`: the
   * text that was probably meant, if the number's own digits show it.
   */
  | { kind: "scientific" | "formattedNumber" | "tooManyDigits"; cure?: string }
  /** A text of the add-on's own: a column moved while it wrote, or a send key was pasted. */
  | { kind: "addOnText"; holds: AddOnText }
  /** Not a quantity; `suggestion` is the whole number that was probably meant, or null. */
  | { kind: "notWhole" | "belowOne" | "tooLarge"; suggestion: number | null };

/** What can be wrong with an order's cell. */
export type ProblemDetail =
  | CellFault
  /** The cell is needed and empty, or the sheet has no column for it. */
  | { kind: "missing" }
  /** There is neither a Customer ID nor this part of the customer's name. */
  | { kind: "noCustomer" }
  | { kind: "email" }
  /** A postal code without a digit: the row's cells stand in the wrong columns. */
  | { kind: "zipDigits" }
  /** Another row of the same order says otherwise; the first such row and what stands there. */
  | { kind: "contradiction"; otherRowNumber: number; otherFound: string }
  /** A SKU or product name, and no catalogue to find its variant in. */
  | { kind: "notLookedUp" }
  /** The catalogue has no such article, or several of that name; the nearest ones, at most three each. */
  | { kind: "unknownArticle" | "ambiguousArticle"; articles: readonly UnresolvedArticle[] }
  /** An e-mail address or a phone number as Customer ID, and nobody, or more than one, has it in bitbybit. */
  | { kind: "unknownCustomer" | "ambiguousCustomer" }
  /** The articles in one cell have quantities of their own, and those make another sum than the Quantity cell has. */
  | { kind: "quantityOfList"; sum: number };

/** An article that stands for no variant, and what it may have been meant as: SKUs, product names or Variant IDs. */
export interface UnresolvedArticle {
  code: string;
  nearest: readonly string[];
}

/** One thing that is wrong with one cell, as data; the words come from messages. */
export type Problem = ProblemPlace & ProblemDetail;

/** The kinds of problems. */
export type ProblemKind = Problem["kind"];
