import { formatSendKey } from "../../../src/orders/send-key";
import { created, entryOf, journalWith, unconfirmed } from "../../journal/entries";
import { keyedRows } from "../../orders/order-sheet";
import { ayu, ayusKey, ayuWith, budi, budisKey, budiWith, decisionsOf, lost } from "../decisions";
import { expectRule, keyOf, made, madeEntry, review, written } from "./expect-rule";

/** Rules about send keys that are damaged, copied, mixed, or beside another order. */
export function keyRules(): void {
  test("a damaged send key proves nothing", () => {
    for (const sendKey of ["abc", formatSendKey(ayusKey).slice(0, -2)])
      expectRule("a damaged send key proves nothing", review("unsent", { why: "keyDamaged" }), [
        { ...ayu, status: "Valid", sendKey },
      ]);
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
    const copied = [made, { ...budi, ...written(made) }];
    expect(decisionsOf(copied, journalWith(madeEntry))[1]).toEqual({
      rule: name,
      decision: review("created", { why: "copied", homeRow: 2 }),
    });
    const swapped = [
      { ...ayu, ...written(budiWith({ status: "Created (test)", orderId: "ord_2" })) },
      { ...budi, ...written(made) },
    ];
    const both = journalWith(madeEntry, entryOf(created("ord_2"), budisKey));
    expectRule(name, review("created", { why: "statusElsewhere", keyRow: 3 }), swapped, both);
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

  test("a key that may have been sent for an order that is nowhere blocks this row", () => {
    expectRule(
      "a key that may have been sent for an order that is nowhere blocks this row",
      review("unconfirmed", { why: "sheetDisplaced", keyRow: 2 }),
      [{ ...budi, ...written(ayuWith({ status: "Unconfirmed" })) }],
      journalWith(entryOf(unconfirmed, ayusKey)),
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
}
