import { type ColumnMapping, readMapping, writeMapping } from "../../../src/orders/columns/mapping";
import { acceptProposal, changeProposal } from "../../../src/orders/columns/proposal";
import { understandSheet } from "../../../src/orders/columns/understand-sheet";
import { proposalFor, sheetOf } from "../table";

const names =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const row = "R-1 | Siti | Rahma | 0812555001 | var_1 | 2 | Jl. 1 | Bandung | Jawa Barat | 40115";
const shopee =
  "No. Pesanan | Nama Penerima | No. Telepon | Nomor Referensi SKU | Jumlah | Alamat Pengiriman | Kota/Kabupaten | Provinsi | Kode Pos";
const shopeeRow = "S-1 | Siti Rahma | 0812555001 | SKU-1 | 2 | Jl. 1 | Bandung | Jawa Barat | 40115";

/** What a user who takes what is proposed has confirmed. */
function confirmed(display: string[][]): ColumnMapping {
  const accepted = acceptProposal(proposalFor(display), display);
  if (!accepted.ok) throw new Error("not accepted");
  const mapping = readMapping(writeMapping(accepted.mapping));
  if (mapping === null || mapping === "newer") throw new Error("not read back");
  return mapping;
}

describe("a sheet with the add-on's names", () => {
  test("is understood without a word, in whichever of the first rows they stand", () => {
    expect(understandSheet(sheetOf(names, row))).toMatchObject({
      kind: "ready",
      columns: { headerRowNumber: 1 },
    });
    expect(understandSheet(sheetOf("A title", "", names, row))).toMatchObject({
      kind: "ready",
      columns: { headerRowNumber: 3, data: { orderRef: 0, zip: 9 } },
    });
  });

  test("tells columns that look as if they were meant", () => {
    const understood = understandSheet(sheetOf(`${names} | Remarks`, `${row} | x`));
    expect(understood).toMatchObject({ kind: "ready", unread: [{ field: "notes", found: "Remarks" }] });
  });

  test.each(["Barang 2", "Qty 2", "Variant ID 11", "SKU produk 2"])(
    "is asked about if %j may hold a further article",
    (header) => {
      expect(understandSheet(sheetOf(`${names} | ${header}`, `${row} | 7`))).toMatchObject({ kind: "ask" });
      expect(understandSheet(sheetOf(`${names} | ${header}`, row))).toMatchObject({ kind: "ready" });
    },
  );

  test("has further articles under numbers with a zero before them", () => {
    const sheet = sheetOf(`${names} | Variant ID 02 | Quantity 02 | SKU 10`, row);
    expect(understandSheet(sheet)).toMatchObject({
      kind: "ready",
      columns: { data: { variantId2: 10, quantity2: 11, sku10: 12 } },
    });
  });

  test.each(["Order No", "No. Pesanan", "Order ID", "Order number"])(
    "is asked about if %j may say which rows are one order",
    (header) => {
      const sheet = sheetOf(names.replace("Order ref", header), row);
      expect(understandSheet(sheet)).toEqual({ kind: "ask", because: "new" });
      expect(proposalFor(sheet).columns).toContainEqual(
        expect.objectContaining({ field: "orderRef", header }),
      );
    },
  );

  test("is not asked about an empty Order ID, or one of the add-on's", () => {
    const without = names.replace("Order ref | ", "");
    const data = row.replace("R-1 | ", "");
    expect(understandSheet(sheetOf(`${without} | Order ID`, data)).kind).toBe("ready");
    const prepared = `${without} | Status | Order ID | Send key`;
    expect(understandSheet(sheetOf(prepared, `${data} | Created | ord_1 | T7`)).kind).toBe("ready");
  });
});

test("a sheet in other words is asked about", () => {
  expect(understandSheet(sheetOf(shopee, shopeeRow))).toEqual({ kind: "ask", because: "new" });
});

test("a sheet that shows nothing is empty", () => {
  expect(understandSheet([])).toEqual({ kind: "empty" });
  expect(understandSheet([["", " "], [""]])).toEqual({ kind: "empty" });
});

test("the header row that the user names is taken, and no other", () => {
  const sheet = sheetOf(names, row, names, row);
  expect(understandSheet(sheet, { headerRowNumber: 3 })).toMatchObject({ columns: { headerRowNumber: 3 } });
  expect(understandSheet(sheet, { headerRowNumber: 2 })).toEqual({ kind: "ask", because: "new" });
});

