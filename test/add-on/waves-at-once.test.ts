import { KillExecution } from "../../local/runtime/local-runtime";
import type { AddOn } from "./add-on";
import { type LongSheet, longSheet } from "./long-sheet";

const orders = 450;
/** The first order alone, the rest of the first hundred, and what is claimed at once: three hundred and fifty orders. */
const wavesBefore = 2;

/** A sheet in front of an API without a limit that is felt. */
const sheetOf = (atSend: NonNullable<LongSheet["atSend"]>) => longSheet({ orders, atSend });

const withStatus = (addOn: AddOn, status: string) =>
  addOn.cells("Status").filter((text) => text === status).length;
const passing = (count: number) => Array.from({ length: count }, () => null);
const madeInAll = (addOn: AddOn) => addOn.api.shop("test").listOrders({}, { page: 1, limit: 1 }).meta.total;

describe("where the rate limit leaves room for several waves", () => {
  test("they are claimed at once and leave one after the other, each order once", () => {
    const sending: number[] = [];
    const created: number[] = [];
    const addOn = sheetOf((one, wave) => {
      sending[wave] = withStatus(one, "Sending");
      created[wave] = withStatus(one, "Created (test)");
    });
    expect(addOn.create()).toBe("450 orders: 450 created.");
    // No order leaves that the sheet does not show as being sent; the results come when the last of the claim has left.
    expect(sending.slice(wavesBefore + 1)).toEqual([449, 449, 449, 449]);
    expect(created.slice(wavesBefore + 1)).toEqual([1, 1, 1, 1]);
    expect(addOn.posts()).toBe(orders);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
  });

  test("failures at the end of one keep the later ones until the rows say so", () => {
    const unconfirmed: number[] = [];
    const addOn = sheetOf((one, wave) => {
      unconfirmed[wave] = withStatus(one, "Unconfirmed");
      if (wave === wavesBefore + 1) one.breakNext(...passing(98), "503-before", "503-before");
    });
    expect(addOn.create()).toBe("450 orders: 448 created and 2 unconfirmed.");
    expect(unconfirmed.slice(wavesBefore + 1, wavesBefore + 3)).toEqual([0, 2]);
    expect(addOn.posts()).toBe(orders);
  });

  test("answers that take long have their results before the next wave leaves", () => {
    const created: number[] = [];
    const addOn = sheetOf((one, wave) => {
      created[wave] = withStatus(one, "Created (test)");
      if (wave === wavesBefore + 1) one.clock.sleep(15_000);
    });
    expect(addOn.create()).toBe("450 orders: 450 created.");
    expect(created.slice(wavesBefore + 1, wavesBefore + 3)).toEqual([1, 200]);
    expect(addOn.posts()).toBe(orders);
  });

  test("a stop that one of them brings keeps all later ones from leaving, and their rows say so", () => {
    const addOn = sheetOf((one, wave) => {
      const failing = Array.from({ length: 10 }, () => "503-before" as const);
      if (wave === wavesBefore + 1) one.breakNext(...passing(90), ...failing);
    });
    expect(addOn.create()).toMatch(/^Many orders in a row failed in the same way, so the run stopped/);
    expect(addOn.posts()).toBe(200);
    expect(withStatus(addOn, "Sending")).toBe(0);
    expect(withStatus(addOn, "Not sent")).toBe(orders - 200);
  });

  test("an execution that is killed between two of them leaves no order behind and makes none twice", () => {
    let killed = false;
    const addOn = sheetOf((_, wave) => {
      if (wave !== wavesBefore + 2 || killed) return;
      killed = true;
      throw new KillExecution();
    });
    expect(() => addOn.create()).toThrow(/killed/);
    expect(madeInAll(addOn)).toBe(200);
    // What was claimed and never answered is looked up once nobody can be sending it any more.
    addOn.clock.sleep(13 * 60_000);
    addOn.goOn();
    addOn.create();
    expect(addOn.cells("Status").every((status) => status === "Created (test)")).toBe(true);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
    expect(madeInAll(addOn)).toBe(orders);
  });
});
