import { formatSendKey } from "../../src/orders/send-key";
import { standsAs, takeWave } from "../../src/run/claim";
import type { KeyedOrder } from "../../src/run/key-orders";
import { viewSheet } from "../../src/run/sheet-view";
import { sendKeyOf } from "../orders/send-keys";
import { type ScriptedRow, ScriptedSheet } from "./scripted-sheet";

function viewOf(rows: ScriptedRow[]) {
  const view = viewSheet(new ScriptedSheet(rows).readDisplay());
  if (!view) throw new Error("no view");
  return view;
}
function orderOf(name: string, ...contents: string[]): KeyedOrder {
  const key = sendKeyOf({ stem: name.padEnd(8, "0") });
  const view = viewOf(contents.map((content) => ({ content })));
  return {
    key,
    keyText: formatSendKey(key),
    ref: name,
    payload: {
      lineItems: [],
      shippingAddress: {
        firstName: "",
        lastName: "",
        phone: "",
        address1: "",
        city: "",
        province: "",
        zip: "",
      },
    },
    contents: view.rows.map((row) => row.content),
  };
}
const order = orderOf("A", "one", "two");
const row = (content: string, status = "Valid", keyText = order.keyText): ScriptedRow => ({
  content,
  status,
  sendKey: keyText,
});

describe("an order about to be sent", () => {
  test("stands as it was checked, wherever its rows are", () => {
    expect(standsAs(viewOf([row("two"), { content: "x" }, row("one")]), order, ["Valid"])).toBe(true);
  });

  test.each<[string, ScriptedRow[]]>([
    ["a row was edited", [row("one"), row("2")]],
    ["a row is gone", [row("one")]],
    ["a row was copied", [row("one"), row("two"), row("two")]],
    ["one row stands twice and the other not", [row("one"), row("one")]],
    ["a status was changed", [row("one"), row("two", "Created")]],
    ["a status was cleared", [row("one"), row("two", "")]],
    ["its key is gone", [row("one", "Valid", ""), row("two", "Valid", "")]],
  ])("does not where %s", (_, rows) => {
    expect(standsAs(viewOf(rows), order, ["Valid"])).toBe(false);
  });
});

describe("a wave", () => {
  const orders = Array.from({ length: 40 }, (_, index) =>
    orderOf(`N${String(index).padStart(2, "0")}`, `c${index}`),
  );
  const rowsOf = (gap: boolean) =>
    orders.flatMap((one, index) => [
      row(`c${index}`, "Valid", one.keyText),
      ...(gap ? [{ content: "x" }] : []),
    ]);

  test("takes the first orders of the queue, as many as may leave", () => {
    expect(takeWave(viewOf(rowsOf(false)), orders, 25)).toEqual(orders.slice(0, 25));
  });

  test("of scattered rows takes fewer, so that its writes stay bounded, but one at least", () => {
    const scattered = takeWave(viewOf(rowsOf(true)), orders, 40);
    expect(scattered).toEqual(orders.slice(0, 12));
    const wide = orderOf("W", ...Array.from({ length: 20 }, (_, index) => `w${index}`));
    const wideRows = Array.from({ length: 20 }, (_, index) => [
      row(`w${index}`, "Valid", wide.keyText),
      { content: "x" },
    ]);
    expect(takeWave(viewOf(wideRows.flat()), [wide], 5)).toEqual([wide]);
  });
});
