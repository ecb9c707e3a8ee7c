import type { WarningKind } from "../../orders/check/finding";
import type { ProblemKind } from "../../orders/check/problem";
import type { FixSentences } from "../texts/fix-texts";
import { count, number } from "./amounts";

const cells = (amount: number) => count(amount, "cell");

const outcomes: FixSentences = {
  fixed: (outcome) => {
    const more = outcome.left === 0 ? "" : ` ${number(outcome.left)} more are left for another click.`;
    return `${cells(outcome.cells)} fixed.${more} What stood there before is in the log.`;
  },
  undone: (outcome) => `${cells(outcome.cells)} put back.`,
  notWritten: (outcome, named) =>
    `${named} could not be written; look whether the cells are protected. ${cells(outcome.written)} written.`,
  changed: (_, named) =>
    `Nothing was put back, since somebody has changed ${named} meanwhile. What stood there is in the log.`,
  nothing: "Nothing was changed: none of these cells has this problem any more, or all of them are formulas.",
  tooOld: "This is too long ago to be undone here. What stood in the cells is in the log.",
  sheetGone: "That sheet does not exist any more.",
};

/** Faults of one kind, and what became of fixing them, in English. */
export const fixes = {
  row: "Row",
  /** What is wrong with a field, behind its name. */
  causes: {
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
    noLetter: "has no letter",
    zipLetters: "has more than digits",
    countryDigits: "is no country",
    zipLength: "has an unusual length",
    largeQuantity: "is large",
    placeholder: "may stand for no value",
    masked: "is partly hidden",
    cancelled: "was cancelled by the shop",
    idAddress: "is a web address",
    idList: "looks like several IDs",
    idContact: "is no Customer ID",
    unlistedVariant: "is not among bitbybit's products",
    unitColumn: "is more than a piece",
    sameOrder: "has the same recipient and articles as another order",
    refMissing: "is empty below an order for the same recipient",
    refCase: "differs from another one by letter case alone",
    refZeros: "differs from another one by zeros alone",
  } satisfies Record<ProblemKind | WarningKind, string>,
  /** What a click on *Fix all* or *Undo* came to. `named`: the first of the cells. */
  outcomes,
  more: (cells: number) => `${number(cells)} more`,
};
