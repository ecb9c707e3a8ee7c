import type { Journal } from "../../src/journal/journal";
import { requestKey } from "../../src/journal/journal";
import { formatSendKey } from "../../src/orders/send-key";
import { standingsOf } from "../../src/sheet/key-standing";
import { refHashOf } from "../../src/sheet/ref-hash";
import { created, entryOf, journalOf, journalWith, pending } from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, ordersOf } from "../orders/order-sheet";

const ayu: OrderRow = { orderRef: "A" };
const budi: OrderRow = { orderRef: "B", firstName: "Budi" };
const key = keyOfRows([ayu]);
const keyText = formatSendKey(key);
const keyed = (written: OrderRow = {}): OrderRow => keyedRows([ayu], written)[0] ?? {};
const noRef = (written: OrderRow = {}): OrderRow => keyedRows([{ orderRef: "" }], written)[0] ?? {};

/** How the key of each order of the sheet 7 stands; there is another sheet with the ID 8. */
function standings(rows: OrderRow[], journal: Journal = journalOf()) {
  const orders = ordersOf(...rows);
  const all = standingsOf(orders, journal, 7, (sheetId) => sheetId === 7 || sheetId === 8);
  return orders.map((record) => all.of(record));
}

const whole = journalOf({ runs: [{ id: key.runId, opened: 0, folded: 0, folding: [] }] });

describe("a send key that was never sent", () => {
  test("stays its order's, whatever the order holds by now: copies of it are to be known", () => {
    const other = { ...keyed(), firstName: "Budi", city: "Solo", quantity: 9 };
    expect(standings([other], whole)).toMatchObject([{ kind: "edited" }]);
    expect(standings([other])).toMatchObject([{ kind: "unexplained" }]);
  });

  test("belongs to the first of two equal orders that it was not made for", () => {
    const other = { ...budi, orderRef: "", sendKey: keyText };
    expect(standings([other, other], whole)).toMatchObject([
      { kind: "edited" },
      { kind: "copy", homeRow: 2 },
    ]);
  });
});

describe("a send key", () => {
  test("is at home beside the order that it was made for, wherever that stands", () => {
    expect(standings([keyed()])).toEqual([{ kind: "home", key, keyText }]);
    expect(standings([budi, {}, keyed()])[2]).toEqual({ kind: "home", key, keyText });
  });

  test("is at home beside all rows of its order, in any order of them", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], {});
    for (const order of [rows, [...rows].reverse()])
      expect(standings(order)).toMatchObject([{ kind: "home" }]);
  });

  test("that is missing is none, and that was typed, cut or filled down is damaged", () => {
    expect(standings([ayu])).toEqual([{ kind: "none" }]);
    for (const sendKey of ["x", keyText.slice(0, -1), `${keyText} ${keyText}`])
      expect(standings([{ ...ayu, sendKey }])).toEqual([{ kind: "damaged" }]);
  });

  test("that stands beside some rows of an order alone, or beside another one, is mixed", () => {
    const [one = {}, two = {}] = keyedRows([ayu, { ...ayu, variantId: "var_2" }], {});
    const other = formatSendKey({ ...key, requestId: "00000002" });
    expect(standings([one, { ...two, sendKey: "" }])).toMatchObject([{ kind: "mixed", keys: [{}] }]);
    expect(standings([one, { ...two, sendKey: other }])).toMatchObject([{ kind: "mixed", keys: [{}, {}] }]);
  });

  test("beside an order that lost or gained a row is not at home", () => {
    const [one = {}, two = {}] = keyedRows([ayu, { ...ayu, variantId: "var_2" }], {});
    expect(standings([one])[0]?.kind).toBe("edited");
    expect(standings([one, two, { ...ayu, variantId: "var_3", sendKey: one.sendKey ?? "" }])[0]?.kind).toBe(
      "edited",
    );
  });

  test("says that its order was edited while the recipient is the same, or the journal knows its ref", () => {
    expect(standings([{ ...keyed(), quantity: 9 }])).toEqual([{ kind: "edited", key, keyText }]);
    expect(standings([{ ...keyed(), quantity: 9, notes: "Ring" }])[0]?.kind).toBe("edited");
    const known = journalWith(entryOf(pending, key, { refHash: refHashOf("A") }));
    const moved = { ...keyed(), firstName: "Ayu Dewi", quantity: 9 };
    expect([standings([moved], known)[0]?.kind, standings([moved])[0]?.kind]).toEqual([
      "edited",
      "unexplained",
    ]);
  });

  test("beside an order with problems is its own only if the journal knows its ref", () => {
    const broken = { ...keyed(), quantity: "two" };
    const known = journalWith(entryOf(pending, key, { refHash: refHashOf("A") }));
    expect([standings([broken], known)[0]?.kind, standings([broken])[0]?.kind]).toEqual([
      "edited",
      "unexplained",
    ]);
  });

  test("whose content stands in another row is displaced; it is a copy if the key stands there too", () => {
    const stray = { ...budi, sendKey: keyText };
    const displaced = { kind: "displaced", key, keyText, contentRow: 3 };
    expect(standings([stray, ayu])[0]).toEqual({ ...displaced, isCopy: false });
    expect(standings([stray, keyed()])[0]).toEqual({ ...displaced, isCopy: true });
  });

  test("whose content is nowhere is unexplained", () => {
    expect(standings([{ ...budi, sendKey: keyText }])[0]).toEqual({ kind: "unexplained", key, keyText });
  });

  test("beside two edited rows is unexplained in both: nobody knows which one was sent", () => {
    const edited = (quantity: number) => ({ ...noRef(), quantity });
    expect(standings([edited(8), edited(9)]).map(({ kind }) => kind)).toEqual(["unexplained", "unexplained"]);
  });
});

