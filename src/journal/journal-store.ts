import type { SendKey } from "../orders/send-key";
import type { Batch, Entry } from "./entry";
import { isOpen } from "./entry";
import { foldBatches, type JournalLimits, looseBatches } from "./fold";
import { Journal, type ListedRun, requestKey, worthOf } from "./journal";
import { encodeKept } from "./record-format";
import {
  batchProperties,
  keptPrefix,
  loggedProperties,
  nextName,
  type RecordChanges,
  readJournal,
  resultProperties,
  runsName,
  runsProperty,
  type StoredJournal,
} from "./records";
import { type EntryEvent, transition } from "./transitions";

/** Texts kept with the document, for all of its users. Values of at most 9 KB, 500 KB in all. */
export interface PropertiesPort {
  /** @throws StorageFault when the storage does not answer. */
  readAll(): Record<string, string>;
  /** False when they do not fit or the storage does not answer: then it may have them all the same. Never throws. */
  write(properties: Readonly<Record<string, string>>): boolean;
  /** False when the storage does not answer. Never throws. */
  remove(name: string): boolean;
}

/** The storage of document properties did not answer, also not when asked again. */
export class StorageFault extends Error {
  override name = "StorageFault";
}

/** The document properties as they stand, and the journal in them. */
export interface JournalReading extends StoredJournal {
  properties: Readonly<Record<string, string>>;
}

/** Something that was learned about a request. `refHash` and `sheetId` are for one that has no entry. */
export interface Finding {
  key: SendKey;
  refHash: string;
  sheetId: number;
  event: EntryEvent;
}

/**
 * The journal in document properties: out of reach of sorts, edits, undo and restored versions. Records are added under
 * names of their own and filled in place, never rewritten smaller; what is folded stands under a new name, read back,
 * before the old is removed. All but `read` and `close` need the document lock.
 */
export class JournalStore {
  constructor(
    private readonly properties: PropertiesPort,
    private readonly limits: JournalLimits,
    private readonly nowMs: () => number,
  ) {}

  read(): JournalReading {
    const properties = this.properties.readAll();
    return { ...readJournal(properties), properties };
  }

  /** Lists a run before any key of it is written; with `more` in the same write. False when it could not be written. */
  list(reading: JournalReading, runId: string, more: Readonly<Record<string, string>>): boolean {
    const { runs, kept } = reading.journal.records;
    const listed = [...runs, { id: runId, opened: 0, folded: 0, folding: [] }];
    return this.properties.write({ ...runsProperty(listed.slice(-this.limits.maxRuns), kept), ...more });
  }

  /** Writes a batch, its requests not sent yet, and counts it for its run. False when it could not be written. */
  write({ journal }: StoredJournal, batch: Batch): boolean {
    return this.properties.write({
      ...batchProperties(batch),
      ...runsProperty(counted(journal, batch.runId), journal.records.kept),
    });
  }

  /**
   * Keeps what became of a batch's requests. Reads first: a look-up of somebody else's may have found one of them. The
   * batch as it then is, whether or not the storage took it: an outcome that was seen is shown in any case.
   */
  close(batch: Batch, events: readonly (EntryEvent | undefined)[]): Batch {
    let current = batch;
    try {
      const { journal } = this.read();
      current = journal.records.batches.find((one) => one.id === batch.id) ?? batch;
    } catch (fault) {
      if (!(fault instanceof StorageFault)) throw fault;
    }
    const atMs = this.nowMs();
    const entries = current.entries.map((entry, index) => applied(entry, events[index], atMs));
    const closed = { ...current, entries };
    for (let tries = 0; tries < 3 && !this.properties.write(resultProperties(closed)); tries += 1);
    return closed;
  }

  /**
   * Applies what was learned outside of a batch: found, absent, typed. A request without an entry gets one, `pending` from
   * now on when nothing is known of it: somebody may be sending it at this very moment. False when it could not be kept.
   */
  resolve(reading: JournalReading, findings: readonly Finding[]): boolean {
    const changes: RecordChanges = { write: {}, remove: [] };
    const atMs = this.nowMs();
    const byRequest = new Map(findings.map((finding) => [requestKey(finding.key), finding]));
    const known = new Set<string>();
    for (const batch of reading.journal.records.batches) {
      const entries = batch.entries.map((entry) => resolved(entry, reading.journal, byRequest, known, atMs));
      if (entries.some((entry, index) => entry !== batch.entries[index]))
        Object.assign(changes.write, resultProperties({ ...batch, entries }));
    }
    reading.kept.forEach(({ name, entries: before }, index) => {
      const entries = before.map((entry) => resolved(entry, reading.journal, byRequest, known, atMs));
      if (entries.every((entry, place) => entry === before[place])) return;
      encodeKept(entries).forEach((text, part) => {
        changes.write[nextName(keptPrefix, reading, 2 * index + part)] = text;
      });
      changes.remove.push(name);
    });
    const unknown = findings.filter((finding) => !known.has(requestKey(finding.key)));
    const adopted = unknown.map(({ key, refHash, sheetId, event }): Entry => {
      const pending: Entry = { key, refHash, sheetId, atMs, state: { kind: "pending" } };
      return applied(pending, event, atMs);
    });
    for (const batch of looseBatches(adopted, atMs, reading.journal, false))
      Object.assign(changes.write, batchProperties(batch));
    return this.apply(changes);
  }

