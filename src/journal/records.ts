import type { Batch, Entry } from "./entry";
import { Journal, type ListedRun, requestKey, unproven } from "./journal";
import {
  byteLength,
  type Contents,
  decodeBatch,
  decodeContents,
  decodeKept,
  decodeRuns,
  encodeHead,
  encodeResults,
  encodeRuns,
  partCount,
  type RunList,
} from "./record-format";

/** What all names of journal records begin with. */
const prefix = "bitbybit.journal.";
const batchPrefix = `${prefix}batch.`;
export const keptPrefix = `${prefix}created.`;
export const contentsPrefix = `${prefix}contents.`;
export const runsName = `${prefix}runs`;

const noRuns: RunList = { runs: [], kept: new Map() };

/** The journal's records as they stand in document properties, by name. */
export interface StoredJournal {
  journal: Journal;
  kept: { name: string; entries: Entry[] }[];
  contents: (Contents & { name: string })[];
  /** Records that nothing needs any more: an execution was killed while it removed them. */
  leftovers: string[];
}

/** Changes of document properties: what is forgotten, then texts to write, then names to remove. */
export interface RecordChanges {
  /** Records of orders that are remembered no longer, and the runs as they are listed before these go. */
  forget?: { names: readonly string[]; runs: readonly ListedRun[] };
  write: Record<string, string>;
  remove: string[];
}

/** Reads the journal out of all document properties. Never throws; what cannot be read is listed by name. */
export function readJournal(properties: Readonly<Record<string, string>>): StoredJournal {
  const names = Object.keys(properties)
    .filter((name) => name.startsWith(prefix))
    .sort();
  const unreadable: string[] = [];
  const runsText = properties[runsName];
  const list = runsText === undefined ? noRuns : decodeRuns(runsText);
  if (!list) unreadable.push(runsName);
  const { runs, kept: keptThen } = list ?? noRuns;
  const folding = new Set(runs.flatMap((run) => run.folding));
  const batches: Batch[] = [];
  const kept: StoredJournal["kept"] = [];
  const contents: StoredJournal["contents"] = [];
  const leftovers: string[] = [];
  let bytes = 0;
  for (const name of names) {
    const text = properties[name] ?? "";
    bytes += byteLength(name) + byteLength(text);
    if (name === runsName) continue;
    if (name.startsWith(keptPrefix))
      kept.push({ name, entries: readable(unreadable, name, decodeKept(text)) });
    else if (name.startsWith(contentsPrefix)) {
      const record = decodeContents(text);
      if (record) contents.push({ name, ...record });
      else unreadable.push(name);
    } else if (!name.startsWith(batchPrefix)) unreadable.push(name);
    else if (folding.has(batchOfName(name))) leftovers.push(name);
    else if (name === batchPrefix + batchOfName(name))
      batches.push(...readable(unreadable, name, readBatch(properties, batchOfName(name), text)));
    else if (properties[batchPrefix + batchOfName(name)] === undefined) leftovers.push(name);
  }
  batches.sort((one, other) => one.openedAtMs - other.openedAtMs);
  const keptNow = kept.flatMap(({ entries }) => entries);
  const counts = countsOf(keptNow);
  const isShort = ({ id }: ListedRun) => (counts.get(id) ?? 0) < (keptThen.get(id) ?? 0);
  return {
    journal: new Journal({
      batches,
      kept: keptNow,
      contents: countOf(contents.flatMap((record) => record.contents)),
      // Whoever began before the properties were lost may have written its list since: then it proves nothing of any run,
      // since a request may have been sent in another run than the one that keyed its row.
      runs: runs.some(isShort) ? runs.map(unproven) : runs,
      unreadable,
      bytes,
    }),
    kept: kept.filter(({ name }) => !unreadable.includes(name)),
    contents,
    leftovers,
  };
}

/** A batch from its head and the properties with its results; null if it cannot be read. */
function readBatch(properties: Readonly<Record<string, string>>, id: string, head: string): Batch[] | null {
  const batch = decodeBatch(
    id,
    head,
    partNames(id, partCount(head)).map((name) => properties[name]),
  );
  return batch && [batch];
}

/** What a record holds; nothing, and the record's name among the unreadable, if it cannot be read. */
function readable<T>(unreadable: string[], name: string, record: readonly T[] | null): T[] {
  if (record === null) unreadable.push(name);
  return [...(record ?? [])];
}

/** The properties of a batch, head and results. */
export function batchProperties(batch: Batch): Record<string, string> {
  return { [batchPrefix + batch.id]: encodeHead(batch), ...resultProperties(batch) };
}

/** The properties of its results alone. */
export function resultProperties(batch: Batch): Record<string, string> {
  const texts = encodeResults(batch.entries);
  const names = partNames(batch.id, texts.length);
  return Object.fromEntries(texts.map((text, index) => [names[index] ?? "", text]));
}

/** The property that says that the log has a batch's lines. */
export function loggedProperties(batches: readonly Batch[]): Record<string, string> {
  return Object.fromEntries(
    batches.map((batch) => [batchPrefix + batch.id, encodeHead({ ...batch, logged: true })]),
  );
}

/** The names of a batch's properties. */
export function batchNames(batch: Batch): string[] {
  return [batchPrefix + batch.id, ...partNames(batch.id, encodeResults(batch.entries).length)];
}

/** The ID of the batch that a property is part of. */
export function batchOfName(name: string): string {
  return name.slice(batchPrefix.length).split(".")[0] ?? "";
}

/** The property that lists the runs, beside these created orders. */
export function runsProperty(runs: readonly ListedRun[], kept: readonly Entry[]): Record<string, string> {
  return { [runsName]: encodeRuns({ runs, kept: countsOf(kept) }) };
}

/** How many created orders of each run are kept. One may be there twice: an execution was killed while it folded. */
function countsOf(kept: readonly Entry[]): Map<string, number> {
  const orders = new Map(kept.map(({ key }) => [requestKey(key) + key.runId, key.runId]));
  return countOf([...orders.values()]);
}

/** A name for one more record of a kind, after all that there are, those that cannot be read included. */
export function nextName(kind: string, { kept, contents, journal }: StoredJournal, ahead = 0): string {
  const names = [...kept, ...contents].map(({ name }) => name).concat(journal.records.unreadable);
  const last = names.reduce(
    (most, name) =>
      name.startsWith(kind) ? Math.max(most, Number.parseInt(name.slice(kind.length), 36) || 0) : most,
    0,
  );
  return kind + (last + 1 + ahead).toString(36).padStart(6, "0");
}

function partNames(id: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${batchPrefix}${id}.${index + 1}`);
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
