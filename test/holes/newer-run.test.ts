import { AddOn, type Row } from "../add-on/add-on";

describe("a run that a colleague starts while a step of mine is at work", () => {
  /** My run on rows 2 to 13; while its second batch is on its way, a colleague starts one on rows 14 to 25. */
  function overtaken() {
    const rows = Array.from({ length: 24 }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));
    let batches = 0;
    let theirs = "";
    const addOn: AddOn = new AddOn({
      rows,
      api: { limit: 6 },
      runtime: {
        beforeCall: ({ method }) => {
          if (method !== "fetchAll" || ++batches !== 2) return;
          addOn.user.select(["A14:A25"]);
          theirs = colleague.start("create");
        },
      },
    });
    const colleague = addOn.colleague("budi");
    addOn.user.select(["A2:A13"]);
    addOn.call("startRun", ["create", addOn.planToken("create")]);
    return { addOn, colleague, theirs };
  }

  test("is not given up when my step ends", () => {
    const { addOn, colleague, theirs } = overtaken();
    expect(theirs).not.toBe("");
    expect(addOn.runId()).toBe(theirs);
    for (let steps = 0; steps < 10; steps += 1) {
      colleague.call("continueRun", [theirs]);
      addOn.clock.sleep(60_000);
    }
    expect(addOn.cells("Status").slice(12)).toEqual(Array(12).fill("Created (test)"));
  });

  test("ends mine, which says so, sends nothing more, and loses no answer that was on its way", () => {
    const { addOn, colleague, theirs } = overtaken();
    for (let steps = 0; steps < 10; steps += 1) {
      colleague.call("continueRun", [theirs]);
      addOn.clock.sleep(60_000);
    }
    addOn.user.select(["A2:A25"]);
    addOn.create();
    expect(addOn.cells("Status")).toEqual(Array(24).fill("Created (test)"));
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.made()).toHaveLength(24);
  });
});
