import { requestStop } from "../../src/journal/owner";
import { sendClaimed } from "../../src/run/send-batch";
import { orders, type ShopRun, shopRun, started } from "./shop-run";

/** What a run has in hand when its first order is about to leave. */
function claimed(shop: ShopRun) {
  const { desk, state } = started(shop);
  if (state.kind !== "claimed") throw new Error("nothing was claimed");
  return { desk, requests: state.requests };
}

describe("what was claimed", () => {
  test("is in the journal before it leaves, and its outcome before any cell shows it", () => {
    let atLeaving = "";
    const shop = shopRun(orders(1), {
      answer: () => {
        atLeaving = JSON.stringify(shop.properties.values);
        return { status: 201, headers: {}, body: '{"data":{"id":"ord_1"}}' };
      },
    });
    const { desk, requests } = claimed(shop);
    expect(sendClaimed(desk, requests)).toEqual({ kind: "sent", stop: null });
    const key = shop.sheet.shown("sendKey")[0] ?? "no key";
    expect(atLeaving).toContain(key);
    expect(JSON.stringify(shop.properties.values)).toContain("ord_1");
    expect(shop.sheet.shown("orderId")).toEqual([""]);
  });

  test("does not leave when its row was changed meanwhile", () => {
    const shop = shopRun(orders(2));
    const { desk, requests } = claimed(shop);
    shop.sheet.rows[0] = (shop.sheet.rows[0] ?? []).map((text) => (text === "order 1" ? "changed" : text));
    expect(sendClaimed(desk, requests)).toEqual({ kind: "notSent", why: "changed" });
    expect(shop.batches).toEqual([]);
  });

  test("does not leave when another execution has taken the run over", () => {
    const shop = shopRun(orders(2));
    const { desk, requests } = claimed(shop);
    shop.properties.write({ "bitbybit.owner": `${desk.run.id}.OTHER1` });
    expect(sendClaimed(desk, requests)).toEqual({ kind: "notSent", why: "superseded" });
    expect(shop.batches).toEqual([]);
  });

  test("does not leave when Stop was pressed after it was claimed", () => {
    const shop = shopRun(orders(2));
    const { desk, requests } = claimed(shop);
    requestStop(shop.properties, desk.run.id);
    expect(sendClaimed(desk, requests).kind).toBe("notSent");
    expect(shop.batches).toEqual([]);
  });

  test("does not leave when its record could not be written", () => {
    const shop = shopRun(orders(2));
    const { desk, requests } = claimed(shop);
    shop.properties.room = 0;
    expect(sendClaimed(desk, requests)).toEqual({ kind: "notSent", why: "noRecord" });
    expect(shop.batches).toEqual([]);
  });

  test("ends the run when a column of the add-on's moved since it was claimed, and names the cells", () => {
    const shop = shopRun(orders(2));
    const { desk, requests } = claimed(shop);
    shop.sheet.moveToFront("Message");
    expect(sendClaimed(desk, requests)).toMatchObject({
      kind: "ended",
      reason: { why: "columnsMoved" },
    });
    expect(shop.batches).toEqual([]);
  });
});

test("a batch whose connection breaks is kept as unconfirmed: nobody knows what had left", () => {
  const shop = shopRun(orders(1), { answer: () => null });
  const { desk, requests } = claimed(shop);
  expect(sendClaimed(desk, requests).kind).toBe("sent");
  expect(desk.closed?.entries.map(({ state }) => state.kind)).toEqual(["unconfirmed"]);
});

test("an ID that another row shows is no evidence for this order, though the journal has forgotten it", () => {
  const rows = [{ content: "a", status: "Created (test)", orderId: "ord_1" }, { content: "b" }];
  const shop = shopRun(rows, {
    answer: () => ({ status: 201, headers: {}, body: '{"data":{"id":"ord_1"}}' }),
  });
  const { desk, requests } = claimed(shop);
  sendClaimed(desk, requests);
  expect(desk.closed?.entries.map(({ state }) => state)).toEqual([
    { kind: "unconfirmed", reason: "idTaken" },
  ]);
});
