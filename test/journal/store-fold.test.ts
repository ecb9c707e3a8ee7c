import { contentKey } from "../../src/journal/journal";
import { JournalStore, newBatch } from "../../src/journal/journal-store";
import { encodeContents, encodeKept } from "../../src/journal/record-format";
import type { EntryEvent } from "../../src/journal/transitions";
import type { SendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";
import { created, entryOf, requestIdOf } from "./entries";
import type { MemoryProperties } from "./memory-properties";
import { answered, nowMs, stateOf, storeWith } from "./stored";

describe("a journal that is full", () => {
  const keyOf = (number: number) => {
    const requestId = requestIdOf(number);
    return sendKeyOf({ requestId, fingerprint: `${requestId}AAAA`, runId: number < 5_000 ? "0000" : "A9C3" });
  };
  const idOf = (number: number) => `ord_${"z".repeat(16)}${number}`;

  /** A store whose journal has records of an older run, of these sizes in bytes. */
  function storeWithOld(keptBytes: number, contentBytes: number) {
    const { properties, store } = storeWith();
    const entryBytes = encodeKept([entryOf(created(idOf(0)), keyOf(0))]).join("").length - 20;
    const entries = Array.from({ length: Math.floor(keptBytes / entryBytes) }, (_, number) =>
      entryOf(created(idOf(number)), keyOf(number)),
    );
    encodeKept(entries).forEach((text, index) => {
      properties.write({ [`bitbybit.journal.created.0000${index + 10}`]: text });
    });
    const contents = Array.from({ length: 480 }, (_, index) => `T${requestIdOf(index)}BBBB`);
    const record = encodeContents({ contents, runs: ["0000"] });
    for (let index = 0; (index + 1) * record.length <= contentBytes; index += 1)
      properties.write({ [`bitbybit.journal.contents.0000${index + 10}`]: record });
    return { properties, store };
  }

  /** Sends batches of a hundred orders and folds what is shown as a run does; the least that was free, -1 if it was not enough. */
  function send(store: JournalStore, properties: MemoryProperties, batches: number): number {
    let free = properties.room;
    for (let number = 0; number < batches; number += 1) {
      const orders = Array.from({ length: 100 }, (_, index) => ({
        key: keyOf(5_000 + number * 100 + index),
        refHash: "R1R1",
        sheetId: 7,
      }));
      const batch = newBatch(`x-${number}`, "A9C3", number, orders);
      if (!store.write(store.read(), batch)) return -1;
      store.close(
        batch,
        orders.map((_, index) => answered(idOf(5_000 + number * 100 + index))),
      );
      const text = Object.entries(properties.values).flat().join("");
      free = Math.min(free, properties.room - Buffer.byteLength(text));
      const { batches: all } = store.read().journal.records;
      // The last one is not shown yet.
      if (all.length >= 3) store.fold(store.read(), all.slice(0, -1));
    }
    return free;
  }

  test("has room for three batches and for orders that are looked up, and leaves the run whole that goes on", () => {
    const { properties, store } = storeWithOld(149_000, 179_000);
    expect(send(store, properties, 9)).toBeGreaterThan(40_000);
    expect(store.read().journal.isWhole("A9C3")).toBe(true);
  });

  const larger = { maxKeptBytes: 180_000, maxContentsBytes: 240_000, maxRuns: 150 };

  test("folds one batch at a time where there is no room for two", () => {
    const { properties } = storeWithOld(178_000, 208_000);
    properties.room = 505_000;
    const store = new JournalStore(properties, larger, () => nowMs);
    expect(send(store, properties, 6)).toBeGreaterThan(0);
    expect(store.read().journal.records.batches.length).toBeLessThan(3);
  });

  test("forgets before it keeps", () => {
    const { properties, store } = storeWithOld(178_000, 208_000);
    send(new JournalStore(properties, larger, () => nowMs), properties, 1);
    properties.room = Buffer.byteLength(Object.entries(properties.values).flat().join("")) + 1_000;
    expect(store.fold(store.read(), store.read().journal.records.batches)).toBe(true);
    expect(stateOf(store, keyOf(5_000))).toEqual(created(idOf(5_000)));
  });
});

describe("forgetting that is broken off", () => {
  const small = { maxKeptBytes: 700, maxContentsBytes: 200, maxRuns: 150 };
  const keyOf = (number: number) =>
    sendKeyOf({ requestId: requestIdOf(number), fingerprint: `${requestIdOf(number)}AAAA` });

  /** True if of each order that was made something is known: itself, its content, or that its run proves nothing. */
  function isSafe(store: JournalStore, made: readonly SendKey[]): boolean {
    const { journal } = store.read();
    return made.every(
      (key) =>
        journal.request(key) !== undefined ||
        journal.bareCount(contentKey(key.environment, key.fingerprint)) > 0 ||
        !journal.isWhole(key.runId),
    );
  }

  test.each(["fails", "stored", "first", "last", "lost"] as const)(
    "by a write that ends so: %s, never lets an order be taken for one that never left",
    (answer) => {
      for (let broken = 0; broken < 60; broken += 1) {
        const { properties } = storeWith();
        const store = new JournalStore(properties, small, () => nowMs);
        const made = Array.from({ length: 8 }, (_, index) => keyOf(100 + index));
        const older = made.map(({ environment, fingerprint }) => contentKey(environment, fingerprint));
        for (const number of [1, 2]) {
          const contents = older.slice(4 * number - 4, 4 * number);
          properties.write({
            [`bitbybit.journal.contents.00000${number}`]: encodeContents({ contents, runs: null }),
          });
        }
        properties.answers.push(...Array.from({ length: broken }, () => "works" as const), answer);
        for (let number = 0; number < 12; number += 1) {
          const key = keyOf(number);
          const batch = newBatch(`x-${number}`, "A9C3", number, [{ key, refHash: "", sheetId: 7 }]);
          store.write(store.read(), batch);
          // Nothing leaves whose record is not read back.
          if (!store.read().journal.records.batches.some(({ id }) => id === batch.id)) continue;
          store.close(batch, [answered(`ord_${number}`)]);
          made.push(key);
          store.fold(store.read(), store.read().journal.records.batches);
          expect([broken, number, isSafe(store, made)]).toEqual([broken, number, true]);
        }
      }
    },
  );
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
