import type { Batch } from "../../src/journal/entry";
import { encodeContents, encodeKept, entriesPerPart } from "../../src/journal/record-format";
import {
  batchNames,
  batchProperties,
  contentsPrefix,
  keptPrefix,
  loggedProperties,
  nextName,
  readJournal,
  runsName,
  runsProperty,
} from "../../src/journal/records";
import { batchOf, created, entryOf, pending, requestIdOf } from "./entries";

const one = batchOf([entryOf(created("ord_1"))], { id: "x-1" });
const two = batchOf([entryOf(pending, { requestId: "00000002" }, { atMs: 2_000 })], {
  id: "x-2",
  openedAtMs: 2_000,
});
const ids = (batches: readonly Batch[]) => batches.map(({ id }) => id);

describe("the journal in document properties", () => {
  test("is its batches in the order in which they were opened, among properties of others", () => {
    const stored = readJournal({
      ...batchProperties(two),
      ...batchProperties(one),
      "bitbybit.run": "{}",
      theirs: "yes",
    });
    expect(stored.journal.records.batches).toEqual([one, two]);
    expect(stored.journal.records).toMatchObject({ unreadable: [], runs: [] });
    expect(stored.leftovers).toEqual([]);
  });

  test("is empty in a new spreadsheet", () => {
    const { journal, kept, contents } = readJournal({});
    expect(journal.records).toMatchObject({ batches: [], kept: [], runs: [], unreadable: [], bytes: 0 });
    expect([kept, contents]).toEqual([[], []]);
  });

  test("has created orders in full and by their content alone, these counted", () => {
    const content = "TF6D9B2C1E4MA";
    const { journal } = readJournal({
      [`${keptPrefix}000001`]: encodeKept([entryOf(created("ord_1"))])[0] ?? "",
      [`${contentsPrefix}000001`]: encodeContents({ contents: [content, content], runs: ["A9C3"] }),
      [`${contentsPrefix}000002`]: encodeContents({ contents: [content], runs: null }),
    });
    expect(journal.records.kept).toEqual([entryOf(created("ord_1"))]);
    expect(journal.bareCount(content)).toBe(3);
  });

  test.each<[string, Record<string, string>]>([
    ["a batch that was cut", { "bitbybit.journal.batch.x-1": '{"v":1,"run":' }],
    ["a batch of a newer version", { "bitbybit.journal.batch.x-1": '{"v":2,"keys":"","refs":""}' }],
    ["created orders that somebody edited", { [`${keptPrefix}000001`]: "{}" }],
    ["contents that were cut", { [`${contentsPrefix}000001`]: '{"v":1,"contents":"TF6D9"}' }],
    ["a list of runs that somebody edited", { [runsName]: "[]" }],
    ["a kind of record that only a newer version knows", { "bitbybit.journal.shards.1": "{}" }],
  ])("names %s as unreadable, and reads the others", (_, damaged) => {
    const { journal } = readJournal({ ...batchProperties(two), ...damaged });
    expect(journal.records.unreadable).toEqual(Object.keys(damaged));
    expect(journal.records.batches).toEqual([two]);
  });

  test("takes results whose batch was never there, or was folded, for leftovers, not for batches", () => {
    const results = { "bitbybit.journal.batch.x-9.1": "[0]" };
    const runs = runsProperty([{ id: "A9C3", opened: 1, folded: 1, folding: ["x-1"] }], []);
    const { journal, leftovers } = readJournal({ ...results, ...batchProperties(one), ...runs });
    expect(journal.records.batches).toEqual([]);
    expect([...leftovers].sort()).toEqual([...batchNames(one), ...Object.keys(results)].sort());
  });

  test("counts the bytes of all of its records, names included, in UTF-8", () => {
    const properties = { ...batchProperties(batchOf([entryOf(created("字"))])), other: "no record" };
    const own = Object.entries(properties).filter(([name]) => name !== "other");
    const bytes = own.reduce((sum, texts) => sum + Buffer.byteLength(texts.join("")), 0);
    expect(readJournal(properties).journal.records.bytes).toBe(bytes);
  });
});

describe("a batch's properties", () => {
  const entries = Array.from({ length: entriesPerPart + 1 }, (_, index) =>
    entryOf(pending, { requestId: requestIdOf(index) }),
  );

  test("are named as they are written", () => {
    const large = batchOf(entries, { id: "x-3" });
    expect(Object.keys(batchProperties(large))).toEqual(batchNames(large));
    expect(batchNames(large)).toHaveLength(3);
  });

  test("say that the log has its lines in the head alone", () => {
    const properties = { ...batchProperties(one), ...batchProperties(two), ...loggedProperties([one]) };
    const { batches } = readJournal(properties).journal.records;
    expect(batches).toEqual([{ ...one, logged: true }, two]);
    expect(ids(batches)).toEqual(["x-1", "x-2"]);
  });
});

test("a new record's name comes after all that there are, also after the thirty-fifth", () => {
  const none = readJournal({});
  expect(nextName(keptPrefix, none)).toBe(`${keptPrefix}000001`);
  const names = Array.from({ length: 2_000 }, (_, index) => nextName(keptPrefix, none, index));
  expect([...names].sort()).toEqual(names);
  for (const text of [`{"v":1,"orders":[]}`, "damaged"])
    expect(nextName(keptPrefix, readJournal({ [names[1_998] ?? ""]: text }))).toBe(names[1_999]);
});
