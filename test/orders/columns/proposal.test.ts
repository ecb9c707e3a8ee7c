import { acceptProposal, changeProposal, proposeForSheet } from "../../../src/orders/columns/proposal";
import { proposalFor, sheetOf, tables } from "../table";

const shopee =
  "No. Pesanan | Nama Penerima | No. Telepon | Nomor Referensi SKU | Jumlah | Alamat Pengiriman | Kota/Kabupaten | Provinsi";
const sheet = sheetOf(
  shopee,
  "S-1 | Siti Rahma | 0812555001 | SKU-1 | 2 | Jl. 1 | Bandung | Jawa Barat",
  "S-2 | Budi Santoso | 0812555002 | SKU-1 | 1 | Jl. 2 | Bandung | Jawa Barat",
);

test("a proposal shows the platform, each column with what stands in it, and what is missing", () => {
  const proposal = proposalFor(sheet);
  expect(proposal.platform).toEqual({ id: "shopee", name: "Shopee" });
  expect(proposal.columns).toContainEqual({
    field: "fullName",
    columnIndex: 1,
    header: "Nama Penerima",
    by: "platform",
    samples: ["Siti Rahma", "Budi Santoso"],
  });
  expect(proposal.missing).toEqual([["zip"]]);
  expect(acceptProposal(proposal, sheet)).toEqual({
    ok: false,
    problems: [{ kind: "missing", anyOf: ["zip"] }],
  });
});

test("samples are none of a row that explains the headers", () => {
  const words = "The order's number | Recipient | Phone | SKU | Pieces | Street | City | Province";
  const explained = sheetOf(
    shopee,
    words,
    "S-1 | Siti Rahma | 0812 | SKU-1 | 2 | Jl. 1 | Bandung | Jawa Barat",
  );
  const name = proposalFor(explained).columns.find(({ field }) => field === "fullName");
  expect(name?.samples).toEqual(["Siti Rahma"]);
});

test("a default fills what the sheet lacks", () => {
  const changed = changeProposal(proposalFor(sheet), { defaults: { zip: "40115" } }, sheet);
  expect(changed.missing).toEqual([]);
  const accepted = acceptProposal(changed, sheet);
  expect(accepted).toMatchObject({
    ok: true,
    columns: { defaults: { zip: "40115" } },
    mapping: { defaults: { zip: "40115" } },
  });
});

test("a user's choice wins, takes its column from another field, and settles a conflict", () => {
  const two = sheetOf("No HP | WhatsApp | Nama | City", "0812 | 0813 | Siti | Bandung");
  const proposal = proposalFor(two);
  expect(proposal.conflicts).toHaveLength(1);
  const changed = changeProposal(proposal, { fields: { phone: 1, shipFullName: 2, city: null } }, two);
  expect(changed.conflicts).toEqual([]);
  expect(changed.columns.map(({ field, columnIndex }) => [field, columnIndex])).toEqual([
    ["phone", 1],
    ["shipFullName", 2],
  ]);
});

test("a conflict that nobody has settled is refused", () => {
  const two = sheetOf("No HP | WhatsApp | Nama | City", "0812 | 0813 | Siti | Bandung");
  const accepted = acceptProposal(proposalFor(two), two);
  expect(accepted.ok ? [] : accepted.problems).toContainEqual({
    kind: "twice",
    field: "phone",
    columnIndexes: [0, 1],
  });
});

test("a sheet whose articles say their quantities in their own cells needs no column for them", () => {
  const own = sheetOf(
    "Order no | Nama | No HP | SKU | Alamat | Kota | Provinsi | Kode Pos",
    "1 | Siti | 0812 | A x2; B | Jl. 1 | X | Y | 1",
  );
  expect(proposalFor(own)).toMatchObject({ missing: [], defaults: { quantity: 1 } });
  const bare = sheetOf(
    "Order no | Nama | No HP | SKU | Alamat | Kota | Provinsi | Kode Pos",
    "1 | Siti | 0812 | A | Jl. 1 | X | Y | 1",
  );
  expect(proposalFor(bare).missing).toEqual([["quantity"]]);
});

test("an export with a row for each piece has one of each", () => {
  const lazada = sheetOf(
    "orderItemId | sellerSku | lazadaSku | orderNumber | shippingName",
    "1 | A | L | 9 | Siti",
  );
  expect(proposalFor(lazada)).toMatchObject({ platform: { id: "lazada" }, defaults: { quantity: 1 } });
});

test("nothing is proposed for a sheet without headers", () => {
  expect(proposeForSheet(sheetOf("a | b", "1 | 2"), tables)).toBeNull();
  expect(proposeForSheet([], tables)).toBeNull();
});
