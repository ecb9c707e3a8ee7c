import { mayBeRetried } from "../../src/sheet/projection";
import { budisKey } from "../decide/decisions";
import { created, entryOf, journalOf, journalWith, notSent, pending, unconfirmed } from "../journal/entries";
import { keyedRows, keyOfRows } from "../orders/order-sheet";
import { ayu, key, keyed, made, project, shown, shownAfter } from "./projected";

describe("requests whose answers were not seen", () => {
  const sent = journalWith(entryOf(pending, key));

  test("are Sending until their answer cannot come any more, then Unconfirmed", () => {
    const late = { nowMs: 61_000 };
    expect(shown(shownAfter([keyed()], sent)[0])[0]).toBe("Sending");
    expect(shown(shownAfter([keyed({ status: "Sending" })], sent, late)[0])).toEqual([
      "Unconfirmed",
      "",
      "unconfirmed",
    ]);
  });

  test("of which a clock that was wrong says that they left in the future are not waited for", () => {
    const future = journalWith(entryOf(pending, key, { atMs: 99_000_000 }));
    expect(shown(shownAfter([keyed({ status: "Sending" })], future)[0])[0]).toBe("Unconfirmed");
  });

  test("are not asked about if the sheet knows the ID that the storage has lost", () => {
    const row = keyed({ status: "Created (test)", orderId: "ord_1" });
    for (const state of [pending, unconfirmed]) {
      const { changes, toAdopt } = project([row], journalWith(entryOf(state, key)));
      expect([changes.size, toAdopt.map(({ orderId }) => orderId)]).toEqual([0, ["ord_1"]]);
    }
  });

  test("do not take an ID that is another request's, far too long, or not in all of their rows", () => {
    const others = journalWith(entryOf(pending, key), entryOf(created("ord_1"), budisKey));
    expect(project([keyed({ status: "Created (test)", orderId: "ord_1" })], others).toAdopt).toEqual([]);
    const long = keyed({ status: "Created (test)", orderId: "x".repeat(40_000) });
    expect(project([long], sent).toAdopt).toEqual([]);
    const pair = [ayu, { ...ayu, variantId: "var_2" }];
    const [one = {}, two = {}] = keyedRows(pair, { status: "Created (test)", orderId: "ord_1" });
    const journal = journalWith(entryOf(pending, keyOfRows(pair)));
    expect(project([one, { ...two, orderId: "" }], journal).toAdopt).toEqual([]);
  });
});

describe("a run under way", () => {
  const live = { liveRunId: "A9C3" };
  const whole = journalOf({ runs: [{ id: "A9C3", opened: 0, folded: 0, folding: [] }] });

  test("has its rows to itself", () => {
    expect(project([keyed({ status: "Sending" })], made, live).changes.size).toBe(0);
    expect(project([keyed({ status: "Sending" })], made, { ...live, ownsLiveRun: true }).changes.size).toBe(
      1,
    );
    expect(project([keyed({ status: "Sending" })], made, { liveRunId: "BBBB" }).changes.size).toBe(1);
  });

  test("gives back a claim that it did not use", () => {
    expect(shown(shownAfter([keyed({ status: "Sending" })], whole)[0])).toEqual(["Valid", "", ""]);
    expect(project([keyed({ status: "Valid" })], whole).changes.size).toBe(0);
  });

  test("shows as waiting what it sends again by itself, and only that", () => {
    const own = { ...live, ownsLiveRun: true };
    for (const reason of ["rateLimit", "changed"] as const) {
      const journal = journalWith(entryOf({ kind: "notSent", reason }, key));
      expect(shown(shownAfter([keyed({ status: "Sending" })], journal, own)[0])).toEqual(["Valid", "", ""]);
      expect(shown(shownAfter([keyed({ status: "Sending" })], journal)[0])[0]).toBe("Not sent");
      expect(mayBeRetried(entryOf({ kind: "notSent", reason }))).toBe(true);
    }
    expect(mayBeRetried(entryOf(notSent))).toBe(false);
    expect(mayBeRetried(entryOf(unconfirmed))).toBe(false);
  });
});
