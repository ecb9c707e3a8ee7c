import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { products } from "../../local/api/catalogue";
import { Catalogue } from "../../src/catalogue/catalogue";
import { acceptProposal, changeProposal, type ProposalChanges } from "../../src/orders/columns/proposal";
import { understandSheet } from "../../src/orders/columns/understand-sheet";
import { withOwnStatusNames } from "../../src/orders/rows/foreign-cells";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { proposalFor } from "./table";

const lookup = new Catalogue(
  products.flatMap(({ name, variants }) =>
    variants.map(({ id, key, inventorySku }) => ({ id, key, sku: inventorySku ?? "", product: name })),
  ),
);

/** The orders that an example gives once its columns are confirmed with these changes. */
function read(name: string, changes: ProposalChanges = {}) {
  const text = readFileSync(join(__dirname, "../../examples", `${name}.csv`), "utf8");
  const display = Papa.parse<string[]>(text.trimEnd()).data;
  const understood = understandSheet(display);
  const proposal = changeProposal(proposalFor(display), changes, display);
  const accepted = understood.kind === "ready" ? understood : acceptProposal(proposal, display);
  if ("problems" in accepted) throw new Error(JSON.stringify(accepted.problems));
  const rows = rowsBelowHeader(display, display, accepted.columns.headerRowNumber);
  const columns = withOwnStatusNames(rows, accepted.columns, false);
  const { records, notOrders } = readSheetOrders(rows, columns, { check: { lookup } });
  return {
    kind: understood.kind,
    platform: proposal.platform?.name ?? null,
    missing: proposal.missing.flat(),
    statusNames: columns.statusNames,
    notOrders: notOrders.map(({ rowNumber, reason }) => `${rowNumber} ${reason}`),
    orders: records.map(({ order }) => ({
      ref: order.ref,
      rows: order.rowNumbers.join(),
      lines:
        order.payload?.lineItems.map((line) => `${line.quantity} ${line.productVariantId}`).join() ?? null,
      to:
        order.payload &&
        `${order.payload.shippingAddress.firstName}|${order.payload.shippingAddress.lastName}`,
      problems: order.problems.map(({ field, kind }) => `${field} ${kind}`),
      warnings: order.warnings.map(({ field, kind }) => `${field} ${kind}`),
      payload: order.payload,
    })),
  };
}

/** The orders without what most of them do not have. */
const brief = (sheet: ReturnType<typeof read>) =>
  sheet.orders.map(({ ref, rows, lines, to, problems }) => [ref, rows, lines, to, ...problems]);

test("an export of Shopee lacks a zip, and gives its orders once there is a default", () => {
  expect(read("shopee-export", { defaults: { zip: "40000" } })).toMatchObject({
    kind: "ask",
    platform: "Shopee",
    missing: [],
  });
  const sheet = read("shopee-export", { defaults: { zip: "40000", country: "ID" } });
  expect(brief(sheet)).toEqual([
    ["2411A7KQ01", "2", "2 var_0102", "Siti Nur|Rahmawati"],
    ["2411A7KQ02", "3,4", "1 var_0501,3 var_0302", "Budi|Budi"],
    ["2411A7KQ03", "5", null, null, "sku unknownArticle"],
  ]);
  expect(sheet.orders[0]).toMatchObject({
    warnings: ["phone phonePrefix"],
    payload: {
      notes: "Tolong bungkus kado",
      shippingAddress: { city: "KOTA BANDUNG", zip: "40000", country: "ID" },
    },
  });
});

test("an export of Shopify has an order's further articles in rows with its name alone", () => {
  const sheet = read("shopify-export");
  expect(sheet).toMatchObject({ kind: "ask", platform: "Shopify", missing: [] });
  expect(brief(sheet)).toEqual([
    ["#1001", "2,3", "2 var_0102,1 var_0501", "Ayu|Hartono"],
    ["#1002", "4", "1 var_0403", "Eko|van der Berg"],
  ]);
  expect(sheet.orders[0]?.payload).toMatchObject({
    customer: { phone: "+62 812-5550-0101", email: "ayu@example.com" },
    shippingAddress: { zip: "40115" },
    tags: ["vip", "gift"],
  });
});

test("an export of WooCommerce has a buyer and a recipient", () => {
  const sheet = read("woocommerce-export");
  expect(sheet).toMatchObject({ kind: "ask", platform: "WooCommerce", missing: [] });
  expect(brief(sheet)).toEqual([
    ["3301", "2", "4 var_0701", "Hadi|Kusuma"],
    ["3302", "3", null, null, "quantity notWhole"],
  ]);
  expect(sheet.orders[0]?.payload?.customer).toMatchObject({ firstName: "Gita", lastName: "Kusuma" });
});

test("a team's own sheet has a title, two rows of headers, continuation rows, notes and a total", () => {
  const sheet = read("team-sheet");
  expect(sheet).toMatchObject({
    kind: "ask",
    platform: null,
    missing: [],
    notOrders: ["8 note", "10 total"],
  });
  expect(brief(sheet)).toEqual([
    ["N-01", "5,6,7", null, null, "quantity notWhole"],
    ["N-02", "9", "3 var_0603", "Suharto|Suharto"],
  ]);
  expect(sheet.orders[1]?.payload?.customer).toMatchObject({ firstName: "Suharto", lastName: "Suharto" });
});

test("a sheet whose Status and Order ID are the user's needs no question; odd values are told and sent", () => {
  const sheet = read("own-status");
  expect(sheet).toMatchObject({ kind: "ready", statusNames: "own", notOrders: ["2 example"] });
  expect(sheet.orders.map(({ ref, lines, warnings }) => [ref, lines, ...warnings])).toEqual([
    ["S-01", "2 var_0102"],
    ["S-02", "1000 var_0501", "phone phonePrefix", "quantity largeQuantity", "zip zipLength"],
    ["s-01", "1 https://example.com/var_0203", "variantId idAddress", "city placeholder", "orderRef refCase"],
  ]);
});

test("several articles in one cell are found by their products' names", () => {
  const sheet = read("one-cell");
  expect(sheet).toMatchObject({ kind: "ask", missing: [] });
  expect(brief(sheet)).toEqual([
    ["A-17", "2", "2 var_0102,1 var_0501", "Ayu|Lestari"],
    ["A-18", "3", "3 var_1203", "Eko|Hartono"],
    ["A-19", "4", null, null, "product unknownArticle"],
  ]);
});
