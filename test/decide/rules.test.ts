import type { Decision, Review, Standing } from "../../src/decide/decision";
import { rules } from "../../src/decide/rules";
import { formatSendKey } from "../../src/orders/send-key";
import {
  absent,
  created,
  entryOf,
  journalOf,
  journalWith,
  notSent,
  pending,
  rejected,
  unconfirmed,
} from "../journal/entries";
import type { OrderRow } from "../orders/order-sheet";
import { keyedRows } from "../orders/order-sheet";
import {
  ayu,
  ayusKey,
  ayuWith,
  budi,
  budisKey,
  budiWith,
  decisionsOf,
  liveKey,
  lost,
  testKey,
  unsent,
} from "./decisions";

const review = (as: Standing, why: Review): Decision => ({ kind: "needsReview", review: why, as });
const anew = (replaces = ""): Decision => ({ kind: "send", requestId: null, attempt: 1, replaces });
const again = (attempt: number): Decision => ({
  kind: "send",
  requestId: ayusKey.requestId,
  attempt,
  replaces: "",
});
const lookUp: Decision = { kind: "reconcile", key: ayusKey };
const edit = (row: OrderRow): OrderRow => ({ ...row, quantity: 9 });
const written = (row: OrderRow): OrderRow => {
  const { status = "", orderId = "", sendKey = "" } = row;
  return { status, orderId, sendKey };
};
const made = ayuWith({ status: "Created (test)", orderId: "ord_1" });
const madeEntry = entryOf(created("ord_1"), ayusKey);

/** Which rules have been seen to decide something. */
const seen = new Set<string>();

/** Says that the first order of a sheet is decided by a rule, and how. */
function expectRule(rule: string, decision: Decision, ...sheet: Parameters<typeof decisionsOf>): void {
  const [first] = decisionsOf(...sheet);
  expect(first).toEqual({ rule, decision });
  seen.add(rule);
}

