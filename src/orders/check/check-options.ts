import type { ArticleLookup } from "../lines/article";
import type { SingleName } from "../rows/names";

/** Finds customers by what a Customer ID cell says instead of an ID; the search in bitbybit fills it. */
export interface CustomerLookup {
  /** `contact`: an e-mail address or a phone number. Null if nobody has looked for it. */
  resolve(contact: string): { kind: "found"; customerId: string } | { kind: "unknown" | "ambiguous" } | null;
}

/** What a check may know besides the sheet. */
export interface CheckOptions {
  /** The catalogue; without it SKUs and product names are not looked up, and Variant IDs are taken as they are. */
  lookup?: ArticleLookup;
  /** Customers found by e-mail address or phone number; without it a Customer ID is taken as it is. */
  customers?: CustomerLookup;
  /** What becomes the last name of a person with a single name. @default the name fills both */
  singleName?: SingleName;
}