describe("what was confirmed", () => {
  const sheet = sheetOf(shopee, shopeeRow);
  const mapping = confirmed(sheet);
  const again = (...lines: string[]) => understandSheet(sheetOf(...lines), { mapping });

  test("is not asked again", () => {
    expect(again(shopee, shopeeRow)).toMatchObject({
      kind: "ready",
      isConfirmed: true,
      columns: { data: { orderRef: 0, fullName: 1, sku: 3 } },
    });
  });

  test("stays when the add-on adds its columns, under either name", () => {
    expect(again(`${shopee} | Status | Order ID | Send key`, shopeeRow)).toMatchObject({ kind: "ready" });
    expect(again(`${shopee} | bitbybit Status | bitbybit Send key`, shopeeRow)).toMatchObject({
      kind: "ready",
      columns: { statusNames: "own", status: { status: 9, sendKey: 10 } },
    });
  });

  test("stays when columns move, or a title is put above", () => {
    const moved = ["Kode Pos", ...shopee.split(" | ").slice(0, -1)].join(" | ");
    expect(again(moved)).toMatchObject({ kind: "ready", columns: { data: { zip: 0, orderRef: 1, sku: 4 } } });
    expect(again("A title", shopee)).toMatchObject({ kind: "ready", columns: { headerRowNumber: 2 } });
  });

  test.each([
    ["a header is another", shopee.replace("Jumlah", "Kuantitas")],
    ["a column is gone", shopee.replace("No. Telepon | ", "")],
    ["a column is new", `${shopee} | Nama Produk`],
    ["it belongs to another sheet", names],
  ])("is asked again when %s", (_, headers) => {
    expect(again(headers, shopeeRow)).toEqual({ kind: "ask", because: "changed" });
  });

  test("is asked again when two columns of one name may have changed places", () => {
    const twice =
      "Order ref | Nama | Nama | No HP | Variant ID | Quantity | Address 1 | City | Province | Zip";
    const two = sheetOf(twice, row);
    const changed = changeProposal(
      proposalFor(two),
      { fields: { firstName: 1, lastName: 2, fullName: null } },
      two,
    );
    const accepted = acceptProposal(changed, two);
    if (!accepted.ok) throw new Error("not accepted");
    expect(understandSheet(two, accepted)).toMatchObject({ kind: "ready" });
    const moved = sheetOf(twice.replace("Order ref | Nama", "Nama | Order ref"), row);
    expect(understandSheet(moved, accepted)).toEqual({ kind: "ask", because: "changed" });
  });

  test("of two rows of headers is found by title and name", () => {
    const lines = [
      "Order ref | Pembeli | | Penerima | | Items | | | |",
      " | Nama | No HP | Nama | Alamat | SKU | Qty | Kota | Provinsi | Kode Pos",
      "R-1 | Siti Rahma | 0812555001 | Budi | Jl. 1 | S-1 | 2 | Bandung | JB | 40115",
    ];
    const two = sheetOf(...lines);
    const given = { mapping: confirmed(two) };
    const data = { fullName: 1, shipFullName: 3, address1: 4 };
    expect(understandSheet(two, given)).toMatchObject({
      kind: "ready",
      columns: { headerRowNumber: 2, data },
    });
    const renamed = sheetOf(lines[0]?.replace("Penerima", "Pengirim") ?? "", ...lines.slice(1));
    expect(understandSheet(renamed, given)).toEqual({ kind: "ask", because: "changed" });
  });
});

test.each([
  ["", "no JSON"],
  ["null", "no object"],
  ['{"v":0}', "an unknown version"],
  ['{"v":1,"headerRowNumber":0,"headers":"x","order":"x","fields":{}}', "no row"],
  [
    '{"v":1,"headerRowNumber":1,"headers":"x","order":"x","fields":{"zip":{"columnIndex":-1,"key":"zip"}}}',
    "no column",
  ],
  [
    '{"v":1,"headerRowNumber":1,"headers":"x","order":"x","fields":{"__proto__x":{"columnIndex":1,"key":"zip"}}}',
    "no field",
  ],
  [
    '{"v":1,"headerRowNumber":1,"headers":"x","order":"x","fields":{"status":{"columnIndex":1,"key":"zip"}}}',
    "a status column",
  ],
])("a record such as %s is not believed: %s", (text) => {
  expect(readMapping(text)).toBeNull();
});

test("a record of a newer version is told from a damaged one", () => {
  expect(readMapping('{"v":2,"columns":[]}')).toBe("newer");
});
