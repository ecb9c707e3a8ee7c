import { checkOrder } from "../../../src/orders/check/check-order";
import { columnsOf, goodCells, rowOf } from "../sheet";

describe("a Customer ID cell with an e-mail address or a phone number", () => {
  const found = (contact: string) => {
    const columns = columnsOf();
    const row = rowOf(2, { ...goodCells, customerId: contact });
    return checkOrder({ ref: "", rowNumbers: [2], rows: [row] }, columns, {
      customers: {
        resolve: (text) =>
          text === "siti@example.com" ? { kind: "found", customerId: "cus_7" } : { kind: "unknown" },
      },
    });
  };

  test("stands for the customer who has it", () => {
    expect(found("siti@example.com").payload?.customerId).toBe("cus_7");
  });

  test("that nobody has is a problem; an ID is taken as it is", () => {
    expect(found("+62 812 5550 0101").problems).toMatchObject([
      { kind: "unknownCustomer", field: "customerId" },
    ]);
    expect(found("cus_1").payload?.customerId).toBe("cus_1");
  });
});
