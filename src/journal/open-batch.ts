import type { SendKey } from "../orders/send-key";
import type { Batch } from "./entry";
import type { Journal } from "./journal";
import { type JournalReading, type JournalStore, newBatch, withoutBatch } from "./journal-store";

/** Why nothing of a batch may be sent. */
export type OpenRefusal =
  /** Another execution has the fencing token, or somebody pressed Stop. */
  | "superseded"
  /** The record could not be written: no room, or the storage does not answer. */
  | "noRecord"
  /** Between writing the record and reading it back something changed. The next try decides anew. */
  | "changed"
  /** Records that cannot be read: nobody knows what they say. */
  | "unreadable";

/** A batch that is recorded and may leave now. */
export interface OpenedBatch {
  ok: true;
  batch: Batch;
  /** The orders that may leave, by their send key's request; the others are left out. */
  orders: ReadonlySet<string>;
  readBackAtMs: number;
}

/** What `openBatch` asks about the orders of a batch. */
export interface BatchGuard {
  /** True while this execution may open anything: it has the fencing token. */
  isOwner(properties: Readonly<Record<string, string>>): boolean;
  /** Decides every order anew by a journal; the request IDs of those that are still to be sent. */
  stillToSend(journal: Journal): ReadonlySet<string>;
}

/** What a batch is opened for. */
export interface BatchProposal {
  id: string;
  runId: string;
  orders: readonly { key: SendKey; refHash: string; sheetId: number }[];
}

/**
 * Records a batch before its requests leave: no entry, no send. Decides its orders by the journal just read, writes the
 * record, reads it back and repeats every check. When any of them fails, the record says that nothing was sent, and
 * nothing is. Call it inside the document lock; another execution that believes to have the lock too writes its record
 * before or after this one's read-back, so at least one of the two sees the other.
 */
export function openBatch(
  store: JournalStore,
  proposal: BatchProposal,
  guard: BatchGuard,
  nowMs: () => number,
): OpenedBatch | { ok: false; why: OpenRefusal } {
  const before = store.read();
  const refusal = refusalBy(before, guard);
  if (refusal) return { ok: false, why: refusal };
  const orders = guard.stillToSend(before.journal);
  const chosen = proposal.orders.filter(({ key }) => orders.has(key.requestId));
  if (chosen.length === 0) return { ok: false, why: "changed" };
  const batch = newBatch(proposal.id, proposal.runId, nowMs(), chosen);
  const isWritten = store.write(before, batch);
  const after = store.read();
  const isRecorded = isWritten && hasAllOf(after.journal, batch);
  if (isRecorded && !refusalBy(after, guard)) {
    const still = guard.stillToSend(withoutBatch(after.journal, batch));
    if (chosen.every(({ key }) => still.has(key.requestId))) {
      return { ok: true, batch, orders: still, readBackAtMs: nowMs() };
    }
  }
  withdraw(store, batch);
  return { ok: false, why: isRecorded ? (refusalBy(after, guard) ?? "changed") : "noRecord" };
}

/** Says of a batch that none of its requests left. */
export function withdraw(store: JournalStore, batch: Batch): Batch {
  const event = { kind: "answered", outcome: { kind: "notSent", reason: "changed" } } as const;
  return store.close(
    batch,
    batch.entries.map(() => event),
  );
}

function refusalBy({ journal, properties }: JournalReading, guard: BatchGuard): OpenRefusal | null {
  if (journal.records.unreadable.length > 0) return "unreadable";
  return guard.isOwner(properties) ? null : "superseded";
}

function hasAllOf(journal: Journal, batch: Batch): boolean {
  const stored = journal.records.batches.find((one) => one.id === batch.id);
  return stored?.entries.length === batch.entries.length;
}
