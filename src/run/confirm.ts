import { keyTail } from "../bitbybit/api-key";
import { undeclaredWindowMs } from "../bitbybit/rate-limit";
import { english } from "../messages/english";
import { mayBeSentAgain } from "./decide-order";
import type { Execution } from "./execution";
import { checkedMark, unverifiedLines } from "./log";
import { orderName, type Plan } from "./plan";
import type { RunPlan } from "./progress";
import { addToReceipt, emptyReceipt, type Receipt } from "./receipt";
import { isOwnRun, type RunRecord, readRun } from "./run-record";
import type { Settled } from "./settle";
import { isActedUpon } from "./start-run";
import { answeredWaitMs } from "./waits";

/** Calls of UrlFetch that Google allows an account a day, at the least (Apps Script quotas: consumer accounts). */
const dailyRequests = 20_000;

/** A request's answer, and the work between two waves, in seconds: for the estimate alone. */
const secondsPerWave = 2;

/** A run of somebody else's is told about as long as an execution worked on it so recently. */
const leaseMs = 10 * 60_000;

/** What is about to happen, for the user to confirm before any lock is taken and anything is sent. */
export function describePlan(execution: Execution, plan: Plan, settled: Settled): RunPlan {
  const acted = plan.orders.filter((order) => isActedUpon(plan.kind, order));
  const lookUps =
    plan.kind === "create" ? acted.filter(({ disposition }) => disposition.kind === "lookUp").length : 0;
  const names = [acted[0], acted[acted.length - 1]].map((order) => (order ? orderName(order.record) : ""));
  const limit = execution.pacer.limit();
  const sends = plan.kind === "create" || plan.kind === "sendAgain";
  const windows = sends ? Math.max(0, Math.ceil(acted.length / limit) - 1) : 0;
  const looksUp = acted.some(({ disposition }) => disposition.kind === "lookUp") && plan.kind !== "sendAgain";
  const missingLines = unverifiedLines(settled.log, checkedMark(execution));
  const looksThrough = plan.kind === "create" && missingLines > 0;
  const waitSeconds = (looksUp && plan.kind !== "check") || looksThrough ? answeredWaitMs / 1000 : 0;
  const secondsNeeded = Math.ceil(
    waitSeconds + (windows * undeclaredWindowMs) / 1000 + (windows + 2) * secondsPerWave,
  );
  const warnings = [
    ...settled.notices,
    ...plan.similar.map(english.headers.similar),
    ...(looksThrough ? [english.runs.logCut(missingLines)] : []),
    ...(sends && acted.length > dailyRequests
      ? [english.runs.tooLongForToday(acted.length, dailyRequests)]
      : []),
    ...leaseWarning(execution, settled),
  ];
  const leftOut = leftOutOf(plan);
  return {
    kind: plan.kind,
    token: plan.token,
    environment: execution.environment,
    keyTail: keyTail(execution.access.apiKey),
    orders: acted.length,
    rows: plan.rows,
    hiddenRows: plan.hiddenRows,
    emptyRows: plan.emptyRows,
    firstOrder: names[0] ?? "",
    lastOrder: names[1] ?? "",
    leftOut,
    secondsNeeded,
    question: english.runs.question({
      kind: plan.kind,
      environment: execution.environment,
      keyTail: keyTail(execution.access.apiKey),
      orders: acted.length,
      lookUps,
      first: names[0] ?? "",
      last: names[1] ?? "",
      leftOut,
      hiddenRows: plan.hiddenRows,
      secondsNeeded,
      warnings,
    }),
    warnings,
  };
}

/** The sentence about a run of somebody else's; empty where there is none. */
export function leaseText(
  run: RunRecord | null,
  user: Pick<RunRecord, "userName" | "keyMark">,
  nowMs: number,
  time: (atMs: number) => string,
): string {
  if (!run || run.ended || isOwnRun(run, user) || nowMs - run.workedAtMs > leaseMs) return "";
  return english.runs.anotherRuns(run.userName, time(run.startedAtMs), run.keyed);
}

function leaseWarning(execution: Execution, settled: Settled): string[] {
  const { clock } = execution.ports;
  const run = readRun(settled.properties);
  const text = leaseText(run, execution, clock.nowMs(), (atMs) => clock.format(atMs));
  return text === "" ? [] : [text];
}

/** What will not be acted upon, by the outcome that it will have. */
function leftOutOf(plan: Plan): Receipt {
  let receipt = emptyReceipt();
  for (const order of plan.orders) {
    if (isActedUpon(plan.kind, order)) continue;
    const { disposition } = order;
    if (plan.kind === "sendAgain" && !mayBeSentAgain(disposition)) receipt = addToReceipt(receipt, "skipped");
    else if (
      disposition.kind === "created" ||
      disposition.kind === "known" ||
      disposition.kind === "byHand"
    ) {
      receipt = addToReceipt(receipt, "skipped");
    } else if (disposition.kind === "held" && disposition.as === "unconfirmed") {
      receipt = addToReceipt(receipt, "unconfirmed");
    } else receipt = addToReceipt(receipt, plan.kind === "resolve" ? "skipped" : "invalid");
  }
  return receipt;
}