  /**
   * Folds batches whose results all stand in the sheet, and removes what nothing needs any more. Nothing of it while a
   * record cannot be read: it would be written over, or counted wrongly.
   */
  fold(reading: JournalReading, batches: readonly Batch[]): boolean {
    if (batches.length === 0 && reading.leftovers.length === 0) return true;
    if (reading.journal.records.unreadable.length > 0) return true;
    const { forget, write, remove }: RecordChanges =
      batches.length > 0
        ? foldBatches(reading, batches, this.limits, this.nowMs())
        : { write: {}, remove: [] };
    // The list of runs says first that what is forgotten proves nothing; then it makes room for what is kept.
    if (forget) {
      if (!this.properties.write(runsProperty(forget.runs, reading.journal.records.kept))) return false;
      for (const name of forget.names) if (!this.properties.remove(name)) return false;
    }
    if (this.apply({ write, remove: [...reading.leftovers, ...remove] })) return true;
    // There may be room for one at a time.
    return batches.length > 1 && batches.every((batch) => this.foldOne(batch.id));
  }

  private foldOne(id: string): boolean {
    const now = this.read();
    return this.fold(
      now,
      now.journal.records.batches.filter((batch) => batch.id === id),
    );
  }

  /** Remembers that the log has the lines of some batches. */
  markLogged(batches: readonly Batch[]): void {
    if (batches.length > 0) this.properties.write(loggedProperties(batches));
  }

  /**
   * Writes records, reads them back, then says in the list of runs what they take the place of, and only then removes that.
   * One write for all could be killed when it has stored the list alone.
   */
  private apply({ write, remove }: RecordChanges): boolean {
    const { [runsName]: runs, ...records } = write;
    const names = Object.keys(records);
    if (names.length > 0) {
      if (!this.properties.write(records)) return false;
      const now = remove.length > 0 ? this.properties.readAll() : records;
      if (names.some((name) => now[name] !== records[name])) return false;
    }
    if (runs !== undefined && !this.properties.write({ [runsName]: runs })) return false;
    for (const name of remove) if (!this.properties.remove(name)) return false;
    return true;
  }
}

/** A new batch about to be opened. */
export function newBatch(
  id: string,
  runId: string,
  nowMs: number,
  orders: readonly { key: SendKey; refHash: string; sheetId: number }[],
): Batch {
  const entries = orders.map((order): Entry => ({ ...order, atMs: nowMs, state: { kind: "pending" } }));
  return { id, runId, openedAtMs: nowMs, entries, logged: false };
}

/** The journal with one batch as it is in memory: when the storage did not take its results, they are known all the same. */
export function withBatch(journal: Journal, batch: Batch): Journal {
  const batches = journal.records.batches.map((one) => (one.id === batch.id ? batch : one));
  return new Journal({ ...journal.records, batches });
}

/** The journal as it would be without one batch, its count included: for asking whether that batch may leave. */
export function withoutBatch(journal: Journal, batch: Pick<Batch, "id" | "runId">): Journal {
  const batches = journal.records.batches.filter((one) => one.id !== batch.id);
  const runs = journal.records.runs.map((run) =>
    run.id === batch.runId ? { ...run, opened: run.opened - 1 } : run,
  );
  return new Journal({ ...journal.records, batches, runs });
}

function counted(journal: Journal, runId: string): ListedRun[] {
  return journal.records.runs.map((run) => (run.id === runId ? { ...run, opened: run.opened + 1 } : run));
}

function applied(entry: Entry, event: EntryEvent | undefined, atMs: number): Entry {
  const state = event ? transition(entry.state, event) : entry.state;
  return state === entry.state ? entry : { ...entry, state, atMs };
}

/** An absence settles every open attempt of its request; an ID belongs to the one entry that the request is worth. */
function resolved(
  entry: Entry,
  journal: Journal,
  findings: ReadonlyMap<string, Finding>,
  known: Set<string>,
  atMs: number,
): Entry {
  const id = requestKey(entry.key);
  const finding = findings.get(id);
  if (!finding) return entry;
  if (finding.event.kind === "absent") {
    known.add(id);
    return isOpen(entry.state) ? applied(entry, finding.event, atMs) : entry;
  }
  if (known.has(id)) return entry;
  const worth = worthOf(journal.request(entry.key));
  const isWorth =
    worth?.key.attempt === entry.key.attempt &&
    worth.state.kind === entry.state.kind &&
    worth.atMs === entry.atMs;
  if (!isWorth) return entry;
  known.add(id);
  return applied(entry, finding.event, atMs);
}
