import * as fc from "fast-check";
import type { Batch, CreatedBy, Entry, EntryState } from "../../src/journal/entry";
import { Journal, type JournalRecords } from "../../src/journal/journal";
import type { SendKey } from "../../src/orders/send-key";
import { anySendKey, sendKeyOf } from "../orders/send-keys";

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

/** A text of an API or a user: any characters, quotes, line breaks and halves of pairs included. */
const anyText = (maxLength: number) => fc.string({ unit: "binary", maxLength });

const createdBy: CreatedBy[] = ["answer", "found", "typed", "unverified"];

/** Any state that an attempt can be in. Order IDs are as `readOrderId` lets them through: never empty. */
export const anyState: fc.Arbitrary<EntryState> = fc.oneof(
  fc.constant(pending),
  fc.constant(absent),
  fc.record({
    kind: fc.constant("created" as const),
    orderId: fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
    orderNumber: anyText(40),
    by: fc.constantFrom(...createdBy),
    alsoMade: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant("rejected" as const), code: anyText(60), message: anyText(300) }),
  fc.constantFrom<EntryState>(notSent, { kind: "notSent", reason: "rateLimit" }),
  fc.constantFrom<EntryState>(
    unconfirmed,
    { kind: "unconfirmed", reason: "killed" },
    { kind: "unconfirmed", reason: "unreadable", words: "no stock" },
  ),
);

/** Any attempt that a batch of the sheet 7 can hold. What is pending has waited since its batch was opened. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    key: anySendKey,
    refHash: fc.constantFrom("", "A1B2", "ZZZZ"),
    sheetId: fc.constant(7),
    atMs: fc.integer({ min: 1, max: 2_000_000_000_000 }),
    state: anyState,
  })
  .map((entry) => (entry.state.kind === "pending" ? { ...entry, atMs: 1_000 } : entry));
