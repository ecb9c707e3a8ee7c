import { AddOn } from "./add-on";

const orders = 40;

/** A run that has outlived its first execution: five orders a minute, and no execution works for eight minutes. */
function underWay(): AddOn {
  const rows = Array.from({ length: orders }, (_, index) => ({ "Order ref": `R-${index + 1}` }));
  const addOn = new AddOn({ rows, api: { limit: 5, windowMs: 60_000 } });
  addOn.create();
  return addOn;
}

/** Takes the newest lines out of the log, as an undo or a restored version does. */
function cutLog(addOn: AddOn, lines: number): void {
  const log = addOn.spreadsheet.sheetByName("bitbybit log");
  if (!log) throw new Error("There is no log.");
  addOn.user.deleteRows(log, log.lastRow() - lines + 1, lines);
}

describe("log lines that vanish between two steps of a run", () => {
  test("stop the run, which says so; its orders are not sent until somebody starts anew", () => {
    const addOn = underWay();
    const sent = addOn.posts();
    expect(sent).toBeGreaterThan(5);
    expect(sent).toBeLessThan(orders);
    cutLog(addOn, 3);
    const run = addOn.goOn();
    expect(run.state).toBe("ended");
    expect(run.summary).toMatch(/^Lines of the sheet "bitbybit log" disappeared .* so the run stopped\./);
    expect(addOn.posts()).toBe(sent);
    expect(addOn.cells("Status").filter((status) => status === "Not sent")).toHaveLength(orders - sent);
  });

  test("a run that is started anew looks through bitbybit's orders first, and none is made twice", () => {
    const addOn = underWay();
    cutLog(addOn, 3);
    addOn.goOn();
    const before = addOn.said.length;
    addOn.create();
    expect(addOn.said[before]).toContain("3 lines are missing");
    for (let minutes = 0; minutes < 10 && addOn.goOn().state !== "ended"; minutes += 1)
      addOn.clock.sleep(60_000);
    expect(addOn.made()).toHaveLength(orders);
    expect(new Set(addOn.cells("Order ID")).size).toBe(orders);
    expect(addOn.cells("Status").every((status) => status === "Created (test)")).toBe(true);
  });

  test("lines that were missing before the run began do not stop it", () => {
    const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
    addOn.user.select(["A2"]);
    addOn.create();
    cutLog(addOn, 1);
    addOn.user.select(["A2:A3"]);
    expect(addOn.create()).toBe("2 orders: 1 created and 1 skipped.");
  });
});
