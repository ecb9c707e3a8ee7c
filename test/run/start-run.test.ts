import { sendClaimed } from "../../src/run/send-batch";
import { propose } from "../../src/run/session";
import { startRun } from "../../src/run/start-run";
import { orders, shopRun, started } from "./shop-run";

describe("the start of a run", () => {
  test("keys every order in one write, and claims the first", () => {
    const shop = shopRun(orders(3));
    started(shop);
    expect(shop.sheet.shown("status")).toEqual(["Sending", "Valid", "Valid"]);
    expect(new Set(shop.sheet.shown("sendKey")).size).toBe(3);
    expect(shop.sheet.flushed).toHaveLength(1);
  });

  test("what it claims leaves without another reading of what to send", () => {
    const shop = shopRun(orders(3));
    const { desk, state } = started(shop);
    const claimed = state.kind === "claimed" ? state.requests : new Set<string>();
    expect(sendClaimed(desk, claimed)).toEqual({ kind: "sent", stop: null });
    expect([shop.batches, shop.sheet.flushed.length]).toEqual([[1], 1]);
  });

  test("sends nothing while a record of the journal cannot be read", () => {
    const shop = shopRun(orders(2));
    shop.properties.values["bitbybit.journal.batch.X"] = "{";
    expect(() => startRun(shop.context, propose(shop.context, "create"))).toThrow();
    expect(shop.sheet.shown("sendKey")).toEqual(["", ""]);
  });

  test("keys nothing when the run cannot be listed first", () => {
    const shop = shopRun(orders(2));
    const plan = propose(shop.context, "create");
    shop.properties.answers.push("works", "fails");
    expect(() => startRun(shop.context, plan)).toThrow();
    expect(shop.sheet.shown("sendKey")).toEqual(["", ""]);
  });

  test("counts what needs no request at once, and begins no run for it", () => {
    const rows = [{ content: "a", status: "Created (test)", orderId: "ord_1" }];
    const shop = shopRun(rows);
    expect(startRun(shop.context, propose(shop.context, "create"))).toMatchObject({
      kind: "done",
      receipt: { selected: 1, skipped: 1 },
    });
  });
});
