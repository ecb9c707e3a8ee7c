import { assignColumns } from "../../../src/orders/columns/assign-columns";
import { tables } from "../table";

/** What each header is read as; headers that are not read are left out. */
function assigned(headers: string) {
  const texts = headers.split("|").map((header) => header.trim());
  const { columns, conflicts, platform } = assignColumns(texts, tables);
  return {
    platform: platform?.id ?? null,
    columns: Object.fromEntries(columns.map(({ field, columnIndex }) => [texts[columnIndex] ?? "", field])),
    conflicts: conflicts.map(({ field, columnIndexes }) => [field, ...columnIndexes]),
  };
}

/** One real header row of each platform, shortened to what matters and what misleads. */
const exportHeaders: [string, string, Record<string, string>, string[]][] = [
  [
    "shopify",
    "Name | Email | Financial Status | Fulfillment Status | Lineitem quantity | Lineitem name | Lineitem sku | Billing Name | Billing Phone | Shipping Name | Shipping Address1 | Shipping City | Shipping Zip | Shipping Province | Shipping Country | Shipping Phone | Notes | Phone | Id | Tags",
    {
      Name: "orderRef",
      "Lineitem sku": "sku",
      "Shipping Name": "fullName",
      "Shipping Phone": "phone",
      Notes: "notes",
    },
    ["Billing Name", "Billing Phone", "Id", "Financial Status"],
  ],
  [
    "woocommerce",
    "order_number | status | customer_note | billing_first_name | billing_last_name | billing_phone | billing_email | shipping_first_name | shipping_last_name | shipping_address_1 | shipping_city | shipping_state | shipping_postcode | sku | quantity | customer_id",
    {
      order_number: "orderRef",
      billing_first_name: "firstName",
      shipping_first_name: "shipFirstName",
      billing_phone: "phone",
      shipping_state: "province",
    },
    ["status", "customer_id"],
  ],
  [
    "magento",
    "increment_id | state | status | customer_id | customer_firstname | customer_lastname | customer_email | sku | qty_ordered | street | city | region | postcode | telephone",
    { increment_id: "orderRef", region: "province", qty_ordered: "quantity", telephone: "phone" },
    ["state", "status", "customer_id"],
  ],
  [
    "amazon",
    "order-id | order-item-id | buyer-email | buyer-name | sku | product-name | quantity-purchased | recipient-name | ship-address-1 | ship-city | ship-state | ship-postal-code | ship-phone-number",
    {
      "order-id": "orderRef",
      "recipient-name": "fullName",
      "quantity-purchased": "quantity",
      "ship-postal-code": "zip",
    },
    ["order-item-id", "buyer-name"],
  ],
  [
    "tiktok",
    "Order ID | Order Status | SKU ID | Seller SKU | Product Name | Variation | Quantity | Buyer Message | Recipient | Phone # | Province | Regency and City | Districts | Villages | Detail Address | Additional address information",
    {
      "Order ID": "orderRef",
      "Seller SKU": "sku",
      "Phone #": "phone",
      "Regency and City": "city",
      "Detail Address": "address1",
    },
    ["Order Status", "SKU ID", "Variation"],
  ],
  [
    "lazada",
    "orderItemId | lazadaId | sellerSku | orderNumber | customerName | shippingName | shippingAddress | shippingPhone | shippingCity | shippingPostCode | shippingCountry | shippingRegion | billingName | status",
    { orderNumber: "orderRef", sellerSku: "sku", shippingName: "fullName", shippingRegion: "province" },
    ["orderItemId", "billingName", "status"],
  ],
  [
    "shopee",
    "No. Pesanan | Status Pesanan | Username (Pembeli) | Nama Penerima | No. Telepon | Alamat Pengiriman | Kota/Kabupaten | Provinsi | SKU Induk | Nomor Referensi SKU | Nama Produk | Jumlah | Catatan dari Pembeli",
    {
      "No. Pesanan": "orderRef",
      "Nomor Referensi SKU": "sku",
      Jumlah: "quantity",
      "Nama Penerima": "fullName",
      "Catatan dari Pembeli": "notes",
    },
    ["Status Pesanan", "Username (Pembeli)"],
  ],
  [
    "shopee",
    "Order ID | Order Status | Username (Buyer) | Receiver Name | Phone Number | Delivery Address | City | Province | Zip Code | SKU Reference No. | Quantity | Remark from buyer",
    { "Order ID": "orderRef", "SKU Reference No.": "sku", "Zip Code": "zip" },
    ["Order Status", "Username (Buyer)"],
  ],
  [
    "tokopedia",
    "Nomor Invoice | Nomor SKU | Nama Produk | Jumlah Produk Dibeli | Nama Pembeli | Nama Penerima | No Telp Penerima | Alamat Pengiriman | Kota | Provinsi",
    {
      "Nomor Invoice": "orderRef",
      "Nama Pembeli": "fullName",
      "Nama Penerima": "shipFullName",
      "No Telp Penerima": "phone",
    },
    [],
  ],
  [
    "blibli",
    "No. Order | No. Order Item | SKU Merchant | Nama Pemesan | No. Tlp | Total Barang | Alamat | Kota | Provinsi | Kode Pos",
    { "No. Order": "orderRef", "SKU Merchant": "sku", "Total Barang": "quantity", "No. Tlp": "phone" },
    ["No. Order Item"],
  ],
  [
    "superstore",
    "Row ID | Order ID | Ship Mode | Customer ID | Customer Name | Segment | Country | City | State | Postal Code | Region | Product ID | Sub-Category | Product Name | Quantity | Profit",
    { "Order ID": "orderRef", "Customer Name": "fullName", State: "province", "Product ID": "sku" },
    ["Customer ID", "Region", "Row ID"],
  ],
  [
    "matrixify",
    "Name | Line: Variant SKU | Line: Quantity | Customer: First Name | Customer: Last Name | Shipping: First Name | Shipping: Last Name | Shipping: Phone | Shipping: Address 1 | Shipping: City | Shipping: Zip | Shipping: Province",
    {
      Name: "orderRef",
      "Customer: First Name": "firstName",
      "Shipping: First Name": "shipFirstName",
      "Line: Quantity": "quantity",
    },
    [],
  ],
];

