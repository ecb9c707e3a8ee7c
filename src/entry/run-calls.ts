import type { Endpoints } from "../endpoints/endpoints";
import type { RunAnswer } from "../endpoints/runs";
import type { Context } from "../execution/context";
import { previewAnswer } from "../messages/preview-view";
import { planView, progressView } from "../messages/views";
import { previewChosenRow } from "../plan/preview-row";
import { questionAbout } from "../plan/question";
import { sidebarStep } from "../ports/options";
import type { RunKind } from "../receipt/progress";
import type { RunReport } from "../run/run-report";
import * as session from "../run/session";
import { answered, neededFor, toRead } from "./for-user";
import { nothingToDo } from "./nothing-to-do";
import { openExecution, timeOf } from "./open-execution";
import type { Platform } from "./platform";
import { knownKind, listedRows } from "./run-arguments";

/** What the selection holds and what would happen to it. */
export const planRun =
  (platform: Platform): Endpoints["planRun"] =>
  (kind, rows) =>
    answered(
      platform,
      (user) => {
        const { messages } = user;
        const context = openExecution(platform, user, knownKind(kind));
        const plan = session.propose(context, knownKind(kind), listedRows(rows));
        const question = questionAbout(context, plan);
        const nothing = nothingToDo(messages, plan, question);
        if (nothing !== "") return { ok: false, message: nothing };
        return { ok: true, plan: planView(messages, question, plan.token, timeOf(messages, context.ports)) };
      },
      neededFor(knownKind(kind)),
    );

/** Starts what `planRun` described. */
export const startRun =
  (platform: Platform): Endpoints["startRun"] =>
  (kind, token, rows) => {
    const known = knownKind(kind);
    return answeredRun(platform, known, (context) =>
      session.executeConfirmed(context, known, String(token), sidebarStep, listedRows(rows)),
    );
  };

/** Works on a run for one more step. */
export const continueRun =
  (platform: Platform): Endpoints["continueRun"] =>
  (runId) =>
    answeredRun(platform, "create", (context) => session.continueRun(context, String(runId), sidebarStep));

/** Stops a run. */
export const stopRun =
  (platform: Platform): Endpoints["stopRun"] =>
  (runId) =>
    answeredRun(platform, "create", (context) => session.stopRun(context, String(runId)), toRead);

/** What will be sent for the chosen row. */
export const previewRow =
  (platform: Platform): Endpoints["previewRow"] =>
  () =>
    answered(platform, (user) =>
      previewAnswer(user.messages, previewChosenRow(openExecution(platform, user, "look"))),
    );

function answeredRun(
  platform: Platform,
  kind: RunKind,
  act: (context: Context) => RunReport,
  needed = neededFor(kind),
): RunAnswer {
  return answered(
    platform,
    (user) => {
      const { messages } = user;
      const context = openExecution(platform, user, kind);
      const report = act(context);
      const time = timeOf(messages, context.ports);
      return { ok: true, run: progressView(messages, report, context.rateLimiter.limit(), time) };
    },
    needed,
  );
}
