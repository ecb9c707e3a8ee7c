import {
  readCreatedOrder as readCreated,
  readApiError as readError,
  readOrderPage as readPage,
} from "../../src/bitbybit/answers";
import type { ApiAnswer } from "../../src/bitbybit/http";
import { answerOf } from "./answer";

const apiKey = "bbb_test_kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1";
const readCreatedOrder = (answer: ApiAnswer) => readCreated(answer, apiKey);
const readOrderPage = (answer: ApiAnswer) => readPage(answer, apiKey);
const readApiError = (answer: ApiAnswer) => readError(answer, apiKey);

const created = {
  id: "ord_1",
  orderNumber: "#1001",
  notes: "n",
  tags: ["a"],
  createdAt: "2026-03-01T08:00:00+07:00",
  lineItems: [{ productVariant: { id: "var_1" }, quantity: 2 }],
  shippingAddress: { firstName: "Siti", lastName: "R.", phone: "0812 5550 142", address1: "Jl. 1", zip: "1" },
};

describe("the answer to a created order", () => {
  test("gives its ID, number, reference, moment and content", () => {
    expect(readCreatedOrder(answerOf(201, { data: created }))).toEqual({
      content: { lines: "2 var_1", recipient: ["sitir", "jl1", "5550142", "1"] },
      id: "ord_1",
      idFault: null,
      orderNumber: "#1001",
      notes: "n",
      tags: ["a"],
      createdAtMs: Date.UTC(2026, 2, 1, 1),
    });
  });

  test("needs nothing but the ID: whatever else is missing, null or odd is left empty", () => {
    for (const data of [
      { id: "ord_1" },
      { id: "ord_1", orderNumber: null, notes: null, tags: null, createdAt: null },
      { id: "ord_1", orderNumber: {}, notes: [], tags: "a", createdAt: "yesterday", shippingAddress: 7 },
    ]) {
      const order = readCreatedOrder(answerOf(201, { data }));
      expect(order).toEqual({
        content: { lines: null, recipient: ["", "", "", ""] },
        id: "ord_1",
        idFault: null,
        orderNumber: "",
        notes: "",
        tags: [],
        createdAtMs: null,
      });
    }
  });

  test("a number that comes as a number is its digits", () => {
    expect(readCreatedOrder(answerOf(201, { data: { id: "o", orderNumber: 1001 } }))?.orderNumber).toBe(
      "1001",
    );
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    '{"data":null}',
    '{"data":{}}',
    '{"data":{"id":""}}',
    '{"data":{"id":7}}',
    "<html>",
  ])("%j tells of no order", (body) => {
    expect(readCreatedOrder(answerOf(201, body))).toBeNull();
  });
});

describe("a page of orders", () => {
  test("has its orders and the total of the list", () => {
    const page = readOrderPage(answerOf(200, { data: [created, { id: "ord_2" }], meta: { total: 7 } }));
    expect(page?.total).toBe(7);
    expect(page?.orders.map((order) => order.id)).toEqual(["ord_1", "ord_2"]);
  });

  test.each<[number, unknown]>([
    [200, { data: [] }],
    [200, { data: {}, meta: { total: 1 } }],
    [200, "garbage"],
    [429, { data: [], meta: { total: 0 } }],
    [500, { data: [], meta: { total: 0 } }],
  ])("%i %j is none", (status, body) => {
    expect(readOrderPage(answerOf(status, body))).toBeNull();
  });

  test.each([-1, 1.5, 10_000_001, 3_000_000_000, 1e300, "7", null])(
    "with the total %j is none: nothing may be done that often",
    (total) => {
      expect(readOrderPage(answerOf(200, { data: [], meta: { total } }))).toBeNull();
    },
  );

  test("counts what is no order, and keeps the others", () => {
    const data = [{ id: "a" }, {}, { id: "" }, { id: 7 }, null, "b", { id: "c" }];
    const page = readOrderPage(answerOf(200, { data, meta: { total: 7 } }));
    expect(page?.orders.map((order) => order.id)).toEqual(["a", "c"]);
    expect(page?.unreadable).toBe(5);
  });
});

describe("texts that are too long or odd", () => {
  const read = (order: object) => readCreatedOrder(answerOf(201, { data: { id: "ord_1", ...order } }));

  test("notes keep their end, where the reference stands", () => {
    const notes = read({ notes: `${"x".repeat(100_000)}Sheet ref: K` })?.notes;
    expect(notes).toHaveLength(60_000);
    expect(notes).toMatch(/Sheet ref: K$/);
  });

  test("tags keep the last thousand", () => {
    const tags = Array.from({ length: 5_000 }, (_, index) => `t${index}`);
    expect(read({ tags })?.tags).toEqual(tags.slice(-1_000));
  });

  test("a number is one line of at most 200 characters, without halves of characters", () => {
    expect(read({ orderNumber: ` #1\n2${"9".repeat(500)}` })?.orderNumber).toMatch(/^#1\ufffd29{196}$/);
    expect(read({ orderNumber: `${"9".repeat(199)}😀` })?.orderNumber).toBe("9".repeat(199));
  });

  test.each(["0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "+275760-09-13"])(
    "the moment %s is none",
    (createdAt) => {
      expect(read({ createdAt })?.createdAtMs).toBeNull();
    },
  );

  test("the API key is in nothing that is shown, a cut key included", () => {
    const order = read({ orderNumber: `${"x".repeat(190)}${apiKey}` });
    expect(order?.orderNumber).toBe(`${"x".repeat(190)}bbb_…`);
    const error = readApiError(
      answerOf(400, { error: { code: apiKey, message: `${"x".repeat(59_990)}${apiKey}` } }),
    );
    expect(error).toEqual({ code: "bbb_…", message: `${"x".repeat(59_990)}bbb_…` });
  });
});

describe("a refusal", () => {
  test("gives the API's code and words", () => {
    expect(readApiError(answerOf(400, { error: { code: "VALIDATION_ERROR", message: "zip" } }))).toEqual({
      code: "VALIDATION_ERROR",
      message: "zip",
    });
  });

  test("may have words without a code, and a code without words", () => {
    expect(readApiError(answerOf(400, { error: { message: "zip" } }))).toEqual({ code: "", message: "zip" });
    expect(readApiError(answerOf(400, { error: { code: "X" } }))).toEqual({ code: "X", message: "" });
  });

  test.each([{}, "", "<html>502</html>", { error: "no" }, { error: { code: null, message: {} } }])(
    "%j has no words",
    (body) => {
      expect(readApiError(answerOf(400, body))).toEqual({ code: "", message: "" });
    },
  );
});
