import { AddOn, type Row } from "../add-on/add-on";

/** A run of forty orders that the rate limit holds up in the midst. */
function underWay(): AddOn {
  const rows = Array.from({ length: 40 }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));
  const addOn = new AddOn({ rows, api: { limit: 5 } });
  addOn.create();
  expect(addOn.made().length).toBeGreaterThan(5);
  expect(addOn.made().length).toBeLessThan(40);
  return addOn;
}

/** Works on the run until it ends; its last sentence. */
function toTheEnd(addOn: AddOn): string {
  for (let steps = 0; steps < 40; steps += 1) {
    const { state, summary } = addOn.continueRun();
    if (state === "ended") return summary;
    addOn.clock.sleep(60_000);
  }
  throw new Error("The run has not ended.");
}

describe("one's own run under way", () => {
  test.each([
    ["a check", "A2:A3", (addOn: AddOn) => addOn.check()],
    ["a check of rows that wait", "A38:A41", (addOn: AddOn) => addOn.check()],
    ["a look-up", "A2:A41", (addOn: AddOn) => addOn.resolve()],
  ])("stays as it is through %s, and comes to its end", (_, rows, click) => {
    const addOn = underWay();
    const runId = addOn.runId();
    const made = addOn.made().length;
    const waiting = addOn.cells("Status").filter((status) => status === "Valid").length;
    addOn.user.select([rows]);
    click(addOn);
    expect(addOn.runId()).toBe(runId);
    expect(addOn.made()).toHaveLength(made);
    expect(addOn.cells("Status").filter((status) => status === "Valid")).toHaveLength(waiting);
    expect(toTheEnd(addOn)).toBe("40 orders: 40 created.");
    expect(addOn.made()).toHaveLength(40);
  });

  test("stays as it is through a look-up that has work to do elsewhere", () => {
    const rows = Array.from({ length: 40 }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));
    const addOn = new AddOn({ rows, api: { limit: 5 } });
    addOn.user.select(["A41"]);
    addOn.breakNext("reset-after");
    addOn.create();
    addOn.clock.sleep(60_000);
    addOn.user.select(["A2:A40"]);
    addOn.create();
    const runId = addOn.runId();
    addOn.user.select(["A41"]);
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("1 order: 1 created.");
    expect(addOn.runId()).toBe(runId);
    expect(toTheEnd(addOn)).toBe("39 orders: 39 created.");
    expect(new Set(addOn.cells("Order ID")).size).toBe(40);
  });
});
