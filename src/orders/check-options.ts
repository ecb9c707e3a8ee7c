import type { ArticleLookup } from "./lines/article";
import type { SingleName } from "./names";

/** What a check may know besides the sheet. */
export interface CheckOptions {
  /** The catalogue; without it SKUs and product names are not looked up, and Variant IDs are taken as they are. */
  lookup?: ArticleLookup;
  /** What becomes the last name of a person with a single name. @default the name fills both */
  singleName?: SingleName;
}
