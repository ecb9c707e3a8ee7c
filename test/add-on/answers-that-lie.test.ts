import { noFaults } from "../../local/api/faults";
import { AddOn, type Row, testKey } from "./add-on";

const rowsOf = (orders: number, more: Row = {}): Row[] =>
  Array.from({ length: orders }, (_, index) => ({ "Order ref": `R-${index + 1}`, ...more }));

/** Each order was made once, and its ID stands beside the row whose order it is. */
function expectEachOnce(addOn: AddOn, orders: number): void {
  expect(addOn.made()).toHaveLength(orders);
  const keys = new Map(
    addOn.made().map(({ id, notes }) => [id, /Sheet ref: .{5}-(.{8})/.exec(notes ?? "")?.[1]]),
  );
  addOn.cells("Order ID").forEach((id, index) => {
    expect(addOn.cell(index + 2, "Send key")).toContain(`-${keys.get(id)}`);
  });
  expect(addOn.cells("Status")).toEqual(Array(orders).fill("Created (test)"));
}

describe("a 201 that speaks of another order", () => {
  test.each([
    ["replayed", "speaks of another order than this one"],
    ["swapped", "speaks of another order than this one"],
    ["others-order", "speaks of another order than this one"],
    ["same-id", "an Order ID that belongs to another order"],
  ] as const)("%s: it is no evidence, and the look-up gives each row its own ID", (fault, sentence) => {
    const addOn = new AddOn({ rows: rowsOf(6) });
    addOn.breakNext(null, null, fault, fault, fault, fault);
    expect(addOn.create()).toBe("6 orders: 2 created and 4 unconfirmed.");
    expect(addOn.cells("Order ID").filter((id) => id !== "")).toHaveLength(2);
    for (const rowNumber of [4, 5, 6, 7]) expect(addOn.cell(rowNumber, "Message")).toContain(sentence);
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("6 orders: 4 created and 2 unchanged.");
    expectEachOnce(addOn, 6);
  });
});

describe("a shop that gives no reference back", () => {
  test("and answers with another order's 201: that order's content tells", () => {
    const people = ["Siti", "Budi", "Ayu", "Dewi"];
    const rows = people.map((name, index) => ({
      "Order ref": `R-${index + 1}`,
      "First name": name,
      "Address 1": `Jl. Mawar ${index + 1}`,
    }));
    const addOn = new AddOn({ rows });
    addOn.api.notes = { maxLength: 8, joinLines: false };
    addOn.breakNext(null, "replayed");
    expect(addOn.create()).toBe("4 orders: 3 created and 1 unconfirmed.");
    expect(addOn.cell(3, "Message")).toContain("speaks of another order than this one");
    expect(addOn.cell(3, "Order ID")).toBe("");
  });
});

describe("an order ID that a row shows, and that the journal has forgotten", () => {
  test("is no other order's", () => {
    const addOn = new AddOn({ rows: rowsOf(3) });
    addOn.user.select(["A2"]);
    addOn.create();
    for (const name of addOn.properties.keys()) addOn.properties.delete(name);
    addOn.user.select(["A3:A4"]);
    addOn.breakNext("same-id");
    addOn.create();
    expect(addOn.cell(3, "Order ID")).not.toBe(addOn.cell(2, "Order ID"));
    expect(addOn.cell(3, "Message")).toContain("an Order ID that belongs to another order");
  });
});

describe("a reference that stands in another place than the add-on writes it", () => {
  test("in the tags of somebody else's order is not this order; it cannot be told, and nothing is sent again", () => {
    const addOn = new AddOn({ rows: rowsOf(2) });
    addOn.breakNext(null, "reset-before");
    addOn.create();
    addOn.makeByHand(testKey, { tags: ["vip", `Sheet ref: ${addOn.cell(3, "Send key")}`] });
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("2 orders: 1 unconfirmed and 1 unchanged.");
    expect(addOn.cell(3, "Order ID")).toBe("");
    expect(addOn.cell(3, "Message")).toContain("names this order's reference in another place");
    addOn.create();
    expect(addOn.posts()).toBe(3);
  });

  test("in a sentence of the notes is not this order either", () => {
    const addOn = new AddOn({ rows: rowsOf(2) });
    addOn.breakNext(null, "reset-before");
    addOn.create();
    addOn.makeByHand(testKey, { notes: `as in Sheet ref: ${addOn.cell(3, "Send key")}, but blue` });
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("2 orders: 1 unconfirmed and 1 unchanged.");
    expect(addOn.cell(3, "Order ID")).toBe("");
  });
});

