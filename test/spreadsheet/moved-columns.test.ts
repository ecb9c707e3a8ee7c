import { headerOf } from "../../src/orders/field";
import type { RowChanges } from "../../src/sheet/rectangles";
import { columnsStand, overwrittenCells } from "../../src/spreadsheet/moved-columns";
import { takenBack } from "../../src/spreadsheet/taken-back";
import { headerRow, type ScriptedSheet } from "./scripted-sheet";
import { three, valid, write } from "./written-sheet";

describe("a column that moved between the reading and the flush", () => {
  const one: RowChanges = new Map([[2, { status: "Valid" }]]);
  const statusColumn = headerRow.indexOf(headerOf.status);

  test("is noticed, and a status cell that got a text of another column gets back what it had", () => {
    const rows = [{ content: "gift", orderId: "ord_1" }];
    const move = (sheet: ScriptedSheet) => {
      const without = (line: readonly string[]) => line.filter((_, index) => index !== statusColumn);
      sheet.header = [...without(sheet.header), headerOf.status];
      sheet.rows = sheet.rows.map((line) => [...without(line), line[statusColumn] ?? ""]);
    };
    const { written, before, after } = write(rows, one, [{ before: move }]);
    expect(columnsStand(before, after)).toBe(false);
    expect(overwrittenCells(written, after)).toEqual([]);
    expect([...takenBack(written, after)]).toEqual([[2, { orderId: "ord_1" }]]);
  });

  test("to the front names the cell of the column that came into its place", () => {
    const { written, before, after } = write([{ content: "gift" }], one, [
      { before: (sheet) => sheet.moveToFront(headerOf.status) },
    ]);
    expect(columnsStand(before, after)).toBe(false);
    expect(overwrittenCells(written, after)).toEqual([{ cell: "T2", had: "" }]);
  });

  test("is none while every column stands where it did", () => {
    const { written, before, after } = write(three, valid);
    expect([columnsStand(before, after), overwrittenCells(written, after)]).toEqual([true, []]);
  });
});
