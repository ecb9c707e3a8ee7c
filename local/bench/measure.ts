import type { BuiltAddOn } from "../command-line/built-add-on";
import { addOnContender } from "./add-on-contender";
import { type CheckingCost, checkingCost } from "./checking";
import { type ColdStart, coldStart } from "./cold-start";
import { apiModels, type ComparisonLine, compare } from "./comparison";
import { type FirstPaint, firstPaint } from "./first-paint";
import { programContender } from "./program-contender";
import { type RealTimeRun, realTimeRun } from "./real-time";
import { type SharedKey, sharedKey } from "./shared-key";
import { type SheetInUse, sheetInUse } from "./sheet-in-use";
import { judge, type Target } from "./targets";

/** Everything that was measured, and what it says about the targets. */
export interface Results {
  comparison: ComparisonLine[];
  bytes: { code: number; sidebar: number };
  coldStart: ColdStart;
  checking: CheckingCost[];
  sharedKey: SharedKey;
  realTime: RealTimeRun;
  /** Runs in sheets that were used before, for the calls that they cost. */
  inUse: (SheetInUse & { api: string })[];
  /** Null if no Chromium is installed. */
  firstPaint: FirstPaint | null;
  targets: Target[];
}

/** Measures everything; `sizes` are the sheets' orders, `tell` hears what is under way. */
export async function measure(
  addOn: BuiltAddOn,
  sizes: readonly number[],
  tell: (sentence: string) => void,
): Promise<Results> {
  // First what is timed on this machine, while nothing else has filled the memory.
  tell("Cold start and checking …");
  const cold = coldStart(addOn);
  const checking = [1_000, 10_000].map((rows) => checkingCost(addOn, rows));
  tell("The sidebar in Chromium …");
  const paint = await firstPaint(addOn);
  tell("In real time, 20 requests in 3 s …");
  const realTime = await realTimeRun(addOn, { orders: 120, limit: 20, windowMs: 3_000 });
  tell("Two users with one key …");
  const shared = sharedKey(addOn, 500);
  tell("Sheets in use …");
  const inUse = apiModels.flatMap(({ name, model }) =>
    [100, 1_000].map((orders) => ({ api: name, ...sheetInUse(addOn, orders, model) })),
  );
  const contenders = [
    programContender("row by row", "row-by-row.js"),
    programContender("batch", "batch.js"),
    programContender("one fetchAll", "fetch-all.js"),
    addOnContender(addOn),
  ];
  const comparison = compare(contenders, sizes, (line) =>
    tell(`${line.api}: ${line.orders} orders, ${line.contender}`),
  );
  const measured = {
    comparison,
    bytes: {
      code: Buffer.byteLength(addOn.code),
      sidebar: Buffer.byteLength(addOn.htmlFiles.sidebar ?? ""),
    },
    coldStart: cold,
    checking,
    sharedKey: shared,
    realTime,
    inUse,
    firstPaint: paint,
  };
  return { ...measured, targets: judge(measured) };
}
