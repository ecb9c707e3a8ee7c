import type { RunView } from "../../endpoints/runs";
import type { Receipt, ReceiptCategory } from "../../receipt/receipt";

/** An outcome and how many orders have it. */
export interface Part {
  outcome: ReceiptCategory;
  amount: number;
}

/** The outcomes in the order of the bar: what is done, then what may be, then what needs the user. */
const outcomeOrder: readonly ReceiptCategory[] = [
  "created",
  "valid",
  "skipped",
  "unconfirmed",
  "rejected",
  "invalid",
  "notSent",
];

/** The outcomes that are not zero. */
export function partsOf(counts: Receipt): Part[] {
  return outcomeOrder
    .map((outcome) => ({ outcome, amount: counts[outcome] }))
    .filter(({ amount }) => amount > 0);
}

/** What the bar and the line under it say of a run. */
export interface RunFigures {
  kind: RunView["kind"];
  /** Orders of the run without those that were created before. */
  total: number;
  /** Of these, those that reached what the run is for. */
  done: number;
  /** Orders that the run has not come to. */
  remaining: number;
  parts: Part[];
}

/** The figures of a run. Of orders to be created, only those that were count as done. */
export function figuresOf({ kind, counts, remaining, total }: RunView): RunFigures {
  const parts = partsOf(counts);
  const reached = parts.reduce((sum, { amount }) => sum + amount, 0);
  const all = Math.max(total, reached + remaining);
  const sends = kind === "create" || kind === "sendAgain";
  const done = sends ? counts.created : reached - counts.skipped;
  return { kind, total: all - counts.skipped, done, remaining: all - reached, parts };
}

/** Orders of a run that need the user. */
export function problemsIn({ invalid, rejected, notSent, unconfirmed }: Receipt): number {
  return invalid + rejected + notSent + unconfirmed;
}
