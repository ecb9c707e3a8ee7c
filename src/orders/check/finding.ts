import type { FixKind } from "../values/clean-text";
import type { PhoneDoubt } from "../values/phone";
import type { ZipDoubt } from "../values/zip";
import type { ProblemPlace } from "./problem";

/** What a person should look at once, though the order is sent as it is. */
export type WarningDetail =
  | PhoneDoubt
  | ZipDoubt
  /** A country with a digit in it, such as a calling code. */
  | { kind: "countryDigits" }
  /** A name or a place without a letter, as of a row whose cells have moved by a column. */
  | { kind: "noLetter" }
  /** The shop has cancelled the row's order, as a column tells that is not read. */
  | { kind: "cancelled" }
  /** The unit stands in a column that is not read, and is so many pieces. */
  | { kind: "unitColumn"; pieces: number }
  /** More than {@link maxOrdinaryQuantity} of one article. */
  | { kind: "largeQuantity" }
  /** `n/a`, `-`, `?` and the like; or `Siti R******`, as marketplaces hide a buyer. */
  | { kind: "placeholder" | "masked" }
  /** An address of the web, or a list, when an ID is meant. */
  | { kind: "idAddress" | "idList" }
  /** An e-mail address or a phone number when an ID is meant, and nobody looked for it. */
  | { kind: "idContact" }
  /** The catalogue does not list this Variant ID; the nearest ones that it lists, at most three. */
  | { kind: "unlistedVariant"; nearest: readonly string[] }
  /** The same recipient and articles stand in another order; its first row. */
  | { kind: "sameOrder"; otherRowNumber: number }
  /** No Order ref, right below an order with one (`otherFound`) for the same recipient; that order's last row above. */
  | { kind: "refMissing"; otherRowNumber: number; otherFound: string }
  /** An Order ref that differs from another one by letter case alone. */
  | { kind: "refCase" | "refZeros"; otherRowNumber: number; otherFound: string };

/** One thing to look at, as data. */
export type Warning = ProblemPlace & WarningDetail;

/** The kinds of warnings. */
export type WarningKind = Warning["kind"];

/**
 * One thing that was put right in reading; the cell itself is as it was. `text`: what is sent. `singleName`: a full name of
 * one word, for which `text` is sent as the last name.
 */
export type Fixed = ProblemPlace & { kind: FixKind | "singleName"; text: string };

/** Quantities above this are told. */
export const maxOrdinaryQuantity = 999;
