import { defaultJournalLimits } from "../../src/journal/fold";
import { contentKey, requestKey } from "../../src/journal/journal";
import { JournalStore, StorageFault, withoutBatch } from "../../src/journal/journal-store";
import { batchOf, created, entryOf, pending, unconfirmed } from "./entries";
import { MemoryProperties } from "./memory-properties";
import { answered, key, nowMs, stateOf, storeWith } from "./stored";

describe("a run", () => {
  test("is listed before its first key is written, together with what else has to be known", () => {
    const { properties, store } = storeWith();
    expect(store.list(store.read(), "BBBB", { "bitbybit.run": "record" })).toBe(true);
    expect(store.read().journal.isWhole("BBBB")).toBe(true);
    expect(properties.values["bitbybit.run"]).toBe("record");
  });

  test("is not listed when the storage does not take it", () => {
    const { properties, store } = storeWith();
    properties.answers.push("fails");
    expect(store.list(store.read(), "BBBB", {})).toBe(false);
    expect(store.read().journal.hasRun("BBBB")).toBe(false);
  });

  test("is forgotten once there are more of them than the journal lists", () => {
    const properties = new MemoryProperties();
    const store = new JournalStore(properties, { ...defaultJournalLimits, maxRuns: 2 }, () => nowMs);
    for (const id of ["AAAA", "BBBB", "CCCC"]) store.list(store.read(), id, {});
    const { journal } = store.read();
    expect(["AAAA", "BBBB", "CCCC"].map((id) => journal.isWhole(id))).toEqual([false, true, true]);
  });
});

describe("a batch", () => {
  test("is pending from before its requests leave, and counted for its run", () => {
    const { store, batch } = storeWith({}, { requestId: "00000002" });
    const { journal } = store.read();
    expect(journal.records.batches).toEqual([batch]);
    expect(journal.records.runs).toMatchObject([{ id: "A9C3", opened: 1 }]);
    expect(stateOf(store)).toEqual(pending);
  });

  test("that only half landed when the execution was killed leaves its run open to doubt", () => {
    for (const answer of ["first", "last"] as const) {
      const { properties, store } = storeWith();
      properties.answers.push(answer);
      store.write(store.read(), batchOf([entryOf(pending)], { id: "x-1" }));
      expect([answer, store.read().journal.isWhole("A9C3")]).toEqual([answer, false]);
    }
  });

  test("that does not fit into the properties is not written", () => {
    const { properties, store } = storeWith();
    properties.room = 400;
    expect(store.write(store.read(), batchOf([entryOf(pending)], { id: "x-1" }))).toBe(false);
    expect(store.read().journal.records.batches).toEqual([]);
  });
});

test("the log's lines are remembered with the batch, its results untouched", () => {
  const { store, batch } = storeWith({});
  store.close(batch, [answered("ord_1")]);
  store.markLogged(store.read().journal.records.batches);
  expect(store.read().journal.records.batches).toMatchObject([{ logged: true }]);
  expect(stateOf(store)).toEqual(created("ord_1"));
});

test("storage that cannot be read says so", () => {
  const { properties, store } = storeWith({});
  properties.failsToRead = true;
  expect(() => store.read()).toThrow(StorageFault);
});

test("a journal without one batch knows everything else", () => {
  const other = entryOf(unconfirmed, { requestId: "00000002" });
  const { store, batch } = storeWith({});
  store.write(store.read(), batchOf([other], { id: "x-2" }));
  const without = withoutBatch(store.read().journal, batch);
  expect([...without.all()].map((request) => requestKey(request.key))).toEqual([requestKey(other.key)]);
  expect(without.ofContent(contentKey("test", key.fingerprint))).toHaveLength(1);
});
