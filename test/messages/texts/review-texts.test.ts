import type { Review } from "../../../src/decide/decision";
import { isReviewText } from "../../../src/messages/catalogue";
import { english } from "../../../src/messages/english/english";
import { reviewTexts } from "../../../src/messages/texts/review-texts";
import { expectAdvice } from "../sentences";

const reviewText = reviewTexts(english);

const time = (atMs: number) => `moment ${atMs}`;
const reviews: Review[] = [
  { why: "keyDamaged" },
  { why: "keyMissing" },
  { why: "mixedKeys" },
  { why: "addedAfter", orderId: "ord_1" },
  { why: "copied", homeRow: 4 },
  { why: "displaced", homeRow: 4 },
  { why: "statusElsewhere", keyRow: 4 },
  { why: "sheetDisplaced", keyRow: 4 },
  { why: "edited", orderId: "ord_1" },
  { why: "madeBefore", orderId: "ord_1", atMs: 7, changed: false, open: null },
  { why: "otherApiKey", environment: "live" },
  { why: "idMissing" },
  { why: "idWithoutStatus" },
  { why: "idElsewhere", orderId: "ord_1", idRow: 4 },
  { why: "misplacedText", holds: "orderId", text: "ord_1", field: "customerId" },
  { why: "misplacedText", holds: "message", text: "", field: "address1" },
  { why: "partial", ref: "R-7", rowNumbers: [9], hidden: false },
];

describe("why an order needs a person", () => {
  test.each(reviews)("$why says what is wrong and what to do", (review) => {
    expectAdvice(reviewText(review, time));
  });

  test.each(reviews)("$why names the row or order that it speaks of", (review) => {
    const text = reviewText(review, time);
    if ("homeRow" in review || "keyRow" in review || "idRow" in review) expect(text).toContain("row 4");
    if ("orderId" in review) expect(text).toContain("ord_1");
    if ("atMs" in review) expect(text).toContain("moment 7");
    if ("environment" in review) expect(text).toContain("live");
  });

  test("is still a sentence without an order ID, a time or a row", () => {
    for (const why of ["edited", "addedAfter"] as const) expectAdvice(reviewText({ why, orderId: "" }, time));
    const madeBefore = (atMs: number) =>
      reviewText({ why: "madeBefore", orderId: "", atMs, changed: false, open: null }, time);
    for (const atMs of [0, 7]) expectAdvice(madeBefore(atMs));
    expect([madeBefore(0).includes("moment"), madeBefore(7).includes("moment 7")]).toEqual([false, true]);
    expect(reviewText({ why: "copied", homeRow: null }, time)).toContain("another sheet");
  });

  test("names the rows that are missing of an order that is not selected in full", () => {
    const partial = (rowNumbers: number[], ref = "R-7", hidden = false) =>
      reviewText({ why: "partial", ref, rowNumbers, hidden }, time);
    expect(partial([9])).toBe("Order R-7 has row 9 too: select it as well.");
    expect(partial([9, 12], "")).toBe("This order has rows 9, 12 too: select them as well.");
    expect(partial([9], "R-7", true)).toBe(
      "Order R-7 has row 9 too: select it as well, and show the rows that the filter hides.",
    );
    expect(partial([1, 2, 3, 4, 5, 6, 7])).toContain("rows 1, 2, 3, 4, 5 and 2 more too");
  });

  test("is told from other messages by its beginning, but for an order that is not selected in full", () => {
    for (const review of reviews)
      expect([review.why, isReviewText(reviewText(review, time))]).toEqual([
        review.why,
        review.why !== "partial",
      ]);
    expect(isReviewText("E4 Quantity: empty")).toBe(false);
  });
});
