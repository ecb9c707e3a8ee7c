import type { ApiRequest } from "../../../local/api/exchange";
import type { ApiKey } from "../../../local/api/gate";
import { answered, get, json, keys, orderInput, post, StillClock, standInWith } from "./set-up";

const ask = (request: ApiRequest, standIn = standInWith()) => answered(standIn.exchange(request));

describe("creating an order", () => {
  test("answers 201 with the order, its ID and its number", () => {
    const response = ask(post());
    expect(response.status).toBe(201);
    expect(json(response).data).toMatchObject({
      id: expect.stringMatching(/^ord_[0-9a-z]{16}$/),
      orderId: "BB1001",
      orderNumber: "#1001",
      status: "active",
      fulfillmentStatus: "unfulfilled",
      financialStatus: "pending",
      currency: "IDR",
      createdAt: "2026-03-01T08:00:00.000Z",
    });
  });

  test("keeps the notes and the tags as they came", () => {
    const { data } = json(
      ask(post(orderInput({ notes: "ring twice\nSheet ref: T-1", tags: ["gift", "b"] }))),
    );
    expect([data.notes, data.tags]).toEqual(["ring twice\nSheet ref: T-1", ["gift", "b"]]);
  });

  test.each([
    ["an empty body", ""],
    ["a body that is not JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["a number", "7"],
  ])("refuses %s with 400", (_, body) => {
    const response = ask(post(body));
    expect(response.status).toBe(400);
    expect(json(response).error.code).toBe("VALIDATION_ERROR");
  });

  test.each([
    ["no line items", { lineItems: [] }, "lineItems must NOT have fewer than 1 items"],
    [
      "a quantity of none",
      { lineItems: [{ productVariantId: "v", quantity: 0 }] },
      "lineItems[0].quantity must be >= 1",
    ],
    [
      "a half",
      { lineItems: [{ productVariantId: "v", quantity: 1.5 }] },
      "lineItems[0].quantity must be integer",
    ],
    [
      "a quantity as text",
      { lineItems: [{ productVariantId: "v", quantity: "2" }] },
      "lineItems[0].quantity must be integer",
    ],
    ["a line without variant", { lineItems: [{ quantity: 1 }] }, "lineItems[0].productVariantId is required"],
    ["a number for notes", { notes: 5 }, "notes must be string"],
    [
      "no e-mail address",
      { customer: { firstName: "A", lastName: "B", email: "x" } },
      'customer.email must match format "email"',
    ],
    ["no customer at all", { customer: undefined }, "customerId or customer is required"],
  ])("names the field at fault: %s", (_, changes, message) => {
    const response = ask(post({ ...orderInput(), ...changes }));
    expect(response.status).toBe(400);
    expect(json(response).error).toEqual({ code: "VALIDATION_ERROR", message });
  });

  test("names five fields at fault and counts the others", () => {
    const { error } = json(ask(post({ lineItems: [], shippingAddress: {} })));
    expect(error.message).toMatch(/^.*shippingAddress\.firstName is required.*; and 3 more$/);
  });

  test("refuses a variant and a customer that do not exist with 404, and makes nothing", () => {
    const standIn = standInWith();
    const lineItems = [{ productVariantId: "var_gone_1", quantity: 1 }];
    const gone = { customerId: "cus_gone_1" };
    for (const body of [orderInput({ lineItems }), orderInput(gone)]) {
      const response = ask(post(body), standIn);
      expect([response.status, json(response).error.code]).toEqual([404, "NOT_FOUND"]);
    }
    expect(standIn.shop("test").orderCount).toBe(0);
  });
});

describe("listing", () => {
  const filled = () => {
    const standIn = standInWith();
    for (let count = 0; count < 25; count++) standIn.exchange(post());
    return standIn;
  };

  test("gives twenty a page if no limit is asked for, and says whether more follow", () => {
    const standIn = filled();
    const first = json(ask(get("/orders"), standIn));
    const second = json(ask(get("/orders?page=2"), standIn));
    expect([first.data.length, first.meta]).toEqual([
      20,
      { page: 1, limit: 20, total: 25, hasNextPage: true },
    ]);
    expect([second.data.length, second.meta]).toEqual([
      5,
      { page: 2, limit: 20, total: 25, hasNextPage: false },
    ]);
    const ids = new Set([...first.data, ...second.data].map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(25);
  });

  test.each(["limit=101", "limit=0", "page=0", "page=x", "status=lost", "serach=a"])(
    "refuses %s with 400",
    (query) => {
      expect(ask(get(`/orders?${query}`)).status).toBe(400);
    },
  );

  test("finds an order by a part of its ID", () => {
    const standIn = filled();
    const order = standIn.shop("test").allOrders()[3];
    const { data } = json(ask(get(`/orders?search=${order?.id.slice(4)}`), standIn));
    expect(data).toEqual([order]);
    expect(json(ask(get(`/orders/${order?.id}`), standIn)).data).toEqual(order);
  });

  test("shows products page by page, and one by its ID", () => {
    const { data, meta } = json(ask(get("/products?limit=5&page=2")));
    expect(meta).toEqual({ page: 2, limit: 5, total: 12, hasNextPage: true });
    expect(json(ask(get(`/products/${data[0].id}`))).data).toEqual(data[0]);
  });

  test("answers 404 for what does not exist", () => {
    for (const path of ["/orders/ord_none", "/products/none", "/nothing", "/orders/a/b"]) {
      expect([path, ask(get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("the gate", () => {
  test("refuses a request without key, and one with an unknown key", () => {
    const missing = ask(post(orderInput(), ""));
    const unknown = ask(post(orderInput(), "bbb_test_unknown"));
    expect([missing.status, json(missing).error.code]).toEqual([401, "MISSING_API_KEY"]);
    expect([unknown.status, json(unknown).error.code]).toEqual([401, "INVALID_API_KEY"]);
  });

  test("refuses what a key has no scope for, and names the scope", () => {
    const writeOnly: ApiKey = { key: "bbb_test_write_cccc", scopes: ["orders:write"] };
    const standIn = standInWith({ keys: [writeOnly] });
    expect(ask(post(orderInput(), writeOnly.key), standIn).status).toBe(201);
    const response = ask(get("/orders", writeOnly.key), standIn);
    expect([response.status, json(response).error]).toEqual([
      403,
      { code: "INSUFFICIENT_SCOPE", message: "The API key lacks the scope orders:read" },
    ]);
  });

  test("can refuse every address, and every key", () => {
    const standIn = standInWith();
    standIn.gate.refuseAddresses = true;
    expect(json(ask(post(), standIn)).error.code).toBe("IP_NOT_ALLOWED");
    standIn.gate.refuseKeys = true;
    expect(json(ask(post(), standIn)).error.code).toBe("INVALID_API_KEY");
    expect(standIn.shop("test").orderCount).toBe(0);
  });

  test("keeps the orders of test and live keys apart", () => {
    const standIn = standInWith();
    const [testOnly, liveOnly] = keys.map(({ key }) => key);
    ask(post(orderInput(), liveOnly), standIn);
    expect(json(ask(get("/orders", testOnly), standIn)).meta.total).toBe(0);
    expect(json(ask(get("/orders", liveOnly), standIn)).meta.total).toBe(1);
  });
});

describe("the rate limit", () => {
  test("is announced in every answer of the API, errors included", () => {
    const standIn = standInWith({ limit: 3 });
    const seen = [post(), get("/orders"), post("{"), post(), post(orderInput(), "")].map((request) => {
      const { status, headers } = ask(request, standIn);
      return [status, headers["RateLimit-Limit"], headers["RateLimit-Remaining"], headers["RateLimit-Reset"]];
    });
    expect(seen).toEqual([
      [201, "3", "2", "60"],
      [200, "3", "1", "60"],
      [400, "3", "0", "60"],
      [429, "3", "0", "60"],
      [401, "3", "3", "60"],
    ]);
  });

  test("refuses without carrying anything out, until the window is over", () => {
    const clock = new StillClock();
    const standIn = standInWith({ limit: 1, windowMs: 3000 }, clock);
    expect(ask(post(), standIn).status).toBe(201);
    clock.ms += 2999;
    expect(json(ask(post(), standIn)).error.code).toBe("RATE_LIMIT_EXCEEDED");
    expect(standIn.shop("test").orderCount).toBe(1);
    clock.ms += 1;
    expect(ask(post(), standIn).status).toBe(201);
  });

  test("holds but is not announced when the headers are switched off", () => {
    const standIn = standInWith({ limit: 1, announceLimit: false });
    const statuses = [post(), post()].map((request) => {
      const { status, headers } = ask(request, standIn);
      return [status, Object.keys(headers).filter((name) => name.startsWith("RateLimit"))];
    });
    expect(statuses).toEqual([
      [201, []],
      [429, []],
    ]);
  });
});

test("outside the contract's base path there is nothing, with or without a key", () => {
  const response = ask({ ...post(), path: "/customer/open/v1/orders" });
  expect([response.status, json(response).error.code]).toEqual([404, "NOT_FOUND"]);
});
