import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../../local/api/journal";
import { liveKey, orderInput, post, standInWith } from "./set-up";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stand-in-journal-"));
  path = join(folder, "orders.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

function standInOf(journal: Journal) {
  const content = journal.read();
  if (!content.ok) throw new Error(content.message);
  const standIn = standInWith({
    onChange: (record) => journal.add(record),
    onReset: () => journal.clear(),
    random: Math.random,
  });
  standIn.restore(content.records);
  return standIn;
}

test("a stand-in started again on its journal holds the same orders, each in its environment", () => {
  const before = standInOf(new Journal(path));
  before.exchange(post());
  before.exchange(post(orderInput({ notes: "n" }), liveKey));
  before.shop("test").setStatus(before.shop("test").allOrders()[0]?.id ?? "", "archived");
  const after = standInOf(new Journal(path));
  expect(after.shop("test").allOrders()).toEqual(before.shop("test").allOrders());
  expect(after.shop("live").allOrders()).toEqual(before.shop("live").allOrders());
  expect(after.shop("test").allOrders()[0]?.status).toBe("archived");
});

test("a line that a kill cut off is dropped, and the next one starts a line of its own", () => {
  standInOf(new Journal(path)).exchange(post());
  appendFileSync(path, '{"kind":"order","environ');
  const again = standInOf(new Journal(path));
  expect(again.shop("test").orderCount).toBe(1);
  again.exchange(post());
  expect(standInOf(new Journal(path)).shop("test").orderCount).toBe(2);
});

test("a reset empties the journal", () => {
  const standIn = standInOf(new Journal(path));
  standIn.exchange(post());
  standIn.reset();
  expect(readFileSync(path, "utf8")).toBe("");
});

test.each(["a,b,c", '{"kind":"order","environment":"test","order":{}}', "{}"])(
  "a file with %s in it is refused",
  (line) => {
    writeFileSync(path, `${line}\n`);
    const message = `The data file cannot be used: line 1 of ${path} is not a record of the stand-in`;
    expect(new Journal(path).read()).toEqual({ ok: false, message });
    expect(readFileSync(path, "utf8")).toBe(`${line}\n`);
  },
);

test("a file that cannot be made is refused", () => {
  expect(new Journal(join(folder, "none", "x")).read()).toEqual({
    ok: false,
    message: expect.stringMatching(/^The data file .* cannot be used: ENOENT/),
  });
});
