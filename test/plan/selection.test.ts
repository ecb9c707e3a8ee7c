import { selectRows } from "../../src/plan/selection";
import type { RowSpan } from "../../src/ports/ports";
import { rowsBelowHeader } from "../../src/sheet/read-orders";
import type { OrderRow } from "../orders/order-sheet";
import { columnsOf, dataFields, goodCells } from "../orders/sheet";
import { SelectedSheet } from "./selected-sheet";

const blank: OrderRow = Object.fromEntries([...dataFields, "message" as const].map((field) => [field, ""]));

function selected(
  spans: RowSpan[],
  rows: OrderRow[] = [goodCells, goodCells, blank, goodCells],
  hidden: number[] = [],
) {
  const sheet = new SelectedSheet(rows, spans);
  sheet.hidden = new Set(hidden);
  const display = sheet.readDisplay();
  const found = selectRows(spans, rowsBelowHeader(display, display), columnsOf(dataFields, true), sheet);
  return { ...found, rowNumbers: [...found.rowNumbers], hidden: [...found.hidden] };
}

describe("the selected rows", () => {
  test("come each once and in order, however the ranges overlap", () => {
    const spans = [
      { firstRow: 3, lastRow: 5 },
      { firstRow: 2, lastRow: 3 },
      { firstRow: 3, lastRow: 3 },
    ];
    expect(selected(spans)).toMatchObject({ rowNumbers: [2, 3, 5], emptyRows: 1 });
  });

  test("leave out the header, and what lies below the last row of a whole column", () => {
    expect(selected([{ firstRow: 1, lastRow: 1_000_000 }]).rowNumbers).toEqual([2, 3, 5]);
    expect(selected([{ firstRow: 1, lastRow: 1 }]).rowNumbers).toEqual([]);
  });

  test("leave out and count what a filter hides, and empty rows", () => {
    expect(selected([{ firstRow: 2, lastRow: 5 }], undefined, [3, 4])).toEqual({
      rowNumbers: [2, 5],
      hidden: [3],
      emptyRows: 1,
    });
  });

  test("are none of an empty sheet, or without a selection", () => {
    expect(selected([{ firstRow: 1, lastRow: 9 }], []).rowNumbers).toEqual([]);
    expect(selected([])).toEqual({ rowNumbers: [], hidden: [], emptyRows: 0 });
  });

  test("with a status and nothing else are empty", () => {
    expect(selected([{ firstRow: 2, lastRow: 2 }], [{ ...blank, status: "Valid" }])).toMatchObject({
      emptyRows: 1,
    });
  });
});
