import { previewOrder } from "../../src/orders/preview";
import { groupRows } from "../../src/orders/rows/group-rows";
import { rowsBelowHeader } from "../../src/sheet/read-orders";
import { columnsIn, sheetOf } from "./table";

const sheet = sheetOf(
  "Order ref | Full name | Phone | Variant ID | Quantity | Variant ID 2 | Quantity 2 | Address 1 | City | Province | Zip | Tags",
  "R-1 | Siti Rahma | 081255500101 | var_1 | 2 | var_2 | 1 | Jl. 1 | Bandung | Jawa Barat | 40115 | a; b",
  "| | | var_3 | 4 | | | | | | |",
  "R-2 | Budi Santoso | 081255500102 | var_1 | two | | | Jl. 2 | Bandung | Jawa Barat | 40115 |",
);
const columns = columnsIn(sheet);
const drafts = groupRows(rowsBelowHeader(sheet, sheet), columns);

/** The preview of the order with this place in the sheet, from 0 on. */
function preview(index: number) {
  const draft = drafts[index];
  if (!draft) throw new Error(`There is no order ${index}.`);
  return previewOrder(draft, columns);
}

test("each value that will be sent is shown with its cell", () => {
  const values = preview(0).values.map(({ path, value, cell }) => `${path} = ${value} (${cell})`);
  expect(values).toEqual([
    "customer.firstName = Siti (B2)",
    "customer.lastName = Rahma (B2)",
    "customer.phone = 081255500101 (C2)",
    "lineItems[0].productVariantId = var_1 (D2)",
    "lineItems[0].quantity = 2 (E2)",
    "lineItems[1].productVariantId = var_2 (F2)",
    "lineItems[1].quantity = 1 (G2)",
    "lineItems[2].productVariantId = var_3 (D3)",
    "lineItems[2].quantity = 4 (E3)",
    "shippingAddress.firstName = Siti (B2)",
    "shippingAddress.lastName = Rahma (B2)",
    "shippingAddress.phone = 081255500101 (C2)",
    "shippingAddress.address1 = Jl. 1 (H2)",
    "shippingAddress.city = Bandung (I2)",
    "shippingAddress.province = Jawa Barat (J2)",
    "shippingAddress.zip = 40115 (K2)",
    "tags = a, b (L2)",
  ]);
});

test("an order with problems has nothing that will be sent, and its problems", () => {
  expect(preview(1)).toMatchObject({
    values: [],
    order: { payload: null, problems: [{ kind: "notWhole" }] },
  });
});

test("what goes into one line of the address from two columns names both", () => {
  const twoLines = sheetOf(
    "Full name | Phone | Variant ID | Quantity | Address 1 | Address 2 | Address 3 | City | Province | Zip",
    "Siti Rahma | 081255500101 | var_1 | 2 | Jl. 1 | Cihapit | Bandung Wetan | Bandung | Jawa Barat | 40115",
    "Budi Rahma | 081255500102 | var_1 | 2 | Jl. 2 | | Coblong | Bandung | Jawa Barat | 40115",
  );
  const known = columnsIn(twoLines);
  const lines = groupRows(rowsBelowHeader(twoLines, twoLines), known).map((draft) =>
    previewOrder(draft, known).values.find(({ path }) => path === "shippingAddress.address2"),
  );
  expect(lines).toMatchObject([
    { value: "Cihapit, Bandung Wetan", cell: "F2 + G2" },
    { value: "Coblong", cell: "G3" },
  ]);
});
