import { type Journal, requestKey, worthOf } from "../journal/journal";
import { parseStatus } from "../orders/status";
import type { SheetReading } from "../sheet/sheet-reading";
import { addToReceipt, type Receipt, type ReceiptCategory } from "./receipt";
import type { RunRecord } from "./run-record";

/** How far a run is: its outcomes so far, how many orders it has not reached, and how many exist more than once. */
export interface Tally {
  counts: Receipt;
  remaining: number;
  madeTwice: number;
}

/**
 * Counts a run's orders by their requests: by the journal, and what it has let go by the sheet. Orders that are in neither
 * were deleted before they were sent.
 */
export function tallyRun(
  run: RunRecord,
  reading: SheetReading | null,
  journal: Journal,
  ended: boolean,
): Tally {
  const outcomes = new Map<string, ReceiptCategory | null>();
  let madeTwice = 0;
  for (const record of reading?.orders ?? []) {
    const key = record.rows.find((row) => row.key?.runId === run.id)?.key;
    if (!key) continue;
    const id = requestKey(key);
    const categories = record.rows.map((row) => categoryOf(row.cells.status));
    for (const category of categories) outcomes.set(id, moreCautious(outcomes.get(id), category));
  }
  for (const request of journal.all()) {
    if (!request.entries.some((entry) => entry.key.runId === run.id)) continue;
    const worth = worthOf(request);
    if (!worth) continue;
    const id = requestKey(request.key);
    if (worth.state.kind === "created" && worth.state.alsoMade.length > 0) madeTwice += 1;
    const category = categoryOfState(worth.state.kind);
    const shown = outcomes.get(id);
    // What was not made may have been checked again since, or wait for another try.
    if (category === "notSent" || category === "rejected") {
      if (shown === undefined) outcomes.set(id, category);
    } else outcomes.set(id, category);
  }
  let counts = run.before;
  let remaining = 0;
  for (const category of outcomes.values()) {
    if (category === null && !ended) remaining += 1;
    else counts = addToReceipt(counts, category ?? "notSent");
  }
  const gone = Math.max(0, run.queued - outcomes.size);
  return { counts: addToReceipt(counts, "notSent", gone), remaining, madeTwice };
}

function categoryOfState(kind: string): ReceiptCategory {
  if (kind === "created" || kind === "rejected") return kind;
  return kind === "pending" || kind === "unconfirmed" ? "unconfirmed" : "notSent";
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
    case "Sending":
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