describe("a shop that changes notes", () => {
  test("so that references of long notes are lost: absence is not believed, and no order is made twice", () => {
    const addOn = new AddOn({ rows: [...rowsOf(3), { "Order ref": "R-4", Notes: "a".repeat(300) }] });
    addOn.api.notes = { maxLength: 255, joinLines: false };
    addOn.breakNext(null, null, null, "reset-after");
    addOn.create();
    addOn.clock.sleep(13 * 60_000);
    addOn.resolve();
    expect(addOn.cell(5, "Status")).toBe("Unconfirmed");
    expect(addOn.cell(5, "Message")).toContain("which names no order of a sheet but holds the same");
    expect(addOn.cell(5, "Message")).toContain("type the Order ID");
    addOn.create();
    expect(addOn.made()).toHaveLength(4);
  });

  test("to one line: the reference at its end is found all the same", () => {
    const addOn = new AddOn({ rows: rowsOf(3, { Notes: "ring twice" }) });
    addOn.api.notes = { maxLength: null, joinLines: true };
    addOn.breakNext(null, "reset-after", null);
    addOn.create();
    addOn.clock.sleep(60_000);
    addOn.resolve();
    expectEachOnce(addOn, 3);
  });

  test("an order with notes is absent only if one with notes as long came back whole", () => {
    const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2", Notes: "ring twice" }] });
    addOn.breakNext(null, "reset-before");
    addOn.create();
    addOn.clock.sleep(60_000);
    expect(addOn.resolve()).toBe("2 orders: 1 unconfirmed and 1 unchanged.");
    addOn.addRow({ "Order ref": "R-3", Notes: "ring three times" });
    addOn.user.select(["A4"]);
    expect(addOn.create()).toBe("1 order: 1 created.");
    addOn.user.select(["A3"]);
    expect(addOn.resolve()).toBe("1 order: 1 not sent.");
  });
});

describe("an order that somebody changed in bitbybit", () => {
  /** Four orders of which the second was made and the third was not; both answers were lost, and the waits are over. */
  function lost(): AddOn {
    const addOn = new AddOn({ rows: rowsOf(4) });
    addOn.breakNext(null, "502-after", "502-before", null);
    addOn.create();
    addOn.clock.sleep(13 * 60_000);
    return addOn;
  }

  test.each<[string, (notes: string) => string]>([
    ["small letters", (notes) => notes.toLowerCase()],
    ["half a reference", (notes) => notes.slice(0, -5)],
  ])("so that its notes have %s: it is not made again, and a person is asked", (_, change) => {
    const addOn = lost();
    addOn.editInShop(3, change);
    expect(addOn.create()).toBe("4 orders: 1 created, 1 unconfirmed and 2 already created.");
    expect(addOn.cell(3, "Message")).toContain("names this order's reference in another place");
    expect(addOn.made()).toHaveLength(4);
  });

  test("so that a created order names a lost one's reference: no row gets the other's ID", () => {
    const addOn = lost();
    const before = addOn.cells("Order ID");
    addOn.editInShop(5, (notes) => `${notes}\nsame as Sheet ref: ${addOn.cell(4, "Send key")}`);
    expect(addOn.resolve()).toBe("4 orders: 1 created, 1 unconfirmed and 2 unchanged.");
    expect(addOn.cell(4, "Message")).toContain("Compare the two");
    expect([2, 4, 5].map((row) => addOn.cell(row, "Order ID"))).toEqual([before[0], "", before[3]]);
  });

  test("so that a created order has a lost one's notes instead of its own: it is not made again unasked", () => {
    const addOn = lost();
    addOn.editInShop(5, () => `Sheet ref: ${addOn.cell(4, "Send key")}`);
    for (let clicks = 0; clicks < 3; clicks += 1) {
      addOn.create();
      addOn.clock.sleep(60_000);
    }
    expect(addOn.made()).toHaveLength(3);
    expect(addOn.cell(5, "Status")).toBe("Unconfirmed");
    expect(addOn.cell(5, "Message")).toContain("belongs to an order with another reference");
    expect(addOn.cell(5, "Message")).toContain("type the Order ID");
  });
});

test("an ID that the sheet shows beside another order is no evidence, though the journal has lost it", () => {
  const addOn = new AddOn({ rows: rowsOf(3) });
  addOn.user.select(["A2:A3"]);
  addOn.create();
  addOn.properties.clear();
  addOn.user.select(["A2:A4"]);
  addOn.breakNext("same-id");
  expect(addOn.create()).toBe("3 orders: 1 unconfirmed and 2 already created.");
  expect(addOn.cell(4, "Message")).toContain("an Order ID that belongs to another order");
});

