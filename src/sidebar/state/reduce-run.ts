import type { RunView } from "../../endpoints/runs";
import type { SidebarState } from "../../endpoints/sidebar-state";
import type { PageEvent } from "./page-event";
import type { Card, Notice, PageState, Said, Work } from "./state";

const idle: Work = { kind: "idle" };

/** What an event does to runs, the selection and the tab. */
export function reduceRun(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case "ticked":
      return { ...state, nowMs: event.nowMs };
    case "tabOpened":
      return { ...state, tab: event.tab };
    case "stateRead":
      return stateRead(state, event);
    case "stateFailed":
      return {
        ...state,
        work: idle,
        card: { kind: "lost", run: runOf(state.card), said: event.failure },
      };
    case "looked":
      return {
        ...state,
        // What was wrong with the selection then is so no longer.
        notice: event.answer.ok && state.selection.kind === "refused" ? null : state.notice,
        selection: event.answer.ok
          ? { kind: "plan", plan: event.answer.plan }
          : { kind: "refused", said: event.answer.message },
      };
    case "lookFailed":
      return { ...state, selection: { kind: "refused", said: event.failure } };
    case "planAsked":
      return {
        ...state,
        notice: null,
        work: { kind: "planning", runKind: event.runKind, place: event.place },
      };
    case "planRefused":
      return { ...state, work: idle, notice: placeOf(state.work) === "run" ? bad(event.said) : state.notice };
    case "questionAsked": {
      const { plan, rows } = event;
      return { ...state, work: { kind: "asking", plan, rows, place: placeOf(state.work) } };
    }
    case "questionDeclined":
      return { ...state, work: idle };
    case "runStarted": {
      const { plan, nowMs } = event;
      const endsAtMs = plan.secondsNeeded > 0 ? nowMs + plan.secondsNeeded * 1000 : null;
      return {
        ...state,
        nowMs,
        notice: null,
        // A check of listed rows stays where it was asked for; what sends something is watched in the Run tab.
        tab: plan.kind === "check" ? state.tab : "run",
        work: { kind: "running", runKind: plan.kind, place: placeOf(state.work), stopAsked: false },
        card: { kind: "starting", runKind: plan.kind, total: plan.orders, endsAtMs },
      };
    }
    case "runTakenOver":
      return { ...takenOver(state, event.run), nowMs: event.nowMs };
    case "runAnswered":
      return { ...state, nowMs: event.nowMs, card: answered(state.card, event.run, event.nowMs) };
    case "runRetried": {
      const { nowMs, failure, waitMs } = event;
      const run = runOf(state.card);
      if (run === null) return { ...state, nowMs };
      const trouble: Said = failure;
      const endsAtMs = "endsAtMs" in state.card ? state.card.endsAtMs : null;
      return {
        ...state,
        nowMs,
        card: { kind: "underWay", run, endsAtMs, trouble, waitEndsMs: nowMs + waitMs },
      };
    }
    case "stopAsked":
      return state.work.kind === "running" ? { ...state, work: { ...state.work, stopAsked: true } } : state;
    case "runLost":
      return runLost(state, event.said, event.mayGoOn);
    case "runEnded":
      return { ...state, work: idle, card: { kind: "ended", run: event.run } };
    case "settingsAnswered":
      return event.answer.ok ? { ...state, language: event.answer.spoken } : state;
    default:
      return state;
  }
}

function stateRead(before: PageState, event: Extract<PageEvent, { type: "stateRead" }>): PageState {
  const { state, version, nowMs, resumed } = event;
  // What was read while a run is driven from here is older than what the run's own answers say.
  if (before.work.kind !== "opening" && before.work.kind !== "idle") return before;
  const read: PageState = {
    ...before,
    nowMs,
    language: state.spoken,
    // A tab that was chosen before the server's first answer stays.
    tab: before.work.kind === "opening" && before.tab === "run" ? state.open : before.tab,
    card: cardOf(state),
  };
  if (state.version !== version) return { ...read, work: { kind: "closed" } };
  if (resumed && state.run !== null) return takenOver(read, state.run);
  return { ...read, work: idle };
}

/** What the state as read puts at the top. */
function cardOf({ run, runIsAnothers, lease }: SidebarState): Card {
  if (run === null) return { kind: "welcome" };
  if (run.state === "ended") return { kind: "ended", run };
  return { kind: "elsewhere", run, isAnothers: runIsAnothers, lease };
}

function takenOver(state: PageState, run: RunView): PageState {
  return {
    ...state,
    notice: null,
    work: { kind: "running", runKind: run.kind, place: "run", stopAsked: run.state === "stopping" },
    card: answered({ kind: "welcome" }, run, state.nowMs),
  };
}

function answered(before: Card, run: RunView, nowMs: number): Card {
  const known = "endsAtMs" in before ? before.endsAtMs : null;
  return {
    kind: "underWay",
    run,
    endsAtMs: endsAt(known, run, nowMs),
    waitEndsMs: nowMs + run.waitMs,
    trouble: null,
  };
}

/** By how much the end of a run may be told later than before without being shown, in milliseconds. */
const shownFromMs = 15_000;

/**
 * When the run will probably have ended: never before the wait that it is in, and never a little later than was told
 * before, so that the number that counts down from it falls. Only if it ran out, or the server has learned that the run
 * takes much longer (a quarter of what is left, and 15 s), the later time is told: the number has to be true.
 */
function endsAt(before: number | null, run: RunView, nowMs: number): number | null {
  // Without a new reckoning the old one holds, unless the wait alone outlasts it.
  if (run.secondsLeft === null) return before !== null && before < nowMs + run.waitMs ? null : before;
  const told = nowMs + Math.max(run.secondsLeft * 1000, run.waitMs);
  if (before === null || before <= nowMs) return told;
  const isMuchLater = told - before >= Math.max(shownFromMs, (before - nowMs) / 4);
  return told < before || isMuchLater ? told : before;
}

function runLost(state: PageState, said: Said, mayGoOn: boolean): PageState {
  if (mayGoOn) return { ...state, work: idle, card: { kind: "lost", run: runOf(state.card), said } };
  // A start that was refused: nothing is under way, and the card shows no run of its own.
  const card: Card = state.card.kind === "starting" ? { kind: "welcome" } : state.card;
  return { ...state, work: idle, card, notice: bad(said) };
}

function runOf(card: Card): RunView | null {
  return "run" in card ? card.run : null;
}

function placeOf(work: Work) {
  return "place" in work ? work.place : "run";
}

function bad(said: Said): Notice {
  return { said, tone: "bad" };
}
