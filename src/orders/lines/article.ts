import type { DataField } from "../field";

/** One line of an order as it was read from its cells. */
export interface Article {
  rowNumber: number;
  /** The column that says what is ordered; for a blank one, the column that is to be filled. */
  codeField: DataField;
  /** Counts from 0; null if the sheet has no such column. */
  codeColumn: number | null;
  quantityField: DataField;
  /** Null if the quantity is a default, or stands in the same cell as the article. */
  quantityColumn: number | null;
  /** The Variant ID, SKU or product name as it is meant; "" if there is none. */
  code: string;
  /** What is sent; left out if it is blank, at fault or not resolved. */
  productVariantId?: string;
  /** Whole, at least 1; left out if it is blank or at fault. */
  quantity?: number;
  /** What the catalogue calls the article; "" if nothing was looked up. */
  title: string;
}

/** What a code of a cell stands for, by the catalogue. */
export type Resolution =
  | { kind: "found"; variantId: string; title: string }
  /** None, or more than one; what it may have been meant as, at most three. */
  | { kind: "unknown" | "ambiguous"; nearest: readonly string[] };

/** Finds variants by what cells say; the catalogue fills it. */
export interface ArticleLookup {
  /** `by`: which of the columns has the code. */
  resolve(by: "variantId" | "sku" | "product", code: string): Resolution;
}
