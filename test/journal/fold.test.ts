import * as fc from "fast-check";
import type { Batch } from "../../src/journal/entry";
import { defaultJournalLimits, foldBatches, type JournalLimits } from "../../src/journal/fold";
import { contentKey, type Journal } from "../../src/journal/journal";
import { batchProperties, keptPrefix, readJournal, runsName, runsProperty } from "../../src/journal/records";
import { anyEntry } from "./any-entries";
import { batchOf, created, entryOf, notSent, rejected, requestIdOf, unconfirmed } from "./entries";

type Properties = Record<string, string>;

/** Room for a handful of orders. */
const small: JournalLimits = { maxKeptBytes: 600, maxContentsBytes: 60, maxRuns: 150 };

const journalIn = (properties: Properties): Journal => readJournal(properties).journal;

/** The properties of batches, each counted for its run. */
function opened(batches: readonly Batch[]): Properties {
  const ids = [...new Set(batches.map((batch) => batch.runId))];
  const runs = ids.map((id) => ({
    id,
    opened: batches.filter((batch) => batch.runId === id).length,
    folded: 0,
    folding: [],
  }));
  return Object.assign({}, runsProperty(runs, []), ...batches.map(batchProperties));
}

/** The properties once these batches were folded. */
function folded(properties: Properties, ids: readonly string[], limits: JournalLimits): Properties {
  const stored = readJournal(properties);
  const batches = stored.journal.records.batches.filter((batch) => ids.includes(batch.id));
  const { forget, write, remove } = foldBatches(stored, batches, limits, 9_000);
  const next = { ...properties, ...write };
  for (const name of [...(forget?.names ?? []), ...remove]) delete next[name];
  return next;
}

const orderOf = (number: number) => ({
  requestId: requestIdOf(number),
  fingerprint: requestIdOf(number).padEnd(12, "A"),
});

/** A batch of one created order. */
const batchOfOrder = (number: number) =>
  batchOf([entryOf(created(`ord_${number}`), orderOf(number))], { id: `x-${number}`, openedAtMs: number });

describe("folding batches that are shown", () => {
  const entries = [
    entryOf(created("ord_1")),
    entryOf(rejected, { requestId: "00000002" }),
    entryOf(notSent, { requestId: "00000003" }),
  ];

  test("keeps their created orders in full, and nothing else", () => {
    const journal = journalIn(folded(opened([batchOf(entries)]), ["b1"], defaultJournalLimits));
    expect(journal.records).toMatchObject({ batches: [], kept: [entries[0]], unreadable: [] });
  });

  test("leaves their run whole, and other runs as they were", () => {
    const others = batchOf([entryOf(created("ord_9"), { requestId: "00000009" })], {
      id: "b2",
      runId: "BBBB",
    });
    const journal = journalIn(folded(opened([batchOf(entries), others]), ["b1"], defaultJournalLimits));
    expect(journal.records.batches).toEqual([others]);
    expect([journal.isWhole("A9C3"), journal.isWhole("BBBB")]).toEqual([true, true]);
  });

  test("leaves no run whole whose created orders are gone: an old list of runs was written over lost properties", () => {
    const other = batchOf([entryOf(rejected, { requestId: "00000009" })], { id: "b2", runId: "BBBB" });
    const properties = folded(opened([batchOf(entries), other]), ["b1", "b2"], defaultJournalLimits);
    const whole = (journal: Journal) => ["A9C3", "BBBB"].filter((id) => journal.isWhole(id));
    const { [runsName]: list = "" } = properties;
    const journal = journalIn({ [runsName]: list });
    expect([whole(journalIn(properties)), whole(journal)]).toEqual([["A9C3", "BBBB"], []]);
    // A list that is written after that says so too.
    expect(whole(journalIn(runsProperty(journal.records.runs, journal.records.kept)))).toEqual([]);
  });

  test("counts an order once that a killed execution has kept twice", () => {
    const properties = folded(opened([batchOf(entries)]), ["b1"], defaultJournalLimits);
    const [name = ""] = Object.keys(properties).filter((one) => one.startsWith(keptPrefix));
    const doubled = { ...properties, [`${name}x`]: properties[name] ?? "" };
    const { runs, kept } = journalIn(doubled).records;
    expect(journalIn({ ...properties, ...runsProperty(runs, kept) }).isWhole("A9C3")).toBe(true);
  });

  test("carries what nobody knows the end of over into a batch of its own, once, and leaves the run whole", () => {
    const lost = entryOf(unconfirmed, { requestId: "00000004" });
    const before = opened([batchOf([...entries, lost])]);
    const carried = folded(before, ["b1"], defaultJournalLimits);
    // Killed before anything of the old batch was taken away, it is folded again.
    for (const properties of [carried, folded({ ...carried, ...before }, ["b1"], defaultJournalLimits)]) {
      const journal = journalIn(properties);
      expect(journal.records.batches).toMatchObject([{ entries: [lost], logged: true }]);
      expect(journal.request(lost.key)?.entries).toEqual([lost]);
      expect(journal.isWhole("A9C3")).toBe(true);
    }
  });

  test("fills one record after the other, the oldest orders first", () => {
    let properties = opened(Array.from({ length: 30 }, (_, number) => batchOfOrder(number)));
    for (let number = 0; number < 30; number += 1)
      properties = folded(properties, [`x-${number}`], defaultJournalLimits);
    const { kept } = readJournal(properties);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.entries.map(({ state }) => state)).toEqual(
      Array.from({ length: 30 }, (_, number) => created(`ord_${number}`)),
    );
  });

  test("beyond the room for whole orders keeps the oldest by their content alone", () => {
    let properties = opened(Array.from({ length: 200 }, (_, number) => batchOfOrder(number)));
    const limits = { ...small, maxContentsBytes: 240_000, maxKeptBytes: 10_000 };
    for (let number = 0; number < 200; number += 1) properties = folded(properties, [`x-${number}`], limits);
    const journal = journalIn(properties);
    const first = entryOf(created("ord_0"), orderOf(0)).key;
    expect(journal.request(first)).toBeUndefined();
    expect(journal.bareCount(contentKey("test", first.fingerprint))).toBe(1);
    expect(journal.isWhole("A9C3")).toBe(true);
  });
});

