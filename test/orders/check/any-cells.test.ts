import * as fc from "fast-check";
import { checkOrder } from "../../../src/orders/check/check-order";
import { orderSchema } from "../../../src/orders/check/order-schema";
import type { Columns } from "../../../src/orders/columns";
import type { DataField } from "../../../src/orders/field";
import { groupRows } from "../../../src/orders/rows/group-rows";
import type { Cell } from "../sheet";
import { columnsOf, dataFields, goodCells, rowOf } from "../sheet";

test("whatever the cells: no problems and a payload that the schema accepts, or problems in the order's own cells", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>("", " ", "x", "x,y", "#N/A", "a@example.com", 2, "2", "two", 1e21),
    fc.constantFrom<Cell>(
      "\u200b",
      "Siti\u200b",
      "a x2; b",
      "a; b",
      "2; 3",
      "n/a",
      "6E+12",
      "TOTAL",
      "'2",
      "\ufffd",
    ),
    fc.constantFrom<Cell>({ value: true, shows: "TRUE" }, { value: new Date(0), shows: "1/1/1970" }),
    fc.constantFrom<Cell>({ value: 1234, shows: "1,234" }, { value: 7, shows: "007" }),
  );
  const all: DataField[] = [...dataFields, "fullName", "shipFullName", "sku", "product", "sku2", "quantity2"];
  const changed = fc.dictionary(fc.constantFrom(...all), cell, { maxKeys: 4 });
  const columns: Columns = columnsOf(all);
  fc.assert(
    fc.property(fc.array(changed, { minLength: 1, maxLength: 6 }), (changes) => {
      const rows = changes.map((change, index) => rowOf(index + 2, { ...goodCells, ...change }, all));
      for (const draft of groupRows(rows, columns)) {
        const { payload, problems } = checkOrder(draft, columns);
        expect(payload === null).toBe(problems.length > 0);
        if (payload !== null) expect(orderSchema().safeParse(payload).data).toEqual(payload);
        for (const problem of problems) {
          const row = draft.rows.find((each) => each.rowNumber === problem.rowNumber);
          expect(problem.columnIndex).toBe(columns.data[problem.field as DataField]);
          const shown = row?.display[problem.columnIndex ?? -1]?.trim();
          expect(shown === "\u200b" ? "" : shown).toBe(problem.found);
        }
        const places = problems.map((problem) => `${problem.rowNumber} ${problem.field} ${problem.kind}`);
        expect(new Set(places).size).toBe(places.length);
      }
    }),
    { numRuns: 500 },
  );
});

test("a placeholder before a product that cannot be read is not called missing too", () => {
  const columns = columnsOf([...dataFields, "product"]);
  const cells = { ...goodCells, variantId: "x", product: { value: true, shows: "TRUE" } };
  const [draft] = groupRows([rowOf(2, cells, [...dataFields, "product"])], columns);
  const problems = draft ? checkOrder(draft, columns).problems : [];
  expect(problems.map(({ field }) => field)).toEqual(["product"]);
});
