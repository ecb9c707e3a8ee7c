import type { Journal } from "../../src/journal/journal";
import { formatSendKey } from "../../src/orders/send-key";
import { budi, budisKey, budiWith } from "../decide/decisions";
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
} from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow } from "../orders/order-sheet";
import { ayu, key, keyed, made, project, shown, shownAfter } from "./projected";

describe("what the journal knows is shown beside the order", () => {
  test.each<[string, Journal, string[]]>([
    ["created", made, ["Created (test)", "ord_1", ""]],
    ["rejected", journalWith(entryOf(rejected, key)), ["Rejected", "", "rejected"]],
    ["not sent", journalWith(entryOf(notSent, key)), ["Not sent", "", "notSent"]],
    ["absent", journalWith(entryOf(absent, key)), ["Not sent", "", "absent"]],
    ["unconfirmed", journalWith(entryOf(unconfirmed, key)), ["Unconfirmed", "", "unconfirmed"]],
  ])("%s", (_, journal, cells) => {
    for (const status of ["", "Sending"])
      expect(shown(shownAfter([keyed({ status })], journal)[0])).toEqual(cells);
  });

  test("also after undo, a restored version, or cleared cells", () => {
    const before = [keyed({ status: "Valid" }), keyed({ status: "Sending" }), keyed()];
    for (const row of before)
      expect(shownAfter([row], made)[0]).toMatchObject({
        orderNumber: "#1",
        updatedAt: "at 1000",
        orderId: "ord_1",
      });
  });

  test("in every row of the order, wherever these stand", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], { status: "Sending" });
    const journal = journalWith(entryOf(created("ord_1"), keyOfRows([ayu, { ...ayu, variantId: "var_2" }])));
    const after = shownAfter([rows[1] ?? {}, budi, rows[0] ?? {}], journal);
    expect(after.map((row) => row.orderId ?? "")).toEqual(["ord_1", "", "ord_1"]);
  });

  test("and a result that hit another order's row is taken back", () => {
    const unsent = journalOf({
      batches: [batchOf([entryOf(created("ord_1"), key)])],
      runs: [{ id: "A9C3", opened: 1, folded: 0, folding: [] }],
    });
    const hit = budiWith({ status: "Created (test)", orderId: "ord_1", message: "" });
    const [ayus, budis] = shownAfter([keyed(), hit], unsent);
    expect([shown(ayus), shown(budis)]).toEqual([
      ["Created (test)", "ord_1", ""],
      ["Valid", "", ""],
    ]);
  });

  test("but a key that is not at home keeps its cells: what to do is a decision", () => {
    const sendKey = formatSendKey(key);
    const copy = keyedRows([{ orderRef: "" }], {})[0] ?? {};
    const entry = entryOf(created("ord_1"), keyOfRows([{ orderRef: "" }]));
    expect(project([{ ...budi, sendKey }], made).changes.size).toBe(0);
    expect(project([{ ...budi, sendKey }, ayu], made).changes.size).toBe(0);
    expect([...project([copy, copy], journalWith(entry)).changes.keys()]).toEqual([2]);
    expect(
      project([keyed()], journalWith({ ...entryOf(created("ord_1"), key), sheetId: 8 })).changes.size,
    ).toBe(0);
  });

  test("an order that was edited meanwhile is told so", () => {
    const [after] = shownAfter([{ ...keyed(), quantity: 9 }], made);
    expect(shown(after)).toEqual(["Created (test)", "ord_1", "created edited"]);
  });
});

describe("what stands there stays", () => {
  test.each<[string, OrderRow, Journal]>([
    [
      "the time and the words of an outcome that is shown",
      { status: "Created (test)", orderId: "ord_1", orderNumber: "#1", message: "mine", updatedAt: "then" },
      made,
    ],
    [
      "a later check's word about an order that was not made",
      { status: "Invalid", message: "E4 Quantity" },
      journalWith(entryOf(rejected, key)),
    ],
    [
      "why an order is not known yet",
      { status: "Unconfirmed", message: "wait until five" },
      journalWith(entryOf(unconfirmed, key)),
    ],
    [
      "an ID that a person typed beside it",
      { status: "Unconfirmed", orderId: "ord_9" },
      journalWith(entryOf(unconfirmed, key)),
    ],
    ["a request that is under way", { status: "Sending" }, journalWith(entryOf(pending, key))],
    [
      "an order that the journal does not know",
      { status: "Created (test)", orderId: "ord_5" },
      journalWith(),
    ],
    ["a claim of a run of which the journal is not whole", { status: "Sending" }, journalWith()],
  ])("%s", (_, written, journal) => {
    expect(project([keyed(written)], journal).changes.size).toBe(0);
  });

  test("the order number that it knows, if the journal has none", () => {
    const row = keyed({ status: "Sending", orderNumber: "#1" });
    expect(shownAfter([row], journalWith(entryOf(created("ord_1"), key)))[0]).toMatchObject({
      orderNumber: "#1",
    });
  });
});

describe("a batch is shown", () => {
  const entry = entryOf(created("ord_1"), key);
  const ids = (rows: OrderRow[], journal: Journal) => project(rows, journal).shown.map(({ id }) => id);

  test("once its outcomes stand in the sheet, or have no place in it any more", () => {
    expect(ids([keyed({ status: "Created (test)", orderId: "ord_1" })], journalWith(entry))).toEqual(["b1"]);
    expect(ids([budi], journalWith(entry))).toEqual(["b1"]);
    expect(ids([keyed()], journalWith(entry))).toEqual([]);
  });

  test("also while an answer of it is not known, and the sheet says so", () => {
    expect(ids([budi], journalWith(entry, entryOf(unconfirmed, budisKey)))).toEqual(["b1"]);
  });
});
