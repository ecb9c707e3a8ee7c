import { headerWords } from "../../../src/orders/columns/header-words";

test("a header's words count in any order, whatever they are called, each once", () => {
  const same = [
    "No HP Pemesan",
    "customerPhoneNo",
    "No. HP/WA Pemesan *",
    "Telp. Customer (No.)",
    "no_hp_pembeli",
  ];
  expect(new Set(same.map(headerWords))).toEqual(new Set(["hp no pelanggan"]));
});

test("accents, remarks and invisible characters do not count", () => {
  expect(headerWords("Código\u200b del artículo (obligatorio)")).toBe("articulo codigo del");
});

test("digits are words of their own", () => {
  expect([headerWords("ADDR2"), headerWords("Alamat 2")]).toEqual(["2 alamat", "2 alamat"]);
});

test("one word may mean too much, and a sentence is no header", () => {
  expect(headerWords("Pos.")).toBe("");
  expect(headerWords("please fill in the name of who gets it")).toBe("");
});