test.each(exportHeaders)("a %s export is recognised: %s", (platform, headers, expected, never) => {
  const { platform: found, columns, conflicts } = assigned(headers);
  expect(found).toBe(platform);
  expect(columns).toMatchObject(expected);
  for (const header of never) expect(columns).not.toHaveProperty([header]);
  expect(conflicts).toEqual([]);
});

describe("elsewhere", () => {
  test("names of the add-on's are taken as they are, whatever stands beside them", () => {
    const { platform, columns } = assigned(
      "Order ref | Customer ID | Variant ID | Region | State | Province | Status",
    );
    expect(platform).toBeNull();
    expect(columns).toMatchObject({
      "Order ref": "orderRef",
      "Customer ID": "customerId",
      Province: "province",
    });
    expect(columns).not.toHaveProperty("Region");
    expect(columns).not.toHaveProperty("State");
  });

  test.each([
    [
      "No pesanan | Nama depan | Nama belakang | No. HP | SKU | Jumlah | Alamat | Kota | Provinsi | Kode pos",
      "orderRef firstName lastName phone sku quantity address1 city province zip",
    ],
    [
      "주문번호 | 수취인 | 연락처 | 상품명 | 수량 | 주소 | 우편번호 | 배송메모",
      "orderRef fullName phone product quantity address1 zip notes",
    ],
    [
      "订单号 | 收件人 | 电话 | 商品编码 | 数量 | 地址 | 城市 | 省份 | 邮编",
      "orderRef fullName phone sku quantity address1 city province zip",
    ],
    [
      "Vorname | Nachname | Straße | PLZ | Ort | Telefon | Menge | Artikelnummer",
      "firstName lastName address1 zip city phone quantity sku",
    ],
    [
      "Pedido | Nombre completo | Teléfono | Dirección | Ciudad | Provincia | Código postal | Cantidad",
      "orderRef fullName phone address1 city province zip quantity",
    ],
    [
      "Order_No* | CUSTOMER NAME: | mobile-no (required) | Qty. | Street Address | Town | Postcode",
      "orderRef fullName phone quantity address1 city zip",
    ],
  ])("%s", (headers, fields) => {
    expect(Object.values(assigned(headers).columns).join(" ").split(" ").sort()).toEqual(
      fields.split(" ").sort(),
    );
  });

  test("a person's name is no order's, and no full name is needed beside two names", () => {
    expect(assigned("Name | Phone | City").columns).toMatchObject({ Name: "fullName" });
    expect(assigned("Name | First name | Last name | City").columns).not.toHaveProperty("Name");
  });

  test("a slip of the pen is proposed, a short word is not", () => {
    expect(assigned("Quantiy | Provnce | Zap").columns).toEqual({ Quantiy: "quantity", Provnce: "province" });
  });

  test.each([
    ["Count", "country"],
    ["Order fee", "orderRef"],
    ["Shop phone", "shipPhone"],
    ["File name", "fullName"],
    ["Quality", "quantity"],
    ["Address 4", "address2"],
  ])("another word, such as %s, is no slip of %s", (header) => {
    expect(assigned(`Order no | Qty | ${header}`).columns).not.toHaveProperty([header]);
  });

  test("a recipient's columns are known by English and by Indonesian words", () => {
    expect(
      assigned("Recipient City | Recipient Region | Recipient Postal Code | Negara Tujuan | Hausnummer")
        .columns,
    ).toEqual({
      "Recipient City": "city",
      "Recipient Region": "province",
      "Recipient Postal Code": "zip",
      "Negara Tujuan": "country",
      Hausnummer: "address2",
    });
  });

  test("a remark in brackets is proposed, one about the bill is not", () => {
    expect(
      assigned("Qty (pcs) | No HP (WA) | City (billing) | Nama [penagihan] | Price (IDR)").columns,
    ).toEqual({
      "Qty (pcs)": "quantity",
      "No HP (WA)": "phone",
    });
  });

  test("a recipient's columns serve the order until the customer has columns too", () => {
    expect(assigned("Nama Penerima | No Telp Penerima").columns).toEqual({
      "Nama Penerima": "fullName",
      "No Telp Penerima": "phone",
    });
    expect(assigned("Nama Pembeli | No HP | Nama Penerima | No Telp Penerima").columns).toEqual({
      "Nama Pembeli": "fullName",
      "No HP": "phone",
      "Nama Penerima": "shipFullName",
      "No Telp Penerima": "shipPhone",
    });
  });

  test("numbers behind a word for an article are further articles of the row", () => {
    expect(
      assigned("SKU 1 | Qty 1 | SKU 2 | Qty 2 | Kode Barang 3 | Jumlah 3 | Address 1 | SKU 11").columns,
    ).toEqual({
      "SKU 1": "sku",
      "Qty 1": "quantity",
      "SKU 2": "sku2",
      "Qty 2": "quantity2",
      "Kode Barang 3": "sku3",
      "Jumlah 3": "quantity3",
      "Address 1": "address1",
    });
  });

  test("another shop's Customer ID is never taken", () => {
    expect(assigned("Customer ID | SKU | Qty | Nama").columns).not.toHaveProperty("Customer ID");
  });

  test("two columns that claim the same field are asked about, and neither is taken", () => {
    expect(assigned("No HP | WhatsApp | City")).toMatchObject({
      columns: { City: "city" },
      conflicts: [["phone", 0, 1]],
    });
    expect(assigned("Zip | zip | City").conflicts).toEqual([["zip", 0, 1]]);
  });

  test("a header written just so goes before one that is not", () => {
    expect(assigned("E-mail | Email").columns).toEqual({ Email: "email" });
  });
});

