import type { Context } from "../execution/context";
import { notesOfCheck, planView, summaryOf } from "../messages/views";
import { questionAbout } from "../plan/question";
import { menuStep, sidebarStep } from "../ports/options";
import type { RunKind } from "../receipt/progress";
import { isOwnRun, readRun } from "../receipt/run-record";
import type { RunReport } from "../run/run-report";
import { continueRun, execute, propose } from "../run/session";
import { fromMenu, neededFor } from "./for-user";
import { nothingToDo } from "./nothing-to-do";
import { openExecution, timeOf } from "./open-execution";
import type { Platform } from "./platform";
import type { User } from "./user";

/** A menu item that works on the selection. *Create* continues the user's own run if there is one under way. */
export const runFromMenu = (platform: Platform, kind: RunKind) => (): void =>
  fromMenu(
    platform,
    (user) => {
      const context = openExecution(platform, user, kind);
      const continued = kind === "create" ? continueOwnRun(context) : null;
      if (continued) platform.say(outcomeOf(user, continued, context));
      else runSelection(platform, user, context, kind);
    },
    neededFor(kind),
  );

/** Plans, asks, executes, says. */
function runSelection(
  { say, ask, showSidebar }: Platform,
  user: User,
  context: Context,
  kind: RunKind,
): void {
  const { messages } = user;
  const plan = propose(context, kind);
  const question = questionAbout(context, plan);
  const nothing = nothingToDo(messages, plan, question);
  if (nothing !== "") {
    say(nothing);
    return;
  }
  const shown = planView(messages, question, plan.token, timeOf(messages, context.ports));
  if (kind !== "check" && question.orders > 0 && !ask(shown.question)) return;
  // What does not fit into one execution continues in the sidebar, which calls for one step after the other.
  const fits = question.secondsNeeded * 1000 < menuStep.budgetMs;
  const report = execute(context, plan, fits ? menuStep : sidebarStep);
  if (report.state !== "ended") showSidebar();
  const time = timeOf(messages, context.ports);
  const unsaid = kind === "check" ? notesOfCheck(messages, question, time) : [];
  say([outcomeOf(user, report, context), ...unsaid].join("\n\n"));
}

/** Continues the user's own run under way. Null if there is none, or it only had to be ended: it makes way. */
function continueOwnRun(context: Context): RunReport | null {
  const run = readRun(context.journal.read().properties);
  if (!run || run.end || !isOwnRun(run, context)) return null;
  const report = continueRun(context, run.id, menuStep);
  return report.state === "ended" ? null : report;
}

function outcomeOf({ messages }: User, report: RunReport, { ports }: Context): string {
  const time = timeOf(messages, ports);
  if (report.state === "ended") return summaryOf(messages, report, time);
  if (report.end) return messages.runs.end(report.end, time);
  return messages.runs.continue(report.counts.created, report.remaining);
}
