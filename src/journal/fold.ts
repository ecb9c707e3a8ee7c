import { type Batch, type Entry, isOpen } from "./entry";
import { contentKey, type Journal, type ListedRun, requestKey, unproven } from "./journal";
import { byteLength, encodeContents, encodeKept } from "./record-format";
import {
  batchNames,
  batchOfName,
  batchProperties,
  contentsPrefix,
  keptPrefix,
  nextName,
  type RecordChanges,
  runsProperty,
  type StoredJournal,
} from "./records";

/**
 * How much the journal remembers. All in bytes of UTF-8; a document has 500 KB of properties (Apps Script quotas). What is
 * left must hold three batches of 31 KB, one of orders that are looked up, and 40 KB more while batches are folded.
 */
export interface JournalLimits {
  /** Created orders that are kept in full. @default 150_000 */
  maxKeptBytes: number;
  /** Created orders of which only the content is kept. @default 180_000 */
  maxContentsBytes: number;
  /** Runs that are listed; a key of an older one proves nothing. @default 150 */
  maxRuns: number;
}

export const defaultJournalLimits: JournalLimits = {
  maxKeptBytes: 150_000,
  maxContentsBytes: 180_000,
  maxRuns: 150,
};

/** Orders whose contents one record holds: 13 characters each, and 5 for their run if each has its own. */
const contentsPerRecord = 480;

/**
 * Takes batches out of their records: every result of theirs stands in the sheet, so only created orders have to be
 * kept, and what nobody knows the end of. If created ones need too much room, the oldest are kept by their content alone, and
 * then the oldest contents go.
 */
export function foldBatches(
  stored: StoredJournal,
  batches: readonly Batch[],
  limits: JournalLimits,
  atMs: number,
): RecordChanges {
  const changes: RecordChanges = { write: {}, remove: [] };
  const ids = batches.map(({ id }) => id);
  const others = stored.journal.records.batches.filter(({ id }) => !ids.includes(id));
  // An execution may have been killed when it had carried an entry over: it is in another batch already.
  const carried = others.flatMap(({ entries }) => entries.map(attemptOf));
  const isLeft = (entry: Entry) => isOpen(entry.state) && !carried.includes(attemptOf(entry));
  const open = batches.flatMap(({ entries }) => entries.filter(isLeft));
  for (const batch of looseBatches(open, atMs, stored.journal, true))
    Object.assign(changes.write, batchProperties(batch));
  const created = batches.flatMap((batch) => batch.entries.filter((entry) => entry.state.kind === "created"));
  const kept = appended(stored, created, changes);
  const forgotten = forgottenOf(thinned(kept, stored, limits, changes), limits);
  // A row may show the key that another run gave the same order. Runs at work go on: all of theirs is newer.
  const isAtWork = (id: string) => stored.journal.records.batches.some(({ runId }) => runId === id);
  const isForgotten = ({ id }: ListedRun) =>
    forgotten.some((record) => !isAtWork(id) || (record.runs?.includes(id) ?? true));
  const runs = stored.journal.records.runs.map((run) => (isForgotten(run) ? unproven(run) : run));
  for (const { name } of forgotten) delete changes.write[name];
  if (forgotten.length > 0) changes.forget = { names: forgotten.map(({ name }) => name), runs };
  for (const batch of batches) changes.remove.push(...batchNames(batch));
  const unfinished = stored.leftovers.map(batchOfName);
  const folded = runs.map((run) => foldedRun(run, batches, unfinished));
  const left = kept.filter(({ name }) => !changes.remove.includes(name)).flatMap(({ entries }) => entries);
  Object.assign(changes.write, runsProperty(folded, left));
  return changes;
}

/**
 * Batches of entries apart from the requests that they were sent with: a look-up has to do with them, or the rest of their
 * batch was folded. `logged`: the log has their lines.
 */
