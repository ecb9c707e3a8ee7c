import type { SendKey } from "../../../src/orders/send-key";
import {
  absent,
  created,
  entryOf,
  journalOf,
  journalWith,
  notSent,
  rejected,
  unconfirmed,
} from "../../journal/entries";
import { ayu, ayusKey, ayuWith, budisKey, budiWith, decisionsOf, liveKey, lost, unsent } from "../decisions";
import { again, anew, edit, expectRule, keyOf, madeEntry, review } from "./expect-rule";

/** Rules about orders that were not made. */
export function unsentRules(): void {
  test("an order that was called absent is sent under its request, wherever its key is by now", () => {
    expectRule(
      "an order that was called absent is sent under its request, wherever its key is by now",
      again(2),
      [ayu],
      journalWith(entryOf(absent, ayusKey)),
    );
  });

  test("what may have been made under the same content or Order ref is not made again unasked", () => {
    const name = "what may have been made under the same content or Order ref is not made again unasked";
    const madeBefore = (orderId: string, atMs: number, changed = false, open: SendKey | null = null) =>
      review("unsent", { why: "madeBefore", orderId, atMs, changed, open });
    expectRule(name, madeBefore("ord_1", 1_000), [ayu], journalWith(madeEntry));
    const isLost = journalWith(entryOf(unconfirmed, ayusKey));
    expectRule(name, madeBefore("", 1_000, false, ayusKey), [ayu], isLost);
    const contents = new Map([[`T${ayusKey.fingerprint}`, 1]]);
    expectRule(name, madeBefore("", 0), [ayu], journalOf({ contents }));
    expectRule(name, madeBefore("ord_1", 1_000, true), [edit(ayu)], journalWith(madeEntry));
  });

  test("an Order ref for another recipient, or an order without one, is an order of its own", () => {
    const [first] = decisionsOf([{ ...edit(ayu), firstName: "Citra" }], journalWith(madeEntry));
    expect(first?.decision).toEqual(anew());
    const noRef = { ...ayu, orderRef: "" };
    const entry = entryOf(created("ord_1"), { ...ayusKey, fingerprint: keyOf(noRef) });
    expect(decisionsOf([edit(noRef)], journalWith(entry))[0]?.decision).toEqual(anew());
  });

  test("what has problems stays", () => {
    expectRule("what has problems stays", { kind: "fix" }, [{ ...ayu, quantity: "two" }]);
    expectRule("what has problems stays", { kind: "fix" }, [
      { ...ayuWith({ status: "Valid" }), quantity: "two" },
    ]);
  });

  test("what has problems and shows the Order ID of another order loses that", () => {
    const budis = entryOf(created("ord_1"), budisKey);
    const wrong = { ...ayu, quantity: "two", status: "Created (test)", orderId: "ord_1" };
    const rows = [
      { ...wrong, sendKey: ayuWith({}).sendKey ?? "" },
      budiWith({ status: "Created (test)", orderId: "ord_1" }),
    ];
    const kept = { runs: [{ id: ayusKey.runId, opened: 0, folded: 0, folding: [] }], kept: [budis] };
    expect(decisionsOf(rows, journalOf(kept))[0]?.decision).toEqual({ kind: "fix", idIsAnothers: true });
  });

  test("an order with a text of a status column in its content is not sent", () => {
    const name = "an order with a text of a status column in its content is not sent";
    const wrong = (field: "variantId" | "customerId") =>
      review("unsent", { why: "misplacedText", holds: "orderId", text: "ord_1", field });
    const budis = entryOf(created("ord_1"), budisKey);
    expectRule(name, wrong("variantId"), [{ ...ayu, variantId: "ord_1" }], journalWith(budis));
    expectRule(name, wrong("customerId"), [{ ...ayu, customerId: "ord_1" }], journalWith(budis));
    const shown = budiWith({ status: "Created (test)", orderId: "ord_1" });
    const facts = decisionsOf([{ ...ayu, variantId: "ord_1" }, shown], lost);
    expect(facts[0]?.decision).toEqual(wrong("variantId"));
    const text = "Not sent: this row was changed or moved at the moment of sending. Create it again.";
    expectRule(name, review("unsent", { why: "misplacedText", holds: "message", text, field: "address1" }), [
      { ...ayu, address1: text },
    ]);
  });

  test("a number may be an article's and an order's at once", () => {
    const budis = entryOf(created("1005"), budisKey);
    expect(decisionsOf([{ ...ayu, variantId: "1005" }], journalWith(budis))[0]?.decision).toEqual(anew());
  });

  test("an order that is known not to be made keeps its request", () => {
    const name = "an order that is known not to be made keeps its request";
    expectRule(name, again(1), [ayuWith({ status: "Valid" })]);
    expectRule(name, again(1), [edit(ayuWith({ status: "Invalid" }))]);
    expectRule(name, again(2), [ayuWith({ status: "Not sent" })]);
    for (const state of [rejected, notSent, absent])
      expectRule(name, again(2), [ayuWith({ status: "Valid" })], journalWith(entryOf(state, ayusKey)));
  });

  test("anything else was never sent", () => {
    const name = "anything else was never sent";
    expectRule(name, anew(), [ayu]);
    expectRule(name, anew(), [{ ...ayu, status: "Rejected" }]);
    expectRule(name, anew(), [ayuWith({ status: "Valid" })], unsent, liveKey);
    expectRule(name, anew(), [ayuWith({ status: "Valid" }), { ...ayu, variantId: "var_2" }]);
  });
}