test("village and district are both read, in either order and on any platform; one alone is the second line", () => {
  const read = (headers: string) => {
    const { columns, conflicts } = assigned(headers);
    return [columns, conflicts];
  };
  const both = { Kelurahan: "address2", Kecamatan: "address3" };
  expect(read("Kelurahan | Kecamatan")).toEqual([both, []]);
  expect(read("Kecamatan | Kelurahan")).toEqual([both, []]);
  expect(read("Kecamatan")).toEqual([{ Kecamatan: "address2" }, []]);
  expect(read("Desa/Kelurahan")).toEqual([{ "Desa/Kelurahan": "address2" }, []]);
  const shopee = "No. Pesanan | Nomor Referensi SKU | Jumlah | Nama Penerima | Kecamatan | Kelurahan";
  expect(assigned(shopee).columns).toMatchObject({ Kecamatan: "address2", Kelurahan: "address3" });
});

test.each([
  ["Kd. Brg", "sku"],
  ["item_code", "sku"],
  ["customerPhoneNo", "phone"],
  ["No. HP/WA Aktif (wajib)", "phone"],
  ["Nomor telepon/WA penerima", "phone"],
  ["ADDR1", "address1"],
  ["Almt. Lengkap Penerima", "address1"],
  ["Nm. Penerima", "fullName"],
  ["Jml Brg", "quantity"],
  ["Kd Pos Tujuan", "zip"],
  ["Cat. Pembeli", "notes"],
  ["Produk dan Qty", "product"],
  ["Nama Brg & Jml", "product"],
  ["Rincian Order", "product"],
  ["List Orderan", "product"],
  ["Items ordered", "product"],
])("words count in any order and as teams shorten them: %s is the %s", (header, field) => {
  expect(assigned(`Order no | ${header}`).columns[header]).toBe(field);
});