/** Batches of one order each, folded one after the other where there is room for a handful; the last ones are another run's. */
function foldedOneByOne(isLast: (number: number) => boolean): Journal {
  const numbers = Array.from({ length: 39 }, (_, number) => number);
  const batches = numbers.map((number) => {
    const runId = isLast(number) ? "BBBB" : "A9C3";
    const entry = entryOf(created(`ord_${number}`), { ...orderOf(number), runId });
    return batchOf([entry], { id: `x-${number}`, runId, openedAtMs: number });
  });
  let properties = opened(batches);
  for (const { id } of batches) properties = folded(properties, [id], small);
  return journalIn(properties);
}

test("a run goes on while orders of other runs are forgotten, until it is one of its own", () => {
  const isWhole = (isLast: (number: number) => boolean) => {
    const journal = foldedOneByOne(isLast);
    return ["A9C3", "BBBB"].map((id) => journal.isWhole(id));
  };
  // The last orders to be forgotten are those up to number 31.
  expect(isWhole((number) => number > 31)).toEqual([false, true]);
  expect(isWhole((number) => number > 10)).toEqual([false, false]);
});

test("an order that is forgotten for want of room leaves its run not whole", () => {
  const numbers = Array.from({ length: 40 }, (_, number) => number);
  let properties = opened(numbers.map(batchOfOrder));
  for (const number of numbers) properties = folded(properties, [`x-${number}`], small);
  const journal = journalIn(properties);
  const first = entryOf(created("ord_0"), orderOf(0)).key;
  expect([journal.request(first), journal.bareCount(contentKey("test", first.fingerprint))]).toEqual([
    undefined,
    0,
  ]);
  expect(journal.isWhole("A9C3")).toBe(false);
});

describe("whatever is folded, in whatever portions", () => {
  const anyBatches = fc
    .array(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
    .map((all) =>
      all.map((entries, index) => {
        const runId = index % 3 === 0 ? "BBBB" : "A9C3";
        const known = entries.filter(({ state }) => state.kind !== "pending" && state.kind !== "unconfirmed");
        const own = known.map((entry) => ({ ...entry, key: { ...entry.key, runId } }));
        return batchOf(own, { id: `x-${index}`, runId, openedAtMs: index });
      }),
    )
    .map((batches) => batches.filter((batch) => batch.entries.length > 0));

  test("each created order is kept, remembered by its content, or forgotten, and then its run is not whole", () => {
    fc.assert(
      fc.property(anyBatches, fc.integer({ min: 1, max: 4 }), (batches, portion) => {
        let properties = opened(batches);
        for (let start = 0; start < batches.length; start += portion) {
          const ids = batches.slice(start, start + portion).map(({ id }) => id);
          properties = folded(properties, ids, small);
        }
        const journal = journalIn(properties);
        const all = batches.flatMap(({ entries }) => entries).filter(({ state }) => state.kind === "created");
        const lost = all.filter(({ key }) => !journal.request(key));
        const bare = [...journal.records.contents.values()].reduce((sum, count) => sum + count, 0);
        for (const { key } of lost) {
          const isForgotten = journal.bareCount(contentKey(key.environment, key.fingerprint)) === 0;
          if (isForgotten) expect(journal.isWhole(key.runId)).toBe(false);
        }
        for (const runId of ["A9C3", "BBBB"])
          if (journal.hasRun(runId) && bare >= lost.length) expect(journal.isWhole(runId)).toBe(true);
        expect(journal.records).toMatchObject({ batches: [], unreadable: [] });
      }),
      { seed: 321 },
    );
  });

  test("there is never more of it than the limits say", () => {
    fc.assert(
      fc.property(anyBatches, (batches) => {
        const properties = folded(
          opened(batches),
          batches.map(({ id }) => id),
          small,
        );
        const bytesOf = (kind: string) =>
          Object.entries(properties)
            .filter(([name]) => name.includes(kind))
            .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
        expect(bytesOf(".created.")).toBeLessThanOrEqual(small.maxKeptBytes);
        expect(bytesOf(".contents.")).toBeLessThanOrEqual(small.maxContentsBytes);
      }),
      { seed: 322 },
    );
  });
});
