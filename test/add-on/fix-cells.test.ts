import * as z from "zod/mini";
import { AddOn } from "./add-on";

const list = z.object({
  items: z.array(z.object({ cell: z.string(), kind: z.string(), cause: z.optional(z.string()) })),
  causes: z.array(z.object({ cause: z.string(), title: z.string(), rows: z.number(), certain: z.number() })),
});
const fixed = z.object({ ok: z.boolean(), message: z.string(), undoToken: z.string() });

const rows = [{ Quantity: "2 pcs" }, { Quantity: 1 }, { Quantity: "1 lusin" }, { Quantity: "5 (habis)" }].map(
  (row, index) => ({ ...row, "First name": `Nama${index}` }),
);

function checked() {
  const addOn = new AddOn({ rows });
  addOn.check();
  return addOn;
}
const fixAll = (addOn: AddOn) =>
  fixed.parse(addOn.call("fixCells", [addOn.sheet.sheetId, "notWhole-quantity"]));
const problemsOf = (addOn: AddOn) => list.parse(addOn.call("getProblems", []));

test("cells with one kind of fault are one cause, with how many of them have a certain cure", () => {
  const { causes, items } = problemsOf(checked());
  expect(causes).toEqual([
    { cause: "notWhole-quantity", title: "Quantity is not a whole number", rows: 3, certain: 2 },
  ]);
  expect(items.map(({ kind }) => kind)).toEqual(["invalid", "invalid", "invalid"]);
});

test("Fix all writes the certain cures alone, and the log tells what stood there before", () => {
  const addOn = checked();
  expect(fixAll(addOn).message).toBe("2 cells fixed. What stood there before is in the log.");
  expect(addOn.cells("Quantity")).toEqual(["2", "1", "12", "5 (habis)"]);
  expect(addOn.everything()).toContain("2 pcs → 2");
  addOn.create();
  expect(
    addOn
      .made()
      .map(({ lineItems }) => lineItems[0]?.quantity)
      .sort(),
  ).toEqual([1, 12, 2]);
});

test("a formula is never overwritten", () => {
  const addOn = new AddOn({ rows: rows.slice(0, 1) });
  addOn.type(2, "Quantity", '="2 pcs"');
  addOn.check();
  expect(() => fixAll(addOn)).toThrow("Nothing was changed");
});

test("Undo puts everything back, once", () => {
  const addOn = checked();
  const { undoToken } = fixAll(addOn);
  expect(fixed.parse(addOn.call("undoFix", [undoToken])).message).toBe("2 cells put back.");
  expect(addOn.cells("Quantity")).toEqual(["2 pcs", "1", "1 lusin", "5 (habis)"]);
  expect(() => addOn.call("undoFix", [undoToken])).toThrow("too long ago");
});

test("Undo leaves everything as it is when somebody has changed one of the cells", () => {
  const addOn = checked();
  const { undoToken } = fixAll(addOn);
  addOn.type(2, "Quantity", "7");
  expect(() => addOn.call("undoFix", [undoToken])).toThrow("Nothing was put back");
  expect(addOn.cells("Quantity")).toEqual(["7", "1", "12", "5 (habis)"]);
});

test("an order that was sent is history: its cells are neither listed nor written", () => {
  const addOn = new AddOn({ rows: rows.slice(1, 2) });
  addOn.create();
  addOn.type(2, "Quantity", "3 pcs");
  expect(problemsOf(addOn).causes).toEqual([]);
  expect(() => fixAll(addOn)).toThrow("Nothing was changed");
  expect(addOn.cells("Quantity")).toEqual(["3 pcs"]);
});

test.each([[undefined], ["x"], ["__proto__"], [{}]])(
  "a token that nobody was given (%p) undoes nothing",
  (token) => {
    expect(() => checked().call("undoFix", [token])).toThrow("too long ago");
  },
);
