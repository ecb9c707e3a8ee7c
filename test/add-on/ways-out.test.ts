import { KillExecution } from "../../local/runtime/local-runtime";
import type { ProblemList } from "../../src/endpoints/problems";
import { AddOn, liveKey, testKey } from "./add-on";

/** An add-on with one order whose answer was lost and which was made, or was not. */
function withLostOrder(made: boolean): AddOn {
  const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }] });
  addOn.breakNext(made ? "reset-after" : "reset-before");
  addOn.create();
  return addOn;
}
const sendAgain = "Not in bitbybit: send again";

describe("ways out for orders that no evidence settles", () => {
  test("an Order ID that is typed is found by the look-up, which says so", () => {
    const addOn = withLostOrder(true);
    const [id = ""] = addOn.madeIds();
    addOn.type(2, "Order ID", id);
    expect(addOn.resolve()).toBe("1 order: 1 created.");
    expect(addOn.cell(2, "Status")).toBe("Created (test)");
    expect(addOn.cell(2, "Order ID")).toBe(id);
    expect(addOn.cell(2, "Message")).toBe("Found in bitbybit by its reference.");
    expect(addOn.create()).toBe("1 order: 1 already created.");
    expect(addOn.posts()).toBe(1);
  });

  test("send again names the order, asks, sends at once, and the log has both attempts", () => {
    const addOn = withLostOrder(false);
    expect(addOn.click(sendAgain)).toBe("1 order: 1 created.");
    const question = addOn.said[addOn.said.length - 2];
    expect(question).toMatch(/^TEST: you say that these are not in bitbybit.*: R-1 \(row 2\)\./);
    expect(addOn.made()).toHaveLength(1);
    const log = addOn.spreadsheet.sheetByName("bitbybit log");
    const events = Array.from({ length: 4 }, (_, index) => log?.cell(index + 1, 5).value);
    expect(events).toEqual(["Event", "Unconfirmed", "Created (test)", null]);
  });

  test("send again works at once after an execution that was killed while it sent", () => {
    let killed = false;
    const addOn = new AddOn({
      rows: [{ "Order ref": "R-1" }],
      runtime: {
        beforeCall: ({ method }) => {
          if (killed || method !== "fetchAll") return;
          killed = true;
          throw new KillExecution();
        },
      },
    });
    expect(() => addOn.create()).toThrow(/killed/);
    addOn.clock.sleep(120_000);
    expect(addOn.click(sendAgain)).toBe("1 order: 1 created.");
    expect(addOn.cell(2, "Order ID")).toBe(addOn.madeIds()[0]);
    addOn.clock.sleep(13 * 60_000);
    addOn.resolve();
    expect(addOn.create()).toBe("1 order: 1 already created.");
    expect(addOn.made()).toHaveLength(1);
  });

  test("an Order ID that was typed keeps no order from being called absent", () => {
    const addOn = new AddOn({
      rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }, { "Order ref": "R-3" }],
    });
    addOn.breakNext("reset-before", "reset-before", null);
    addOn.create();
    addOn.type(2, "Order ID", "ord_made_by_hand");
    addOn.clock.sleep(120_000);
    addOn.user.select(["A2"]);
    expect(addOn.resolve()).toBe("1 order: 1 not sent.");
    expect(addOn.cells("Status")).toEqual(["Not sent", "Not sent", "Created (test)"]);
    expect(addOn.cell(2, "Order ID")).toBe("");
  });

  test("send again with a No sends nothing", () => {
    const addOn = withLostOrder(false);
    addOn.answer = "NO";
    addOn.click(sendAgain);
    expect(addOn.posts()).toBe(1);
    expect(addOn.cell(2, "Status")).toBe("Unconfirmed");
  });

  test("an order sent again though it existed is found at the next look-up, and both are named", () => {
    const addOn = withLostOrder(true);
    addOn.click(sendAgain);
    const ids = addOn.madeIds();
    expect(ids).toHaveLength(2);
    addOn.resolve();
    expect(addOn.cell(2, "Message")).toMatch(/^Made twice: /);
    for (const id of ids) expect(addOn.cell(2, "Message")).toContain(id);
    const message = addOn.cell(2, "Message");
    expect(message).toContain("Cancel all but one of them");
    const { items } = addOn.call("getProblems", []) as ProblemList;
    expect(items).toMatchObject([{ kind: "twice", rowNumber: 2, message }]);
    addOn.runWith({ userLocale: "id" });
    expect(addOn.click("Cari pesanan yang belum pasti")).toMatch(/^Tidak ada yang perlu dikerjakan/);
    expect(addOn.cell(2, "Message")).toBe(message);
  });

  test("there is nothing to send again among orders that were created or never sent", () => {
    const addOn = new AddOn({ rows: [{}, { Notes: "2" }] });
    addOn.user.select(["A2"]);
    addOn.create();
    addOn.user.select(["A2:A3"]);
    expect(addOn.click(sendAgain)).toMatch(/^Nothing to do/);
    expect(addOn.posts()).toBe(1);
  });

  test("an order of another API key needs review until that key is back", () => {
    const addOn = withLostOrder(true);
    addOn.clock.sleep(60_000);
    addOn.useKey(liveKey);
    addOn.create();
    expect(addOn.cell(2, "Status")).toBe("Unconfirmed");
    expect(addOn.cell(2, "Message")).toContain("sent with another API key (test)");
    expect(addOn.made("live")).toHaveLength(0);
    addOn.useKey(testKey);
    expect(addOn.resolve()).toBe("1 order: 1 created.");
  });
});