describe("a 429", () => {
  test("without headers closes the window for a minute; after three windows without an order the run says so", () => {
    const addOn = new AddOn({ rows: rowsOf(9) });
    addOn.api.faults = { ...noFaults, chances: { "429": 1 } };
    const startMs = addOn.clock.now();
    expect(addOn.create()).toMatch(/let no order through three times in a row.* 9 orders: 9 not sent\.$/);
    expect(addOn.clock.now() - startMs).toBeGreaterThanOrEqual(120_000);
    expect(addOn.posts()).toBeLessThanOrEqual(1 + 9 + 9);
    addOn.api.faults = noFaults;
    addOn.clock.sleep(60_000);
    expect(addOn.create()).toBe("9 orders: 9 created.");
    expectEachOnce(addOn, 9);
  });

  test("with Retry-After closes it for so long", () => {
    const addOn = new AddOn({ rows: rowsOf(5) });
    addOn.breakNext(null, "429-retry-after", null);
    const startMs = addOn.clock.now();
    expect(addOn.create()).toBe("5 orders: 5 created.");
    expect(addOn.clock.now() - startMs).toBeGreaterThanOrEqual(30_000);
    expect(addOn.clock.now() - startMs).toBeLessThan(60_000);
  });

  test("with an absurd reset is told, not waited for", () => {
    const addOn = new AddOn({ rows: rowsOf(5) });
    addOn.breakNext(null, "429-absurd-reset");
    const startMs = addOn.clock.now();
    expect(addOn.create()).toMatch(
      /^bitbybit asks to wait until \d+ \w+ 20\d\d at .*far longer than its limit/,
    );
    expect(addOn.clock.now() - startMs).toBeLessThan(60_000);
    expect(addOn.cells("Status")).not.toContain("Sending");
  });
});

describe("absurd sizes", () => {
  test("a total of three thousand million orders is not believed, and costs a few requests", () => {
    const addOn = new AddOn({ rows: rowsOf(2) });
    addOn.breakNext(null, "reset-after");
    addOn.create();
    addOn.clock.sleep(60_000);
    addOn.api.faults = { ...noFaults, chances: { "absurd-total": 1 } };
    const before = addOn.api.requests.count;
    expect(addOn.resolve()).toBe("2 orders: 1 unconfirmed and 1 unchanged.");
    expect(addOn.cell(3, "Message")).toContain("could not be read in full");
    expect(addOn.api.requests.count - before).toBeLessThanOrEqual(12);
    addOn.api.faults = noFaults;
    addOn.resolve();
    expectEachOnce(addOn, 2);
  });

  test("an ID of 60,000 characters is cut, and blocks no other order, now or later", () => {
    const addOn = new AddOn({ rows: rowsOf(6) });
    addOn.breakNext(null, "long-id", null);
    expect(addOn.create()).toBe("6 orders: 6 created.");
    expect(addOn.cell(3, "Order ID").length).toBeLessThanOrEqual(200);
    expect(addOn.create()).toBe("6 orders: 6 already created.");
    expect(addOn.resolve()).toBe("Nothing to do: none of the selected orders is unconfirmed.");
    addOn.addRow({ "Order ref": "R-7" });
    addOn.user.select(["A2:A8"]);
    expect(addOn.create()).toBe("7 orders: 1 created and 6 already created.");
  });
});

test("an API key that the API echoes is taken out of everything that is shown or kept", () => {
  const addOn = new AddOn({ rows: rowsOf(2) });
  addOn.breakNext(null, "key-echo");
  addOn.create();
  expect(addOn.cell(3, "Status")).toBe("Rejected");
  expect(addOn.cell(3, "Message")).toContain("x-api-key: ");
  expect(addOn.everything()).not.toContain(testKey.slice("bbb_test_".length));
});

describe("an order that was made, and whose answer was lost", () => {
  test.each([
    ["emptied its notes", () => ""],
    ["written over its reference", () => "Leave it with the neighbour"],
  ])(
    "is not made again after somebody has %s in bitbybit: it is shown which order it may be",
    (_, change) => {
      const addOn = new AddOn({ rows: rowsOf(2) });
      addOn.breakNext(null, "reset-after");
      addOn.create();
      addOn.editInShop(3, change);
      addOn.clock.sleep(13 * 60_000);
      expect(addOn.create()).toBe("2 orders: 1 unconfirmed and 1 already created.");
      const lost = addOn.made().find(({ id }) => id !== addOn.cell(2, "Order ID"));
      expect(addOn.cell(3, "Message")).toContain(`bitbybit has order ${lost?.id}`);
      expect(addOn.made()).toHaveLength(2);
    },
  );
});
