import { requestStop } from "../../src/journal/owner";
import { formatSendKey } from "../../src/orders/send-key";
import { SheetFault } from "../../src/ports/ports";
import { sendClaimed } from "../../src/run/send-batch";
import { showAndClaim } from "../../src/run/show-and-claim";
import { readSheet } from "../../src/spreadsheet/read-sheet";
import { answerOf } from "../bitbybit/answer";
import { sendKeyOf } from "../orders/send-keys";
import { headerRow, type ScriptedSheet } from "../spreadsheet/scripted-sheet";
import { orders, type ShopRun, shopRun, started } from "./shop-run";

const task = { step: { budgetMs: 600_000, maxSleepMs: 4_000 }, stop: null };

/** A run whose first order was sent, and whose result is not shown yet. */
function sent(shop: ShopRun) {
  const { desk, state } = started(shop);
  if (state.kind !== "claimed") throw new Error("nothing was claimed");
  sendClaimed(desk, state.requests);
  return desk;
}

describe("the section between two batches", () => {
  test("shows results and claims the next orders in one write", () => {
    const shop = shopRun(orders(3));
    const desk = sent(shop);
    const before = shop.sheet.flushed.length;
    expect(showAndClaim(desk, task)).toMatchObject({ kind: "claimed" });
    expect(shop.sheet.shown("status")).toEqual(["Created (test)", "Sending", "Sending"]);
    expect(shop.sheet.flushed.length - before).toBe(1);
  });

  test("claims nothing once nothing waits", () => {
    const desk = sent(shopRun(orders(1)));
    expect(showAndClaim(desk, task)).toEqual({ kind: "drained" });
  });

  test("claims nothing when the run is to stop, and shows what was sent all the same", () => {
    const shop = shopRun(orders(2));
    const desk = sent(shop);
    const stop = { why: "stop", reason: "breaker" } as const;
    expect(showAndClaim(desk, { ...task, stop })).toEqual({ kind: "ended", reason: stop });
    expect(shop.sheet.shown("status")).toEqual(["Created (test)", "Valid"]);
  });

  test("does nothing any more once somebody pressed Stop", () => {
    const shop = shopRun(orders(2));
    const desk = sent(shop);
    requestStop(shop.properties, desk.run.id);
    expect(showAndClaim(desk, task)).toEqual({ kind: "ended", reason: { why: "stoppedByUser" } });
    expect(shop.sheet.shown("status")).toEqual(["Sending", "Valid"]);
  });

  test("does nothing any more once another execution has the run", () => {
    const shop = shopRun(orders(2));
    const desk = sent(shop);
    shop.properties.write({ "bitbybit.owner": `${desk.run.id}.OTHER1` });
    expect(showAndClaim(desk, task)).toEqual({ kind: "superseded" });
    expect(shop.sheet.shown("status")).toEqual(["Sending", "Valid"]);
  });

  test("ends a step when its time is up", () => {
    const shop = shopRun(orders(2));
    const desk = sent(shop);
    expect(showAndClaim(desk, { ...task, step: { ...task.step, budgetMs: 0 } })).toEqual({ kind: "timeUp" });
  });

  test("follows rows that were sorted: each result stands beside its own order", () => {
    const shop = shopRun(orders(3));
    const desk = sent(shop);
    shop.sheet.swap(2, 4);
    showAndClaim(desk, { ...task, stop: { why: "stoppedByUser" } });
    expect(shop.sheet.shown("orderId")).toEqual(["", "", "ord_1"]);
  });

  test("says that the sheet does not take it after three tries, and which cell refuses", () => {
    const refused = { fault: new SheetFault("refused", "T2") };
    const shop = shopRun(orders(2), { script: [{}, refused, refused, refused, refused] });
    const desk = sent(shop);
    const states = [1, 2, 3, 4].map(() => showAndClaim(desk, { ...task, stop: { why: "stoppedByUser" } }));
    expect(states[3]).toEqual({ kind: "stuck", cell: "T2" });
  });

  test("an order that is edited while it waits keeps its key, and goes as it then is", () => {
    const shop = shopRun(orders(3));
    const desk = sent(shop);
    const before = shop.sheet.shown("sendKey");
    shop.sheet.rows[1]?.splice(headerRow.indexOf("City"), 1, "Solo");
    expect(showAndClaim(desk, task)).toMatchObject({ kind: "claimed" });
    const [, after] = shop.sheet.shown("sendKey");
    expect(shop.sheet.shown("status")).toEqual(["Created (test)", "Sending", "Sending"]);
    expect([after === before[1], after?.slice(0, 14)]).toEqual([false, before[1]?.slice(0, 14)]);
  });

  test("a row that shows another's key gets back its own before it is decided about", () => {
    const rows = [
      { content: "new" },
      { content: "sent", status: "Unconfirmed" },
      { content: "new too" },
      { content: "made", status: "Created (test)", orderId: "ord_7" },
    ];
    const deleteFirst = { before: (sheet: ScriptedSheet) => void sheet.rows.shift() };
    const shop = shopRun(rows, { script: [deleteFirst], answer: () => answerOf(500) });
    const own = keyBeside(shop, 3);
    const { desk } = started(shop);
    expect(shop.sheet.shown("sendKey")[0]).not.toBe(own);
    showAndClaim(desk, { ...task, stop: { why: "stoppedByUser" } });
    expect([shop.sheet.shown("status")[0], shop.sheet.shown("sendKey")[0]]).toEqual(["Unconfirmed", own]);
  });
});

/** Gives the order in a row the send key that it was sent with; the key. */
function keyBeside({ context, sheet }: ShopRun, rowNumber: number): string {
  const record = readSheet(context, sheet).orders.find(({ rows: [row] }) => row?.rowNumber === rowNumber);
  const { environment, apiKeyHash } = context;
  const fingerprint = record?.order.fingerprint ?? "";
  const key = formatSendKey(sendKeyOf({ environment, apiKeyHash, fingerprint, rowCount: 1 }));
  sheet.rows[rowNumber - 2]?.splice(headerRow.indexOf("Send key"), 1, key);
  return key;
}