test("a column that is called the order alone holds it, unless another one holds the product", () => {
  expect(assigned("Nama | Pesanan").columns).toMatchObject({ Pesanan: "product" });
  expect(assigned("Nama | Pesanan | Produk").columns).toEqual({ Nama: "fullName", Produk: "product" });
  expect(assigned("No Pesanan | Isi Pesanan").columns).toEqual({
    "No Pesanan": "orderRef",
    "Isi Pesanan": "product",
  });
});

test("of two people's columns each is read as its own, however it is shortened", () => {
  expect(assigned("Nama Pemesan | No HP Pemesan | Nama Penerima | Tlp. Penerima").columns).toEqual({
    "Nama Pemesan": "fullName",
    "No HP Pemesan": "phone",
    "Nama Penerima": "shipFullName",
    "Tlp. Penerima": "shipPhone",
  });
});

test.each(
  "Pos | Kirim | Tujuan | Delivery | Harga Barang | No Resi | No HP Pengirim | Alamat Pengirim | Kode Pos Asal | Product ID | Kode Pelanggan | Jumlah Bayar | Qty Stok | Shipping No | Address ID | Country No | Item Order | Kode Kota"
    .split("|")
    .map((header) => header.trim()),
)("%s is none of an order's columns", (header) => {
  expect(assigned(`Variant ID | ${header}`).columns).toEqual({ "Variant ID": "variantId" });
});

test("where it is shipped to is understood, however long its headers are", () => {
  const { columns, conflicts } = assigned(
    "Ship To Address Line 1 | Ship To Address Line 2 | Suburb | Ship To State/Province | Ship To Postal Code | Item SKU",
  );
  expect(Object.values(columns).sort()).toEqual(["address1", "address2", "city", "province", "sku", "zip"]);
  expect(conflicts).toEqual([]);
  expect(assigned("Alamat pengiriman lengkap (jalan, no, RT/RW) | SKU").columns).toEqual({
    "Alamat pengiriman lengkap (jalan, no, RT/RW)": "address1",
    SKU: "sku",
  });
});

test("a unit of measure is no line of the address, and a line's number no Order ref", () => {
  const { columns } = assigned("Order line no | Alamat | Item code | Qty | Unit");
  expect(columns).toEqual({ Alamat: "address1", "Item code": "sku", Qty: "quantity" });
});

test("who sends the parcel does not get it", () => {
  expect(assigned("Nama (Pengirim) | No HP (Sender) | Alamat (Pengirim)").columns).toEqual({});
  expect(assigned("Alamat (Pengiriman)").columns).toEqual({ "Alamat (Pengiriman)": "address1" });
});

test.each([
  "PO Number | Ship To Name | Ship To Address 1 | Ship To City | Ship To State | Ship To Zip | SKU | Qty",
  "No. Order | Nama Pemesan | No. Tlp | Alamat | Kota | Provinsi | Kode Pos | SKU | Jumlah",
  "Nomor Invoice | Nama Pembeli | No Telp Penerima | Alamat | Kota | SKU | Jumlah",
  "Order no | Recipient name | Delivery address | Delivery city | Delivery state | Delivery zip | SKU | Qty",
])("a team's own sheet is no platform's, though the words are: %s", (headers) => {
  expect(assigned(headers).platform).toBeNull();
});

test("questions of a form are read as what they ask for", () => {
  const form = "Timestamp | Nama Lengkap | Nomor WhatsApp (aktif) | Pilih produk | Berapa pcs? | Catatan";
  expect(assigned(form).columns).toEqual({
    "Nama Lengkap": "fullName",
    "Nomor WhatsApp (aktif)": "phone",
    "Pilih produk": "product",
    "Berapa pcs?": "quantity",
    Catatan: "notes",
  });
});
