import { isEmptyRow } from "../../../src/orders/rows/sheet-row";
import { dataColumnsOf } from "../../../src/sheet/content";
import { columnsOf, rowOf } from "../sheet";

const dataColumns = dataColumnsOf(columnsOf(undefined, true));

test("a row is empty when no known column of the user's is filled", () => {
  expect(isEmptyRow(rowOf(2, {}), dataColumns)).toBe(true);
  expect(isEmptyRow(rowOf(2, { city: "  " }), dataColumns)).toBe(true);
  expect(isEmptyRow({ rowNumber: 2, values: [], display: [] }, dataColumns)).toBe(true);
});

test("one filled cell is enough", () => {
  expect(isEmptyRow(rowOf(2, { notes: "x" }), dataColumns)).toBe(false);
  expect(isEmptyRow(rowOf(2, { quantity: 0 }), dataColumns)).toBe(false);
});

test("status columns and columns without a known header do not count", () => {
  const row = rowOf(2, {});
  const display = [...row.display, "Valid", "", "", "", "", "LAB", "a column of the user's"];
  expect(isEmptyRow({ rowNumber: 2, values: display, display }, dataColumns)).toBe(true);
});
