import type { Decision } from "../decide/decision";
import type { Context } from "../execution/context";
import type { JournalReading } from "../journal/journal-store";
import { newRequestId, newRunId, type SendKey } from "../orders/send-key";
import type { Plan } from "../plan/plan";
import type { RunRecord } from "../receipt/run-record";
import type { OrderRecord } from "../sheet/order-record";
import type { SheetReading } from "../sheet/sheet-reading";

/** An ID for a run that no record, row or entry has: `wanted` if it is free, else a new one. */
export function freeRunId(
  context: Context,
  stored: JournalReading,
  reading: SheetReading,
  wanted = "",
): string {
  const taken = new Set(stored.journal.records.runs.map((run) => run.id));
  for (const { rows } of reading.orders) for (const { key } of rows) if (key) taken.add(key.runId);
  for (const { key } of stored.journal.all()) taken.add(key.runId);
  return wanted !== "" && !taken.has(wanted) ? wanted : newRunId(context.ports.random, taken);
}

/** The record of a run at its beginning. `queued`: how many orders it is to send. */
export function newRun(
  context: Context,
  plan: Plan,
  runId: string,
  { before, queued }: Pick<RunRecord, "before" | "queued">,
): RunRecord {
  return {
    id: runId,
    kind: plan.kind,
    userName: context.userName,
    environment: context.environment,
    apiKeyHash: context.apiKeyHash,
    sheetId: plan.sheet.sheetId,
    sheetName: plan.sheet.name(),
    startedAtMs: context.ports.clock.nowMs(),
    workedAtMs: context.ports.clock.nowMs(),
    queued,
    before,
    hiddenRows: plan.selection.hiddenRows,
    sent: false,
    created: false,
    end: null,
    receipt: before,
    madeTwice: 0,
  };
}

/** The key that an order is sent with in this run. An order that keeps its request keeps its ID over all attempts. */
export function keyFor(
  context: Context,
  record: OrderRecord,
  decision: Decision,
  runId: string,
): SendKey | null {
  if (record.order.fingerprint === null) return null;
  const common = {
    environment: context.environment,
    apiKeyHash: context.apiKeyHash,
    runId,
    fingerprint: record.order.fingerprint,
    rowCount: record.rows.length,
  };
  if (decision.kind === "reconcile") {
    const { requestId, attempt } = decision.key;
    return { ...common, requestId, attempt: attempt + 1 };
  }
  const isKept = decision.kind === "send" && decision.requestId !== null;
  const requestId = isKept ? decision.requestId : newRequestId(context.ports.random);
  return { ...common, requestId: requestId ?? "", attempt: isKept ? decision.attempt : 1 };
}
