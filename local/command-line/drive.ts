import type { RunView } from "../../src/endpoints/runs";
import { missingStatusFields } from "../../src/orders/columns";
import { isEmptySheet } from "../../src/orders/template";
import type { RunPlan } from "../../src/receipt/progress";
import { addToReceipt, emptyReceipt, type Receipt } from "../../src/receipt/receipt";
import { AddOnSession, type SessionNeeds } from "./add-on-session";
import type { ColumnOptions } from "./column-options";
import { AddOnFailed } from "./endpoint-calls";
import { collectGarbage } from "./heap";
import type { Action } from "./options";
import type { Report, Stats } from "./report";
import { SavingFailed } from "./result-file";
import { type SettledColumns, settleColumns } from "./settle-columns";
import type { StopSignal } from "./stop-signal";

/**
 * A command carried out, or the one line that says why it could not be. `brokenOff`: it was under way, so that orders may have
 * been sent; what is known about them is saved. `details`: lines to show above.
 */
export type DriveResult =
  | { ok: true; report: Report }
  | { ok: false; message: string; brokenOff: boolean; details?: readonly string[] };

/** What a run came to, or why there was none. */
type Outcome =
  | {
      receipt: Receipt;
      summary: string;
      /** What the add-on warned of before the run. */
      warnings?: readonly string[];
      /** Orders that were made twice, in words. */
      madeTwice?: readonly string[];
    }
  | { message: string };

/** An empty sheet has nothing to be asked about: *Set up* writes the headers. */
const noColumnsYet: SettledColumns = { ok: true, understood: null, warnings: [] };

/** Opens the sheet in the local runtime, selects, clicks the menu item, and goes on until the run has ended. */
export function drive(action: Action, columns: ColumnOptions, needs: SessionNeeds): DriveResult {
  const startMs = Date.now();
  const session = new AddOnSession(needs);
  try {
    const getsTemplate = action === "setup" && isEmptySheet(session.table().display);
    const settled = getsTemplate ? noColumnsYet : settleColumns(session, columns);
    if (!settled.ok) return { ...settled, brokenOff: false };
    const outcome = action === "setup" ? setUp(session) : run(session, action, needs);
    if ("message" in outcome) return { ok: false, message: outcome.message, brokenOff: false };
    collectGarbage();
    session.save();
    const selected = session.selectedRows();
    const { hiddenRows, emptyRows } = selected;
    const { output, file } = needs;
    const { receipt, summary, warnings = [], madeTwice = [] } = outcome;
    const stats: Stats = { hiddenRows, emptyRows, ...session.counts, elapsedMs: Date.now() - startMs };
    const all = [...new Set([...file.warnings, ...settled.warnings, ...warnings, ...madeTwice])];
    const report: Report = {
      ...{ action, receipt, summary, selected, stats, output, language: needs.language },
      understood: action === "check" || isChosen(columns) ? settled.understood : null,
      warnings: all,
      untold: all.filter((warning) => !session.questions.some((question) => question.includes(warning))),
      isMadeTwice: madeTwice.length > 0,
    };
    return { ok: true, report };
  } catch (error) {
    if (!(error instanceof AddOnFailed || error instanceof SavingFailed)) throw error;
    return { ok: false, message: error.message, brokenOff: session.counts.requests > 0 };
  }
}

/** True if the command itself says how columns are read, so that it is shown what came of it. */
function isChosen({ headerRow, map, defaults, accept }: ColumnOptions): boolean {
  return headerRow !== null || map.length + defaults.length > 0 || accept;
}

/** Adds the missing headers. */
function setUp(session: AddOnSession): Outcome {
  session.click("setUp");
  const { columns } = session.table();
  if (columns === null || missingStatusFields(columns).length > 0) return { message: session.lastAlert };
  return { receipt: emptyReceipt(), summary: session.lastAlert };
}

/** Works on the selected orders until every one of them has its outcome. */
function run(session: AddOnSession, action: Exclude<Action, "setup">, { stop }: SessionNeeds): Outcome {
  if (session.hasNothingToDo()) return { receipt: emptyReceipt(), summary: "" };
  const checked = action === "check" ? check(session) : null;
  if (checked !== null) return checked;
  session.select();
  const planned = session.endpoints.plan(action);
  if (!planned.ok) return withoutPlan(session, action, `${session.whichSheet()}${planned.message}`);
  const leftBehind = action === "create" ? session.endpoints.runToGoOn() : null;
  const outcome = leftBehind
    ? afterRunLeftBehind(session, leftBehind, stop)
    : ofSelection(session, action, planned.plan, "");
  const { warnings, remarks } = planned.plan;
  return "message" in outcome ? outcome : { ...outcome, warnings: [...warnings, ...remarks] };
}

