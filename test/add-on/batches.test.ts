import { KillExecution } from "../../local/runtime/local-runtime";
import { AddOn, type Row } from "./add-on";

const orders = 250;

/** A sheet in front of an API without a limit that is felt: one order, then a hundred, a hundred, the rest. */
function sheetOf(beforeBatch: (addOn: AddOn, batch: number) => void): AddOn {
  let batches = 0;
  const addOn: AddOn = new AddOn({
    rows: Array.from({ length: orders }, (_, index): Row => ({ "Order ref": `R-${index + 1}` })),
    api: { limit: 1_000_000 },
    runtime: {
      beforeCall: ({ method }) => {
        if (method === "fetchAll") beforeBatch(addOn, ++batches);
      },
    },
  });
  return addOn;
}

const withStatus = (addOn: AddOn, status: string) =>
  addOn.cells("Status").filter((text) => text === status).length;
const passing = (count: number) => Array.from({ length: count }, () => null);
const madeInAll = (addOn: AddOn) => addOn.api.shop("test").listOrders({}, { page: 1, limit: 1 }).meta.total;

describe("a run of several batches", () => {
  test("shows each batch as Sending before it leaves, and its results before the next", () => {
    const sending: number[] = [];
    const created: number[] = [];
    const addOn = sheetOf((one) => {
      sending.push(withStatus(one, "Sending"));
      created.push(withStatus(one, "Created (test)"));
    });
    expect(addOn.create()).toBe("250 orders: 250 created.");
    expect(sending).toEqual([1, 100, 100, 49]);
    expect(created).toEqual([0, 1, 101, 201]);
    expect(addOn.posts()).toBe(orders);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
  });

  test("is stopped by ten equal failures in a row; the rest does not leave, and its rows say so", () => {
    const failing = Array.from({ length: 10 }, () => "503-before" as const);
    const addOn = sheetOf((one, batch) => {
      if (batch === 2) one.breakNext(...passing(90), ...failing);
    });
    expect(addOn.create()).toMatch(/^Many orders in a row failed in the same way, so the run stopped/);
    expect(addOn.posts()).toBe(101);
    expect(withStatus(addOn, "Sending")).toBe(0);
    expect(withStatus(addOn, "Not sent")).toBe(orders - 101);
  });

  test("sends ten at a time after three equal failures", () => {
    const left: number[] = [];
    const addOn = sheetOf((one, batch) => {
      left.push(withStatus(one, "Sending"));
      if (batch === 2) one.breakNext(...passing(97), "503-before", "503-before", "503-before");
    });
    expect(addOn.create()).toBe("250 orders: 247 created and 3 unconfirmed.");
    expect(left.slice(0, 4)).toEqual([1, 100, 10, 100]);
  });

  test("is killed between two of them: no order is left behind, and none is made twice", () => {
    let isKilled = false;
    const addOn = sheetOf((_, batch) => {
      if (batch !== 3 || isKilled) return;
      isKilled = true;
      throw new KillExecution();
    });
    expect(() => addOn.create()).toThrow(/killed/);
    expect(madeInAll(addOn)).toBe(101);
    // What was recorded and never answered is looked up once nobody can be sending it any more.
    addOn.clock.sleep(13 * 60_000);
    addOn.create();
    addOn.clock.sleep(13 * 60_000);
    addOn.create();
    expect(withStatus(addOn, "Created (test)")).toBe(orders);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
    expect(madeInAll(addOn)).toBe(orders);
  });
});
