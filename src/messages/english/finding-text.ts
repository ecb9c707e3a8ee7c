import type { Fixed, Warning, WarningDetail } from "../../orders/check/finding";
import type { ProblemPlace } from "../../orders/check/problem";
import { headerOf } from "../../orders/field";
import type { CellMark } from "../../orders/marks";
import type { NotOrderReason } from "../../orders/rows/not-orders";
import type { FixKind } from "../../orders/values/clean-text";
import { cellName } from "../../text/a1";
import { quoted, shortened } from "../found-value";
import { whatAndRemedy } from "./problem-text";

/** A warning in words: which cell, what was found, what to look at. */
export function warningText(warning: Warning): string {
  return `${placeText(warning)}: ${whatToLookAt(warning, quoted(warning.found))}`;
}

/** What the note at a marked cell says: what is wrong, what it means for the order, what to do. */
export function noteText({ problems, warnings }: CellMark): string {
  return [
    ...problems.map(whatAndRemedy),
    ...warnings.map((warning) => whatToLookAt(warning, quoted(warning.found))),
    problems.length > 0
      ? "The order is not sent until this is fixed and checked again."
      : "The order can be sent as it is.",
  ].join("\n");
}

/** What was put right in reading, in words. */
export function fixedText(fixed: Fixed): string {
  const { kind, text } = fixed;
  return kind === "singleName"
    ? `${placeText(fixed)}: ${quoted(fixed.found)} is one name alone; ${quoted(text)} is sent as last name`
    : `${placeText(fixed)}: ${fixTexts[kind]}; read as ${quoted(text)}`;
}

/** Why a row is no order; `reason` is null for an empty row. */
export function notOrderText(rowNumber: number, reason: NotOrderReason | null): string {
  if (reason === null) return `Row ${rowNumber} is empty.`;
  return `Row ${rowNumber} is no order: ${notOrderTexts[reason]}.`;
}

function placeText({ rowNumber, columnIndex, field }: ProblemPlace): string {
  if (columnIndex === null) return `Row ${rowNumber}`;
  const cell = cellName(rowNumber, columnIndex);
  return field === null ? cell : `${cell} ${headerOf[field]}`;
}

function whatToLookAt(warning: WarningDetail, found: string): string {
  switch (warning.kind) {
    case "phoneLength":
      return `${found} does not have 7 to 15 digits; check the phone number`;
    case "phoneText":
      return `${found} holds more than a phone number; type ${warning.suggestion ?? "one number"} alone`;
    case "phonePrefix":
      return `${found} may have lost its + or 0; ${warning.suggestion} is probably meant`;
    case "zipDigits":
      return `${found} has no digit; check the postal code, and whether the row's cells stand in the right columns`;
    case "zipLength": {
      const meant = warning.suggestion === null ? "" : `; ${warning.suggestion} is probably meant`;
      return `${found} has another length than postal codes of ${warning.country}${meant}`;
    }
    case "largeQuantity":
      return `${found} is a large quantity; check it`;
    case "placeholder":
      return `${found} is sent as it stands; if it means that there is no value, type one or empty the cell`;
    case "masked":
      return `${found} is partly hidden by the shop and is sent so; type it in full if bitbybit delivers`;
    case "cancelled":
      return `the shop says ${found} of this order; leave the row out if it is not to be sent`;
    case "idAddress":
      return `${found} is a web address; type the ID alone`;
    case "idList":
      return `${found} looks like several IDs; give each a row, or write them as "ID x2; ID"`;
    case "idContact":
      return `${found} is no Customer ID, and nobody was looked up by it`;
    case "unlistedVariant":
      return `${found} is not among bitbybit's products${nearestText(warning.nearest)}`;
    case "sameOrder":
      return `the order of row ${warning.otherRowNumber} has the same recipient and articles; check that both are wanted`;
    case "refCase":
      return `${found} differs from ${quoted(warning.otherFound)} in row ${warning.otherRowNumber} by letter case alone; these are two orders`;
    case "refZeros":
      return `${found} and ${quoted(warning.otherFound)} in row ${warning.otherRowNumber} differ by zeros alone; these are two orders`;
  }
}

function nearestText(nearest: readonly string[]): string {
  return nearest.length === 0 ? "" : `; perhaps ${nearest.map(shortened).join(" or ")} is meant`;
}

const fixTexts: Readonly<Record<FixKind, string>> = {
  trimmed: "spaces around the text do not count",
  invisible: "invisible characters do not count",
  apostrophe: "the apostrophe does not count",
  textFormula: "the signs of ='…' around the text do not count",
  digits: "digits of another script are read as 0 to 9",
};

const notOrderTexts: Readonly<Record<NotOrderReason, string>> = {
  total: "it holds a total",
  repeatedHeader: "it repeats or explains the headers",
  example: "it is an example",
  note: "it holds no article and nobody to send it to",
};
