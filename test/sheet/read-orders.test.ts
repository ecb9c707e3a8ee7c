import { readOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { ordersOf } from "./order-sheet";
import { columnsOf, dataFields, goodCells, rowOf } from "../orders/sheet";

describe("the orders of a sheet", () => {
  test("come in the order of their first rows, rows of one Order ref together, empty rows left out", () => {
    const blank = Object.fromEntries(dataFields.map((field) => [field, ""]));
    const records = ordersOf(
      { orderRef: "B" },
      { orderRef: "A" },
      blank,
      {},
      { orderRef: "B", variantId: "var_2" },
    );
    expect(records.map((record) => record.rows.map((row) => row.rowNumber))).toEqual([[2, 6], [3], [5]]);
    expect(records.map((record) => record.order.ref)).toEqual(["B", "A", ""]);
  });

  test("have a fingerprint only while they have no problems", () => {
    const [good, bad] = ordersOf({}, { quantity: "two" });
    expect(good?.fingerprint).toMatch(/^[0-9A-Z]{12}$/);
    expect(bad).toMatchObject({ fingerprint: null, order: { payload: null } });
  });

  test("that nobody wants are not checked", () => {
    const columns = columnsOf(dataFields, true);
    const seen: string[] = [];
    const records = readOrders(
      [rowOf(2, { ...goodCells, orderRef: "A" }), rowOf(3, { ...goodCells, orderRef: "B" })],
      columns,
      (rows) => {
        seen.push(...rows.map((one) => String(one.rowNumber)));
        return rows[0]?.rowNumber === 3;
      },
    );
    expect(seen).toEqual(["2", "3"]);
    expect(records.map((record) => record.order.ref)).toEqual(["B"]);
  });

  test("rows are numbered as the sheet numbers them", () => {
    const rows = rowsBelowHeader([["h"], [1], [2]], [["h"], ["1"], ["2"]]);
    expect(rows).toEqual([
      { rowNumber: 2, values: [1], display: ["1"] },
      { rowNumber: 3, values: [2], display: ["2"] },
    ]);
  });
});
