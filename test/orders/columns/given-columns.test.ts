import { readGivenColumn } from "../../../src/orders/columns/given-columns";

const texts = ["Kode Pos", "Nama", "Nama", "City*"];

test.each([
  ["Zip=Kode Pos", { ok: true, field: "zip", columnIndex: 0 }],
  ["zip = kode pos", { ok: true, field: "zip", columnIndex: 0 }],
  ["First name=B", { ok: true, field: "firstName", columnIndex: 1 }],
  ["shipFullName=C", { ok: true, field: "shipFullName", columnIndex: 2 }],
  ["City=City", { ok: true, field: "city", columnIndex: 3 }],
  ["SKU 2=A", { ok: true, field: "sku2", columnIndex: 0 }],
  ["Zip", { ok: false, why: "shape" }],
  ["=Zip", { ok: false, why: "shape" }],
  ["Zip=", { ok: false, why: "shape" }],
  ["Status=A", { ok: false, why: "field" }],
  ["Postcode=A", { ok: false, why: "field" }],
  ["Zip=Postcode", { ok: false, why: "header" }],
  ["Full name=Nama", { ok: false, why: "repeated" }],
])("%j is read as %j", (text, expected) => {
  expect(readGivenColumn(text, texts)).toEqual(expected);
});
