import { findAgain, planSelection } from "../../src/plan/plan";
import { anothersRun, questionAbout } from "../../src/plan/question";
import { RunError } from "../../src/ports/run-error";
import type { RunKind } from "../../src/receipt/progress";
import { emptyReceipt } from "../../src/receipt/receipt";
import { type RunRecord, runProperty } from "../../src/receipt/run-record";
import { keyedRows, type OrderRow, readingOf } from "../orders/order-sheet";
import { executionOf } from "../reconcile/execution";
import { SelectedSheet } from "./selected-sheet";

const ayu: OrderRow = { orderRef: "A" };
const budi: OrderRow = { orderRef: "B", firstName: "Budi" };
const broken: OrderRow = { orderRef: "C", quantity: "two" };
const inUse = executionOf(() => null).context.apiKeyHash;
const made = keyedRows([budi], { status: "Created (test)", orderId: "ord_1" }, { apiKeyHash: inUse });

const run: RunRecord = {
  id: "A9C3",
  kind: "create",
  userName: "Budi",
  environment: "test",
  apiKeyHash: inUse,
  sheetId: 7,
  sheetName: "Orders",
  startedAtMs: 1_000_000_000,
  workedAtMs: 1_000_000_000,
  queued: 12,
  before: emptyReceipt(),
  hiddenRows: 0,
  sent: true,
  created: true,
  end: null,
  receipt: emptyReceipt(),
  madeTwice: 0,
};

function plan(sheet: SelectedSheet, kind: RunKind = "create", live: RunRecord | null = null) {
  const execution = executionOf(() => null, { spreadsheet: sheet.spreadsheet });
  if (live) execution.properties.write(runProperty(live));
  const planned = planSelection(execution.context, kind);
  return { ...execution, planned, question: questionAbout(execution.context, planned) };
}

const decided = (sheet: SelectedSheet, kind?: RunKind, live?: RunRecord) =>
  plan(sheet, kind, live).planned.orders.map(({ record, decision }) => [record.order.ref, decision.kind]);

describe("a plan", () => {
  test("decides about each selected order, and no other", () => {
    expect(decided(new SelectedSheet([ayu, broken, ...made]))).toEqual([
      ["A", "send"],
      ["C", "fix"],
      ["B", "created"],
    ]);
    expect(decided(new SelectedSheet([ayu, broken], [{ firstRow: 3, lastRow: 3 }]))).toEqual([["C", "fix"]]);
  });

  test("lets no order go that is not selected in full, or of which the filter hides a row", () => {
    const rows = [ayu, { ...ayu, variantId: "var_2" }];
    const half = plan(new SelectedSheet(rows, [{ firstRow: 2, lastRow: 2 }]));
    const review = (hidden: boolean) => ({
      kind: "needsReview",
      review: { why: "partial", ref: "A", rowNumbers: [3], hidden },
      as: "unsent",
    });
    expect(half.planned.orders[0]?.decision).toEqual(review(false));
    const sheet = new SelectedSheet(rows);
    sheet.hidden = new Set([3]);
    expect(plan(sheet).planned.orders[0]?.decision).toEqual(review(true));
  });

  test("leaves the rows of a run under way alone, unless it is the one to send", () => {
    const rows = keyedRows([ayu], { status: "Unconfirmed" }, { apiKeyHash: inUse });
    expect(decided(new SelectedSheet(rows), "resolve", run)).toEqual([["A", "created"]]);
    expect(decided(new SelectedSheet(rows), "resolve", { ...run, id: "BBBB" })).toEqual([["A", "reconcile"]]);
    expect(decided(new SelectedSheet(rows), "create", run)).toEqual([["A", "reconcile"]]);
  });

  test("is refused when a user has typed words of their own into a Status column that the add-on prepared", () => {
    const sheet = new SelectedSheet([{ ...ayu, status: "Paid" }]);
    const { context, properties } = executionOf(() => null, { spreadsheet: sheet.spreadsheet });
    properties.write({ "bitbybit.prepared.7": "19" });
    expect(() => planSelection(context, "create")).toThrow(RunError);
  });

  test("has a token that changes with the rows that it is about, and with no other", () => {
    const token = (rows: OrderRow[], selected?: { firstRow: number; lastRow: number }[]) =>
      plan(new SelectedSheet(rows, selected)).planned.token;
    const first = [{ firstRow: 2, lastRow: 2 }];
    const before = token([ayu, budi], first);
    expect(token([ayu, { ...budi, quantity: 9 }], first)).toBe(before);
    expect(token([{ ...ayu, quantity: 9 }, budi], first)).not.toBe(before);
    expect(token([{ ...ayu, status: "Valid" }, budi], first)).not.toBe(before);
    expect(token([ayu, budi])).not.toBe(before);
    expect(token([budi, ayu], [{ firstRow: 3, lastRow: 3 }])).not.toBe(before);
  });
});

