import type { PlanView, RunView } from "../endpoints/runs";
import type { Question } from "../plan/question";
import type { RunReport } from "../run/run-report";
import type { Catalogue } from "./catalogue";

/** The most remarks of one kind in an answer, and in a dialog, which does not scroll. */
const mostRemarks = 100;
const mostInDialog = 3;

/** A question as the sidebar shows it. `token` stands for exactly this selection. */
export function planView(
  { runs }: Catalogue,
  question: Question,
  token: string,
  time: (atMs: number) => string,
): PlanView {
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
    firstOrder: runs.nameOf(question.first?.record),
    lastOrder: runs.nameOf(question.last?.record),
    leftOut,
    secondsNeeded,
    units: question.units,
    lookUps: question.lookUps,
    question: [runs.question(question, time), ...runs.remarks(question.remarks, mostInDialog)].join("\n"),
    warnings: question.warnings.map((warning) => runs.warning(warning, time)),
    remarks: runs.remarks(question.remarks, mostRemarks),
  };
}

/** What a check has to tell besides its receipt: nobody was asked before it. */
export function notesOfCheck(
  { runs }: Catalogue,
  { warnings, remarks }: Question,
  time: (atMs: number) => string,
): string[] {
  return [...warnings.map((warning) => runs.warning(warning, time)), ...runs.remarks(remarks, mostInDialog)];
}

/** A run as the sidebar shows it. `perMinute`: how many requests the API allows. */
export function progressView(
  messages: Catalogue,
  report: RunReport,
  perMinute: number,
  time: (atMs: number) => string,
): RunView {
  const { runs } = messages;
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
    ordersPerMinute: isEnded || report.lookUp ? null : perMinute,
    secondsLeft: isEnded || report.lookUp ? null : Math.ceil(waitMs / 1000) + minutes * 60,
    waitMs,
    waitingFor:
      waitMs === 0 || report.lookUp ? "" : isStuck ? runs.end(end, time) : runs.waitingForLimit(waitMs),
    summary: isEnded ? summaryOf(messages, report, time) : "",
    hiddenRows: run?.hiddenRows ?? 0,
    total: run ? run.before.selected + run.queued : counts.selected,
    reason: end ? runs.end(end, time) : "",
    warnings: [runs.madeTwice(report.madeTwice)].filter((sentence) => sentence !== ""),
    ...(report.lookUp
      ? { wait: report.lookUp }
      : waitMs > 0 && !isStuck
        ? { wait: { kind: "rateLimit" as const } }
        : {}),
  };
}

/** The last sentences of a run: why it stopped, its receipt, and what a person has to look at. */
export function summaryOf(
  { runs }: Catalogue,
  { run, kind, counts, madeTwice, end }: RunReport,
  time: (atMs: number) => string,
): string {
  const hidden = run?.hiddenRows ?? 0;
  const sentences = [
    end ? runs.end(end, time) : "",
    runs.madeTwice(madeTwice),
    runs.summary(counts, kind),
    hidden > 0 ? runs.hiddenRows(hidden) : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
