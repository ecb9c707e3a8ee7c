import type { Context } from "../execution/context";
import type { Batch } from "../journal/entry";
import type { Journal } from "../journal/journal";
import { withBatch } from "../journal/journal-store";
import { newToken } from "../journal/owner";
import { noStreak, type Streak } from "../pace/circuit-breaker";
import type { SheetPort } from "../ports/ports";
import type { RunRecord } from "../receipt/run-record";
import type { SheetReading } from "../sheet/sheet-reading";
import type { Written } from "../spreadsheet/apply-changes";

/** What one execution has in hand while it works on a run. */
export interface Desk {
  readonly context: Context;
  readonly sheet: SheetPort;
  /** The fencing token that this execution took. */
  readonly token: string;
  run: RunRecord;
  streak: Streak;
  /** The last write and the reading that it was made for, until a reading has shown what became of it. */
  written: Written | null;
  /** The last batch as it was closed: the storage may not have taken its outcomes. */
  closed: Batch | null;
  /** Batches that this execution has opened, for their names. */
  batches: number;
  /** The last reading of the sheet, and of the journal. */
  reading: SheetReading | null;
  journal: Journal | null;
  /** How long the work between a wait's end and a batch's leaving took the last time, in milliseconds: it begins so much earlier. */
  leadMs: number;
  /** Tries in a row that left something of what was written out of the sheet. */
  vainWrites: number;
}

/** A reading, the lock and the journal's write and read-back, at the latency model's prices. */
const firstLeadMs = 2_000;

/** Everything in hand at the beginning of a step. */
export function openDesk(context: Context, run: RunRecord, sheet: SheetPort): Desk {
  return {
    context,
    sheet,
    token: newToken(run.id, context.mark),
    run,
    streak: noStreak,
    written: null,
    closed: null,
    batches: 0,
    reading: null,
    journal: null,
    leadMs: firstLeadMs,
    vainWrites: 0,
  };
}

/** What this execution knows of the journal: with the outcomes of its last batch in any case. */
export function knownJournal(desk: Desk, journal: Journal): Journal {
  return desk.closed ? withBatch(journal, desk.closed) : journal;
}
