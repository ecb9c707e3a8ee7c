import { exactHeader, plainHeader } from "../../../src/orders/columns/header-form";

test.each([
  "Address 1",
  "address_1",
  "ADDRESS-1:",
  " Address  1 *",
  "Address 1 (required)",
  "Address 1 [wajib]",
  "Addrèss 1",
  "Address\u200b 1",
  "Address\u00a01",
])("%j is Address 1 but for its form", (header) => {
  expect(plainHeader(header)).toBe("address1");
});

test("scripts without case stay as they are", () => {
  expect(plainHeader("주문 번호*")).toBe("주문번호");
  expect(plainHeader("郵便番号")).toBe("郵便番号");
});

test("the add-on's own headers are told by more than letters", () => {
  expect(exactHeader("  Order   ID\u200b ")).toBe("order id");
  expect(exactHeader("order_id")).not.toBe(exactHeader("Order ID"));
});

test("a header as long as a cell allows takes no time", () => {
  const start = Date.now();
  for (const unit of [" -", "(required", " - required ", "*"]) plainHeader(unit.repeat(5_000));
  expect(Date.now() - start).toBeLessThan(1000);
});
