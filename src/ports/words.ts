import type { AbsenceDoubt } from "../bitbybit/scan";
import type { Review } from "../decide/decision";
import type { CellMark } from "../orders/marks";
import type { CheckedOrder } from "../orders/order";
import type { EntryWords } from "../sheet/entry-cells";

/**
 * Why a look-up could not tell what became of an order. `changed`: what was sent stands in no row any more. `notInShop`: the
 * typed Order ID is none of the shop's.
 */
export type ReconcileDoubt =
  | Exclude<AbsenceDoubt, "found">
  | "wait"
  | "changed"
  | "otherApiKey"
  | "disproved"
  | "notInShop";

/** Why an order is still not known, and when it can be. */
export interface Unresolved {
  doubt: ReconcileDoubt;
  /** Null when waiting is of no use. Epoch milliseconds. */
  untilMs: number | null;
  /** The order of the shop that may be it; "" for none. */
  orderId: string;
}

/** An order of which no waiting tells more. */
export function unresolvedBy(doubt: ReconcileDoubt, orderId = ""): Unresolved {
  return { doubt, untilMs: null, orderId };
}

/** Words for the cells of the sheet and for progress; one implementation a language. */
export interface RunWords extends EntryWords {
  /** Why an order needs a person, and each way out. */
  review(review: Review): string;
  /** The Message of each row of an order with problems, by row number. */
  problems(order: CheckedOrder): Map<number, string>;
  /** The note at a cell that has problems or warnings, without what it begins with. */
  note(mark: CellMark): string;
  /** Why it is not known whether an order exists. */
  unresolved(open: Unresolved): string;
  /** True for a text that the add-on writes into Message, in any language. */
  isMessage(text: string): boolean;
  /** How far a run is. */
  progress(done: number, total: number): string;
}
