import type { EntryState } from "../../src/journal/entry";
import { emptyReceipt } from "../../src/receipt/receipt";
import { tallyRun } from "../../src/receipt/tally";
import { absent, created, entryOf, journalWith, notSent, rejected, unconfirmed } from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";
import { runOf } from "./runs";

const ayu: OrderRow = { orderRef: "A" };
const key = keyOfRows([ayu]);
const run = runOf({ id: key.runId, queued: 1 });
const showing = (status: string) => readingOf(keyedRows([ayu], { status }));

describe("an order of a run counts", () => {
  test.each<[EntryState, string]>([
    [created("ord_1"), "created"],
    [rejected, "rejected"],
    [notSent, "notSent"],
    [absent, "notSent"],
    [unconfirmed, "unconfirmed"],
    [{ kind: "pending" }, "unconfirmed"],
  ])("by what the journal knows: %j is %s", (state, category) => {
    const { counts } = tallyRun(run, null, journalWith(entryOf(state, key)), true);
    expect(counts).toEqual({ ...emptyReceipt(), selected: 1, [category]: 1 });
  });

  test.each([
    ["Created (test)", "created"],
    ["Rejected", "rejected"],
    ["Invalid", "invalid"],
    ["Not sent", "notSent"],
    ["Unconfirmed", "unconfirmed"],
    ["mine", "unconfirmed"],
  ])("by the sheet once the journal has let it go: %s is %s", (status, category) => {
    const { counts } = tallyRun(run, showing(status), journalWith(), true);
    expect(counts).toEqual({ ...emptyReceipt(), selected: 1, [category]: 1 });
  });

  test("as the sheet says if it was not made and has been checked again since", () => {
    const { counts, remaining } = tallyRun(run, showing("Valid"), journalWith(entryOf(notSent, key)), false);
    expect([counts.selected, remaining]).toEqual([0, 1]);
  });

  test("as created whatever its cells say, once the journal knows so", () => {
    const { counts } = tallyRun(
      run,
      showing("Unconfirmed"),
      journalWith(entryOf(created("ord_1"), key)),
      true,
    );
    expect(counts.created).toBe(1);
  });

  test("as still to come until the run has ended, and as not sent from then on", () => {
    expect(tallyRun(run, showing("Valid"), journalWith(), false)).toMatchObject({ remaining: 1 });
    const ended = tallyRun(run, showing("Valid"), journalWith(), true);
    expect([ended.remaining, ended.counts.notSent]).toEqual([0, 1]);
  });

  test("as not sent if its row is gone and nobody knows it", () => {
    expect(tallyRun(run, readingOf([]), journalWith(), true).counts.notSent).toBe(1);
  });

  test("once, however many rows and attempts it has", () => {
    const rows = [ayu, { ...ayu, variantId: "var_2" }];
    const of = keyOfRows(rows);
    const again = { ...of, attempt: 2 };
    const journal = journalWith(entryOf(notSent, of), entryOf(created("ord_1"), again));
    const { counts } = tallyRun(
      run,
      readingOf(keyedRows(rows, { status: "Created (test)" }, again)),
      journal,
      true,
    );
    expect(counts).toEqual({ ...emptyReceipt(), selected: 1, created: 1 });
  });
});

test("what was known before anything was sent is a part of the count", () => {
  const before = { ...emptyReceipt(), selected: 2, invalid: 2 };
  const { counts } = tallyRun({ ...run, before }, null, journalWith(entryOf(created("ord_1"), key)), true);
  expect(counts).toEqual({ ...before, selected: 3, created: 1 });
});

test("an order that exists twice is told, besides being created", () => {
  const twice = created("ord_1", { alsoMade: ["ord_2"] });
  expect(tallyRun(run, null, journalWith(entryOf(twice, key)), true)).toMatchObject({
    madeTwice: 1,
    counts: { created: 1 },
  });
});

test("orders of other runs are none of its", () => {
  const { counts } = tallyRun(
    runOf({ id: "ZZZZ" }),
    showing("Created (test)"),
    journalWith(entryOf(unconfirmed, key)),
    true,
  );
  expect(counts.selected).toBe(0);
});
