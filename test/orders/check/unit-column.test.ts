import { ordersIn, sheetOf } from "../table";

const header =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const order = "R-1 | Siti | Rahma | 081255500101 | var_1 | 1 | Jl. Melati 1 | Bandung | Jawa Barat | 40115";

const warnings = (column: string, cell: string) =>
  ordersIn(sheetOf(`${header} | ${column}`, `${order} | ${cell}`)).records.flatMap((record) =>
    record.order.warnings.map((one) => [one.kind, one.columnIndex, "pieces" in one ? one.pieces : null]),
  );

test.each([
  ["Satuan", "lusin", 12],
  ["Unit", "Dozen", 12],
  ["UOM", "kodi", 20],
])("a quantity beside %s %s is told, and sent as it stands", (column, cell, pieces) => {
  expect(warnings(column, cell)).toEqual([["unitColumn", 10, pieces]]);
});

test.each([
  ["Satuan", "pcs"],
  ["Satuan", ""],
  ["Satuan", "box"],
  ["Harga satuan", "lusin"],
])("a quantity beside %s %j is not", (column, cell) => {
  expect(warnings(column, cell)).toEqual([]);
});
