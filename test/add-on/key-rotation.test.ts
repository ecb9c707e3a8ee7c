import { scopes } from "../../local/api/gate";
import { AddOn, testKey } from "./add-on";

const newKey = "bbb_test_rotated_cccc";
const keys = [testKey, newKey].map((key) => ({ key, scopes }));

/** Orders of which some were lost under the old key; then the old key is replaced. */
function rotated(rows: number, ...faults: Parameters<AddOn["breakNext"]>): AddOn {
  const addOn = new AddOn({
    rows: Array.from({ length: rows }, (_, index) => ({ "Order ref": `R-${index + 1}` })),
    api: { keys },
  });
  addOn.breakNext(...faults);
  addOn.create();
  addOn.api.gate.keys = keys.slice(1);
  addOn.useKey(newKey);
  addOn.clock.sleep(13 * 60_000);
  return addOn;
}

describe("after a key rotation", () => {
  test("what the old key left is settled with the new one, since the shop shows orders of the old key", () => {
    const addOn = rotated(3, null, "502-after", "502-before");
    expect(addOn.resolve()).toBe("3 orders: 1 created, 1 not sent and 1 unchanged.");
    expect(addOn.cells("Status")).toEqual(["Created (test)", "Created (test)", "Not sent"]);
    expect(addOn.create()).toBe("3 orders: 1 created and 2 already created.");
    expect(addOn.made()).toHaveLength(3);
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  });

  test("Create looks up first, and sends what is surely absent in the same run", () => {
    const addOn = rotated(3, null, "502-after", "502-before");
    expect(addOn.create()).toBe("3 orders: 2 created and 1 already created.");
    expect(addOn.made()).toHaveLength(3);
  });

  test("nothing is settled if no order shows that both keys are of one shop, and the ways out are told", () => {
    const addOn = rotated(2, "502-before", "502-before");
    addOn.makeByHand(newKey, {});
    expect(addOn.resolve()).toBe("2 orders: 2 unconfirmed.");
    for (const message of addOn.cells("Message")) {
      expect(message).toContain("nothing shows that both keys are of one shop");
      expect(message).toContain("type the Order ID");
    }
    addOn.create();
    expect(addOn.made()).toHaveLength(1);
  });

  test("an order made with the old key is skipped with the new one", () => {
    const addOn = rotated(2);
    expect(addOn.create()).toBe("2 orders: 2 already created.");
  });
});
