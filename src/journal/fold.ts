import type { Batch, Entry } from "./entry";
import { contentKey, type ListedRun, unproven } from "./journal";
import { byteLength, encodeContents, encodeKept } from "./record-format";
import {
  batchNames,
  batchOfName,
  contentsPrefix,
  keptPrefix,
  nextName,
  type RecordChanges,
  runsProperty,
  type StoredJournal,
} from "./records";

/** How much the journal remembers. All in bytes of UTF-8; a document has 500 KB of properties (Apps Script quotas). */
export interface JournalLimits {
  /** Created orders that are kept in full. @default 180_000 */
  maxKeptBytes: number;
  /** Created orders of which only the content is kept. @default 240_000 */
  maxContentsBytes: number;
  /** Runs that are listed; a key of an older one proves nothing. @default 150 */
  maxRuns: number;
}

export const defaultJournalLimits: JournalLimits = {
  maxKeptBytes: 180_000,
  maxContentsBytes: 240_000,
  maxRuns: 150,
};

/** Contents that one record holds: 13 characters each. */
const contentsPerRecord = 640;

/**
 * Takes batches out of their records: every result of theirs stands in the sheet, so only created orders have to be
 * kept. If these need too much room, the oldest are kept by their content alone, and then the oldest contents go.
 */
export function foldBatches(
  stored: StoredJournal,
  batches: readonly Batch[],
  limits: JournalLimits,
): RecordChanges {
  const changes: RecordChanges = { write: {}, remove: [] };
  const created = batches.flatMap((batch) => batch.entries.filter((entry) => entry.state.kind === "created"));
  const kept = appended(stored, created, changes);
  const forgotten = thinned(kept, stored, limits, changes);
  for (const batch of batches) changes.remove.push(...batchNames(batch));
  const { runs } = stored.journal.records;
  const unfinished = stored.leftovers.map(batchOfName);
  const folded = runs.map((run) => foldedRun(run, batches, unfinished, forgotten));
  const left = kept.filter(({ name }) => !changes.remove.includes(name)).flatMap(({ entries }) => entries);
  Object.assign(changes.write, runsProperty(folded, left));
  return changes;
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

/** The oldest kept orders become contents, and the oldest contents go. True when any content was forgotten. */
function thinned(
  kept: readonly KeptRecord[],
  stored: StoredJournal,
  limits: JournalLimits,
  changes: RecordChanges,
): boolean {
  let bytes = kept.reduce((sum, record) => sum + record.bytes, 0);
  const fresh: string[] = [];
  for (const record of kept) {
    if (bytes <= limits.maxKeptBytes) break;
    bytes -= record.bytes;
    delete changes.write[record.name];
    changes.remove.push(record.name);
    fresh.push(...record.entries.map(({ key }) => contentKey(key.environment, key.fingerprint)));
  }
  const records = [...stored.contents];
  if (fresh.length > 0) {
    const last = records[records.length - 1];
    if (last && last.contents.length + fresh.length <= contentsPerRecord) {
      changes.remove.push(last.name);
      records.pop();
      fresh.unshift(...last.contents);
    }
    for (let start = 0; start < fresh.length; start += contentsPerRecord) {
      const name = nextName(contentsPrefix, stored, start / contentsPerRecord);
      const part = fresh.slice(start, start + contentsPerRecord);
      changes.write[name] = encodeContents(part);
      records.push({ name, contents: part });
    }
  }
  let contentBytes = records.reduce((sum, record) => sum + byteLength(encodeContents(record.contents)), 0);
  let forgotten = false;
  for (const record of records) {
    if (contentBytes <= limits.maxContentsBytes) break;
    contentBytes -= byteLength(encodeContents(record.contents));
    delete changes.write[record.name];
    changes.remove.push(record.name);
    forgotten = true;
  }
  return forgotten;
}

/**
 * Of a run whose orders may be forgotten, a key without an entry proves nothing any more. Batches whose records could not
 * be removed yet stay listed, lest they count twice.
 */
function foldedRun(
  run: ListedRun,
  batches: readonly Batch[],
  unfinished: readonly string[],
  forgotten: boolean,
): ListedRun {
  const own = batches.filter((batch) => batch.runId === run.id).map((batch) => batch.id);
  const folding = [...run.folding.filter((id) => unfinished.includes(id)), ...own];
  return { ...(forgotten ? unproven(run) : run), folded: run.folded + own.length, folding };
}
