import { ordersIn, sheetOf } from "../table";

const header =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const order = "R-1 | Siti | Rahma | 081255500101 | var_1 | 2 | Jl. Melati 1 | Bandung | Jawa Barat | 40115";

/** The warnings of an order beside a column of the user's, by the column's place. */
const warnings = (column: string, cell: string) =>
  ordersIn(sheetOf(`${header} | ${column}`, `${order} | ${cell}`)).records.flatMap((record) =>
    record.order.warnings.map(({ kind, columnIndex, field }) => [kind, columnIndex, field]),
  );

test.each([
  ["Status Pesanan", "Batal"],
  ["Status Pesanan", "Dibatalkan"],
  ["Order Status", "Cancelled"],
  ["Financial Status", "refunded"],
  ["Cancelled at", "2024-01-02"],
  ["Alasan Pembatalan", "stok habis"],
])("an order whose %s is %j is told as cancelled, and can be sent", (column, cell) => {
  expect(warnings(column, cell)).toEqual([["cancelled", 10, null]]);
});

test.each([
  ["Status Pesanan", "Perlu dikirim"],
  ["Catatan gudang", "Batal"],
  ["Cancelled at", ""],
  ["Batal?", "tidak"],
  ["Status Pembatalan", "-"],
])("an order whose %s is %j is not", (column, cell) => {
  expect(warnings(column, cell)).toEqual([]);
});
