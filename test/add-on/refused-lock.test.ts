import { AddOn } from "./add-on";

const lock = "document:file-1";
const busy = /^Another run is writing to this spreadsheet at this moment/;
const rows = Array.from({ length: 12 }, (_, index) => ({ "Order ref": `R-${index + 1}` }));

describe("a document lock that somebody else has for half a minute", () => {
  test("before anything was sent: it says so, and nothing is sent", () => {
    const addOn = new AddOn({ rows });
    const somebody = {};
    addOn.stores.locks.take(lock, somebody);
    expect(addOn.create()).toMatch(busy);
    expect(addOn.posts()).toBe(0);
    addOn.stores.locks.release(lock, somebody);
    expect(addOn.create()).toBe("12 orders: 12 created.");
  });

  test.each([1, 2])("right after batch %i: its answers are kept, and the next click continues", (batch) => {
    const somebody = {};
    let batches = 0;
    let untilMs = Number.POSITIVE_INFINITY;
    const addOn: AddOn = new AddOn({
      rows,
      runtime: {
        beforeCall: () => {
          if (addOn.clock.now() >= untilMs) addOn.stores.locks.release(lock, somebody);
        },
        afterCall: ({ method }) => {
          if (method !== "fetchAll" || ++batches !== batch) return;
          addOn.stores.locks.take(lock, somebody);
          untilMs = addOn.clock.now() + 30_000;
        },
      },
    });
    expect(addOn.create()).toMatch(busy);
    const made = addOn.made().length;
    addOn.clock.sleep(30_000);
    addOn.create();
    addOn.create();
    expect(made).toBeGreaterThan(0);
    expect(addOn.cells("Status")).toEqual(Array(12).fill("Created (test)"));
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.made()).toHaveLength(12);
  });
});
