import * as fc from "fast-check";
import type { RunView } from "../../../src/endpoints/runs";
import type { PageEvent } from "../../../src/sidebar/state/page-event";
import { reduce } from "../../../src/sidebar/state/reduce";
import { initialState, type PageState } from "../../../src/sidebar/state/state";
import { builtVersion, ended, plan, running, state } from "../scripted-server";

const nowMs = 1_000_000;

/** The page after these events. */
function after(...events: PageEvent[]): PageState {
  return events.reduce(reduce, initialState("en", nowMs));
}

function stateRead(change: Parameters<typeof state>[0] = {}, resumed = false): PageEvent {
  return { type: "stateRead", state: state(change), version: builtVersion, nowMs, resumed };
}

function answered(run: RunView, atMs = nowMs): PageEvent {
  return { type: "runAnswered", run, nowMs: atMs };
}

const started: PageEvent[] = [
  stateRead(),
  { type: "planAsked", runKind: "create", place: "run" },
  { type: "questionAsked", plan, rows: null },
  { type: "runStarted", plan, nowMs },
];

/** When the run will have ended, as the page tells it. */
function endsAtMs({ card }: PageState): number | null {
  return "endsAtMs" in card ? card.endsAtMs : null;
}

test("the page is busy until the server has answered, and idle after it", () => {
  expect(after().work.kind).toBe("opening");
  expect(after(stateRead()).work.kind).toBe("idle");
});

test("a page of another version than the server starts nothing, whatever comes", () => {
  const other = after(stateRead({ version: "99.0.0" }));
  expect(other.work.kind).toBe("closed");
  expect(reduce(other, stateRead()).work.kind).toBe("closed");
});

test("what was wrong with a selection is not said of the next one", () => {
  const refused: PageEvent[] = [
    stateRead(),
    { type: "looked", answer: { ok: false, message: "No orders." } },
    { type: "planAsked", runKind: "check", place: "run" },
    { type: "planRefused", said: "No orders." },
  ];
  expect(after(...refused).notice).toEqual({ said: "No orders.", tone: "bad" });
  expect(after(...refused, { type: "looked", answer: { ok: true, plan } }).notice).toBeNull();
});

test("the time left at a start is what the question told", () => {
  expect(endsAtMs(after(...started))).toBe(nowMs + plan.secondsNeeded * 1000);
});

test("the time left falls, unless it ran out or the server has learned that it is much longer", () => {
  const answers = fc.array(
    fc.record({
      secondsLeft: fc.option(fc.integer({ min: 0, max: 300 })),
      waitMs: fc.integer({ min: 0, max: 60_000 }),
    }),
  );
  fc.assert(
    fc.property(answers, (steps) => {
      let page = after(...started);
      let before = endsAtMs(page) ?? 0;
      for (const [index, step] of steps.entries()) {
        const atMs = nowMs + index * 1000;
        page = reduce(page, answered(running(1, step), atMs));
        const told = endsAtMs(page);
        if (told !== null && told > before && before > atMs)
          expect(told - before).toBeGreaterThanOrEqual(15_000);
        before = told ?? 0;
      }
    }),
    { seed: 15 },
  );
});

test("a time that turns out much too short is corrected once, and falls from there", () => {
  const late = after(...started, answered(running(10, { secondsLeft: 70 })));
  expect(endsAtMs(late)).toBe(nowMs + 70_000);
  expect(endsAtMs(reduce(late, answered(running(20, { secondsLeft: 75 }))))).toBe(nowMs + 70_000);
  expect(endsAtMs(reduce(late, answered(running(20, { secondsLeft: 40 }))))).toBe(nowMs + 40_000);
});

test("a run is not told to end before the wait that it is in", () => {
  const page = after(stateRead({ run: running(1, { secondsLeft: 10, waitMs: 55_000 }) }, true));
  expect(endsAtMs(page)).toBe(nowMs + 55_000);
});

test("a time that a wait outlasts is not told any longer, if the server has no better one", () => {
  const page = after(...started, answered(running(1, { secondsLeft: null, waitMs: 55_000 })));
  expect(endsAtMs(page)).toBeNull();
});

test("a run found under way is driven from here only if the page takes it up", () => {
  const run = running(5);
  expect(after(stateRead({ run }, true)).work.kind).toBe("running");
  const left = after(stateRead({ run, runIsAnothers: true, lease: "Ben runs." }));
  expect(left.work.kind).toBe("idle");
  expect(left.card).toEqual({ kind: "elsewhere", run, isAnothers: true, lease: "Ben runs." });
});

test("what is read while a run is driven from here does not replace what the run itself answers", () => {
  const page = after(...started, answered(running(5)));
  expect(reduce(page, stateRead({ run: running(1) }))).toMatchObject({ card: page.card, work: page.work });
});

test("a run that was started from the menu takes the place of the one before", () => {
  const page = after(stateRead({ run: ended() }), stateRead({ run: running(3, { runId: "run-2" }) }));
  expect(page.card).toMatchObject({ kind: "elsewhere", run: { runId: "run-2" } });
});

test("a refused start shows no run, and its sentence", () => {
  const page = after(...started, {
    type: "runLost",
    said: "The selection changed.",
    mayGoOn: false,
  });
  expect(page.card.kind).toBe("welcome");
  expect(page.notice).toEqual({ said: "The selection changed.", tone: "bad" });
  expect(page.work.kind).toBe("idle");
});

test("a run that is lost half-way keeps its figures", () => {
  const said = "Gone.";
  const page = after(...started, answered(running(5)), { type: "runLost", said, mayGoOn: true });
  expect(page.card).toMatchObject({ kind: "lost", said, run: { counts: { created: 5 } } });
});

test("a trouble that passes is told with the run's figures, until the next answer", () => {
  const failure = { cause: "connection", detail: "" } as const;
  const troubled = after(...started, answered(running(5)), {
    type: "runRetried",
    failure,
    waitMs: 5_000,
    nowMs,
  });
  expect(troubled.card).toMatchObject({ trouble: failure, waitEndsMs: nowMs + 5_000 });
  expect(reduce(troubled, answered(running(6))).card).toMatchObject({ trouble: null });
});

test("a check asked for in the Problems tab stays there; what sends something is watched in the Run tab", () => {
  const at = (kind: "check" | "create") =>
    after(
      stateRead(),
      { type: "tabOpened", tab: "problems" },
      { type: "planAsked", runKind: kind, place: "problems" },
      { type: "runStarted", plan: { ...plan, kind }, nowMs },
    ).tab;
  expect([at("check"), at("create")]).toEqual(["problems", "run"]);
});

test("a refusal is told where the run was asked for", () => {
  const said = "No.";
  const page = after(
    stateRead(),
    { type: "planAsked", runKind: "check", place: "problems" },
    { type: "planRefused", said },
  );
  expect(page.notice).toBeNull();
  expect(page.problems.notice).toEqual({ said, tone: "bad" });
});

test("the page speaks as the server does, and opens the tab that it names the first time alone", () => {
  const page = after(stateRead({ spoken: "id", open: "columns" }));
  expect([page.language, page.tab]).toEqual(["id", "columns"]);
  const later = [{ type: "tabOpened", tab: "run" } as const, stateRead({ spoken: "id", open: "columns" })];
  expect(later.reduce(reduce, page).tab).toBe("run");
});

test("a tab that is chosen before the server's first answer stays", () => {
  expect(after({ type: "tabOpened", tab: "settings" }, stateRead({ open: "columns" })).tab).toBe("settings");
});