describe("orders of a plan in a later reading", () => {
  const again = (rows: OrderRow[], later: OrderRow[], selected?: { firstRow: number; lastRow: number }[]) => {
    const { planned } = plan(new SelectedSheet(rows, selected));
    const found = findAgain(planned.selection, readingOf(later));
    return {
      rows: found.records.map(({ rows: own }) => own[0]?.rowNumber),
      outside: [...found.outside.values()],
    };
  };

  test("are found wherever they stand by now", () => {
    expect(again([ayu, budi], [{}, budi, {}, ayu]).rows).toEqual([3, 5]);
  });

  test("are not those that were edited, or got a key meanwhile", () => {
    expect(again([ayu, budi], [{ ...ayu, quantity: 9 }, budi]).rows).toEqual([3]);
    expect(again([ayu], keyedRows([ayu], { status: "Valid" })).rows).toEqual([]);
  });

  test("of equal orders are as many as were selected, those first that stand where they stood", () => {
    const same: OrderRow = { orderRef: "" };
    const second = [{ firstRow: 3, lastRow: 3 }];
    expect(again([same, same, same], [same, same, same], second).rows).toEqual([3]);
    expect(again([same, same], [same], second).rows).toEqual([2]);
  });

  test("still lack the rows that were not selected", () => {
    const rows = [ayu, { ...ayu, variantId: "var_2" }];
    expect(again(rows, [budi, ...rows], [{ firstRow: 2, lastRow: 2 }]).outside).toEqual([
      { rowNumbers: [3], hidden: false },
    ]);
  });
});

describe("the question about a plan", () => {
  test("counts what will be sent, and what is left out by what it is", () => {
    const { question } = plan(new SelectedSheet([ayu, broken, ...made, { orderRef: "D" }]));
    expect(question).toMatchObject({
      orders: 2,
      lookUps: 0,
      rows: 4,
      leftOut: { invalid: 1, skipped: 1, selected: 2 },
    });
    expect([question.first?.record.order.ref, question.last?.record.order.ref]).toEqual(["A", "D"]);
  });

  test("counts what is looked up first", () => {
    const rows = keyedRows([ayu], { status: "Unconfirmed" }, { apiKeyHash: inUse });
    expect(plan(new SelectedSheet([...rows, budi])).question).toMatchObject({ orders: 2, lookUps: 1 });
  });

  test("shows of the API key its end alone", () => {
    expect(plan(new SelectedSheet([ayu])).question.keyTail).toMatch(/^….{1,4}$/);
  });

  test("says how long it takes: a window of the rate limit for each hundred beyond the first", () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ orderRef: `R-${index}` }));
    const seconds = plan(new SelectedSheet(rows)).question.secondsNeeded;
    expect(seconds).toBeGreaterThanOrEqual(120);
    expect(seconds).toBeLessThan(180);
  });

  test("warns of somebody else's run under way, of records that cannot be read, and of nothing else", () => {
    const codes = (live: RunRecord | null) =>
      plan(new SelectedSheet([ayu]), "create", live).question.warnings.map(({ code }) => code);
    expect(codes(null)).toEqual([]);
    expect(codes(run)).toEqual(["anotherRuns"]);
    expect(codes({ ...run, userName: "Ayu" })).toEqual([]);
    const execution = executionOf(() => null, { spreadsheet: new SelectedSheet([ayu]).spreadsheet });
    execution.properties.write({ "bitbybit.journal.batch.x": "{" });
    const { warnings } = questionAbout(execution.context, planSelection(execution.context, "create"));
    expect(warnings).toEqual([{ code: "unreadableRecords", count: 1 }]);
  });

  test("warns before a look-up takes Order IDs that were typed", () => {
    const rows = keyedRows([ayu], { status: "Unconfirmed", orderId: "ord_9" }, { apiKeyHash: inUse });
    expect(plan(new SelectedSheet(rows), "resolve").question.warnings).toEqual([
      { code: "typedIds", orders: 1 },
    ]);
    expect(plan(new SelectedSheet(rows), "create").question.warnings).toEqual([]);
  });
});

test("another's run counts until nobody has worked on it for the length of its lease", () => {
  const mine = { userName: "Ayu", apiKeyHash: inUse };
  const at = (ms: number, one: RunRecord = run) => anothersRun(one, mine, run.workedAtMs + ms, 600_000);
  expect([at(600_000), at(600_001), at(0, { ...run, end: { why: "done" } })]).toEqual([run, null, null]);
});
