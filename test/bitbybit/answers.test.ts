import { readApiError, readCreatedOrder, readOrderPage } from "../../src/bitbybit/answers";
import { answerOf } from "./answer";

const created = {
  id: "ord_1",
  orderNumber: "#1001",
  notes: "n",
  tags: ["a"],
  createdAt: "2026-03-01T08:00:00+07:00",
};

describe("the answer to a created order", () => {
  test("gives its ID, number, reference and moment", () => {
    expect(readCreatedOrder(answerOf(201, { data: created }))).toEqual({
      id: "ord_1",
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
      { id: "ord_1", orderNumber: {}, notes: [], tags: "a", createdAt: "yesterday" },
    ]) {
      const order = readCreatedOrder(answerOf(201, { data }));
      expect(order).toEqual({ id: "ord_1", orderNumber: "", notes: "", tags: [], createdAtMs: null });
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
    [200, { data: [{}], meta: { total: 1 } }],
    [200, { data: {}, meta: { total: 1 } }],
    [200, "garbage"],
    [429, { data: [], meta: { total: 0 } }],
    [500, { data: [], meta: { total: 0 } }],
  ])("%i %j is none", (status, body) => {
    expect(readOrderPage(answerOf(status, body))).toBeNull();
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
