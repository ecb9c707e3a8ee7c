import { holdText, isHoldText } from "../../src/messages/hold-text";
import type { Hold } from "../../src/orders/disposition";
import { expectAdvice } from "./sentences";

const time = (atMs: number) => `moment ${atMs}`;
const holds: Hold[] = [
  { why: "keyDamaged" },
  { why: "keyMissing" },
  { why: "mixedKeys" },
  { why: "addedAfter", orderId: "ord_1" },
  { why: "copied", homeRow: 4 },
  { why: "displaced", homeRow: 4 },
  { why: "statusElsewhere", keyRow: 4 },
  { why: "sheetDisplaced", keyRow: 4 },
  { why: "edited", orderId: "ord_1" },
  { why: "editedUnconfirmed" },
  { why: "madeBefore", orderId: "ord_1", atMs: 7 },
  { why: "otherApiKey", environment: "live" },
  { why: "idMissing" },
  { why: "idElsewhere", orderId: "ord_1", idRow: 4 },
  { why: "idChanged", orderId: "ord_1" },
  { why: "idWithoutStatus" },
  { why: "partial", ref: "R-7", rowNumbers: [9], hidden: false },
  { why: "unverified" },
];

describe("why an order is held", () => {
  test.each(holds)("$why says what is wrong and what to do", (hold) => {
    expectAdvice(holdText(hold, time));
  });

  test.each(holds)("$why names the row or order that it speaks of", (hold) => {
    const text = holdText(hold, time);
    if ("homeRow" in hold || "keyRow" in hold) expect(text).toContain("row 4");
    if ("orderId" in hold) expect(text).toContain("ord_1");
    if ("atMs" in hold) expect(text).toContain("moment 7");
  });

  test("without an ID the order is still a sentence", () => {
    for (const why of ["edited", "addedAfter"] as const) expectAdvice(holdText({ why, orderId: "" }, time));
    expectAdvice(holdText({ why: "madeBefore", orderId: "", atMs: 7 }, time));
  });

  test("an order that is not selected in full names the rows that are missing", () => {
    const partial = (rowNumbers: number[], ref = "R-7", hidden = false) =>
      holdText({ why: "partial", ref, rowNumbers, hidden }, time);
    expect(partial([9])).toBe("Order R-7 has row 9 too: select it as well.");
    expect(partial([9, 12], "")).toBe("This order has rows 9, 12 too: select them as well.");
    expect(partial([9], "R-7", true)).toBe(
      "Order R-7 has row 9 too: select it as well, and show the rows that the filter hides.",
    );
    expect(partial([1, 2, 3, 4, 5, 6, 7])).toContain("rows 1, 2, 3, 4, 5 and 2 more too");
  });

  test("is told from other messages by its beginning, but for an order that is not selected in full", () => {
    for (const hold of holds) expect(isHoldText(holdText(hold, time))).toBe(hold.why !== "partial");
    expect(isHoldText("E4 Quantity: empty")).toBe(false);
  });
});
