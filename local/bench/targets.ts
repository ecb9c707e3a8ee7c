import { callsBeyondWaves } from "./add-on-contender";
import { apiModels, type ComparisonLine, isAddOnPassage } from "./comparison";
import type { Passage } from "./contender";
import type { Results } from "./measure";

/** One number that was promised, and what came of it. */
export interface Target {
  name: string;
  measured: number;
  /** `measured` has to be at most, or at least, this. */
  atMost?: number;
  atLeast?: number;
  met: boolean;
}

/** What an execution may need for planning, setting the sheet up and ending, besides its batches. */
const mostOpeningCalls = 40;

type Measured = Omit<Results, "targets">;

/** Holds what was measured against what was promised. Nothing that was not measured counts as met: it is left out. */
export function judge(measured: Measured): Target[] {
  const { checking, sharedKey, realTime, firstPaint, bytes } = measured;
  const [small, large] = checking;
  const targets = [...speedTargets(measured.comparison), ...costTargets(measured.comparison)];
  for (const { api, orders, costs } of measured.inUse) {
    targets.push(
      atMost(
        `${api}, ${orders} orders in a sheet in use: spreadsheet calls of an execution beyond 12 a batch`,
        callsBeyondWaves(costs),
        mostOpeningCalls,
      ),
    );
  }
  targets.push(
    atMost("two users, one key: time by the bound", sharedKey.byBound, 1.1),
    atMost("two users, one key: share of 429s", sharedKey.refusedByLimit / sharedKey.requests, 0.01),
    atMost("two users, one key: orders made twice", sharedKey.twice, 0),
    atMost("real time: 429s", realTime.refusedByLimit, 0),
    atLeast("real time: share of the allowance used", realTime.allowanceUsed, 0.9),
    atMost("bytes of Code.js", bytes.code, 190_000),
    atMost("bytes of sidebar.html", bytes.sidebar, 75_000),
  );
  if (small && large) {
    targets.push(
      atMost(`reading and checking ${large.rows} rows: spreadsheet calls`, large.trips, 8),
      atMost(`checking ${large.rows} rows, as each batch does: processor time, ms`, large.checkMs, 1_000),
      atMost(
        `checking ${large.rows} rows: processor time by ${small.rows} rows`,
        large.checkMs / small.checkMs,
        12,
      ),
    );
  }
  if (firstPaint) {
    targets.push(
      atMost("sidebar: first paint, ms", firstPaint.paintMs, 100),
      atMost("sidebar: layout shift", firstPaint.layoutShift, 0),
    );
  }
  return targets;
}

/** The add-on's lines of one API. */
function addOnLines(comparison: readonly ComparisonLine[], api: string | undefined): ComparisonLine[] {
  return comparison.filter((line) => line.api === api && isAddOnPassage(line.undisturbed));
}

function speedTargets(comparison: readonly ComparisonLine[]): Target[] {
  const [limited, free] = apiModels;
  const targets: Target[] = [];
  for (const { orders, byBound, undisturbed } of addOnLines(comparison, limited?.name)) {
    if (orders >= 500)
      targets.push(
        atMost(
          `100 a minute, ${orders} orders: time by the bound`,
          byBound ?? Number.POSITIVE_INFINITY,
          1.05,
        ),
      );
    targets.push(atMost(`100 a minute, ${orders} orders: 429s`, undisturbed.refusedByLimit, 0));
  }
  for (const line of addOnLines(comparison, free?.name)) {
    if (line.orders !== 1_000 || !free) continue;
    targets.push(
      atLeast("no limit felt, 1000 orders: times as fast as row by row", line.fasterThanRowByRow ?? 0, 20),
    );
  }
  return targets;
}

function costTargets(comparison: readonly ComparisonLine[]): Target[] {
  const targets: Target[] = [];
  for (const api of apiModels) {
    for (const { orders, undisturbed, killed } of addOnLines(comparison, api.name)) {
      if (!isAddOnPassage(undisturbed)) continue;
      const name = `${api.name}, ${orders} orders`;
      targets.push(
        atMost(
          `${name}: spreadsheet calls of an execution beyond 12 a batch, the sheet's set-up included`,
          callsBeyondWaves(undisturbed.costs),
          mostOpeningCalls,
        ),
      );
      if (undisturbed.firstResultMs !== null)
        targets.push(
          atMost(
            `${name}: first result after the confirmation, s`,
            undisturbed.firstResultMs / 1000,
            orders > 1_000 ? 25 : 6,
          ),
        );
      targets.push(
        atMost(
          `${name}${killed ? ", also killed once" : ""}: orders made twice, lost, or not made`,
          notOnce(undisturbed, orders) + (killed ? notOnce(killed, orders) : 0),
          0,
        ),
      );
    }
  }
  return targets;
}

/** Orders that were not made exactly once, with their ID in the sheet. */
function notOnce({ done, twice, lost }: Passage, orders: number): number {
  return twice + lost + orders - done;
}

function atMost(name: string, measured: number, most: number): Target {
  return { name, measured, atMost: most, met: measured <= most };
}

function atLeast(name: string, measured: number, least: number): Target {
  return { name, measured, atLeast: least, met: measured >= least };
}
