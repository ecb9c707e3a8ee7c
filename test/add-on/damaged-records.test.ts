import { AddOn } from "./add-on";

/** Records that stand in document properties: two orders were made, and the answer of a third was lost. */
function withRecords(): AddOn {
  const addOn = new AddOn({ rows: ["R-1", "R-2", "R-3", "R-4"].map((ref) => ({ "Order ref": ref })) });
  addOn.user.select(["A2"]);
  addOn.create();
  addOn.user.select(["A3"]);
  addOn.breakNext("502-after");
  addOn.create();
  addOn.user.select(["A2:A5"]);
  return addOn;
}

/** Names of the journal's records of a kind. */
function recordsOf(addOn: AddOn, kind: "batch" | "created" | "runs"): string[] {
  return addOn.properties.keys().filter((name) => name.startsWith(`bitbybit.journal.${kind}`));
}

const damages: [string, (text: string) => string][] = [
  ["another version", (text) => text.replace('"v":1', '"v":2')],
  ["a record that was cut", (text) => text.slice(0, Math.floor(text.trimEnd().length / 2))],
  ["a text written by hand", () => "please keep"],
  ["a JSON text of another shape", () => '{"v":1,"orders":"none","runs":3}'],
  ["nothing", () => ""],
];

describe.each(["batch", "created", "runs"] as const)("a journal record (%s) that cannot be read", (kind) => {
  test.each(damages)("since it is %s: one sentence, nothing sent, nothing dropped", (_, damage) => {
    const addOn = withRecords();
    const [name = ""] = recordsOf(addOn, kind);
    const whole = addOn.properties.get(name) ?? "";
    expect(whole).not.toBe("");
    const damaged = damage(whole);
    addOn.properties.setAll({ [name]: damaged });
    const posts = addOn.posts();
    expect(addOn.create()).toMatch(/^\d+ records? of earlier runs cannot be read: .* Nothing is sent/);
    addOn.clock.sleep(60_000);
    addOn.resolve();
    addOn.check();
    expect(addOn.create()).toMatch(/^\d+ records? of earlier runs cannot be read: .* Nothing is sent/);
    expect(addOn.posts()).toBe(posts);
    expect(addOn.properties.get(name)).toBe(damaged);
    addOn.properties.setAll({ [name]: whole });
    addOn.create();
    expect(addOn.cells("Status")).toEqual(Array(4).fill("Created (test)"));
    expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
    expect(addOn.made()).toHaveLength(4);
  });
});

test("a batch with the key of another document in place of its own: the order is looked up, not sent again", () => {
  const addOn = withRecords();
  const [name = ""] = recordsOf(addOn, "batch");
  const head: object = JSON.parse(addOn.properties.get(name) ?? "{}");
  const keys = "TBYM6-Z79WCD741PMHQ-1JXY5BHRK46S-1FR";
  addOn.properties.setAll({ [name]: JSON.stringify({ ...head, keys }) });
  for (let clicks = 0; clicks < 2; clicks += 1) {
    addOn.create();
    addOn.clock.sleep(13 * 60_000);
  }
  expect(addOn.cells("Status")).toEqual(Array(4).fill("Created (test)"));
  expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
});

test("a record under a name that nobody knows is left alone, and nothing is sent while it stands there", () => {
  const addOn = withRecords();
  addOn.properties.setAll({ "bitbybit.journal.later": '{"v":9}' });
  expect(addOn.create()).toContain("cannot be read");
  expect(addOn.posts()).toBe(2);
  expect(addOn.properties.get("bitbybit.journal.later")).toBe('{"v":9}');
});

test("all records lost: what may have been sent is looked up first, and nothing is made twice", () => {
  const addOn = withRecords();
  addOn.properties.clear();
  addOn.clock.sleep(13 * 60_000);
  addOn.create();
  addOn.clock.sleep(13 * 60_000);
  addOn.create();
  expect(addOn.cells("Status")).toEqual(Array(4).fill("Created (test)"));
  expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  expect(addOn.made()).toHaveLength(4);
});

test("a run record that cannot be read ends the run; its orders wait for the next click and are made once", () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({ "Order ref": `R-${index + 1}` }));
  const addOn = new AddOn({ rows, api: { limit: 3 } });
  addOn.call("startRun", ["create", addOn.planToken("create")]);
  expect(addOn.made().length).toBeLessThan(12);
  addOn.properties.setAll({ "bitbybit.run": '{"v":1,"id":"old"}' });
  for (let clicks = 0; clicks < 6; clicks += 1) {
    addOn.clock.sleep(60_000);
    addOn.create();
  }
  expect(addOn.cells("Status")).toEqual(Array(12).fill("Created (test)"));
  expect(addOn.made()).toHaveLength(12);
});
