import type { Endpoints } from "../../src/endpoints/endpoints";
import type { PlanAnswer } from "../../src/endpoints/runs";
import { type Page, pageOf } from "../../src/sidebar/page";
import { type PageBrowser, pageParts } from "../../src/sidebar/page-parts";
import type { Server } from "../../src/sidebar/server/calls";
import { problemGroups } from "../../src/sidebar/state/problem-groups";
import { initialState, type PageState } from "../../src/sidebar/state/state";
import {
  builtVersion,
  ended,
  plan,
  problem,
  problemList,
  type Script,
  settings,
  state,
} from "./scripted-server";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The page over a scripted server, without a browser. What it calls is noted by name and arguments. */
function opened(script: Script = {}): { page: Page; state: () => PageState; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const call =
    <Name extends keyof Endpoints>(name: Name, usual?: Script[Name]) =>
    async (...args: Parameters<Endpoints[Name]>) => {
      calls.push([name, ...args]);
      const answer = script[name] ?? usual;
      if (answer === undefined) throw new Error(`not scripted: ${name}`);
      return answer(...args);
    };
  const server: Server = {
    getState: call("getState", () => state()),
    planRun: call("planRun", (kind) => ({ ok: true, plan: { ...plan, kind } })),
    startRun: call("startRun", (kind) => ({ ok: true, run: ended({ kind }) })),
    continueRun: call("continueRun"),
    stopRun: call("stopRun"),
    previewRow: call("previewRow"),
    getProblems: call("getProblems", () => list),
    selectCell: call("selectCell"),
    fixCells: call("fixCells"),
    undoFix: call("undoFix"),
    getColumns: call("getColumns"),
    saveColumns: call("saveColumns"),
    saveSettings: call("saveSettings"),
    forgetKey: call("forgetKey"),
    testConnection: call("testConnection"),
  };
  const browser: PageBrowser = {
    wait: async () => undefined,
    hurry: () => undefined,
    every: () => () => undefined,
    online: () => true,
    nowMs: () => 1_000_000,
    focus: () => undefined,
  };
  const parts = pageParts({ server, browser, version: builtVersion }, initialState("en", 0), () => undefined);
  return { page: pageOf(parts), state: parts.state, calls };
}

const items = [problem(), problem({ rowNumber: 9, cell: "F9" })];
const list = problemList(items);
const rows = { sheetId: 7, rowNumbers: [4, 9] };

/** The group of invalid rows, as the Problems tab shows it. */
function group() {
  const [found] = problemGroups(list);
  if (found === undefined) throw new Error("no group");
  return found;
}

test("Check these again checks the rows that are listed, whatever is selected, and tells how many are left", async () => {
  let left = items;
  const { page, state, calls } = opened({
    getProblems: () => problemList(left),
    startRun: (kind) => {
      left = items.slice(1);
      return { ok: true, run: ended({ kind }) };
    },
  });
  await page.open();
  page.tell({ want: "tab", tab: "problems" });
  await turn();
  page.tell({ want: "runOn", kind: "check", group: group(), opener: "" });
  await turn();
  await turn();
  expect(calls).toContainEqual(["planRun", "check", rows]);
  expect(calls).toContainEqual(["startRun", "check", plan.token, rows]);
  expect(state().tab).toBe("problems");
  expect(state().problems.notice).toEqual({ kind: "checked", before: 2, after: 1 });
});

test("a question that is declined starts nothing; one that is confirmed starts the rows that were asked about", async () => {
  const { page, calls, state } = opened();
  await page.open();
  page.tell({ want: "sendAgain", item: problem({ kind: "unconfirmed" }), opener: "" });
  await turn();
  page.tell({ want: "answer", yes: false });
  expect(state().work.kind).toBe("idle");
  page.tell({ want: "sendAgain", item: problem({ kind: "unconfirmed" }), opener: "" });
  await turn();
  page.tell({ want: "answer", yes: true });
  await turn();
  const started = calls.filter(([name]) => name === "startRun");
  expect(started).toEqual([["startRun", "sendAgain", plan.token, { sheetId: 7, rowNumbers: [4] }]]);
});

test("without an API key the selection is read by a check, which needs none", async () => {
  const { page, calls } = opened({ getState: () => state({ settings: { ...settings, maskedKey: "" } }) });
  await page.open();
  await turn();
  expect(calls.filter(([name]) => name === "planRun")).toEqual([["planRun", "check"]]);
});

test("a look that is asked for while another is under way comes after it, and the newest is shown", async () => {
  const answers: ((answer: PlanAnswer) => void)[] = [];
  const { page, state } = opened({ planRun: () => new Promise((resolve) => answers.push(resolve)) });
  const withOrders = (orders: number): PlanAnswer => ({ ok: true, plan: { ...plan, orders } });
  await page.open();
  page.comeBack();
  page.comeBack();
  answers[0]?.(withOrders(0));
  await turn();
  expect(state().selection).toEqual({ kind: "unread" });
  answers[1]?.(withOrders(5));
  await turn();
  expect(answers).toHaveLength(2);
  expect(state().selection).toMatchObject({ plan: { orders: 5 } });
});

test("Refresh shows a run that was started from the menu meanwhile", async () => {
  let run = ended({ runId: "run-1" });
  const { page, state: shown } = opened({ getState: () => state({ run }) });
  await page.open();
  run = ended({ runId: "run-2" });
  page.tell({ want: "refresh" });
  await turn();
  expect(shown().card).toMatchObject({ run: { runId: "run-2" } });
});

test("Test connection hands over what is typed", async () => {
  const { page, state, calls } = opened({ testConnection: () => ({ ok: true, message: "Works." }) });
  await page.open();
  page.tell({ want: "type", draft: { apiKey: "bbb_test_new" } });
  page.tell({ want: "testConnection" });
  await turn();
  expect(calls).toContainEqual(["testConnection", { apiKey: "bbb_test_new" }]);
  expect(state().settings.notice).toEqual({ said: "Works.", tone: "good" });
});

test("a fix is told with its undo, and the list is read again", async () => {
  const { page, state, calls } = opened({
    fixCells: () => ({ ok: true, message: "14 cells fixed.", undoToken: "u-1" }),
    undoFix: () => ({ ok: true, message: "14 cells put back.", undoToken: "" }),
  });
  await page.open();
  page.tell({ want: "fix", group: group() });
  await turn();
  expect(state().problems).toMatchObject({ undoToken: "u-1", fixing: null });
  page.tell({ want: "undo" });
  await turn();
  expect(calls).toContainEqual(["undoFix", "u-1"]);
  expect(state().problems.undoToken).toBe("");
  // Once at the start, once after each.
  expect(calls.filter(([name]) => name === "getProblems")).toHaveLength(3);
});
