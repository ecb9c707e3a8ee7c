import { created, entryOf, journalWith } from "../../journal/entries";
import { ayu, ayusKey, ayuWith, budi, budisKey, budiWith, decisionsOf, liveKey, lost } from "../decisions";
import { anew, edit, expectRule, made, madeEntry, review, seen } from "./expect-rule";

/** Rules about orders that were created, or say so. */
export function createdRules(): void {
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
      review("created", { why: "madeBefore", orderId: "ord_7", atMs: live.atMs, changed: false, open: null }),
    );
    seen.add(first?.rule ?? "");
  });

  test("a row added to an order that was created does not go along", () => {
    expectRule(
      "a row added to an order that was created does not go along",
      review("created", { why: "addedAfter", orderId: "ord_1" }),
      [made, { ...ayu, variantId: "var_2" }],
      journalWith(madeEntry),
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
      Unconfirmed: "created",
      "Created (test)": "created",
    } as const;
    for (const [status, as] of Object.entries(standings))
      expectRule(
        "an order that was created and then edited needs a person",
        review(as, { why: "edited", orderId: "ord_1" }),
        [edit(ayuWith({ status }))],
        journalWith(madeEntry),
      );
    const otherRecipient = { ...edit(ayuWith({ status: "Unconfirmed" })), firstName: "Citra" };
    expectRule(
      "an order that was created and then edited needs a person",
      review("unconfirmed", { why: "edited", orderId: "ord_1" }),
      [otherRecipient],
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

  test("an order number of another order's is no Order ID", () => {
    const numbered = { ...created("ord_2"), orderNumber: "#7" };
    const shown = { ...ayu, status: "Created (test)", orderId: "#7" };
    const budis = budiWith({ status: "Created (test)", orderId: "ord_2", orderNumber: "#7" });
    const name = "an Order ID that is another row's says nothing about this order";
    const elsewhere = review("created", { why: "idElsewhere", orderId: "#7", idRow: 3 });
    expectRule(name, elsewhere, [shown, budis], journalWith(entryOf(numbered, budisKey)));
    expectRule(name, elsewhere, [shown, budi], journalWith(entryOf(numbered, budisKey)));
  });

  test("a row without a key that shows another Order ID than its content was made as needs a person", () => {
    const name =
      "a row without a key that shows another Order ID than its content was made as needs a person";
    const shown = (orderId: string) => [{ ...ayu, status: "Created (test)", orderId }];
    const wrong = review("created", {
      why: "madeBefore",
      orderId: "ord_1",
      atMs: madeEntry.atMs,
      changed: false,
      open: null,
    });
    expectRule(name, wrong, shown("ord_9"), journalWith(madeEntry));
    const [right] = decisionsOf(shown("ord_1"), journalWith(madeEntry));
    expect(right?.decision).toEqual({ kind: "created" });
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
}
