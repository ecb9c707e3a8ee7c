import { findCustomerRequest, readCustomer } from "../../src/catalogue/customer-search";

const answer = (data: unknown, status = 200) => ({
  status,
  headers: {},
  body: JSON.stringify({ data, meta: { total: 1 } }),
});
const siti = {
  id: "cus_1",
  email: "Siti@example.com",
  phoneNumber: "+62 812-5550-0101",
  firstName: "Siti",
  lastName: null,
};
const other = { id: "cus_2", email: "siti@example.com.evil", phoneNumber: "+62 812-5550-01019" };

test("what is searched for is part of the address, safely", () => {
  const { url } = findCustomerRequest(
    { address: "https://api.test", apiKey: "k", referencePlace: "notes" },
    "a&b@x.com",
  );
  expect(url).toBe("https://api.test/customers?search=a%26b%40x.com&limit=100");
});

test.each(["siti@example.com", "+6281255500101", "+62 (812) 5550 0101"])(
  "%j is the customer who has just it",
  (contact) => {
    expect(readCustomer(answer([other, siti]), contact)).toEqual({
      kind: "found",
      customer: { id: "cus_1", email: "Siti@example.com", phone: "+62 812-5550-0101", name: "Siti" },
    });
  },
);

test("what only looks alike is nobody", () => {
  expect(readCustomer(answer([other]), "siti@example.com")).toEqual({ kind: "unknown" });
  expect(readCustomer(answer([{ ...siti, phoneNumber: "" }]), "12")).toEqual({ kind: "unknown" });
});

test("several who have it are told", () => {
  expect(readCustomer(answer([siti, { ...siti, id: "cus_9" }]), "siti@example.com")).toMatchObject({
    kind: "ambiguous",
    customers: [{ id: "cus_1" }, { id: "cus_9" }],
  });
});

test.each([
  [403, "noRead"],
  [429, "rateLimit"],
  [500, "unreadable"],
])("an answer of %i is %s", (status, kind) => {
  expect(readCustomer(answer([siti], status), "siti@example.com")).toEqual({ kind });
});

test.each(["<html>", "{}", '{"data":[{"email":"siti@example.com"}]}'])(
  "an answer such as %s is not read",
  (body) => {
    expect(readCustomer({ status: 200, headers: {}, body }, "siti@example.com")).toEqual({
      kind: "unreadable",
    });
  },
);
