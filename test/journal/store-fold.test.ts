import { type JournalStore, newBatch } from "../../src/journal/journal-store";
import type { EntryEvent } from "../../src/journal/transitions";
import { sendKeyOf } from "../orders/send-keys";
import { created } from "./entries";
import { answered, stateOf, storeWith } from "./stored";

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

  test.each(["runs", "created.000001"])("does nothing while a record (%s) cannot be read", (name) => {
    const { properties, store } = closedStore();
    properties.write({ [`bitbybit.journal.${name}`]: "damaged" });
    const before = properties.readAll();
    expect(foldAll(store)).toBe(true);
    expect(properties.readAll()).toEqual(before);
  });

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
