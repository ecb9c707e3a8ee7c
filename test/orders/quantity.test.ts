import { readQuantity } from "../../src/orders/quantity";

function read(value: unknown, shows = String(value)) {
  return readQuantity({ rowNumber: 2, values: [value], display: [shows] }, 0);
}

test.each([
  [2, "2", 2],
  [2, "2.00", 2],
  [1000, "1,000", 1000],
  ["2", "2", 2],
  [" 2 ", " 2 ", 2],
  ["2.0", "2.0", 2],
  ["007", "007", 7],
])("%p shown as %p is the quantity %i", (value, shows, quantity) => {
  expect(read(value, shows)).toEqual({ ok: true, quantity });
});

test.each([
  ["two", "notWhole", 2],
  ["Two", "notWhole", 2],
  ["2 pcs", "notWhole", 2],
  ["50%", "notWhole", null],
  ["x3", "notWhole", 3],
  ["2,0", "notWhole", 2],
  ["2.5", "notWhole", null],
  ["1,000", "notWhole", null],
  ["1.000", "notWhole", null],
  ["1-2", "notWhole", null],
  ["0 pcs", "notWhole", null],
  ["many", "notWhole", null],
  ["1e3", "notWhole", null],
  ["0", "belowOne", null],
  ["0.0", "belowOne", null],
  ["-1", "belowOne", null],
  ["99999999999999999999", "tooLarge", null],
  [2.5, "notWhole", null],
  [0, "belowOne", null],
  [-1, "belowOne", null],
  [1e21, "tooLarge", null],
])("%p is no quantity: %s, suggesting %p", (value, kind, suggestion) => {
  expect(read(value)).toEqual({ ok: false, fault: { kind, suggestion }, found: String(value) });
});

test("a blank cell has no quantity, and is told apart from a wrong one", () => {
  expect(read("")).toEqual({ ok: true, quantity: null });
  expect(read("  ")).toEqual({ ok: true, quantity: null });
});

test("a date, a checkbox and a formula's error are told as what they are", () => {
  expect(read(new Date(0), "1/2/1970")).toMatchObject({ fault: { kind: "date" }, found: "1/2/1970" });
  expect(read(true, "TRUE")).toMatchObject({ fault: { kind: "boolean" } });
  expect(read("#N/A")).toMatchObject({ fault: { kind: "formulaError" } });
});

test("a number that is rounded for display is told with its decimals", () => {
  expect(read(2.6, "3")).toMatchObject({ fault: { kind: "notWhole" }, found: "2.6" });
});
