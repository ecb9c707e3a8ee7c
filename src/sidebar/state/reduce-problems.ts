import type { ProblemList } from "../../endpoints/problems";
import type { PageEvent } from "./page-event";
import { problemGroups } from "./problem-groups";
import type { Notice, ProblemsState, Said } from "./state";

/** What an event does to the Problems tab. Problems that are shown stay until the new ones are there. */
export function reduceProblems(problems: ProblemsState, event: PageEvent): ProblemsState {
  switch (event.type) {
    case "tabOpened":
      return { ...problems, notice: null, checked: null };
    case "problemsAsked":
      return { ...problems, reading: true };
    case "problemsRead":
      return read(problems, event.list);
    case "problemsFailed":
      return { ...problems, reading: false, notice: bad(event.failure) };
    case "problemsSaid":
      return { ...problems, notice: event.notice };
    case "planAsked":
      return { ...problems, notice: null, checked: null };
    case "planRefused":
      return { ...problems, checked: null, notice: bad(event.said) };
    case "runLost":
      return { ...problems, checked: null, notice: bad(event.said) };
    case "runStarted":
      // What was sent with the fixed cells is not to be changed back.
      return event.plan.kind === "check" ? problems : { ...problems, undoToken: "" };
    case "rowsChecked":
      return { ...problems, checked: { key: event.key, rows: event.rows }, notice: null };
    case "fixAsked":
      return { ...problems, fixing: event.cause, notice: null };
    case "fixAnswered": {
      const { ok, message, undoToken } = event.answer;
      const notice: Notice = { said: message, tone: ok ? "good" : "bad" };
      return { ...problems, fixing: null, notice, undoToken };
    }
    case "fixFailed":
      return { ...problems, fixing: null, notice: bad(event.failure) };
    default:
      return problems;
  }
}

function read(problems: ProblemsState, list: ProblemList): ProblemsState {
  const { checked } = problems;
  if (checked === null) return { ...problems, list, reading: false };
  const after = problemGroups(list).find(({ key }) => key === checked.key)?.rows ?? 0;
  return {
    ...problems,
    list,
    reading: false,
    checked: null,
    notice: { kind: "checked", before: checked.rows, after },
  };
}

function bad(said: Said): Notice {
  return { said, tone: "bad" };
}
