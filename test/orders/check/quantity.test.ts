import { readQuantity } from "../../../src/orders/check/quantity";

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
  ["2.0000", "2.0000", 2],
  ["007", "007", 7],
])("%p shown as %p is the quantity %i", (value, shows, quantity) => {
  expect(read(value, shows)).toMatchObject({ ok: true, quantity });
});

test.each([
  [" 2 ", ["trimmed"]],
  ["'2", ["apostrophe"]],
  ['="2"', ["textFormula"]],
  ["2\u200b", ["invisible"]],
  ["２", ["digits"]],
  ["٢", ["digits"]],
  ["२", ["digits"]],
])("%j is the quantity 2, and it is said what was put right: %p", (value, fixes) => {
  expect(read(value)).toEqual({ ok: true, quantity: 2, fixes });
});

test.each([
  ["two", "notWhole", 2],
  ["Two", "notWhole", 2],
  ["2 pcs", "notWhole", 2],
  ["50%", "notWhole", null],
  ["x3", "notWhole", 3],
  ["2,0", "notWhole", 2],
  ["2,0000", "notWhole", 2],
  ["2.5", "notWhole", null],
  ["1,000", "notWhole", 1000],
  ["1.000", "notWhole", 1000],
  ["1,000,000", "notWhole", 1_000_000],
  ["1 000", "notWhole", 1000],
  ["1,00,000", "notWhole", null],
  ["1 lusin", "notWhole", 12],
  ["2 dozen", "notWhole", 24],
  ["two dozen", "notWhole", 24],
  ["half a dozen", "notWhole", 6],
  ["1 kodi", "notWhole", 20],
  ["selusin", "notWhole", 12],
  ["1 gross", "notWhole", 144],
  ["dua", "notWhole", 2],
  ["dua belas", "notWhole", 12],
  ["pcs 2", "notWhole", 2],
  ["2.0 pcs", "notWhole", 2],
  ["12 BUAH", "notWhole", 12],
  ["2 Stück", "notWhole", 2],
  ["２ 個", "notWhole", 2],
  ["Qty: 2", "notWhole", 2],
  ["5 (habis)", "notWhole", null],
  ["5 sold out", "notWhole", null],
  ["2 box", "notWhole", null],
  ["2 pak", "notWhole", null],
  ["3 pasang", "notWhole", null],
  ["2 kg", "notWhole", null],
  ["500 g", "notWhole", null],
  ["2 + 1", "notWhole", null],
  ["1/2", "notWhole", null],
  ["½", "notWhole", null],
  ["pcs", "notWhole", null],
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
