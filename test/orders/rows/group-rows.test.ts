import * as fc from "fast-check";
import { groupRows } from "../../../src/orders/rows/group-rows";
import { columnsOf, rowOf } from "../sheet";

const columns = columnsOf();

function rowNumbersOf(refs: readonly string[]) {
  const rows = refs.map((orderRef, index) => rowOf(index + 2, { orderRef }));
  return groupRows(rows, columns).map(({ ref, rowNumbers }) => [ref, rowNumbers]);
}

test("rows with the same Order ref are one order, adjacent or not, in the order of first rows", () => {
  expect(rowNumbersOf(["R-1", "R-2", " R-1 ", "R-2"])).toEqual([
    ["R-1", [2, 4]],
    ["R-2", [3, 5]],
  ]);
});

test("letter case counts", () => {
  expect(rowNumbersOf(["r-1", "R-1"])).toHaveLength(2);
});

test("a sign that stands for no ref is none", () => {
  expect(rowNumbersOf(["-", "-", "n/a", "n/a"]).map(([ref]) => ref)).toEqual(["", "", "", ""]);
});

test("a row without an Order ref is an order by itself, and so is each row of a sheet without the column", () => {
  expect(rowNumbersOf(["", "", " "])).toEqual([
    ["", [2]],
    ["", [3]],
    ["", [4]],
  ]);
  const without = columnsOf(withoutRef);
  const rows = [rowOf(2, {}, withoutRef), rowOf(3, {}, withoutRef)];
  expect(groupRows(rows, without)).toHaveLength(2);
});

const withoutRef = [
  "firstName",
  "lastName",
  "phone",
  "variantId",
  "quantity",
  "address1",
  "city",
  "province",
  "zip",
] as const;

test("an Order ref is what is displayed: a number formatted 000 is no other than the text", () => {
  const rows = [rowOf(2, { orderRef: { value: 7, shows: "007" } }), rowOf(3, { orderRef: "007" })];
  expect(groupRows(rows, columns)).toHaveLength(1);
});

test("refs that name parts of objects in JavaScript are refs like others", () => {
  expect(rowNumbersOf(["__proto__", "constructor", "__proto__"])).toHaveLength(2);
});

test("whatever the refs, each row is in exactly one order, and orders and their rows keep the sheet's order", () => {
  const refs = fc.array(fc.constantFrom("", " ", "A", "a", "B", " B"), { maxLength: 40 });
  fc.assert(
    fc.property(refs, (drawn) => {
      const rows = drawn.map((orderRef, index) => rowOf(index + 2, { orderRef }));
      const drafts = groupRows(rows, columns);
      const ascending = (numbers: number[]) => [...numbers].sort((one, other) => one - other);
      const all = drafts.flatMap((draft) => draft.rowNumbers);
      expect(ascending(all)).toEqual(rows.map((row) => row.rowNumber));
      const firsts = drafts.map((draft) => draft.rowNumbers[0] ?? 0);
      expect(firsts).toEqual(ascending(firsts));
      const refs = drafts.map((draft) => draft.ref).filter((ref) => ref !== "");
      expect(new Set(refs).size).toBe(refs.length);
      for (const draft of drafts) {
        expect(draft.rowNumbers).toEqual(ascending(draft.rowNumbers));
        expect(draft.rows.map((row) => row.rowNumber)).toEqual(draft.rowNumbers);
        expect(draft.ref === "" ? draft.rows.length : 1).toBe(1);
      }
    }),
  );
});
