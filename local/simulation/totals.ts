import type { ScheduleResult } from "./schedule";
import type { FailureKind } from "./verdict";

/** What many schedules came to, together; plain JSON, so that it can come from other processes. */
export interface Totals {
  schedules: number;
  orders: number;
  created: number;
  madeTwice: number;
  /** What no rule can prevent, by its reason; outside the verdict. */
  unpreventable: Record<string, number>;
  injected: Record<string, number>;
  held: Record<string, number>;
  failures: Partial<Record<FailureKind, number>>;
  /** Seeds that failed, with what was wrong. */
  failed: { seed: number; texts: string[] }[];
}

/** Totals of nothing. */
export function noTotals(): Totals {
  return {
    schedules: 0,
    orders: 0,
    created: 0,
    madeTwice: 0,
    unpreventable: {},
    injected: {},
    held: {},
    failures: {},
    failed: [],
  };
}

/** Adds one schedule's end. */
export function addResult(totals: Totals, { seed, verdict, injected }: ScheduleResult): void {
  const { failures } = verdict;
  addTotals(totals, {
    schedules: 1,
    orders: verdict.orders,
    created: verdict.created,
    madeTwice: verdict.madeTwice,
    unpreventable: Object.fromEntries(verdict.unpreventable),
    injected: Object.fromEntries(injected),
    held: Object.fromEntries(verdict.held),
    failures: Object.fromEntries(
      failures.map(({ kind }) => [kind, failures.filter((one) => one.kind === kind).length]),
    ),
    failed:
      failures.length === 0 ? [] : [{ seed, texts: failures.map(({ kind, text }) => `${kind}: ${text}`) }],
  });
}

/** Adds the totals of other schedules. */
export function addTotals(totals: Totals, more: Totals): void {
  totals.schedules += more.schedules;
  totals.orders += more.orders;
  totals.created += more.created;
  totals.madeTwice += more.madeTwice;
  totals.failed.push(...more.failed);
  addCounts(totals.unpreventable, more.unpreventable);
  addCounts(totals.injected, more.injected);
  addCounts(totals.held, more.held);
  addCounts(totals.failures, more.failures);
}

function addCounts(
  counts: Record<string, number | undefined>,
  more: Record<string, number | undefined>,
): void {
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + (count ?? 0);
}
