import { idDoubt, isPlaceholder } from "../../../src/orders/values/placeholder";

test.each(["n/a", "N/A", "-", "?", "—", "none", "TBD", "tidak ada", "belum", "xxx"])(
  "%j stands for no value",
  (text) => {
    expect(isPlaceholder(text)).toBe(true);
  },
);

test.each(["Ana", "ID", "40115", "No", "Nanda", "Jl. X"])("%j is a value", (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test.each([
  ["https://bitbybit.studio/products/1", "idAddress"],
  ["www.example.com", "idAddress"],
  ["example.com/var_1", "idAddress"],
  ["var_1, var_2", "idList"],
  ["var_1;var_2", "idList"],
  ["var_1\nvar_2", "idList"],
  ["var_0102", null],
  ["gid://shopify/ProductVariant/1", "idAddress"],
])("%j as an ID: %p", (text, doubt) => {
  expect(idDoubt(text)).toBe(doubt);
});
