import { findCustomerRequest, readCustomer } from "../../src/catalogue/customer-search";

const answer = (data: unknown[], status = 200, total = data.length) => ({
  status,
  headers: {},
  body: JSON.stringify({ data, meta: { total } }),
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
    expect(readCustomer(answer([other, siti]), contact)).toEqual({ kind: "found", customerId: "cus_1" });
  },
);

test("what only looks alike is nobody", () => {
  expect(readCustomer(answer([other]), "siti@example.com")).toEqual({ kind: "unknown" });
  expect(readCustomer(answer([{ ...siti, phoneNumber: "" }]), "12")).toEqual({ kind: "unknown" });
});

test("several who have it are told", () => {
  expect(readCustomer(answer([siti, { ...siti, id: "cus_9" }]), "siti@example.com")).toEqual({
    kind: "ambiguous",
  });
});

test("a list of which only a part was answered tells nothing: another one may have it too", () => {
  expect(readCustomer(answer([siti], 200, 2), "siti@example.com")).toEqual({ kind: "unreadable" });
});

test("an ID that no cell gives back is no ID", () => {
  expect(readCustomer(answer([{ ...siti, id: "" }]), "siti@example.com")).toEqual({ kind: "unreadable" });
  expect(readCustomer(answer([{ ...siti, id: 7 }]), "siti@example.com")).toEqual({ kind: "unreadable" });
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