describe("of an order and its copies", () => {
  const copy = (homeRow: number | null) => ({ kind: "copy", homeRow });

  test("the first is the order while nothing tells them apart", () => {
    expect(standings([noRef(), noRef(), noRef()])).toMatchObject([{ kind: "home" }, copy(2), copy(2)]);
  });

  test.each<[string, OrderRow, OrderRow]>([
    ["that says Sending before one that says nothing", {}, { status: "Sending" }],
    [
      "that says Created before one that says Unconfirmed",
      { status: "Unconfirmed" },
      { status: "Created (test)" },
    ],
  ])("the one %s is the order", (_, less, more) => {
    expect(standings([noRef(less), noRef(more)])).toMatchObject([copy(3), { kind: "home" }]);
    expect(standings([noRef(more), noRef(less)])).toMatchObject([{ kind: "home" }, copy(2)]);
  });

  test("the one that shows the order ID that the journal knows is the order", () => {
    const { fingerprint } = keyOfRows([{ orderRef: "" }]);
    const journal = journalWith(entryOf(created("ord_1"), { ...key, fingerprint }));
    const rows = [noRef({ status: "Created (test)", orderId: "ord_2" }), noRef({ orderId: "ord_1" })];
    expect(standings(rows, journal)).toMatchObject([copy(3), { kind: "home" }]);
  });

  test("of two sheets the one that the journal names has it, while that sheet exists", () => {
    const elsewhere = (sheetId: number) => journalWith(entryOf(pending, key, { sheetId }));
    expect(standings([keyed()], elsewhere(8))).toMatchObject([copy(null)]);
    expect(standings([keyed()], elsewhere(7))).toMatchObject([{ kind: "home" }]);
    expect(standings([keyed()], elsewhere(99))).toMatchObject([{ kind: "home" }]);
  });
});

test("the order at home with a request, and the rows that carry it, are known for the whole sheet", () => {
  const orders = ordersOf({ ...budi, sendKey: keyText }, keyed());
  const all = standingsOf(orders, journalOf(), 7, () => true);
  expect(all.homeOf(requestKey(key))).toBe(orders[1]);
  expect(all.homeOf("T00000000")).toBeUndefined();
  expect([all.carriers(requestKey(key)), all.carriers("T00000000")]).toEqual([2, 0]);
});
