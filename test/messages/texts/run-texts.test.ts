import { english } from "../../../src/messages/english/english";
import { textsOf } from "../../../src/messages/texts/texts";
import type { Question, Warning } from "../../../src/plan/question";
import { emptyReceipt } from "../../../src/receipt/receipt";
import { ordersOf } from "../../orders/order-sheet";
import { noRemarks } from "../../plan/no-remarks";
import { expectAdvice, expectReadable } from "../sentences";

const {
  anotherRuns: anotherRunsText,
  continue: continueText,
  hiddenRows: hiddenRowsText,
  madeTwice: madeTwiceText,
  nameOf,
  nothingToDo: nothingToDoText,
  orderName,
  problem: problemOfRunText,
  progress: progressText,
  question: questionText,
  summary: summaryText,
  waitingForLimit: waitingForLimitText,
  warning: warningText,
} = textsOf(english).runs;

const time = (atMs: number) => `moment ${atMs}`;
const orders = ordersOf({ orderRef: "R-1" }, { orderRef: "R-2" }, { orderRef: "R-9" }, { orderRef: "R-9" });
const planned = (index: number): Question["first"] => {
  const record = orders[index];
  return record ? { record, decision: { kind: "fix" } } : null;
};

const question: Question = {
  kind: "create",
  environment: "test",
  keyTail: "…1a2b",
  orders: 3,
  lookUps: 0,
  units: 5,
  first: planned(0),
  last: planned(2),
  rows: 4,
  hiddenRows: 0,
  emptyRows: 0,
  leftOut: emptyReceipt(),
  secondsNeeded: 4,
  warnings: [],
  remarks: noRemarks,
};
const asked = (parts: Partial<Question> = {}) => questionText({ ...question, ...parts }, time);

describe("the question before a run", () => {
  test("says TEST or LIVE, how many orders, the first and the last, and the key's end", () => {
    expect(asked()).toBe(
      "TEST: create 3 orders in bitbybit: from R-1 (row 2) to R-9 (rows 4–5).\nAPI key …1a2b. This takes less than a minute.",
    );
    expect(asked({ environment: "live", orders: 1 })).toMatch(
      /^LIVE: create 1 order in bitbybit: R-1 \(row 2\)\./,
    );
    expect(asked({ orders: 0, first: null, last: null })).toMatch(/^TEST: create 0 orders in bitbybit\.\n/);
  });

  test("says how long it takes", () => {
    expect(asked({ secondsNeeded: 600 })).toContain("about 10 minutes");
    expect(asked({ secondsNeeded: 6_000 })).toContain("about 1 h 40 min");
  });

  test("says what is left out, and why", () => {
    const leftOut = { ...emptyReceipt(), invalid: 2, skipped: 1, unconfirmed: 1, selected: 4 };
    const text = asked({ leftOut, hiddenRows: 5, lookUps: 1 });
    expect(text).toContain("Not sent: 2 with problems, 1 already created and 1 unconfirmed.");
    expect(text).toContain("5 rows that a filter hides were left out.");
    expect(text).toContain("1 order may exist already.");
  });

  test("to send again says what the user vouches for", () => {
    expect(asked({ kind: "sendAgain", orders: 1 })).toContain(
      "you say that these are not in bitbybit. Send 1 order again, even if they exist: R-1",
    );
  });

  test("to check or to look up says that alone", () => {
    expect(asked({ kind: "check" })).toMatch(/^Check 3 orders: from R-1/);
    expect(asked({ kind: "resolve" })).toMatch(/^TEST: look up 3 orders in bitbybit: from R-1/);
  });

  test("ends with what has to be known first", () => {
    const warnings: Warning[] = [{ code: "journalNearlyFull" }, { code: "unreadableRecords", count: 2 }];
    expect(asked({ warnings }).split("\n").slice(-2)).toEqual(warnings.map((one) => warningText(one, time)));
  });
});

describe("something to know before a run", () => {
  test.each<Warning>([
    { code: "similarHeader", header: { field: "zip", columnIndex: 3, found: "Postcode" } },
    { code: "tooLongForToday", orders: 30_000, perDay: 20_000 },
    { code: "anotherRuns", userName: "Ayu", sinceMs: 7, orders: 12 },
    { code: "unreadableRecords", count: 1 },
    { code: "journalNearlyFull" },
    { code: "typedIds", orders: 1 },
    { code: "typedIds", orders: 3 },
  ])("%j can be read", (warning) => {
    expectReadable(warningText(warning, time));
  });

  test("is who else is at work, with their name or without", () => {
    expect(anotherRunsText("Ayu", "14:05", 12)).toBe(
      "Ayu has been creating 12 orders from this spreadsheet since 14:05.",
    );
    expect(anotherRunsText("", "14:05", 1)).toMatch(/^Somebody has been creating 1 order /);
  });

  test("is that records cannot be read: nothing is sent, and nothing is lost", () => {
    for (const count of [1, 2]) expectAdvice(problemOfRunText({ code: "unreadableRecords", count }));
    expect(problemOfRunText({ code: "unreadableRecords", count: 1 })).toContain(
      "1 record of earlier runs cannot be read",
    );
  });
});

describe("sentences about a run", () => {
  test("call an order by its Order ref and rows", () => {
    expect(orderName("R-7", [8, 9, 12])).toBe("R-7 (rows 8–9, 12)");
    expect(orderName("", [8])).toBe("row 8");
    expect([nameOf(orders[2]), nameOf(undefined)]).toEqual(["R-9 (rows 4–5)", ""]);
  });

  test("count what there is", () => {
    expect(summaryText({ ...emptyReceipt(), selected: 4, created: 3, invalid: 1 }, "create")).toBe(
      "4 orders: 3 created and 1 with problems.",
    );
    expect(summaryText(emptyReceipt(), "create")).toBe("0 orders: nothing to do.");
    const all = {
      ...emptyReceipt(),
      valid: 1,
      rejected: 2,
      notSent: 3,
      unconfirmed: 4,
      skipped: 5,
      selected: 15,
    };
    expect(summaryText(all, "create")).toBe(
      "15 orders: 1 valid, 2 rejected by bitbybit, 3 not sent, 4 unconfirmed and 5 already created.",
    );
  });

  test("say of a look-up that it has left the others as they were", () => {
    expect(summaryText({ ...emptyReceipt(), selected: 2, skipped: 2 }, "resolve")).toBe(
      "2 orders: 2 unchanged.",
    );
  });

  test("say of orders that were made twice what to do", () => {
    expect(madeTwiceText(0)).toBe("");
    for (const count of [1, 2]) expectAdvice(madeTwiceText(count));
  });

  test("say why there is nothing to do", () => {
    expect(nothingToDoText("create", 2, false)).toContain("2 rows that a filter hides were left out.");
    for (const kind of ["resolve", "sendAgain"] as const) expectReadable(nothingToDoText(kind, 0, true));
    expect(hiddenRowsText(1)).toBe("1 row that a filter hides was left out.");
  });

  test("say how far a run is and what it waits for", () => {
    expect(progressText(3, 10)).toBe("3 of 10 orders");
    expect(waitingForLimitText(22_100)).toBe("waiting 23 s for the API's rate limit");
    expectAdvice(continueText(4, 5));
  });
});
