import { Nearest } from "../../src/catalogue/nearest";

const names = ["KBM-M", "KBM-L", "KBM-XL", "Sarung Tenun", "Kemeja Batik Merah"];

test("the most alike come first, three at the most", () => {
  expect(new Nearest(names).of("KBM-XLL")).toEqual(["KBM-XL", "KBM-L", "KBM-M"]);
  expect(new Nearest(names).of("kemeja batik mera")[0]).toBe("Kemeja Batik Merah");
});

test("nothing is proposed that is not like it", () => {
  expect(new Nearest(names).of("ZZZZZZZZ")).toEqual([]);
  expect(new Nearest(names).of("")).toEqual([]);
  expect(new Nearest([]).of("KBM-M")).toEqual([]);
});

test("after two hundred unknown codes the column is the wrong one, and nothing is proposed any more", () => {
  const nearest = new Nearest(names);
  const answers = Array.from({ length: 201 }, () => nearest.of("KBM-S").length > 0);
  expect([answers[199], answers[200]]).toEqual([true, false]);
});

test("twenty thousand names are searched without comparing all of them", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `SKU-${String(index).padStart(5, "0")}`);
  expect(new Nearest(many).of("SKU-1234")).toHaveLength(3);
});
