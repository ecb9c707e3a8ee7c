import { ordersIn, sheetOf } from "../table";

const header =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const row = (ref: string, variant = "var_1", street = "Jl. 1") =>
  `${ref} | Siti | Rahma | 081255500101 | ${variant} | 2 | ${street} | Bandung | Jawa Barat | 40115`;

const warnings = (...lines: string[]) =>
  ordersIn(sheetOf(header, ...lines)).records.flatMap(({ order }) =>
    order.warnings
      .filter((one) => "otherRowNumber" in one)
      .map((one) => [one.rowNumber, one.kind, "otherRowNumber" in one ? one.otherRowNumber : 0]),
  );

test("the same recipient and articles under two refs are told at the later one", () => {
  expect(warnings(row("A"), row("B"), row("C", "var_2"), row("D"))).toEqual([
    [3, "sameOrder", 2],
    [5, "sameOrder", 2],
  ]);
});

test("the order of articles does not count; another address does", () => {
  expect(warnings(row("A"), row("A", "var_2"), row("B", "var_2"), row("B"))).toEqual([[4, "sameOrder", 2]]);
  expect(warnings(row("A"), row("B", "var_1", "Jl. 2"))).toEqual([]);
});

test("refs that differ by letter case alone are told", () => {
  expect(warnings(row("R1"), row("r1", "var_2"), row("R2", "var_3"))).toEqual([[3, "refCase", 2]]);
});

test("refs that are the same number but for zeros are told: a sheet takes zeros away", () => {
  const rows = [row("001"), row("1", "var_2"), row("1.0", "var_3"), row("10", "var_4"), row("R-01", "var_5")];
  expect(warnings(...rows, row("R-1", "var_6"))).toEqual([
    [3, "refZeros", 2],
    [4, "refZeros", 2],
  ]);
});

test("refs that differ by invisible characters alone are one", () => {
  const { records } = ordersIn(sheetOf(header, row("R-1"), row("R-1\u200b", "var_2")));
  expect(records.map(({ order }) => order.rowNumbers)).toEqual([[2, 3]]);
});

test("a row without a ref below an order for the same recipient is told, and so are those below it", () => {
  const rows = [row("R-1"), row("", "var_2"), row("", "var_3"), row("R-2", "var_4", "Jl. 2")];
  expect(warnings(...rows)).toEqual([
    [3, "refMissing", 2],
    [4, "refMissing", 3],
  ]);
});

test("a row without a ref is an order of its own without a word if the order above is for somebody else", () => {
  expect(warnings(row("R-1"), row("", "var_2", "Jl. 2"), row("", "var_3", "Jl. 2"))).toEqual([]);
});
