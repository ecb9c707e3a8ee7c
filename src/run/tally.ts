import type { KnownAttempt } from "../orders/order-record";
import { parseSendKey } from "../orders/send-key";
import { parseStatus } from "../orders/status";
import { addToReceipt, type Receipt, type ReceiptCategory } from "./receipt";
import type { RunRecord } from "./run-record";
import type { SheetView } from "./sheet-view";

/** How far a run is: its outcomes so far, and how many orders it has not reached. */
export interface Tally {
  counts: Receipt;
  remaining: number;
  /** Orders of the plan that no key was written for, as far as the sheet does not show otherwise; see `RunRecord.unkeyed`. */
  unkeyed: number;
}

/**
 * Counts a run's orders by their keys: what stands in the sheet, and for orders whose rows are gone what log and slots
 * know. Orders that are in neither were deleted before they were sent.
 */
export function tallyRun(
  run: RunRecord,
  view: SheetView | null,
  attempts: readonly KnownAttempt[],
  ended: boolean,
): Tally {
  const outcomes = new Map<string, ReceiptCategory | null>();
  for (const row of view?.rows ?? []) {
    if (!row.keyText.includes(run.id)) continue;
    const key = parseSendKey(row.keyText);
    if (key?.runMark !== run.id) continue;
    const category = categoryOf(row.cells.status);
    outcomes.set(key.stem, moreCautious(outcomes.get(key.stem), category));
  }
  for (const attempt of attempts) {
    if (attempt.key.runMark !== run.id) continue;
    const known = outcomes.get(attempt.key.stem);
    if (known !== undefined && known !== null && attempt.outcome !== "created") continue;
    const category = attempt.outcome === "pending" ? "unconfirmed" : attempt.outcome;
    if (known === null && category === "notSent") continue;
    outcomes.set(attempt.key.stem, category);
  }
  let counts = run.before;
  let remaining = 0;
  for (const category of outcomes.values()) {
    if (category === null && !ended) remaining += 1;
    else counts = addToReceipt(counts, category ?? "notSent");
  }
  const taken = Math.min(run.taken, Math.max(0, run.keyed - outcomes.size));
  counts = addToReceipt(counts, "skipped", taken);
  const gone = Math.max(0, run.keyed - outcomes.size - taken);
  const unkeyed = Math.min(run.unkeyed, gone);
  const waiting = ended ? 0 : unkeyed;
  return {
    counts: addToReceipt(counts, "notSent", gone - waiting),
    remaining: remaining + waiting,
    unkeyed,
  };
}

/** Null: not reached yet. */
function categoryOf(statusText: string): ReceiptCategory | null {
  switch (parseStatus(statusText)) {
    case "Created":
    case "Created (test)":
      return "created";
    case "Rejected":
      return "rejected";
    case "Invalid":
      return "invalid";
    case "Not sent":
      return "notSent";
    case "Valid":
      return null;
    default:
      return "unconfirmed";
  }
}

function moreCautious(
  known: ReceiptCategory | null | undefined,
  next: ReceiptCategory | null,
): ReceiptCategory | null {
  return known === "unconfirmed" || known === "created" ? known : next;
}
