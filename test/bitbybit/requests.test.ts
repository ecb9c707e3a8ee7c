import {
  createOrderRequest,
  listOrdersRequest,
  orderStatuses,
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

  test("a connection is tested with one order", () => {
    expect(testConnectionRequest(access)).toMatchObject({
      method: "get",
      url: "https://api.example/v1/orders?limit=1",
    });
  });
});
