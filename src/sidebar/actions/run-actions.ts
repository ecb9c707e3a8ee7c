import type { ListedRows, PlanView, RunView } from "../../endpoints/runs";
import type { SidebarState } from "../../endpoints/sidebar-state";
import type { RunKind } from "../../receipt/progress";
import type { PageParts } from "../page-parts";
import { isIdle, type Said, type TabName } from "../state/state";
import { needsConfirmation } from "./needs-confirmation";
import { RunLoop, type RunScreen } from "./run-loop";

/** What a run is asked for with. */
export interface RunWish {
  kind: RunKind;
  /** The tab that asks. */
  place: TabName;
  /** The ID of the element that was pressed: it gets the focus back. */
  opener: string;
  /** The rows to work on; null for the selection. */
  rows: ListedRows | null;
  /** Called as the run starts. */
  starting?: () => void;
}

/** What the user can do about runs and the selection. */
export interface RunActions {
  /** Reads the state when the sidebar opens, and continues the user's own run that is under way. */
  open(): Promise<void>;
  /** Reads the selection. Calls made meanwhile end in one more reading, so that the newest selection is shown. */
  look(): Promise<void>;
  /** Reads the selection, and the run that may have been started elsewhere. Does nothing while this page is busy. */
  refresh(): Promise<void>;
  /** Plans a run, asks if needed, and drives it to its end. */
  run(wish: RunWish): Promise<void>;
  /** The user's answer to the question. */
  answer(yes: boolean): Promise<void>;
  /** Asks the run to stop. */
  stop(): Promise<void>;
  /** Continues a run that is driven elsewhere or was lost. */
  continue(): Promise<void>;
}

const everySecondMs = 1_000;
/** How often a run that is driven elsewhere is looked at. */
const watchEveryMs = 10_000;

/** Makes them. `ended` is called after each run that ended, when what the page shows may be out of date. */
export function runActions(parts: PageParts, ended: () => void): RunActions {
  const { server, browser, state, dispatch, failureOf } = parts;
  let wished: RunWish = { kind: "create", place: "run", opener: "create", rows: null };
  let looking = false;
  let lookAgain = false;
  let refreshing = false;

  const screen: RunScreen = {
    show: (run) => dispatch({ type: "runAnswered", run, nowMs: browser.nowMs() }),
    retrying: (failure, waitMs) => dispatch({ type: "runRetried", failure, waitMs, nowMs: browser.nowMs() }),
    failed: (said, startedMaybe) => {
      dispatch({ type: "runLost", said, mayGoOn: startedMaybe });
      browser.focus(startedMaybe ? "continue" : wished.opener);
    },
    ended: (run) => {
      dispatch({ type: "runEnded", run });
      browser.focus(wished.opener);
      ended();
      void look();
    },
  };
  const loop = new RunLoop(server, screen, browser);

  const take = (read: SidebarState, resumed: boolean) =>
    dispatch({ type: "stateRead", state: read, version: parts.version, resumed, nowMs: browser.nowMs() });

  const look = async () => {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    do {
      lookAgain = false;
      // Without a key nothing can be created, but everything can be checked.
      const kind = state().settings.saved?.maskedKey === "" ? "check" : "create";
      try {
        const answer = await server.planRun(kind);
        if (!lookAgain) dispatch({ type: "looked", answer });
      } catch (error) {
        dispatch({ type: "lookFailed", failure: failureOf(error) });
      }
    } while (lookAgain);
    looking = false;
  };

  /** Counts time down while a run is driven. */
  const drive = async (work: Promise<void>) => {
    const tick = () => dispatch({ type: "ticked", nowMs: browser.nowMs() });
    const stopTicking = browser.every(everySecondMs, tick);
    await work;
    stopTicking();
  };

  const takeOver = (run: RunView) => drive(loop.resume(run));

  const start = async (plan: PlanView, rows: ListedRows | null) => {
    dispatch({ type: "runStarted", plan, nowMs: browser.nowMs() });
    wished.starting?.();
    browser.focus("stop");
    await drive(loop.start(plan.kind, plan.token, rows));
  };

  const refuse = (said: Said) => {
    dispatch({ type: "planRefused", said });
    browser.focus(wished.opener);
  };

  const open = async () => {
    try {
      const read = await server.getState();
      const { run } = read;
      const resumed = run !== null && run.state !== "ended" && !read.runIsAnothers;
      take(read, resumed);
      if (state().work.kind === "closed") return;
      if (resumed && run !== null) await takeOver(run);
      else void look();
    } catch (error) {
      dispatch({ type: "stateFailed", failure: failureOf(error) });
    }
  };

  const refresh = async () => {
    if (!isIdle(state())) return;
    void look();
    if (refreshing) return;
    refreshing = true;
    try {
      take(await server.getState(), false);
    } catch {
      // The look at the selection meets the same fault and tells it.
    }
    refreshing = false;
  };

  browser.every(watchEveryMs, () => {
    if (state().card.kind === "elsewhere") void refresh();
  });

  return {
    open,
    look,
    refresh,
    run: async (wish) => {
      if (!isIdle(state())) return;
      const { kind, place, rows } = wish;
      wished = wish;
      dispatch({ type: "planAsked", runKind: kind, place });
      try {
        const answer = await (rows === null ? server.planRun(kind) : server.planRun(kind, rows));
        if (!answer.ok) return refuse(answer.message);
        const { plan } = answer;
        if (kind === "create" && rows === null) dispatch({ type: "looked", answer });
        if (needsConfirmation(plan)) dispatch({ type: "questionAsked", plan, rows });
        else await start(plan, rows);
      } catch (error) {
        refuse(failureOf(error));
      }
    },
    answer: async (yes) => {
      const { work } = state();
      if (work.kind !== "asking") return;
      if (yes) return start(work.plan, work.rows);
      dispatch({ type: "questionDeclined" });
      browser.focus(wished.opener);
    },
    stop: async () => {
      dispatch({ type: "stopAsked" });
      await loop.stop();
    },
    continue: async () => {
      const { card } = state();
      if (card.kind === "lost") return open();
      if (card.kind !== "elsewhere" || !isIdle(state())) return;
      dispatch({ type: "runTakenOver", run: card.run, nowMs: browser.nowMs() });
      browser.focus("stop");
      await takeOver(card.run);
    },
  };
}
