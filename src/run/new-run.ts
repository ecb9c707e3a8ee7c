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
  const { fingerprint } = record.order;
  if (fingerprint === null) return null;
  const { requestId, attempt } = requestOf(decision);
  return {
    environment: context.environment,
    apiKeyHash: context.apiKeyHash,
    runId,
    fingerprint,
    rowCount: record.rows.length,
    requestId: requestId ?? newRequestId(context.ports.random),
    attempt,
  };
}

/** The request that an order is sent as, and how many attempts of it there are with this one; null for a new request. */
function requestOf(decision: Decision): { requestId: string | null; attempt: number } {
  if (decision.kind === "send") return decision;
  if (decision.kind !== "reconcile") return { requestId: null, attempt: 1 };
  return { requestId: decision.key.requestId, attempt: decision.key.attempt + 1 };
}
