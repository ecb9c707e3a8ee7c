import type { Question } from "../plan/question";
import type { RunPlan, RunProgress } from "../run/progress";
import type { RunReport } from "../run/session";
import { english } from "./english";

/** A question as the sidebar shows it. `token` stands for exactly this selection. */
export function planView(question: Question, token: string, time: (atMs: number) => string): RunPlan {
  const { kind, environment, keyTail, orders, rows, hiddenRows, emptyRows, leftOut, secondsNeeded } =
    question;
  return {
    kind,
    token,
    environment,
    keyTail,
    orders,
    rows,
    hiddenRows,
    emptyRows,
    firstOrder: english.runs.nameOf(question.first?.record),
    lastOrder: english.runs.nameOf(question.last?.record),
    leftOut,
    secondsNeeded,
    question: english.runs.question(question, time),
    warnings: question.warnings.map((warning) => english.runs.warning(warning, time)),
  };
}

/** A run as the sidebar shows it. `perMinute`: how many requests the API allows. */
export function progressView(
  report: RunReport,
  perMinute: number,
  time: (atMs: number) => string,
): RunProgress {
  const { run, kind, counts, remaining, waitMs, end } = report;
  const isEnded = report.state === "ended";
  const isStuck = end?.why === "stuck";
  const minutes = Math.max(0, Math.ceil(remaining / perMinute) - 1);
  return {
    runId: run?.id ?? "",
    kind,
    environment: run?.environment ?? null,
    sheetName: run?.sheetName ?? "",
    state: report.state,
    counts,
    remaining,
    ordersPerMinute: isEnded ? null : perMinute,
    secondsLeft: isEnded ? null : Math.ceil(waitMs / 1000) + minutes * 60,
    waitMs,
    waitingFor:
      waitMs === 0 ? "" : isStuck ? english.runs.end(end, time) : english.runs.waitingForLimit(waitMs),
    summary: isEnded ? summaryOf(report, time) : "",
    hiddenRows: run?.hiddenRows ?? 0,
  };
}

/** The last sentences of a run: why it stopped, its receipt, and what a person has to look at. */
export function summaryOf(
  { run, counts, madeTwice, end }: RunReport,
  time: (atMs: number) => string,
): string {
  const hidden = run?.hiddenRows ?? 0;
  const sentences = [
    end ? english.runs.end(end, time) : "",
    english.runs.madeTwice(madeTwice),
    english.runs.summary(counts),
    hidden > 0 ? english.runs.hiddenRows(hidden) : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
