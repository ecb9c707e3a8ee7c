import { defaultJournalLimits } from "../../src/journal/fold";
import { contentKey, requestKey, worthOf } from "../../src/journal/journal";
import {
  type Finding,
  JournalStore,
  newBatch,
  StorageFault,
  withBatch,
  withoutBatch,
} from "../../src/journal/journal-store";
import type { EntryEvent } from "../../src/journal/transitions";
import type { SendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";
import { absent, batchOf, created, entryOf, pending, requestIdOf, unconfirmed } from "./entries";
import { MemoryProperties } from "./memory-properties";

const key = sendKeyOf();
const nowMs = 5_000;

/** A store over properties in memory, with the run A9C3 listed and these orders of it under way in one batch. */
function storeWith(...orders: Partial<SendKey>[]) {
  const properties = new MemoryProperties();
  const store = new JournalStore(properties, defaultJournalLimits, () => nowMs);
  store.list(store.read(), "A9C3", {});
  const keys = orders.map((parts) => ({ key: sendKeyOf(parts), refHash: "R1R1", sheetId: 7 }));
  const batch = newBatch("x-1", "A9C3", 1_000, keys);
  if (orders.length > 0) store.write(store.read(), batch);
  return { properties, store, batch };
}

const answered = (orderId: string): EntryEvent => ({
  kind: "answered",
  outcome: { kind: "created", orderId, orderNumber: "" },
});
const found = (...ids: string[]): EntryEvent => ({
  kind: "found",
  orders: ids.map((id) => ({ id, orderNumber: "" })),
});
const finding = (event: EntryEvent, parts: Partial<SendKey> = {}): Finding => ({
  key: sendKeyOf(parts),
  refHash: "R1R1",
  sheetId: 7,
  event,
});
const stateOf = (store: JournalStore, of: SendKey = key) => worthOf(store.read().journal.request(of))?.state;

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

describe("what became of a batch's requests", () => {
  test("is kept, with the time at which it was learned", () => {
    const { store, batch } = storeWith({}, { requestId: "00000002" });
    const closed = store.close(batch, [answered("ord_1"), undefined]);
    expect(store.read().journal.records.batches).toEqual([closed]);
    expect(closed.entries).toMatchObject([
      { state: created("ord_1"), atMs: nowMs },
      { state: pending, atMs: 1_000 },
    ]);
  });

  test("is written again when the storage does not answer, three times in all", () => {
    const { properties, store, batch } = storeWith({});
    properties.answers.push("fails", "fails");
    store.close(batch, [answered("ord_1")]);
    expect(stateOf(store)).toEqual(created("ord_1"));
  });

  test("is known to its execution in any case, and to the others as pending", () => {
    const { properties, store, batch } = storeWith({});
    properties.answers.push("fails", "fails", "fails");
    const closed = store.close(batch, [answered("ord_1")]);
    expect(closed.entries[0]?.state).toEqual(created("ord_1"));
    expect(stateOf(store)).toEqual(pending);
    const own = withBatch(store.read().journal, closed);
    expect(worthOf(own.request(key))?.state).toEqual(created("ord_1"));
  });

  test("is kept also when the storage cannot be read first", () => {
    const { properties, store, batch } = storeWith({});
    properties.failsToRead = true;
    store.close(batch, [answered("ord_1")]);
    properties.failsToRead = false;
    expect(stateOf(store)).toEqual(created("ord_1"));
  });

  test("takes nothing back that a look-up has found meanwhile", () => {
    const { store, batch } = storeWith({});
    store.resolve(store.read(), [finding(found("ord_9"))]);
    const closed = store.close(batch, [
      { kind: "answered", outcome: { kind: "unconfirmed", reason: "transport" } },
    ]);
    expect(closed.entries[0]?.state).toEqual(created("ord_9", { by: "found" }));
  });

  test("of a batch whose record is gone is told all the same", () => {
    const { properties, store, batch } = storeWith({});
    properties.values = {};
    expect(store.close(batch, [answered("ord_1")]).entries[0]?.state).toEqual(created("ord_1"));
  });
});

describe("what was learned outside of a batch", () => {
  test("settles the request where it stands, in a batch or among those that were folded", () => {
    const { store, batch } = storeWith({}, { requestId: "00000002" });
    store.close(batch, [
      answered("ord_1"),
      { kind: "answered", outcome: { kind: "notSent", reason: "stopped" } },
    ]);
    store.fold(store.read(), store.read().journal.records.batches);
    expect(store.resolve(store.read(), [finding(found("ord_1", "ord_2"))])).toBe(true);
    expect(store.read().kept.flatMap(({ entries }) => entries)).toEqual([
      entryOf(created("ord_1", { alsoMade: ["ord_2"] }), {}, { refHash: "R1R1", atMs: nowMs }),
    ]);
    expect(store.read().leftovers).toEqual([]);
  });

  test("about a request without an entry gives it one", () => {
    const { store } = storeWith();
    store.resolve(store.read(), [
      finding({ kind: "seen" }),
      finding(found("ord_2"), { requestId: "00000002" }),
    ]);
    const { journal } = store.read();
    expect(worthOf(journal.request(key))).toEqual(entryOf(pending, {}, { refHash: "R1R1", atMs: nowMs }));
    expect(worthOf(journal.request({ ...key, requestId: "00000002" }))?.state).toEqual(
      created("ord_2", { by: "found" }),
    );
  });

  test("about two hundred and fifty requests without an entry gives each of them one", () => {
    const { store } = storeWith();
    const findings = Array.from({ length: 250 }, (_, index) =>
      finding({ kind: "seen" }, { requestId: requestIdOf(index) }),
    );
    expect(store.resolve(store.read(), findings)).toBe(true);
    store.resolve(store.read(), [finding({ kind: "seen" }, { requestId: "0000ZZZZ" })]);
    expect([...store.read().journal.all()]).toHaveLength(251);
    expect(store.read().journal.records.unreadable).toEqual([]);
  });

  test("absence settles every open attempt; an ID belongs to one", () => {
    const { store, batch } = storeWith({}, { attempt: 2 });
    store.close(batch, [
      { kind: "answered", outcome: { kind: "unconfirmed", reason: "transport" } },
      undefined,
    ]);
    store.resolve(store.read(), [finding({ kind: "absent" })]);
    expect(store.read().journal.records.batches[0]?.entries.map(({ state }) => state)).toEqual([
      absent,
      absent,
    ]);
    store.resolve(store.read(), [finding(found("ord_1"))]);
    const states = store.read().journal.records.batches[0]?.entries.map(({ state }) => state);
    expect(states).toContainEqual(created("ord_1", { by: "found" }));
    expect(states).toContainEqual(absent);
  });

  test("does not touch the same request in the other environment", () => {
    const { store } = storeWith({});
    store.resolve(store.read(), [finding({ kind: "absent" }, { environment: "live" })]);
    expect(stateOf(store)).toEqual(pending);
  });

  test("is not called kept when the storage did not take it", () => {
    for (const answer of ["fails", "stored"] as const) {
      const { properties, store } = storeWith({});
      properties.answers.push(answer);
      expect(store.resolve(store.read(), [finding(found("ord_1"))])).toBe(false);
    }
  });
});

describe("folding", () => {
  const closedStore = () => {
    const all = storeWith({}, { requestId: "00000002" });
    const rejection: EntryEvent = {
      kind: "answered",
      outcome: { kind: "rejected", code: "X", message: "no" },
    };
    all.store.close(all.batch, [answered("ord_1"), rejection]);
    return all;
  };
  const foldAll = (store: JournalStore) => store.fold(store.read(), store.read().journal.records.batches);

  test("leaves the created orders, and a run that is whole", () => {
    const { store } = closedStore();
    expect(foldAll(store)).toBe(true);
    const { journal, leftovers } = store.read();
    expect(journal.records.batches).toEqual([]);
    expect([stateOf(store), leftovers]).toEqual([created("ord_1"), []]);
    expect(journal.isWhole("A9C3")).toBe(true);
  });

  test.each(["fails", "stored", "first", "last", "lost"] as const)(
    "loses no order when a write of it ends so: %s; and the next try ends it",
    (answer) => {
      for (const good of [0, 1, 2]) {
        const { properties, store } = closedStore();
        properties.answers.push(...Array.from({ length: good }, () => "works" as const), answer);
        foldAll(store);
        expect([good, stateOf(store)]).toEqual([good, created("ord_1")]);
        foldAll(store);
        foldAll(store);
        expect([good, stateOf(store)]).toEqual([good, created("ord_1")]);
        expect(store.read().journal.records.batches).toEqual([]);
      }
    },
  );

  test("that cannot remove the old records counts its batches once, and removes them the next time", () => {
    const { properties, store } = closedStore();
    properties.failsToRemove = true;
    expect(foldAll(store)).toBe(false);
    expect(store.read().journal.records.batches).toEqual([]);
    expect(store.read().journal.isWhole("A9C3")).toBe(true);
    properties.failsToRemove = false;
    expect(store.fold(store.read(), [])).toBe(true);
    expect(store.read().leftovers).toEqual([]);
    expect(store.read().journal.isWhole("A9C3")).toBe(true);
  });

  test("of a later batch does not bring back an earlier one whose records could not be removed", () => {
    const { properties, store } = closedStore();
    properties.failsToRemove = true;
    foldAll(store);
    const second = newBatch("x-2", "A9C3", 2_000, [
      { key: sendKeyOf({ requestId: "00000003" }), refHash: "", sheetId: 7 },
    ]);
    store.write(store.read(), second);
    store.close(second, [answered("ord_3")]);
    foldAll(store);
    const { journal } = store.read();
    expect(journal.records.batches).toEqual([]);
    expect(journal.isWhole("A9C3")).toBe(true);
  });

  test("needs no call when there is nothing to do", () => {
    const { properties, store } = storeWith({});
    const reading = store.read();
    const before = properties.writes;
    expect(store.fold(reading, [])).toBe(true);
    expect(properties.writes).toBe(before);
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