/**
 * Checks by one click, which asks nothing: a plan before it would read and check everything twice. Null where the click left no
 * receipt, since the add-on refused or keeps that of a run under way.
 */
function check(session: AddOnSession): Outcome | null {
  const before = session.lastRun()?.id;
  session.click("check");
  const run = session.lastRun();
  if (run === null || run.id === before) return null;
  const [summary = "", ...told] = session.lastAlert.split("\n\n");
  const warnings = told.length === 0 ? told : everyWarning(session, told);
  const madeTwice = run.madeTwice > 0 ? (session.endpoints.currentRun()?.warnings ?? []) : [];
  return { receipt: run.receipt, summary, warnings, madeTwice };
}

/** A dialog tells a few warnings of each kind, a plan as good as all of them; `told` if there is no plan. */
function everyWarning(session: AddOnSession, told: readonly string[]): readonly string[] {
  session.select();
  const planned = session.endpoints.plan("check");
  return planned.ok ? [...planned.plan.warnings, ...planned.plan.remarks] : told;
}

/** A run that an earlier command left in the middle is finished first, whatever is selected; then it is the selection's turn. */
function afterRunLeftBehind(session: AddOnSession, run: RunView, stop: StopSignal): Outcome {
  const which = run.environment === null ? "" : `${run.environment.toUpperCase()}: `;
  const { runs } = session.words;
  if (!session.agreesTo(`${which}${runs.leftBehind(run.remaining)}`)) return calledOff(session);
  session.click("create");
  const now = session.endpoints.currentRun();
  if (session.declined) return { message: runs.finishedThenCalledOff };
  // If one click was enough to finish it, the same click has begun what is selected.
  if (now !== null && now.runId !== run.runId)
    return outcomeOf(session.goOn(now, describe(session)), `${runs.finished}\n`);
  const ended = session.goOn(now ?? run, describe(session));
  if (stop.given) return outcomeOf(ended);
  const finished = `${runs.finishedAs(ended.summary)}\n`;
  session.select();
  const planned = session.endpoints.plan("create");
  if (!planned.ok) return { message: `${finished}${planned.message}` };
  return ofSelection(session, "create", planned.plan, finished);
}

/** Clicks, and follows the run that this begins to its end. `before`: what there is to tell already. */
function ofSelection(
  session: AddOnSession,
  action: Exclude<Action, "setup">,
  plan: Pick<RunPlan, "orders" | "leftOut" | "token" | "question">,
  before: string,
): Outcome {
  if (action !== "create") {
    if (action === "resolve" && !session.agreesTo(plan.question)) return calledOff(session);
    const answer = session.start(action, plan.token);
    return answer.ok
      ? outcomeOf(session.goOn(answer.run, describe(session)), before)
      : { message: answer.message };
  }
  const last = session.endpoints.currentRun();
  session.click(action);
  const begun = session.endpoints.currentRun();
  if (session.declined) return calledOff(session);
  if (begun !== null && begun.runId !== last?.runId)
    return outcomeOf(session.goOn(begun, describe(session)), before);
  // Nothing to send or write makes no run; a refusal does not either.
  const said = `${before}${session.lastAlert}`;
  if (plan.orders === 0) return { receipt: plan.leftOut, summary: said };
  // Asked and agreed already: the answer tells a refusal from a look that found nothing to send.
  const again = session.endpoints.plan(action);
  if (!again.ok) return { message: said };
  const answer = session.start(action, again.plan.token);
  return answer.ok ? outcomeOf(session.goOn(answer.run, describe(session)), before) : { message: said };
}

function calledOff({ words }: AddOnSession): Outcome {
  return { message: words.runs.calledOff };
}

function outcomeOf({ counts, summary, warnings }: RunView, before = ""): Outcome {
  return { receipt: counts, summary: `${before}${summary}`, madeTwice: warnings };
}

/** The add-on sees nothing to look up, which is no fault of the command's; or it refuses the sheet. */
function withoutPlan(session: AddOnSession, action: Action, message: string): Outcome {
  const check = action === "resolve" ? session.endpoints.plan("check") : null;
  if (check === null || !check.ok) return { message };
  const orders = check.plan.orders + check.plan.leftOut.selected;
  return { receipt: addToReceipt(emptyReceipt(), "skipped", orders), summary: message };
}

/** How far a run is, in one line of the add-on's language. */
const describe =
  ({ messages, words }: AddOnSession) =>
  (run: RunView): string =>
    [
      messages.runs.progress(run.counts.selected, run.counts.selected + run.remaining),
      ...(run.secondsLeft === null ? [] : [words.runs.secondsLeft(Math.ceil(run.secondsLeft))]),
      ...(run.waitingFor === "" ? [] : [run.waitingFor]),
    ].join(" · ");
