import { placesOfKeys } from "../../src/orders/key-places";
import { formatSendKey } from "../../src/orders/send-key";
import { attempt, evidence, keyedRows, keyOfRows, type OrderRow, ordersOf } from "./order-sheet";

const ayu: OrderRow = { orderRef: "A" };
const budi: OrderRow = { orderRef: "B", firstName: "Budi" };
const citra: OrderRow = { orderRef: "C", firstName: "Citra" };
const keyA = keyOfRows([ayu]);
const textA = formatSendKey(keyA);

function places(...rows: OrderRow[]) {
  return placesOfKeys(ordersOf(...rows), evidence());
}

describe("where send keys stand", () => {
  test("a key is at home beside the rows that it was written for", () => {
    const found = places(budi, ...keyedRows([ayu], { status: "Created (test)" }));
    expect(found.homeRow(textA, keyA)).toBe(3);
    expect(found.ordersAtHome(textA)).toBe(1);
    expect(found.suspectRow).toBeNull();
  });

  test("of a copied row the upper one is the home", () => {
    const [row = {}] = keyedRows([ayu], { status: "Created (test)" });
    const copy = { ...row, orderRef: "", sendKey: textA };
    const found = places(row, copy);
    expect(found.rowsWithKey(textA)).toBe(2);
    expect(found.homeRow(textA, keyA)).toBe(2);
  });

  test("a key that was sent and stands beside another order makes its own order a stray's", () => {
    const found = places(ayu, { ...budi, status: "Created (test)", sendKey: textA });
    expect(found.strayKeyRow(keyA.fingerprint)).toBe(3);
    expect(found.homeRow(textA, keyA)).toBe(2);
    expect(found.ordersAtHome(textA)).toBe(0);
  });

  test("a key that was surely not sent makes no stray", () => {
    const found = places(ayu, { ...budi, status: "Not sent", sendKey: textA });
    expect(found.strayKeyRow(keyA.fingerprint)).toBeNull();
  });

  test("the log knows better than a Not sent that somebody typed", () => {
    const rows = ordersOf(ayu, { ...budi, status: "Not sent", sendKey: textA });
    const found = placesOfKeys(rows, evidence(attempt(keyA, "created", "ord_1")));
    expect(found.strayKeyRow(keyA.fingerprint)).toBe(3);
  });

  test("a sent key whose content is nowhere makes the sheet suspect", () => {
    const found = places({ ...budi, status: "Created (test)", sendKey: textA }, citra);
    expect(found.suspectRow).toBe(2);
  });

  test("but not where an edit of that very order explains it: same recipient, or same Order ref in the log", () => {
    expect(
      places({ ...ayu, quantity: 5, status: "Created (test)", sendKey: textA }, citra).suspectRow,
    ).toBeNull();
    const edited = ordersOf({ ...ayu, city: "Bogor", status: "Created (test)", sendKey: textA });
    expect(placesOfKeys(edited, evidence()).suspectRow).toBe(2);
    const known = evidence({ ...attempt(keyA, "created", "ord_1"), ref: "A" });
    expect(placesOfKeys(edited, known).suspectRow).toBeNull();
  });

  test("a key of another number of rows is not at home", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], { status: "Created (test)" });
    const whole = placesOfKeys(ordersOf(...rows), evidence());
    expect(whole.ordersAtHome(rows[0]?.sendKey ?? "")).toBe(1);
    const [first = {}] = rows;
    expect(places(first).ordersAtHome(rows[0]?.sendKey ?? "")).toBe(0);
  });
});