describe("the rules, each by its name", () => {
  test("a damaged send key proves nothing", () => {
    for (const sendKey of ["abc", formatSendKey(ayusKey).slice(0, -2)])
      expectRule("a damaged send key proves nothing", review("unsent", { why: "keyDamaged" }), [
        { ...ayu, status: "Valid", sendKey },
      ]);
  });

  test("a test order under a live key is a new order", () => {
    const name = "a test order under a live key is a new order";
    expectRule(name, anew("ord_1"), [made], journalWith(madeEntry), liveKey);
    expectRule(name, anew("ord_1"), [made], lost, liveKey);
    expectRule(name, anew("ord_9"), [{ ...ayu, status: "Created (test)", orderId: "ord_9" }], lost, liveKey);
  });

  test("a test order under a live key whose content may have been made live needs a person", () => {
    const live = entryOf(created("ord_7"), { ...ayusKey, environment: "live", requestId: "LLLLLLLL" });
    const [first] = decisionsOf([made], journalWith(madeEntry, live), liveKey);
    expect(first?.decision).toEqual(
      review("created", { why: "madeBefore", orderId: "ord_7", atMs: live.atMs, changed: false }),
    );
    seen.add(first?.rule ?? "");
  });

  test("an order that was called absent is sent under its request, wherever its key is by now", () => {
    expectRule(
      "an order that was called absent is sent under its request, wherever its key is by now",
      again(2),
      [ayu],
      journalWith(entryOf(absent, ayusKey)),
    );
  });

  test("a copy of an order that was sent is not that order", () => {
    const name = "a copy of an order that was sent is not that order";
    const copied = (homeRow: number | null) => review("created", { why: "copied", homeRow });
    const noRef =
      keyedRows([{ ...ayu, orderRef: "" }], { status: "Created (test)", orderId: "ord_1" })[0] ?? {};
    const entry = entryOf(created("ord_1"), { ...ayusKey, fingerprint: keyOf(noRef) });
    expect(decisionsOf([noRef, noRef], journalWith(entry))[1]).toEqual({ rule: name, decision: copied(2) });
    expectRule(name, copied(null), [made], journalWith({ ...madeEntry, sheetId: 8 }));
  });

  test("a key whose content stands in another row belongs there", () => {
    const name = "a key whose content stands in another row belongs there";
    expectRule(
      name,
      review("created", { why: "displaced", homeRow: 3 }),
      [{ ...budi, ...written(made) }, ayu],
      journalWith(madeEntry),
    );
    const swapped = [
      { ...ayu, ...written(budiWith({ status: "Created (test)", orderId: "ord_2" })) },
      { ...budi, ...written(made) },
    ];
    const both = journalWith(madeEntry, entryOf(created("ord_2"), budisKey));
    expectRule(name, review("created", { why: "statusElsewhere", keyRow: 3 }), swapped, both);
  });

  test("a row added to an order that was created does not go along", () => {
    expectRule(
      "a row added to an order that was created does not go along",
      review("created", { why: "addedAfter", orderId: "ord_1" }),
      [made, { ...ayu, variantId: "var_2" }],
      journalWith(madeEntry),
    );
  });

  test("rows with different keys that may have been sent are no order", () => {
    const name = "rows with different keys that may have been sent are no order";
    const rows = [ayuWith({ status: "Unconfirmed" }), { ...ayu, variantId: "var_2" }];
    expectRule(
      name,
      review("unconfirmed", { why: "mixedKeys" }),
      rows,
      journalWith(entryOf(unconfirmed, ayusKey)),
    );
    expectRule(
      name,
      review("unsent", { why: "mixedKeys" }),
      [ayuWith({ status: "Valid" }), { ...ayu }],
      lost,
    );
  });

  test("an order that was sent more than once may exist more than once", () => {
    const key = { ...ayusKey, attempt: 2 };
    expectRule(
      "an order that was sent more than once may exist more than once",
      { kind: "createdAgain", key },
      [ayuWith({ status: "Created (test)", orderId: "ord_1" }, { attempt: 2 })],
      journalWith(entryOf(created("ord_1"), key)),
    );
  });

  test("what the journal knows as created is created", () => {
    for (const status of ["", "Valid", "Sending", "Unconfirmed", "Not sent", "Created (test)"])
      expectRule(
        "what the journal knows as created is created",
        { kind: "created" },
        [ayuWith({ status })],
        journalWith(madeEntry),
      );
  });

  test("an order that was created and then edited needs a person", () => {
    const standings = {
      "": "created",
      Valid: "created",
      Unconfirmed: "unconfirmed",
      "Created (test)": "created",
    } as const;
    for (const [status, as] of Object.entries(standings))
      expectRule(
        "an order that was created and then edited needs a person",
        review(as, { why: "edited", orderId: "ord_1" }),
        [edit(ayuWith({ status }))],
        journalWith(madeEntry),
      );
  });

  test("an Order ID that is another row's says nothing about this order", () => {
    const budis = budiWith({ status: "Created (test)", orderId: "ord_2" });
    expectRule(
      "an Order ID that is another row's says nothing about this order",
      review("created", { why: "idElsewhere", orderId: "ord_2", idRow: 3 }),
      [{ ...made, orderId: "ord_2" }, budis],
      journalWith(entryOf(created("ord_2"), budisKey)),
    );
  });

  test("Created without an Order ID is half a record", () => {
    for (const row of [ayuWith({ status: "Created (test)" }), { ...ayu, status: "Created" }])
      expectRule("Created without an Order ID is half a record", review("created", { why: "idMissing" }), [
        row,
      ]);
  });

  test("Created with its own Order ID is created, also when the journal has forgotten it", () => {
    for (const row of [made, { ...ayu, status: "Created", orderId: "ord_7" }])
      expectRule(
        "Created with its own Order ID is created, also when the journal has forgotten it",
        { kind: "created" },
        [row],
        lost,
      );
  });

  test("an edited order that says Created needs a person", () => {
    expectRule(
      "an edited order that says Created needs a person",
      review("created", { why: "edited", orderId: "ord_1" }),
      [edit(made)],
      lost,
    );
  });

  test("what was sent in the other environment can only be looked up there", () => {
    for (const row of [ayuWith({ status: "Unconfirmed" }), edit(ayuWith({ status: "Unconfirmed" }))])
      expectRule(
        "what was sent in the other environment can only be looked up there",
        review("unconfirmed", { why: "otherApiKey", environment: "test" }),
        [row],
        journalWith(entryOf(unconfirmed, ayusKey)),
        liveKey,
      );
  });

  test("a key of the other environment proves nothing about this one", () => {
    expectRule(
      "a key of the other environment proves nothing about this one",
      review("unsent", { why: "otherApiKey", environment: "test" }),
      [ayuWith({ status: "Valid" })],
      lost,
      liveKey,
    );
  });

  test("a key that may have been sent for an order that is nowhere blocks this row", () => {
    expectRule(
      "a key that may have been sent for an order that is nowhere blocks this row",
      review("unconfirmed", { why: "sheetDisplaced", keyRow: 2 }),
      [{ ...budi, ...written(ayuWith({ status: "Unconfirmed" })) }],
      journalWith(entryOf(unconfirmed, ayusKey)),
    );
  });

  test("what may exist is looked up before anything else", () => {
    const name = "what may exist is looked up before anything else";
    for (const status of ["", "Valid", "Sending", "Unconfirmed", "Not sent", "Rejected", "Invalid"])
      for (const state of [pending, unconfirmed]) {
        const journal = journalWith(entryOf(state, ayusKey));
        expectRule(name, lookUp, [ayuWith({ status })], journal);
        expectRule(name, lookUp, [edit(ayuWith({ status }))], journal);
      }
  });

  test("what may exist is looked up, also if the journal has lost its run", () => {
    const name = "what may exist is looked up before anything else";
    for (const status of ["", "Valid", "Not sent", "Rejected"])
      expectRule(name, lookUp, [ayuWith({ status })], lost);
  });

  test("a row that says it was sent and has no key cannot be looked up", () => {
    for (const status of ["Unconfirmed", "Sending"])
      expectRule(
        "a row that says it was sent and has no key cannot be looked up",
        review("unconfirmed", { why: "keyMissing" }),
        [{ ...ayu, status }],
      );
  });

  test("an Order ID without a Status is half a record", () => {
    expectRule(
      "an Order ID without a Status is half a record",
      review("unsent", { why: "idWithoutStatus" }),
      [{ ...ayu, orderId: "ord_1" }],
    );
  });

  test("an order whose own key stands beside another order is not sent", () => {
    const rows = [ayu, { ...budi, ...written(ayuWith({ status: "Unconfirmed" })) }];
    expectRule(
      "an order whose own key stands beside another order is not sent",
      review("unsent", { why: "statusElsewhere", keyRow: 3 }),
      rows,
      journalWith(entryOf(unconfirmed, ayusKey)),
    );
  });

  test("while a key is unexplained, any order may be the one that it was sent for", () => {
    const stray = { ...budi, ...written(ayuWith({ status: "Unconfirmed" })) };
    expectRule(
      "while a key is unexplained, any order may be the one that it was sent for",
      review("unsent", { why: "sheetDisplaced", keyRow: 3 }),
      [{ orderRef: "C", firstName: "Citra" }, stray],
      journalWith(entryOf(unconfirmed, ayusKey)),
    );
  });

  test("what may have been made under the same content or Order ref is not made again unasked", () => {
    const name = "what may have been made under the same content or Order ref is not made again unasked";
    const madeBefore = (orderId: string, atMs: number, changed = false) =>
      review("unsent", { why: "madeBefore", orderId, atMs, changed });
    expectRule(name, madeBefore("ord_1", 1_000), [ayu], journalWith(madeEntry));
    expectRule(name, madeBefore("", 1_000), [ayu], journalWith(entryOf(unconfirmed, ayusKey)));
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

/** The fingerprint in a row's own send key. */
function keyOf(row: OrderRow): string {
  return (row.sendKey ?? "").split("-")[2] ?? "";
}
