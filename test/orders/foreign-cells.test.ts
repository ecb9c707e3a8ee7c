import { mapColumns } from "../../src/orders/columns";
import type { StatusField } from "../../src/orders/field";
import { headerOf } from "../../src/orders/field";
import { foreignCells } from "../../src/orders/foreign-cells";
import { columnsOf, dataFields } from "./sheet";

/** The foreign cells of a sheet with these status columns, and what stands in them row by row. */
function foreignIn(fields: readonly StatusField[], ...rows: Partial<Record<StatusField, string>>[]) {
  return foreignOf(fields, rows, false);
}

function foreignOf(
  fields: readonly StatusField[],
  rows: Partial<Record<StatusField, string>>[],
  isPrepared: boolean,
) {
  const headers = [...dataFields, ...fields].map((field) => headerOf[field]);
  const map = mapColumns(headers);
  if (!map.ok) throw new Error("no columns");
  const lines = rows.map((row, index) => {
    const display = [...dataFields.map(() => "x"), ...fields.map((field) => row[field] ?? "")];
    return { rowNumber: index + 2, values: display, display };
  });
  return foreignCells(lines, map.columns, isPrepared).map(({ field, rowNumber, found }) => [
    field,
    rowNumber,
    found,
  ]);
}
const all = Object.keys(columnsOf(dataFields, true).status) as StatusField[];

describe("cells in status columns that the add-on did not write", () => {
  test("are those of a Status column with a value that is not the add-on's", () => {
    expect(foreignIn(all, { status: "created" }, { status: "Paid" }, {})).toEqual([["status", 3, "Paid"]]);
  });

  test("are those of a column of the user's own that is called like a status column", () => {
    expect(foreignIn(["message"], { message: "Happy birthday!" }, {}, { message: "Love" })).toEqual([
      ["message", 2, "Happy birthday!"],
      ["message", 4, "Love"],
    ]);
    expect(foreignIn(["orderId", "status"], { orderId: "SO-77" })).toEqual([["orderId", 2, "SO-77"]]);
  });

  test("are none where nothing stands in such a column", () => {
    expect(foreignIn(["message", "orderNumber"], {}, {})).toEqual([]);
    expect(foreignIn([], {})).toEqual([]);
  });

  test("are none where the add-on has been: it has set the sheet up, or left a status or a key", () => {
    expect(foreignIn(all, { message: "a note" })).toEqual([]);
    expect(foreignIn(["status", "message"], { status: "Valid", message: "a note" })).toEqual([]);
    expect(foreignOf(["message"], [{ message: "Valid once" }], true)).toEqual([]);
    expect(foreignIn(["sendKey", "message"], { sendKey: "T7K2M" }, { message: "a note" })).toEqual([]);
  });
});
