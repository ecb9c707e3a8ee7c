import { keyTail } from "../bitbybit/api-key";
import { undeclaredWindowMs } from "../bitbybit/rate-limit";
import { actionFor } from "../decide/actions";
import type { Context } from "../execution/context";
import type { NotOrder } from "../orders/rows/not-orders";
import type { SimilarHeader } from "../orders/similar-headers";
import type { Environment, RunKind } from "../receipt/progress";
import { addToReceipt, emptyReceipt, type Receipt } from "../receipt/receipt";
import { isLive, isOwnRun, type RunRecord, readRun } from "../receipt/run-record";
import { countTypedIds } from "../reconcile/typed-ids";
import type { OrderRecord } from "../sheet/order-record";
import type { HitCell } from "../spreadsheet/apply-changes";
import { columnIndexOf } from "../text/a1";
import { isAsked, type Plan, type PlannedOrder } from "./plan";
import { type Remarks, remarksAbout } from "./remarks";

/** Calls of UrlFetch that Google allows an account a day, at the least (Apps Script quotas: consumer accounts). */
const dailyRequests = 20_000;

/** A request's answer, and the work between two batches, in seconds: for the estimate alone. */
const secondsPerBatch = 2;

/** Rows that are no orders and named with their reason. */
const mostNamed = 3;

/** Share of the journal's room from which on users are told. */
const nearlyFull = 0.8;

/** Something to know before a run. */
export type Warning =
  | { code: "similarHeader"; header: SimilarHeader }
  /** More requests than Google allows a day. */
  | { code: "tooLongForToday"; orders: number; perDay: number }
  /** Somebody else is at work. */
  | { code: "anotherRuns"; userName: string; sinceMs: number; orders: number }
  | { code: "unreadableRecords"; count: number }
  /** The journal soon forgets the oldest orders. */
  | { code: "journalNearlyFull" }
  | { code: "typedIds"; orders: number }
  /** Cells of the user's that the last run hit, since a column moved, and that do not show yet what they had. */
  | { code: "cellsHit"; cells: readonly HitCell[] }
  /** Selected rows that are read as no orders; `first`: at most a few of them. */
  | { code: "notOrders"; rows: number; first: readonly NotOrder[] };

/** What is about to happen, for the user to confirm before any lock is taken and anything is sent. */
export interface Question {
  kind: RunKind;
  environment: Environment;
  keyTail: string;
  orders: number;
  lookUps: number;
  /** The sum of all quantities of these orders. */
  units: number;
  first: PlannedOrder | null;
  last: PlannedOrder | null;
  rows: number;
  hiddenRows: number;
  emptyRows: number;
  /** What will not be acted upon, by the outcome that it will have. */
  leftOut: Receipt;
  secondsNeeded: number;
  warnings: Warning[];
  remarks: Remarks;
}

/** What to ask about a plan. */
export function questionAbout(context: Context, plan: Plan): Question {
  const asked = plan.orders.filter((order) => isAsked(plan, order));
  const lookUps = asked.filter(({ decision }) => actionFor(plan.kind, decision).lookUp);
  const sends = plan.kind === "create" || plan.kind === "sendAgain";
  const windows = sends ? Math.max(0, Math.ceil(asked.length / context.rateLimiter.limit()) - 1) : 0;
  const waitMs = lookUps.length > 0 ? context.options.answeredWaitMs : 0;
  const { rows, hiddenRows, emptyRows } = plan.selection;
  return {
    kind: plan.kind,
    environment: context.environment,
    keyTail: keyTail(context.access.apiKey),
    orders: asked.length,
    lookUps: plan.kind === "create" ? lookUps.length : 0,
    units: asked.reduce((sum, { record }) => sum + unitsOf(record), 0),
    first: asked[0] ?? null,
    last: asked[asked.length - 1] ?? null,
    rows,
    hiddenRows,
    emptyRows,
    leftOut: leftOutOf(plan),
    secondsNeeded: Math.ceil(
      (waitMs + windows * undeclaredWindowMs) / 1000 + (windows + 2) * secondsPerBatch,
    ),
    warnings: warningsAbout(context, plan, sends ? asked.length : 0),
    remarks: remarksAbout(context, plan),
  };
}

/** The run of somebody else's that is under way; null for none. */
export function anothersRun(
  run: RunRecord | null,
  user: Pick<RunRecord, "userName" | "apiKeyHash">,
  nowMs: number,
  leaseMs: number,
): RunRecord | null {
  return isLive(run, nowMs, leaseMs) && !isOwnRun(run, user) ? run : null;
}

function warningsAbout(context: Context, plan: Plan, toSend: number): Warning[] {
  const { properties, journal } = context.journal.read();
  const { leaseMs, journal: limits } = context.options;
  const warnings: Warning[] = plan.similar.map((header) => ({ code: "similarHeader", header }));
  const { unreadable, bytes } = journal.records;
  if (unreadable.length > 0) warnings.push({ code: "unreadableRecords", count: unreadable.length });
  if (bytes > nearlyFull * (limits.maxKeptBytes + limits.maxContentsBytes))
    warnings.push({ code: "journalNearlyFull" });
  if (toSend > dailyRequests)
    warnings.push({ code: "tooLongForToday", orders: toSend, perDay: dailyRequests });
  const last = readRun(properties);
  const cells = toSend > 0 ? stillHit(last, plan.reading) : [];
  if (cells.length > 0) warnings.push({ code: "cellsHit", cells });
  const other = anothersRun(last, context, context.ports.clock.nowMs(), leaseMs);
  if (other) {
    const { userName, startedAtMs: sinceMs, queued: orders } = other;
    warnings.push({ code: "anotherRuns", userName, sinceMs, orders });
  }
  const targets = plan.orders.flatMap(({ record, decision }) =>
    decision.kind === "reconcile" ? [{ key: decision.key, record }] : [],
  );
  const typed = plan.kind === "resolve" ? countTypedIds(plan.reading, targets) : 0;
  if (typed > 0) warnings.push({ code: "typedIds", orders: typed });
  const { notOrders } = plan.selection;
  if (notOrders.length > 0)
    warnings.push({ code: "notOrders", rows: notOrders.length, first: notOrders.slice(0, mostNamed) });
  return warnings;
}

function stillHit(last: RunRecord | null, { sheetId, display }: Plan["reading"]): readonly HitCell[] {
  if (last?.end?.why !== "columnsMoved" || last.sheetId !== sheetId) return [];
  return last.end.cells.filter(({ cell, had }) => {
    const [, letters = "", row = ""] = /^([A-Z]+)([0-9]+)$/.exec(cell) ?? [];
    return (display[Number(row) - 1]?.[columnIndexOf(letters)] ?? "") !== had;
  });
}

function unitsOf({ order }: OrderRecord): number {
  return (order.payload?.lineItems ?? []).reduce((sum, line) => sum + line.quantity, 0);
}

function leftOutOf(plan: Plan): Receipt {
  let receipt = emptyReceipt();
  for (const order of plan.orders) {
    if (isAsked(plan, order)) continue;
    receipt = addToReceipt(receipt, actionFor(plan.kind, order.decision).counts);
  }
  return receipt;
}
