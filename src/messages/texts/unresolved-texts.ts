import type { ReconcileDoubt } from "../../ports/words";
import type { Words } from "../english/english";
import type { Said } from "./said";

/** What a sentence about a look-up may name. */
export interface DoubtDetails {
  /** From when on it can be told; "" when it is not known. */
  until: string;
  /** The order of the shop that may be it; "" for none. */
  orderId: string;
}

/** For each doubt what it means and what to do. */
export type DoubtSentences = Readonly<Record<ReconcileDoubt, Said<DoubtDetails>>>;

/** Why it is not known whether an order exists, and what to do. */
export function unresolvedTexts({ unresolved: { start, doubts } }: Words) {
  return (doubt: ReconcileDoubt, until: string, orderId = ""): string => {
    const said = doubts[doubt];
    return start + (typeof said === "string" ? said : said({ until, orderId }, undefined));
  };
}
