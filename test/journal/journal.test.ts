import * as fc from "fast-check";
import type { Entry } from "../../src/journal/entry";
import { isOpen, mayExist } from "../../src/journal/entry";
import { contentKey, isOpenRequest, requestKey, requestMayExist, worthOf } from "../../src/journal/journal";
import { sendKeyOf } from "../orders/send-keys";
import { anyState } from "./any-entries";
import {
  absent,
  batchOf,
  created,
  entryOf,
  journalOf,
  journalWith,
  notSent,
  pending,
  rejected,
  unconfirmed,
} from "./entries";

const key = sendKeyOf();
const worthWith = (...entries: Entry[]) => worthOf(journalWith(...entries).request(key));

describe("what a request is worth", () => {
  test("is nothing while it has no entry", () => {
    expect(worthWith()).toBeNull();
  });

  test.each([
    ["pending before unconfirmed", unconfirmed, pending],
    ["unconfirmed before rejected", rejected, unconfirmed],
    ["rejected before not sent", notSent, rejected],
    ["not sent before absent", absent, notSent],
    ["created before pending", pending, created("ord_1")],
  ])("is its most cautious entry: %s", (_, less, more) => {
    expect(worthWith(entryOf(less), entryOf(more))?.state).toEqual(more);
    expect(worthWith(entryOf(more), entryOf(less))?.state).toEqual(more);
  });

  test("is that of its latest attempt, but an order that any attempt made counts", () => {
    const first = entryOf(pending, { attempt: 1 });
    expect(worthWith(first, entryOf(notSent, { attempt: 2 }))?.state).toEqual(notSent);
    expect(worthWith(entryOf(created("ord_1")), entryOf(notSent, { attempt: 2 }))?.state).toEqual(
      created("ord_1"),
    );
  });

  test("is nothing for a key of a later attempt than any, unless an order was made", () => {
    const since = (entry: Entry) => worthOf(journalWith(entry).request(key), 2);
    expect(since(entryOf(unconfirmed))).toBeNull();
    expect(since(entryOf(created("ord_1")))?.state).toEqual(created("ord_1"));
  });

  test("of two attempts that both made an order is both", () => {
    const twice = worthWith(entryOf(created("ord_1")), entryOf(created("ord_2"), { attempt: 2 }));
    expect(twice?.state).toEqual(created("ord_1", { alsoMade: ["ord_2"] }));
  });

  test("of an order that stands in two records, after a kill between them, is one order", () => {
    const one = entryOf(created("ord_1"));
    const journal = journalOf({ kept: [one], batches: [batchOf([one])] });
    expect(worthOf(journal.request(key))?.state).toEqual(created("ord_1"));
  });

  test("does not depend on the order of its records", () => {
    const anyAttempt = fc.record({ state: anyState, attempt: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(anyAttempt, { minLength: 1, maxLength: 5 }), (attempts) => {
        const entries = attempts.map(({ state, attempt }, index) =>
          entryOf(state, { attempt }, { atMs: index }),
        );
        const [one, other] = [worthWith(...entries), worthWith(...[...entries].reverse())];
        expect(one?.state.kind).toBe(other?.state.kind);
        const made = (entry: Entry | null) =>
          entry?.state.kind === "created" ? [entry.state.orderId, ...entry.state.alsoMade].sort() : [];
        expect(new Set(made(one))).toEqual(new Set(made(other)));
      }),
      { seed: 311 },
    );
  });
});

describe("a request", () => {
  test("of the same ID in test and live is two", () => {
    const live = entryOf(created("ord_1"), { environment: "live" });
    expect(journalWith(live).request(key)).toBeUndefined();
    expect(requestKey(live.key)).not.toBe(requestKey(key));
  });

  test("has the key, the ref and the sheet of its latest attempt", () => {
    const entries = [
      entryOf(notSent, { attempt: 2, fingerprint: "222222222222" }, { refHash: "R2R2", sheetId: 9 }),
      entryOf(absent, { attempt: 1 }, { refHash: "R1R1", sheetId: 7 }),
    ];
    for (const order of [entries, [...entries].reverse()])
      expect(journalWith(...order).request(key)).toMatchObject({
        key: { attempt: 2, fingerprint: "222222222222" },
        refHash: "R2R2",
        sheetId: 9,
      });
  });

  test("is found by each content that was sent for it", () => {
    const edited = "222222222222";
    const journal = journalWith(
      entryOf(notSent),
      entryOf(created("ord_1"), { attempt: 2, fingerprint: edited }),
    );
    for (const fingerprint of [key.fingerprint, edited]) {
      const found = journal.ofContent(contentKey("test", fingerprint));
      expect(found.map((request) => requestKey(request.key))).toEqual([requestKey(key)]);
      expect(found[0]?.entries).toHaveLength(2);
    }
    expect(journal.ofContent(contentKey("live", edited))).toEqual([]);
  });

  test("may have made an order while it is created, pending or unconfirmed", () => {
    const request = (entry: Entry) =>
      journalWith(entry).request(key) ?? { key, refHash: "", sheetId: 0, entries: [] };
    for (const state of [created("ord_1"), pending, unconfirmed, rejected, notSent, absent]) {
      expect(requestMayExist(request(entryOf(state)))).toBe(mayExist(state));
      expect(isOpenRequest(request(entryOf(state)))).toBe(isOpen(state));
    }
    expect([created("a"), pending, unconfirmed].map(mayExist)).toEqual([true, true, true]);
    expect([rejected, notSent, absent].map(mayExist)).toEqual([false, false, false]);
    expect([created("a"), pending, unconfirmed, absent].map(isOpen)).toEqual([false, true, true, false]);
  });
});

test("an order ID belongs to the request that made it, also one that was made twice", () => {
  const journal = journalWith(entryOf(created("ord_1", { alsoMade: ["ord_2"] })));
  expect(["ord_1", "ord_2", "ord_3"].map((id) => journal.ownerOf(id))).toEqual([
    requestKey(key),
    requestKey(key),
    null,
  ]);
});

describe("a run", () => {
  const run = { id: "A9C3", opened: 2, folded: 1, folding: [] };
  const batch = batchOf([entryOf(pending)]);
  const isWhole = (records: Parameters<typeof journalOf>[0]) => journalOf(records).isWhole("A9C3");

  test("is whole while each batch that it opened is there or was folded", () => {
    expect(isWhole({ runs: [run], batches: [batch] })).toBe(true);
    expect(isWhole({ runs: [{ ...run, opened: 0, folded: 0 }] })).toBe(true);
  });

  test("is not while one is missing, or there is one that it did not count", () => {
    expect(isWhole({ runs: [run], batches: [] })).toBe(false);
    expect(isWhole({ runs: [run], batches: [batch, { ...batch, id: "b2" }] })).toBe(false);
  });

  test("is not while any record cannot be read", () => {
    expect(isWhole({ runs: [run], batches: [batch], unreadable: ["bitbybit.journal.batch.b9"] })).toBe(false);
  });

  test("that is not listed is not: it is another file's, or its records were lost", () => {
    expect(isWhole({ runs: [], batches: [] })).toBe(false);
    expect(journalOf({ runs: [run] }).hasRun("A9C3")).toBe(true);
    expect(journalOf({ runs: [run] }).hasRun("0000")).toBe(false);
  });

  test("counts a batch once while its folding is under way", () => {
    const folding = { ...run, opened: 2, folded: 2, folding: ["b1"] };
    expect(isWhole({ runs: [folding], batches: [batch] })).toBe(true);
  });
});
