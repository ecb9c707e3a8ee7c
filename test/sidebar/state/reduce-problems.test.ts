import type { PageEvent } from "../../../src/sidebar/state/page-event";
import { reduceProblems } from "../../../src/sidebar/state/reduce-problems";
import { initialState } from "../../../src/sidebar/state/state";
import { plan } from "../scripted-server";

const fixed: PageEvent = { type: "fixAnswered", answer: { ok: true, message: "", undoToken: "u-1" } };

test("a fix can be undone after a check, but not after orders were sent with what it wrote", () => {
  const after = (kind: "check" | "create") =>
    [fixed, { type: "runStarted", plan: { ...plan, kind }, nowMs: 0 } as const].reduce(
      reduceProblems,
      initialState("en", 0).problems,
    ).undoToken;
  expect([after("check"), after("create")]).toEqual(["u-1", ""]);
});
