import { KillExecution } from "../../local/runtime/local-runtime";
import type { AddOn } from "./add-on";
import { type LongSheet, longSheet } from "./long-sheet";

const orders = 150;
const firstPortion = 100;

/** A sheet of more orders than are keyed at once. */
const sheetOf = (atSend: NonNullable<LongSheet["atSend"]>) => longSheet({ orders, atSend });

const filled = (addOn: AddOn, header: string) => addOn.cells(header).filter((text) => text !== "").length;

describe("a sheet of more orders than are keyed at once", () => {
  test("has its first result before the others have their keys, and each order is made once", () => {
    const keys: number[] = [];
    const ids: number[] = [];
    const addOn = sheetOf((one, wave) => {
      keys[wave] = filled(one, "Send key");
      ids[wave] = filled(one, "Order ID");
    });
    expect(addOn.create()).toBe("150 orders: 150 created.");
    expect(keys.slice(1, 4)).toEqual([firstPortion, firstPortion, orders]);
    expect(ids.slice(1, 3)).toEqual([0, 1]);
    expect(addOn.posts()).toBe(orders);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
  });

  test("has all of its orders among those to go, as soon as the click has ended", () => {
    const addOn = longSheet({ orders: 600, limit: 100 });
    expect(addOn.create()).toMatch(/^100 created so far, 500 to go\./);
    expect(filled(addOn, "Send key")).toBe(600);
  });

  test("in which the others cannot be keyed gives what is under way its result, and says what was left", () => {
    const addOn = sheetOf((one, wave) => {
      // Somebody protects a status cell of a row that has no key yet.
      if (wave !== 2) return;
      const box = { row: orders + 1, column: one.column("Status"), rows: 1, columns: 1 };
      one.sheet.properties.protections = [{ box, description: "Accounting" }];
    });
    expect(addOn.create()).toMatch(
      /^Of 50 orders nothing was sent .* 150 orders: 100 created and 50 not sent\.$/,
    );
    expect(filled(addOn, "Order ID")).toBe(firstPortion);
    expect(addOn.posts()).toBe(firstPortion);
  });

  test("that is left in the middle leaves the others as they were, says so, and makes each once in the end", () => {
    let killed = false;
    const addOn = sheetOf((_, wave) => {
      if (wave !== 2 || killed) return;
      killed = true;
      throw new KillExecution();
    });
    expect(() => addOn.create()).toThrow(/killed/);
    expect(filled(addOn, "Send key")).toBe(firstPortion);
    // What was claimed and never answered is looked up once nobody can be sending it any more.
    addOn.clock.sleep(13 * 60_000);
    const run = addOn.goOn();
    expect(run.state).toBe("ended");
    expect(run.summary).toMatch(/^Of 50 orders nothing was sent and nothing written: .* Select them/);
    expect(filled(addOn, "Status")).toBe(firstPortion);
    addOn.create();
    expect(addOn.cells("Status").every((status) => status === "Created (test)")).toBe(true);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
    expect(addOn.api.shop("test").listOrders({}, { page: 1, limit: 1 }).meta.total).toBe(orders);
  });

  test("that is left right after the others got their keys does not say that nothing was written for them", () => {
    let killed = false;
    let waves = 0;
    const addOn = longSheet({
      orders,
      before: ({ method }, one) => {
        if (method === "fetchAll") waves += 1;
        if (killed || waves < 2 || method !== "setProperties" || filled(one, "Send key") < orders) return;
        killed = true;
        throw new KillExecution();
      },
    });
    expect(() => addOn.create()).toThrow(/killed/);
    addOn.clock.sleep(13 * 60_000);
    let run = addOn.goOn();
    while (run.state !== "ended") {
      addOn.clock.sleep(61_000);
      run = addOn.goOn();
    }
    expect(run.summary).toMatch(/^150 orders: /);
  });

  test("in which the others are edited meanwhile sends none of what nobody has checked", () => {
    const addOn = sheetOf((one, wave) => {
      if (wave === 1) one.type(orders + 1, "Quantity", "two");
    });
    expect(addOn.create()).toBe("150 orders: 149 created and 1 not sent.");
    expect(addOn.cell(orders + 1, "Order ID")).toBe("");
    expect(addOn.posts()).toBe(orders - 1);
  });
});
