import { AddOn, liveKey, statusHeaders, testKey } from "./add-on";

/** What stands beside the first order. */
function beside(addOn: AddOn): string[] {
  return statusHeaders.map((header) => addOn.cell(2, header));
}

/** Puts that back, as an undo or a paste of old cells does. */
function putBack(addOn: AddOn, cells: readonly string[]): void {
  statusHeaders.forEach((header, index) => {
    addOn.type(2, header, cells[index] ?? "");
  });
}

/** One order that was made with the test key, and the cells beside it; then the live key is saved. */
function madeInTest(): { addOn: AddOn; cells: string[] } {
  const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }] });
  addOn.create();
  const cells = beside(addOn);
  addOn.useKey(liveKey);
  return { addOn, cells };
}

describe("a sheet that is used with a test key and with a live key", () => {
  test("a test key, then a live key: the test orders are made for real, once", () => {
    const addOn = new AddOn({ rows: ["A", "B"].map((ref) => ({ "Order ref": ref })) });
    addOn.create();
    addOn.useKey(liveKey);
    expect(addOn.create()).toBe("2 orders: 2 created.");
    expect(addOn.said.some((text) => text.startsWith("LIVE: create 2 orders"))).toBe(true);
    expect(addOn.cells("Status")).toEqual(["Created", "Created"]);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds("live"));
    addOn.useKey(testKey);
    expect(addOn.create()).toBe("2 orders: 2 already created.");
    expect(addOn.made("live")).toHaveLength(2);
    expect(addOn.made("test")).toHaveLength(2);
  });

  test.each(["Created (test)", "Valid", "Not sent"])(
    "an order made live, whose cells are put back to %s, is not made live again",
    (status) => {
      const { addOn, cells } = madeInTest();
      addOn.create();
      const [, orderId = "", ...others] = cells;
      putBack(addOn, [status, status === "Created (test)" ? orderId : "", ...others]);
      addOn.clock.sleep(120_000);
      expect(addOn.create()).toMatch(/^1 order: 1 (skipped|with problems)\.$/);
      expect(addOn.made("live")).toHaveLength(1);
      expect(addOn.cell(2, "Message")).toContain(addOn.madeIds("live")[0]);
    },
  );

  test("one whose live answer was lost is found, and named, if its cells are put back to the test order", () => {
    const { addOn, cells } = madeInTest();
    addOn.breakNext("reset-after");
    addOn.create();
    putBack(addOn, cells);
    addOn.clock.sleep(120_000);
    expect(addOn.create()).toBe("1 order: 1 with problems.");
    expect(addOn.made("live")).toHaveLength(1);
    expect(addOn.cell(2, "Message")).toContain(`as ${addOn.madeIds("live")[0]}.`);
  });

  test("a test order made later of the same content does not hide the live one", () => {
    const { addOn } = madeInTest();
    addOn.create();
    const cleared = ["", "", "", "", "", ""];
    putBack(addOn, cleared);
    addOn.useKey(testKey);
    addOn.click("Not in bitbybit: send again");
    addOn.create();
    putBack(addOn, cleared);
    addOn.useKey(liveKey);
    addOn.clock.sleep(120_000);
    addOn.create();
    expect(addOn.made("live")).toHaveLength(1);
  });
});
