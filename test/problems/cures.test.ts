import type { Problem } from "../../src/orders/check/problem";
import { type CuredCell, cureOf, maxCures, notWritten, planCures, planUndo } from "../../src/problems/cures";

const quantity = (rowNumber: number, found: string, suggestion: number | null, columnIndex = 4): Problem => ({
  kind: "notWhole",
  suggestion,
  rowNumber,
  columnIndex,
  field: "quantity",
  found,
});
const none = () => false;

describe("what would put a cell right", () => {
  test("is certain for a quantity that can mean one thing alone", () => {
    expect(cureOf(quantity(2, "2 pcs", 2))).toEqual({ value: 2, isCertain: true });
    expect(cureOf(quantity(2, "1 lusin", 12))).toEqual({ value: 12, isCertain: true });
    expect(cureOf(quantity(2, "1,000,000", 1_000_000))?.isCertain).toBe(false);
    expect(cureOf(quantity(2, "1,000", 1000))?.isCertain).toBe(false);
    expect(cureOf(quantity(2, "5 (habis)", null))).toBeNull();
  });

  test("is proposed for phones and zips", () => {
    const place = { rowNumber: 2, columnIndex: 3, field: "phone" } as const;
    expect(cureOf({ kind: "scientific", cure: "+6281", ...place, found: "6.28E+12" })).toEqual({
      value: "+6281",
      isCertain: false,
    });
    expect(cureOf({ kind: "phonePrefix", suggestion: "+62812", ...place, found: "812" })?.value).toBe(
      "+62812",
    );
    expect(cureOf({ kind: "zipLength", country: "ID", suggestion: null, ...place, found: "1" })).toBeNull();
    expect(cureOf({ kind: "missing", ...place, found: "" })).toBeNull();
  });
});

describe("one click", () => {
  test("writes each run of neighbouring cells at once, and says what stood there", () => {
    const plan = planCures(
      [quantity(3, "3 pcs", 3), quantity(2, "2 pcs", 2), quantity(9, "1 lusin", 12)],
      none,
    );
    expect(plan.blocks).toEqual([
      { rowNumber: 2, columnIndex: 4, values: [2, 3] },
      { rowNumber: 9, columnIndex: 4, values: [12] },
    ]);
    expect(plan.cells[0]).toEqual({ rowNumber: 2, columnIndex: 4, before: "2 pcs", value: 2 });
  });

  test("writes at most a hundred cells, each once, and says how many are left", () => {
    const many = Array.from({ length: 250 }, (_, index) => quantity(index + 2, "2 pcs", 2));
    const plan = planCures([...many, ...many], none);
    expect(plan.cells).toHaveLength(maxCures);
    expect(plan.left).toBe(150);
  });

  test("never overwrites a formula, and nothing that is not certain", () => {
    const plan = planCures(
      [quantity(2, "2 pcs", 2), quantity(3, "2 pcs", 2), quantity(4, "1,000", 1000)],
      (row) => row === 2,
    );
    expect(plan.cells.map((cell) => cell.rowNumber)).toEqual([3]);
  });
});

describe("afterwards", () => {
  const cells: CuredCell[] = [
    { rowNumber: 2, columnIndex: 0, before: "2 pcs", value: 2 },
    { rowNumber: 3, columnIndex: 0, before: "3 pcs", value: 3 },
  ];

  test("cells that do not show what was written are told", () => {
    expect(notWritten(cells, [["Quantity"], ["2"], ["3 pcs"]])).toEqual([cells[1]]);
    expect(notWritten(cells, [["Quantity"]])).toHaveLength(2);
  });

  test("all is put back as long as every cell shows its cure", () => {
    expect(planUndo(cells, [["Quantity"], ["2"], ["3"]])).toEqual({
      ok: true,
      blocks: [{ rowNumber: 2, columnIndex: 0, values: ["2 pcs", "3 pcs"] }],
    });
  });

  test("nothing is put back once one of them was changed", () => {
    expect(planUndo(cells, [["Quantity"], ["2"], ["4"]])).toEqual({ ok: false, changed: [cells[1]] });
  });
});
