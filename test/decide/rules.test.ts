import { rules } from "../../src/decide/rules";
import { created, entryOf, journalOf, journalWith } from "../journal/entries";
import type { OrderRow } from "../orders/order-sheet";
import { keyedRows } from "../orders/order-sheet";
import { ayusKey, ayuWith, decisionsOf, liveKey, lost, testKey } from "./decisions";
import { createdRules } from "./rules/created";
import { anew, edit, keyOf, made, seen } from "./rules/expect-rule";
import { keyRules } from "./rules/keys";
import { mayExistRules } from "./rules/may-exist";
import { unsentRules } from "./rules/unsent";

describe("the rules, each by its name", () => {
  keyRules();
  createdRules();
  mayExistRules();
  unsentRules();

  test("are all of them shown above", () => {
    expect([...seen].sort()).toEqual(rules.map((rule) => rule.name).sort());
  });
});

describe("orders of the same content", () => {
  const noRef: OrderRow = { orderRef: "" };
  const keyed = (requestId: string, row: OrderRow): OrderRow =>
    keyedRows([noRef], row, { requestId })[0] ?? {};
  const one = keyed("00000001", { status: "Created (test)", orderId: "ord_1" });
  const entry = entryOf(created("ord_1"), { requestId: "00000001", fingerprint: keyOf(one) });

  test("are orders of their own while each has the request that it was sent for", () => {
    const decisions = decisionsOf([one, noRef], journalWith(entry)).map(({ decision }) => decision);
    expect(decisions).toEqual([{ kind: "created" }, anew()]);
  });

  test("that the journal knows by their content alone are those that stand there as Created", () => {
    const contents = new Map([[`T${keyOf(one)}`, 1]]);
    const kinds = (rows: OrderRow[]) =>
      decisionsOf(rows, journalOf({ contents })).map(({ decision }) => decision.kind);
    expect(kinds([one, noRef])).toEqual(["created", "send"]);
    expect(kinds([noRef, noRef])).toEqual(["needsReview", "needsReview"]);
    const runs = [{ id: "A9C3", opened: 0, folded: 0, folding: [] }];
    const cleared = { ...one, status: "", orderId: "" };
    expect(decisionsOf([cleared], journalOf({ contents, runs }))[0]?.decision.kind).toBe("reconcile");
  });

  test("are sent again without a question when the person who asks knows of the first one", () => {
    const asked = { ...testKey, knownUntilMs: 2_000 };
    expect(decisionsOf([noRef], journalWith(entry), asked)[0]?.decision).toEqual(anew());
    expect(
      decisionsOf([noRef], journalWith(entry), { ...asked, knownUntilMs: 1_000 })[0]?.decision.kind,
    ).toBe("needsReview");
  });
});

describe("live orders", () => {
  const live = ayuWith({ status: "Created", orderId: "ord_1" }, { environment: "live", apiKeyHash: "MMMM" });

  test("are left alone under a test key", () => {
    expect(decisionsOf([live])[0]?.decision).toEqual({ kind: "created" });
  });

  test("that somebody calls Created (test) are no test orders for that", () => {
    expect(decisionsOf([{ ...live, status: "Created (test)" }], lost, liveKey)[0]?.decision).toEqual({
      kind: "created",
    });
  });

  test("are not made of test orders that stand beside others, have problems, or were made live before", () => {
    const liveEntry = entryOf(created("ord_L"), {
      ...ayusKey,
      environment: "live",
      requestId: "00000001",
    });
    expect(decisionsOf([made], journalWith(liveEntry), liveKey)[0]?.decision.kind).not.toBe("send");
    expect(decisionsOf([{ ...made, quantity: "two" }], lost, liveKey)[0]?.decision.kind).not.toBe("send");
    expect(decisionsOf([edit(made)], lost, liveKey)[0]?.decision.kind).not.toBe("send");
  });
});
