import { type EntryState, isOpen } from "../journal/entry";
import { type Journal, requestKey, worthOf } from "../journal/journal";
import { parseStatus } from "../orders/status";
import { isMadeTwice } from "../sheet/made-twice";
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
  const shown = outcomesShown(run, reading);
  const known = outcomesKnown(run, journal);
  const outcomes = new Map(shown);
  for (const [id, category] of known.outcomes) {
    // What was not made may have been checked again since, or wait for another try.
    const mayHaveChanged = category === "notSent" || category === "rejected";
    if (!mayHaveChanged || !shown.has(id)) outcomes.set(id, category);
  }
  let counts = run.before;
  let remaining = 0;
  for (const category of outcomes.values()) {
    if (category === null && !ended) remaining += 1;
    else counts = addToReceipt(counts, category ?? "notSent");
  }
  const gone = Math.max(0, run.queued - outcomes.size);
  return { counts: addToReceipt(counts, "notSent", gone), remaining, madeTwice: known.madeTwice };
}

/** What the sheet says of each request of a run; null for one that was not reached yet. */
function outcomesShown(run: RunRecord, reading: SheetReading | null): Map<string, ReceiptCategory | null> {
  const outcomes = new Map<string, ReceiptCategory | null>();
  for (const { rows } of reading?.orders ?? []) {
    const key = rows.find((row) => row.key?.runId === run.id)?.key;
    if (!key) continue;
    const id = requestKey(key);
    for (const { cells } of rows) outcomes.set(id, moreCautious(outcomes.get(id), categoryOf(cells.status)));
  }
  return outcomes;
}

/** What the journal says of each request of a run, and how many of them made more than one order. */
function outcomesKnown(
  run: RunRecord,
  journal: Journal,
): { outcomes: Map<string, ReceiptCategory>; madeTwice: number } {
  const outcomes = new Map<string, ReceiptCategory>();
  let madeTwice = 0;
  for (const request of journal.all()) {
    const worth = request.entries.some((entry) => entry.key.runId === run.id) ? worthOf(request) : null;
    if (!worth) continue;
    outcomes.set(requestKey(request.key), categoryOfState(worth.state));
    if (isMadeTwice(worth)) madeTwice += 1;
  }
  return { outcomes, madeTwice };
}

function categoryOfState(state: EntryState): ReceiptCategory {
  if (state.kind === "created" || state.kind === "rejected") return state.kind;
  return isOpen(state) ? "unconfirmed" : "notSent";
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
