import { findHeaderRow } from "../../../src/orders/columns/header-row";
import { sheetOf, tables } from "../table";

const names =
  "Order ref | First name | Last name | Phone | Variant ID | Quantity | Address 1 | City | Province | Zip";
const found = (...lines: string[]) => {
  const row = findHeaderRow(sheetOf(...lines), tables);
  return row && [row.rowNumber, row.hasGroupTitles];
};

test("the header row is found below titles, empty rows and a note", () => {
  expect(found(names)).toEqual([1, false]);
  expect(found("PESANAN NOVEMBER", "", names)).toEqual([3, false]);
  expect(
    found("Export of 2024", "Shop: Melati | City: Bandung", "", "No Pesanan | SKU | Jumlah | Alamat"),
  ).toEqual([4, false]);
});

test("it is looked for in twenty rows", () => {
  const titles = (count: number) => Array.from({ length: count }, () => "a title");
  expect(found(...titles(19), names)).toEqual([20, false]);
  expect(found(...titles(20), names)).toBeNull();
});

test("rows of orders and pictures alone hold no headers", () => {
  expect(found("R-1 | Siti | Bandung | 40115", "R-2 | Budi | Jakarta | 10110")).toBeNull();
  expect(found("", "")).toBeNull();
});

test("of two rows of headers the lower one is the header row, and titles belong to the names below them", () => {
  const sheet = sheetOf(
    "Order ref | Customer |  |  | Penerima |  | Items |",
    " | Name | Phone | Email | Nama | Alamat | SKU | Qty",
    "R-1 | Siti | 0812 | | Budi | Jl. 1 | S-1 | 2",
  );
  const row = findHeaderRow(sheet, tables);
  expect(row).toMatchObject({ rowNumber: 2, hasGroupTitles: true });
  expect(row?.texts).toEqual([
    "Order ref",
    "Customer Name",
    "Customer Phone",
    "Customer Email",
    "Nama Penerima",
    "Alamat Penerima",
    "SKU",
    "Qty",
  ]);
});

test("two hundred columns are read like ten", () => {
  const other = Array.from({ length: 190 }, (_, index) => `Column ${index}`).join(" | ");
  expect(found("Title", `${other} | ${names}`)).toEqual([2, false]);
});

test("what stands below the sender's title is not the recipient's", () => {
  const sheet = sheetOf(
    "Penerima | | | | Barang | | Pengirim |",
    "Nama | No HP | Alamat | Kota | Kode | Qty | Nama | No HP",
  );
  const texts = findHeaderRow(sheet, tables)?.texts;
  expect(texts?.slice(0, 2)).toEqual(["Nama Penerima", "No HP Penerima"]);
  expect(texts?.slice(6)).toEqual(["Pengirim Nama", "Pengirim No HP"]);
});
