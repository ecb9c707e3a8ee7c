import { runTexts } from "../../src/messages/run-text";
import { emptyReceipt } from "../../src/run/receipt";
import { expectAdvice, expectReadable } from "./sentences";

const question = {
  kind: "create",
  environment: "test",
  keyTail: "…1a2b",
  orders: 3,
  lookUps: 0,
  first: "R-1 (row 2)",
  last: "R-9 (rows 4–5)",
  leftOut: emptyReceipt(),
  hiddenRows: 0,
  secondsNeeded: 4,
  warnings: [],
} as const;

describe("the question before a run", () => {
  test("says TEST or LIVE, how many orders, the first and the last, and the key's end", () => {
    expect(runTexts.question(question)).toBe(
      "TEST: create 3 orders in bitbybit: from R-1 (row 2) to R-9 (rows 4–5).\nAPI key …1a2b. This takes less than a minute.",
    );
    expect(runTexts.question({ ...question, environment: "live", orders: 1 })).toMatch(
      /^LIVE: create 1 order in bitbybit: R-1 \(row 2\)\./,
    );
  });

  test("says how long it takes", () => {
    expect(runTexts.question({ ...question, secondsNeeded: 600 })).toContain("about 10 minutes");
    expect(runTexts.question({ ...question, secondsNeeded: 6_000 })).toContain("about 1 h 40 min");
  });

  test("says what is left out, and why", () => {
    const leftOut = { ...emptyReceipt(), invalid: 2, skipped: 1, unconfirmed: 1, selected: 4 };
    const text = runTexts.question({ ...question, leftOut, hiddenRows: 5, lookUps: 1 });
    expect(text).toContain("Not sent: 2 with problems, 1 created earlier and 1 unconfirmed.");
    expect(text).toContain("5 rows that a filter hides were left out.");
    expect(text).toContain("1 order may exist already.");
  });

  test("to send again says what the user vouches for", () => {
    expect(runTexts.question({ ...question, kind: "sendAgain", orders: 1 })).toContain(
      "you say that these are not in bitbybit. Send 1 order again, even if they exist: R-1",
    );
  });
});

describe("sentences about a run", () => {
  test("an order is called by its Order ref and rows", () => {
    expect(runTexts.orderName("R-7", [8, 9, 12])).toBe("R-7 (rows 8–9, 12)");
    expect(runTexts.orderName("", [8])).toBe("row 8");
  });

  test("a receipt counts what there is", () => {
    expect(runTexts.summary({ ...emptyReceipt(), selected: 4, created: 3, invalid: 1 })).toBe(
      "4 orders: 3 created and 1 with problems.",
    );
    expect(runTexts.summary(emptyReceipt())).toBe("0 orders: nothing to do.");
  });

  test.each([
    runTexts.busy,
    runTexts.columnsGone,
    runTexts.noKey,
    runTexts.changedSince,
    runTexts.otherKey,
    runTexts.protectedColumns,
    runTexts.refused("M2"),
    runTexts.refused(""),
    runTexts.full,
    runTexts.sheetsFault,
    runTexts.unexpected,
    runTexts.unreadableSlots(1),
    runTexts.unreadableSlots(3),
    runTexts.noEcho,
    runTexts.goOn(4, 5),
    runTexts.absentPartial,
    runTexts.tooLongForToday(30_000, 20_000),
  ])("%s", (sentence) => {
    expectAdvice(sentence);
  });

  test.each([
    "wait",
    "scope",
    "refused",
    "rateLimit",
    "unreadable",
    "changing",
    "tooMany",
    "time",
    "control",
  ] as const)("an order that cannot be told (%s) says what to do", (doubt) => {
    expectAdvice(runTexts.unresolved(doubt, "14:05"));
    expectReadable(runTexts.unresolved(doubt, ""));
  });

  test("somebody else's run is told with their name, or without", () => {
    expect(runTexts.anotherRuns("Ayu", "14:05", 12)).toBe(
      "Ayu has been creating 12 orders from this spreadsheet since 14:05.",
    );
    expect(runTexts.anotherRuns("", "14:05", 1)).toMatch(/^Somebody has been creating 1 order/);
  });
});
