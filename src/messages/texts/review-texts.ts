import type { Review } from "../../decide/decision";
import type { Words } from "../english/english";
import { type SaidByKind, say } from "./said";

type Reason = Exclude<Review, { why: "partial" }>;

/** For each reason why an order needs a person, and each way out. The second argument puts a moment into words. */
export type ReviewReasons = SaidByKind<Reason, "why", (atMs: number) => string>;

/** The Message beside the rows of an order that needs a person. `time` puts a moment into words. */
export function reviewTexts({ reviews: { start, partial, reasons } }: Words) {
  return (review: Review, time: (atMs: number) => string): string =>
    review.why === "partial"
      ? partial(review)
      : start + say<Reason, "why", typeof time>(reasons, "why", review, time);
}
