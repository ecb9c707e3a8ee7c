import type { Batch, Entry, EntryState } from "../../src/journal/entry";
import { Journal, type JournalRecords } from "../../src/journal/journal";
import type { SendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";

type Created = Extract<EntryState, { kind: "created" }>;

/** An order that was created and answered; `parts` replace its own. */
export function created(orderId: string, parts: Partial<Created> = {}): Created {
  return { kind: "created", orderId, orderNumber: "", by: "answer", alsoMade: [], ...parts };
}

export const pending: EntryState = { kind: "pending" };
export const absent: EntryState = { kind: "absent" };
export const notSent: EntryState = { kind: "notSent", reason: "stopped" };
export const rejected: EntryState = { kind: "rejected", code: "VALIDATION_ERROR", message: "zip is unknown" };
export const unconfirmed: EntryState = { kind: "unconfirmed", reason: "transport" };

/** One attempt of the request of a test key. */
export function entryOf(state: EntryState, key: Partial<SendKey> = {}, parts: Partial<Entry> = {}): Entry {
  return { key: sendKeyOf(key), refHash: "", sheetId: 7, atMs: 1_000, state, ...parts };
}

/** A batch of a run with these entries. */
export function batchOf(entries: readonly Entry[], parts: Partial<Batch> = {}): Batch {
  return { id: "b1", runId: "A9C3", openedAtMs: 1_000, entries: [...entries], logged: false, ...parts };
}

/** The request ID of the order with this number. */
export function requestIdOf(number: number): string {
  return String(number).padStart(8, "0");
}

/** The journal of records of which only some are given. */
export function journalOf(records: Partial<JournalRecords> = {}): Journal {
  return new Journal({
    batches: [],
    kept: [],
    contents: new Map(),
    runs: [],
    unreadable: [],
    bytes: 0,
    ...records,
  });
}

/** The journal of one batch with these entries, whose run lists it. */
export function journalWith(...entries: readonly Entry[]): Journal {
  const runs = [{ id: "A9C3", opened: 1, folded: 0, folding: [] }];
  return journalOf({
    batches: entries.length === 0 ? [] : [batchOf(entries)],
    runs: entries.length === 0 ? [] : runs,
  });
}
