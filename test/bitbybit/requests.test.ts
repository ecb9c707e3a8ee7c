import {
  createOrderRequest,
  listOrdersRequest,
  orderStatuses,
  searchOrdersRequest,
  testConnectionRequest,
} from "../../src/bitbybit/requests";
import { formatSendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";

const access = {
  address: "https://api.example/v1",
  apiKey: "bbb_test_secret_1a2b",
  referencePlace: "notes",
} as const;
const payload = {
  lineItems: [{ productVariantId: "v", quantity: 1 }],
  shippingAddress: {
    firstName: "A",
    lastName: "B",
    phone: "1",
    address1: "x",
    city: "c",
    province: "p",
    zip: "00000",
  },
};
const key = sendKeyOf();

describe("requests to the API", () => {
  test("an order is one POST of its payload with the reference", () => {
    const request = createOrderRequest(access, payload, key);
    expect(request).toMatchObject({ method: "post", url: "https://api.example/v1/orders" });
    expect(JSON.parse(request.body ?? "")).toEqual({ ...payload, notes: `Sheet ref: ${formatSendKey(key)}` });
  });

  test("the API key stands in one header and nowhere else", () => {
    for (const request of [
      createOrderRequest(access, payload, key),
      listOrdersRequest(access, "active", 1),
      searchOrdersRequest(access, "Ayu"),
      testConnectionRequest(access),
    ]) {
      expect(request.headers["x-api-key"]).toBe(access.apiKey);
      const { "x-api-key": _, ...headers } = request.headers;
      expect(JSON.stringify({ ...request, headers })).not.toContain("secret");
    }
  });

  test("a list asks for one page of one status, as large as it may be", () => {
    expect(listOrdersRequest(access, "archived", 3).url).toBe(
      "https://api.example/v1/orders?status=archived&limit=100&page=3",
    );
    expect(orderStatuses).toEqual(["active", "archived", "cancelled", "refunded"]);
  });

  test("an ID or a name is searched for whatever signs it has", () => {
    for (const search of ["a\ud800", `${"x".repeat(199)}😀`, "x".repeat(50_000), "\u0000"])
      expect(searchOrdersRequest(access, search).url.length).toBeLessThan(2_000);
    expect(searchOrdersRequest(access, "ord_1").url).toContain("?search=ord_1&limit=100");
    expect(searchOrdersRequest(access, "Ayu & Söhne?").url).toBe(
      "https://api.example/v1/orders?search=Ayu%20%26%20S%C3%B6hne%3F&limit=100",
    );
  });

  test("a connection is tested with one order", () => {
    expect(testConnectionRequest(access)).toMatchObject({
      method: "get",
      url: "https://api.example/v1/orders?limit=1",
    });
  });
});