export function looseBatches(
  entries: readonly Entry[],
  atMs: number,
  { records }: Journal,
  logged: boolean,
): Batch[] {
  const taken = records.batches.map((batch) => batch.id);
  const batches: Batch[] = [];
  for (let start = 0; start < entries.length; start += 100) {
    let serial = 0;
    let id = "";
    do id = `seen${Math.floor(atMs).toString(36)}-${serial++}`;
    while (taken.includes(id));
    taken.push(id);
    batches.push({ id, runId: "seen", openedAtMs: atMs, entries: entries.slice(start, start + 100), logged });
  }
  return batches;
}

function attemptOf({ key }: Entry): string {
  return `${requestKey(key)} ${key.attempt}`;
}

interface KeptRecord {
  name: string;
  entries: readonly Entry[];
  bytes: number;
}

/** Adds to the newest record while it has room, under a new name. */
function appended(stored: StoredJournal, created: readonly Entry[], changes: RecordChanges): KeptRecord[] {
  const records = stored.kept.map(({ name, entries }) => ({
    name,
    entries,
    bytes: byteLength(encodeKept(entries).join("")),
  }));
  if (created.length === 0) return records;
  const last = records[records.length - 1];
  const isShort = last !== undefined && last.bytes < 6_000;
  if (isShort) {
    records.pop();
    changes.remove.push(last.name);
  }
  const texts = encodeKept([...(isShort ? last.entries : []), ...created]);
  let from = 0;
  const entries = [...(isShort ? last.entries : []), ...created];
  texts.forEach((text, index) => {
    const name = nextName(keptPrefix, stored, index);
    const count = countIn(text);
    changes.write[name] = text;
    records.push({ name, entries: entries.slice(from, from + count), bytes: byteLength(text) });
    from += count;
  });
  return records;
}

function countIn(text: string): number {
  const { orders } = JSON.parse(text) as { orders: unknown[] };
  return orders.length;
}

/** The oldest kept orders become contents. All records of contents as they then are, the oldest first. */
function thinned(
  kept: readonly KeptRecord[],
  stored: StoredJournal,
  limits: JournalLimits,
  changes: RecordChanges,
): StoredJournal["contents"] {
  let bytes = kept.reduce((sum, record) => sum + record.bytes, 0);
  const fresh: Entry[] = [];
  for (const record of kept) {
    if (bytes <= limits.maxKeptBytes) break;
    bytes -= record.bytes;
    delete changes.write[record.name];
    changes.remove.push(record.name);
    fresh.push(...record.entries);
  }
  const records = [...stored.contents];
  const last = records[records.length - 1];
  let before: readonly string[] = [];
  const runs = new Set<string>();
  if (fresh.length > 0 && last?.runs && last.contents.length + fresh.length <= contentsPerRecord) {
    changes.remove.push(last.name);
    records.pop();
    before = last.contents;
    for (const run of last.runs) runs.add(run);
  }
  for (let start = 0; start < fresh.length; start += contentsPerRecord) {
    const name = nextName(contentsPrefix, stored, start / contentsPerRecord);
    const keys = fresh.slice(start, start + contentsPerRecord).map(({ key }) => key);
    for (const { runId } of keys) runs.add(runId);
    const contents = keys.map(({ environment, fingerprint }) => contentKey(environment, fingerprint));
    const record = { contents: [...before, ...contents], runs: [...runs] };
    changes.write[name] = encodeContents(record);
    records.push({ name, ...record });
    before = [];
    runs.clear();
  }
  return records;
}

/** The oldest contents, for which there is no room any more. */
function forgottenOf(
  records: StoredJournal["contents"],
  { maxContentsBytes }: JournalLimits,
): typeof records {
  const sizes = records.map((record) => byteLength(encodeContents(record)));
  let bytes = sizes.reduce((sum, size) => sum + size, 0);
  let count = 0;
  for (; bytes > maxContentsBytes; count += 1) bytes -= sizes[count] ?? bytes;
  return records.slice(0, count);
}

/** A run with its folded batches. Those whose records could not be removed yet stay listed, lest they count twice. */
function foldedRun(run: ListedRun, batches: readonly Batch[], unfinished: readonly string[]): ListedRun {
  const own = batches.filter((batch) => batch.runId === run.id).map((batch) => batch.id);
  const folding = [...run.folding.filter((id) => unfinished.includes(id)), ...own];
  return { ...run, folded: run.folded + own.length, folding };
}
