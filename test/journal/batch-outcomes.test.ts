import { worthOf } from "../../src/journal/journal";
import { withBatch } from "../../src/journal/journal-store";
import { created, pending } from "./entries";
import { answered, finding, found, key, nowMs, stateOf, storeWith } from "./stored";

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
