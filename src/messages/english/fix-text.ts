import type { Warning, WarningKind } from "../../orders/check/finding";
import type { Problem, ProblemKind } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { FixOutcome } from "../../problems/fix-cells";
import { count, listed, number } from "./amounts";

/** The most cells that one sentence names. */
const mostCellsNamed = 5;

/** One kind of fault in one field, in a few words: `Quantity is not a whole number`. */
export function causeText({ kind, field }: Pick<Problem | Warning, "kind" | "field">): string {
  return `${field === null ? "Row" : headerOf[field]} ${causes[kind]}`;
}

/** What a click on *Fix all* or *Undo* came to. */
export function fixText(outcome: FixOutcome): string {
  switch (outcome.kind) {
    case "fixed": {
      const more = outcome.left === 0 ? "" : ` ${number(outcome.left)} more are left for another click.`;
      return `${cellCount(outcome.cells)} fixed.${more} What stood there before is in the log.`;
    }
    case "undone":
      return `${cellCount(outcome.cells)} put back.`;
    case "notWritten":
      return `${named(outcome.cells)} could not be written; look whether the cells are protected. ${cellCount(outcome.written)} written.`;
    case "changed":
      return `Nothing was put back, since somebody has changed ${named(outcome.cells)} meanwhile. What stood there is in the log.`;
    case "nothing":
      return "Nothing was changed: none of these cells has this problem any more, or all of them are formulas.";
    case "tooOld":
      return "This is too long ago to be undone here. What stood in the cells is in the log.";
    case "sheetGone":
      return "That sheet does not exist any more.";
  }
}

function cellCount(amount: number): string {
  return count(amount, "cell");
}

function named(cells: readonly string[]): string {
  const more = cells.length - mostCellsNamed;
  return listed(more > 0 ? [...cells.slice(0, mostCellsNamed), `${number(more)} more`] : [...cells]);
}

const causes: Readonly<Record<ProblemKind | WarningKind, string>> = {
  missing: "is empty",
  noCustomer: "is empty, and there is no Customer ID",
  email: "is not an e-mail address",
  contradiction: "differs between rows of one order",
  notWhole: "is not a whole number",
  belowOne: "is less than 1",
  tooLarge: "is too large",
  date: "is a date",
  boolean: "is a checkbox or a true/false value",
  formulaError: "is a formula's error",
  loading: "is a formula still at work",
  ditto: "points to the row above",
  damaged: "has characters that were lost",
  notLookedUp: "was not looked up",
  unknownArticle: "is not in bitbybit's products",
  ambiguousArticle: "is more than one article",
  unknownCustomer: "is not known in bitbybit",
  ambiguousCustomer: "is more than one customer",
  quantityOfList: "is another sum than the articles' own",
  scientific: "is a number in scientific notation",
  formattedNumber: "is a formatted number",
  tooManyDigits: "has more digits than a sheet keeps",
  addOnText: "holds a text of this add-on",
  phoneLength: "does not have 7 to 15 digits",
  phoneText: "holds more than a number",
  phonePrefix: "may have lost its + or 0",
  zipDigits: "has no digit",
  zipLength: "has an unusual length",
  largeQuantity: "is large",
  placeholder: "may stand for no value",
  masked: "is partly hidden",
  cancelled: "was cancelled by the shop",
  idAddress: "is a web address",
  idList: "looks like several IDs",
  idContact: "is no Customer ID",
  unlistedVariant: "is not among bitbybit's products",
  sameOrder: "has the same recipient and articles as another order",
  refCase: "differs from another one by letter case alone",
  refZeros: "differs from another one by zeros alone",
};
