import { worthOf } from "../../src/journal/journal";
import { absent, created, entryOf, pending, requestIdOf } from "./entries";
import { answered, finding, found, key, nowMs, stateOf, storeWith } from "./stored";

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
