import { defaultJournalLimits } from "../../src/journal/fold";
import { contentKey, requestMayExist, worthOf } from "../../src/journal/journal";
import { JournalStore, StorageFault } from "../../src/journal/journal-store";
import { type BatchGuard, openBatch, withdraw } from "../../src/journal/open-batch";
import { ownerProperty, ownsToken } from "../../src/journal/owner";
import type { SendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";
import { batchOf, created, entryOf, notSent, pending } from "./entries";
import { MemoryProperties } from "./memory-properties";
import { allSchedules, overlap } from "./overlap";

const first = sendKeyOf({ requestId: "00000001", fingerprint: "AAAAAAAAAAAA" });
const second = sendKeyOf({ requestId: "00000002", fingerprint: "BBBBBBBBBBBB" });

/** Sends each order of which no request of the same content may exist. */
function guardOf(keys: readonly SendKey[], token = "A9C3.1"): BatchGuard {
  return {
    isOwner: (properties) => ownsToken(properties, token),
    stillToSend: (journal) =>
      new Set(
        keys
          .filter(
            (key) => !journal.ofContent(contentKey(key.environment, key.fingerprint)).some(requestMayExist),
          )
          .map(({ requestId }) => requestId),
      ),
  };
}

function setUp() {
  const properties = new MemoryProperties();
  const store = new JournalStore(properties, defaultJournalLimits, () => 5_000);
  store.list(store.read(), "A9C3", ownerProperty("A9C3.1"));
  return { properties, store };
}

function open(store: JournalStore, keys = [first, second], guard = guardOf(keys), id = "x-1") {
  const orders = keys.map((key) => ({ key, refHash: "", sheetId: 7 }));
  return openBatch(store, { id, runId: "A9C3", orders }, guard, () => 5_000);
}

const statesIn = (store: JournalStore) =>
  store.read().journal.records.batches.flatMap(({ entries }) => entries.map(({ state }) => state.kind));

describe("opening a batch", () => {
  test("records every order as pending, and only then lets it leave", () => {
    const { store } = setUp();
    const opened = open(store);
    expect(opened).toMatchObject({ ok: true, readBackAtMs: 5_000 });
    expect(opened.ok && [...opened.orders]).toEqual(["00000001", "00000002"]);
    expect(statesIn(store)).toEqual(["pending", "pending"]);
  });

  test("leaves out the order that is no longer to be sent, by the journal just read", () => {
    const { store } = setUp();
    store.write(store.read(), batchOf([entryOf(created("ord_1"), first)], { id: "x-0" }));
    const opened = open(store);
    expect(opened.ok && opened.batch.entries.map(({ key }) => key.requestId)).toEqual(["00000002"]);
  });

  test("with nothing left to send writes nothing", () => {
    const { store, properties } = setUp();
    store.write(store.read(), batchOf([entryOf(pending, first)], { id: "x-0" }));
    const before = properties.writes;
    expect(open(store, [first])).toEqual({ ok: false, why: "changed" });
    expect(properties.writes).toBe(before);
  });
});

describe("no batch leaves, and its orders are not sent,", () => {
  test("when another execution has the fencing token", () => {
    const { store, properties } = setUp();
    properties.write(ownerProperty("A9C3.2"));
    expect(open(store)).toEqual({ ok: false, why: "superseded" });
    expect(statesIn(store)).toEqual([]);
  });

  test("when any record cannot be read", () => {
    const { store, properties } = setUp();
    properties.write({ "bitbybit.journal.batch.x-0": "{" });
    expect(open(store)).toEqual({ ok: false, why: "unreadable" });
    expect(Object.keys(properties.values)).toContain("bitbybit.journal.batch.x-0");
  });

  test("when its record does not fit", () => {
    const { store, properties } = setUp();
    properties.room = 600;
    expect(open(store)).toEqual({ ok: false, why: "noRecord" });
    expect(statesIn(store)).toEqual([]);
  });

  test.each(["fails", "stored", "first", "last"] as const)(
    "when the storage answers its record so: %s",
    (answer) => {
      const { store, properties } = setUp();
      properties.answers.push(answer);
      expect(open(store)).toEqual({ ok: false, why: "noRecord" });
      expect(statesIn(store).filter((kind) => kind !== "notSent")).toEqual([]);
    },
  );

  test("when its record is not among what is read back", () => {
    const { store, properties } = setUp();
    properties.stale.set(properties.reads + 1, { ...properties.values });
    expect(open(store)).toEqual({ ok: false, why: "noRecord" });
    expect(statesIn(store)).toEqual(["notSent", "notSent"]);
  });

  test("when Stop was pressed while it was written", () => {
    const { store, properties } = setUp();
    const write = properties.write.bind(properties);
    properties.write = (texts) => write({ ...texts, ...ownerProperty("A9C3.stop") });
    expect(open(store)).toEqual({ ok: false, why: "superseded" });
    expect(statesIn(store)).toEqual(["notSent", "notSent"]);
  });

  test("when a record appears that cannot be read", () => {
    const { store, properties } = setUp();
    const write = properties.write.bind(properties);
    properties.write = (texts) => write({ ...texts, "bitbybit.journal.batch.y-1": "{" });
    expect(open(store)).toEqual({ ok: false, why: "unreadable" });
  });

  test("when one of them was sent by somebody else meanwhile", () => {
    const { store, properties } = setUp();
    const write = properties.write.bind(properties);
    properties.write = (texts) => {
      properties.write = write;
      const done = write(texts);
      store.write(store.read(), batchOf([entryOf(pending, first)], { id: "y-1" }));
      return done;
    };
    expect(open(store)).toEqual({ ok: false, why: "changed" });
    const own = store.read().journal.records.batches.find(({ id }) => id === "x-1");
    expect(own?.entries.map(({ state }) => state.kind)).toEqual(["notSent", "notSent"]);
  });

  test("when the storage cannot be read", () => {
    const { store, properties } = setUp();
    properties.failsToRead = true;
    expect(() => open(store)).toThrow(StorageFault);
  });
});

test("a batch that is withdrawn keeps what a look-up has found of it", () => {
  const { store } = setUp();
  const opened = open(store);
  if (!opened.ok) throw new Error("it was not opened");
  const orders = [{ id: "ord_9", orderNumber: "" }];
  store.resolve(store.read(), [{ key: first, refHash: "", sheetId: 7, event: { kind: "found", orders } }]);
  withdraw(store, opened.batch);
  const { journal } = store.read();
  expect(worthOf(journal.request(first))?.state).toEqual(created("ord_9", { by: "found" }));
  expect(worthOf(journal.request(second))?.state).toEqual({ ...notSent, reason: "changed" });
});

describe("two executions that open the same order", () => {
  /** What each of them believes: true for one that lets the order leave. */
  function race(schedule: readonly (0 | 1)[], stale: { execution: 0 | 1; read: number } | null): boolean[] {
    const { properties } = setUp();
    const opener = (execution: 0 | 1) => (storage: MemoryProperties) => {
      const store = new JournalStore(storage, defaultJournalLimits, () => 5_000);
      // Two runs that each found the order unsent, under a request of its own.
      const key = { ...first, requestId: `0000000${execution}` };
      return open(store, [key], guardOf([key], "A9C3.1"), `x-${execution}`).ok;
    };
    return overlap(properties, [opener(0), opener(1)], schedule, stale);
  }

  test("although both believe to have the lock: at most one lets it leave, however their calls fall", () => {
    const schedules = allSchedules(5);
    expect(schedules.length).toBe(252);
    const both = schedules.filter((schedule) => race(schedule, null).every(Boolean));
    expect(both).toEqual([]);
  });

  test("one after the other: at most one lets it leave, even if one of its readings is an old one", () => {
    for (const execution of [0, 1] as const) {
      for (const read of [0, 1]) {
        for (const order of [
          [0, 1],
          [1, 0],
        ] as const) {
          const schedule = order.flatMap((one) => Array.from({ length: 5 }, () => one));
          expect(race(schedule, { execution, read }).filter(Boolean).length).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test("alone each would let it leave", () => {
    expect(race([0, 0, 0, 0, 0], null)).toEqual([true, false]);
  });
});
