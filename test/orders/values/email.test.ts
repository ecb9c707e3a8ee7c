import { emailPattern } from "../../../src/orders/values/email";

test.each([
  "siti@example.com",
  "mueller&sohn@example.com",
  "info@xn--e1afmkfd.xn--p1ai",
  "o'neil+shop@example.co.id",
  "a.b-c_d@sub.example.museum",
  "x/y=z@example.com",
  "UPPER@EXAMPLE.COM",
])("%s is an address as the contract's format allows it", (address) => {
  expect(address).toMatch(emailPattern);
});

test.each([
  "dewi(at)mail",
  "siti@",
  "@example.com",
  "siti@example",
  "siti@@example.com",
  "siti example@example.com",
  ".siti@example.com",
  "siti.@example.com",
  "si..ti@example.com",
  "siti@-example.com",
  "siti@example..com",
  "siti@exämple.com",
  "siti@example.com, budi@example.com",
  `${"x".repeat(250)}@example.com`,
])("%s is none", (address) => {
  expect(address).not.toMatch(emailPattern);
});

test("a cell as long as a sheet allows is told in no time", () => {
  const start = Date.now();
  for (const unit of ["a", "a.", "a@", "a-"]) emailPattern.test(`${unit.repeat(25_000)}!`);
  expect(Date.now() - start).toBeLessThan(1000);
});
