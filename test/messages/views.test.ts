import { catalogueOf } from "../../src/messages/catalogue";
import { planView, progressView, summaryOf } from "../../src/messages/views";
import type { Question } from "../../src/plan/question";
import { emptyReceipt } from "../../src/receipt/receipt";
import type { RunRecord } from "../../src/receipt/run-record";
import type { RunReport } from "../../src/run/run-report";
import { ordersOf } from "../orders/order-sheet";
import { noRemarks } from "../plan/no-remarks";

const english = catalogueOf("en");

const time = (atMs: number) => `moment ${atMs}`;
const [record] = ordersOf({ orderRef: "R-1" });
const counts = { ...emptyReceipt(), selected: 2, created: 2 };
const run: RunRecord = {
  id: "A9C3",
  kind: "create",
  userName: "Ayu",
  environment: "test",
  apiKeyHash: "7K2M",
  sheetId: 7,
  sheetName: "Orders",
  startedAtMs: 1,
  workedAtMs: 2,
  queued: 302,
  before: emptyReceipt(),
  hiddenRows: 1,
  sent: true,
  created: true,
  end: null,
  receipt: emptyReceipt(),
  madeTwice: 0,
};
const report: RunReport = {
  run,
  kind: "create",
  state: "running",
  counts,
  remaining: 300,
  madeTwice: 0,
  waitMs: 0,
  end: null,
};

test("a question comes to the sidebar in words, with the token of what it is about", () => {
  const question: Question = {
    kind: "create",
    environment: "live",
    keyTail: "…1a2b",
    orders: 1,
    units: 2,
    lookUps: 0,
    first: record ? { record, decision: { kind: "fix" } } : null,
    last: null,
    rows: 1,
    hiddenRows: 0,
    emptyRows: 0,
    leftOut: emptyReceipt(),
    secondsNeeded: 4,
    warnings: [{ code: "journalNearlyFull" }],
    remarks: { ...noRemarks, articlesFault: "noRead" },
  };
  const view = planView(english, question, "token", time);
  expect(view).toMatchObject({
    token: "token",
    environment: "live",
    firstOrder: "R-1 (row 2)",
    lastOrder: "",
  });
  expect(view.question).toMatch(/^LIVE: create 1 order/);
  expect(view.warnings).toHaveLength(1);
  expect(view.remarks).toEqual([expect.stringContaining("Articles were not looked up")]);
  expect(view.question).toContain(view.remarks?.[0]);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

describe("a run as the sidebar shows it", () => {
  test("under way says how fast it is and how long it takes, and has no summary", () => {
    expect(progressView(english, report, 100, time)).toMatchObject({
      runId: "A9C3",
      sheetName: "Orders",
      state: "running",
      ordersPerMinute: 100,
      secondsLeft: 120,
      waitingFor: "",
      summary: "",
      hiddenRows: 1,
    });
  });

  test("that waits says for what", () => {
    const waiting: RunReport = { ...report, state: "waiting", waitMs: 5_000 };
    expect(progressView(english, waiting, 100, time)).toMatchObject({
      waitingFor: "waiting 5 s for the API's rate limit",
      secondsLeft: 125,
    });
    const stuck: RunReport = { ...waiting, end: { why: "stuck", cell: "M2" } };
    expect(progressView(english, stuck, 100, time).waitingFor).toMatch(/^The cell M2 refuses/);
  });

  test("that has ended has a summary and no time left", () => {
    const ended: RunReport = { ...report, state: "ended", remaining: 0, end: { why: "done" } };
    expect(progressView(english, ended, 100, time)).toMatchObject({
      ordersPerMinute: null,
      secondsLeft: null,
      summary: "2 orders: 2 created. 1 row that a filter hides was left out.",
    });
  });

  test("that left no record, such as a check, is shown all the same", () => {
    expect(progressView(english, { ...report, run: null, state: "ended" }, 100, time)).toMatchObject({
      runId: "",
      environment: null,
      hiddenRows: 0,
    });
  });
});

test("the last sentences say why a run stopped before what it did, and what was made twice", () => {
  expect(summaryOf(english, { ...report, madeTwice: 1, end: { why: "stoppedByUser" } }, time)).toBe(
    "Stopped. 1 order was made twice: its Message says which ones; cancel all but one in bitbybit. " +
      "2 orders: 2 created. 1 row that a filter hides was left out.",
  );
});
