import type { NotOrderReason } from "../../orders/rows/not-orders";
import type { FixKind } from "../../orders/values/clean-text";
import { quoted, shortened } from "../found-value";
import type { WarningSentences } from "../texts/finding-texts";

/** What may be wrong if a cell holds what another one should. */
export const inRightColumns = "whether the row's cells stand in the right columns";

const warnings: WarningSentences = {
  phoneLength: (_, found) => `${found} does not have 7 to 15 digits; check the phone number`,
  phoneText: (warning, found) =>
    `${found} holds more than a phone number; type ${warning.suggestion ?? "one number"} alone`,
  phonePrefix: (warning, found) =>
    `${found} may have lost its + or 0; ${warning.suggestion} is probably meant`,
  zipDigits: (_, found) => `${found} has no digit; check the postal code, and ${inRightColumns}`,
  largeQuantity: (_, found) => `${found} is a large quantity; check it`,
  placeholder: (_, found) =>
    `${found} is sent as it stands; if it means that there is no value, type one or empty the cell`,
  masked: (_, found) =>
    `${found} is partly hidden by the shop and is sent so; type it in full if bitbybit delivers`,
  unitColumn: (warning, found) =>
    `the unit is ${found}, but the quantity is sent as it stands; if ${warning.pieces} pieces each are meant, type their number`,
  cancelled: (_, found) => `the shop says ${found} of this order; leave the row out if it is not to be sent`,
  idAddress: (_, found) => `${found} is a web address; type the ID alone`,
  idList: (_, found) => `${found} looks like several IDs; give each a row, or write them as "ID x2; ID"`,
  idContact: (_, found) => `${found} is no Customer ID, and nobody was looked up by it`,
  unlistedVariant: (warning, found) =>
    `${found} is not among bitbybit's products${nearestText(warning.nearest)}`,
  sameOrder: (warning) =>
    `the order of row ${warning.otherRowNumber} has the same recipient and articles; check that both are wanted`,
  refMissing: (warning) =>
    `empty, so this is an order of its own; type ${quoted(warning.otherFound)}, as in row ${warning.otherRowNumber}, if both are one order`,
  refCase: (warning, found) =>
    `${found} differs from ${quoted(warning.otherFound)} in row ${warning.otherRowNumber} by letter case alone; these are two orders`,
  refZeros: (warning, found) =>
    `${found} and ${quoted(warning.otherFound)} in row ${warning.otherRowNumber} differ by zeros alone; these are two orders`,
  noLetter: (_, found) => `${found} has no letter; check ${inRightColumns}`,
  zipLetters: (warning, found) =>
    `${found} has a letter or sign; postal codes of ${warning.country} have digits alone`,
  countryDigits: (_, found) => `${found} is no country; type its two letters, such as ID, or its name`,
  zipLength: (warning, found) => {
    const meant = warning.suggestion === null ? "" : `; ${warning.suggestion} is probably meant`;
    return `${found} has another length than postal codes of ${warning.country}${meant}`;
  },
};

/** What was seen in reading that stops no order, in English. */
export const findings = {
  /** What to look at, behind the name of a cell. */
  warnings,
  orderWaits: "The order is not sent until this is fixed and checked again.",
  faultGone: "This row has no fault any more. Check it again.",
  orderMayGo: "The order can be sent as it is.",
  singleName: (found: string, lastName: string) =>
    `${found} is one name alone; ${lastName} is sent as last name`,
  readAs: (why: string, text: string) => `${why}; read as ${text}`,
  /** What was put right. */
  fixes: {
    trimmed: "spaces around the text do not count",
    invisible: "invisible characters do not count",
    apostrophe: "the apostrophe does not count",
    textFormula: "the signs of ='…' around the text do not count",
    digits: "digits of another script are read as 0 to 9",
  } satisfies Record<FixKind, string>,
  emptyRow: (rowNumber: number) => `Row ${rowNumber} is empty.`,
  notOrder: (rowNumber: number, why: string) => `Row ${rowNumber} is no order: ${why}.`,
  /** Why a row is no order. */
  notOrders: {
    total: "it holds a total",
    repeatedHeader: "it repeats or explains the headers",
    example: "it is an example",
    note: "it holds no article and nobody to send it to",
  } satisfies Record<NotOrderReason, string>,
};

function nearestText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : `; perhaps ${nearest.map(shortened).join(" or ")} is meant`;
}
