import { OrderMemory, readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { type OrderRow, ordersOf, readingOf } from "../orders/order-sheet";
import { columnsOf, dataFields, goodCells, rowOf } from "../orders/sheet";

const readOrders = (...given: Parameters<typeof readSheetOrders>) => readSheetOrders(...given).records;

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
    expect(good?.order.fingerprint).toMatch(/^[0-9A-Z]{12}$/);
    expect(bad).toMatchObject({ order: { fingerprint: null, payload: null } });
  });

  test("rows are numbered as the sheet numbers them", () => {
    const rows = rowsBelowHeader([["h"], [1], [2]], [["h"], ["1"], ["2"]]);
    expect(rows).toEqual([
      { rowNumber: 2, values: [1], display: ["1"] },
      { rowNumber: 3, values: [2], display: ["2"] },
    ]);
  });
});

describe("orders that were read before", () => {
  const columns = columnsOf(dataFields, true);
  const rowsOf = (...rows: OrderRow[]) => {
    const { display } = readingOf(rows);
    return rowsBelowHeader(display, display);
  };

  test("are known again by their texts alone, wherever they stand by now", () => {
    const memory = new OrderMemory();
    const [first, second] = readOrders(rowsOf({ orderRef: "A" }, { orderRef: "B" }), columns, { memory });
    const again = readOrders(rowsOf({ orderRef: "B" }, { orderRef: "A" }), columns, {
      memory,
      hasValues: false,
    });
    expect(again.map(({ order }) => order.fingerprint)).toEqual([
      second?.order.fingerprint,
      first?.order.fingerprint,
    ]);
    expect(again.map(({ order }) => [order.ref, order.rowNumbers])).toEqual([
      ["B", [2]],
      ["A", [3]],
    ]);
    expect(memory.unknown).toBe(0);
  });

  test("name the rows in which they stand by now, in what was put right and in their articles", () => {
    const memory = new OrderMemory();
    const spaced = { orderRef: "A", city: " Bandung " };
    const [first] = readOrders(rowsOf({ orderRef: "B" }, spaced), columns, { memory }).slice(1);
    const [moved] = readOrders(rowsOf(spaced, { orderRef: "B" }), columns, { memory });
    expect(first?.order.fixes).toMatchObject([{ rowNumber: 3, field: "city" }]);
    expect(moved?.order.fixes).toMatchObject([{ rowNumber: 2, field: "city" }]);
    expect(moved?.order.payload).toBe(first?.order.payload);
  });

  test("and have changed since are counted as unknown, with neither payload nor problems", () => {
    const memory = new OrderMemory();
    readOrders(rowsOf({ quantity: 2 }), columns, { memory });
    const [edited] = readOrders(rowsOf({ quantity: 3 }), columns, { memory, hasValues: false });
    expect(edited).toMatchObject({ order: { fingerprint: null, payload: null, problems: [] } });
    expect(memory.unknown).toBe(1);
  });

  test("are not taken for one whose cells show the same and hold something else", () => {
    const memory = new OrderMemory();
    const shown = (value: unknown) => [rowOf(2, { ...goodCells, zip: { value, shows: "40115" } })];
    const [text] = readOrders(shown("40115"), columns, { memory });
    const [date] = readOrders(shown(new Date(0)), columns, { memory });
    expect(text?.order.problems).toEqual([]);
    expect(date?.order.problems).toMatchObject([{ kind: "date", field: "zip" }]);
  });

  test("name the rows in which their problems stand now, also when only texts are read", () => {
    const twoRows: OrderRow[] = [
      { orderRef: "A", quantity: "two" },
      { orderRef: "A", zip: "40116" },
    ];
    for (const hasValues of [true, false]) {
      const memory = new OrderMemory();
      readOrders(rowsOf(...twoRows), columns, { memory });
      const moved = readOrders(rowsOf({ orderRef: "B" }, ...twoRows), columns, { memory, hasValues });
      expect(moved[1]?.order.problems).toMatchObject([
        { rowNumber: 3, found: "two" },
        { rowNumber: 3, otherRowNumber: 4, found: "40115" },
        { rowNumber: 4, otherRowNumber: 3, found: "40116" },
      ]);
    }
  });

  test("name the rows of their warnings and of what was put right as they stand now", () => {
    const memory = new OrderMemory();
    const row: OrderRow = { orderRef: "A", quantity: 5000, city: " Bandung\u200b " };
    const [first] = readOrders(rowsOf(row), columns, { memory });
    expect([first?.order.warnings.length, first?.order.fixes.length]).toEqual([1, 2]);
    const other: OrderRow = { orderRef: "B", firstName: "Budi" };
    readOrders(rowsOf(other), columns, { memory });
    const moved = readOrders(rowsOf(other, row), columns, { memory, hasValues: false })[1]?.order;
    expect(moved?.warnings).toMatchObject([{ kind: "largeQuantity", rowNumber: 3 }]);
    expect(moved?.fixes.map(({ rowNumber }) => rowNumber)).toEqual([3, 3]);
  });
});
