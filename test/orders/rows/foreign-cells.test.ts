import { mapColumns, missingStatusFields } from "../../../src/orders/columns";
import type { StatusField } from "../../../src/orders/field";
import { headerOf } from "../../../src/orders/field";
import { foreignCells, withOwnStatusNames } from "../../../src/orders/rows/foreign-cells";
import { formatSendKey } from "../../../src/orders/send-key";
import { sendKeyOf } from "../send-keys";
import { columnsOf, dataFields } from "../sheet";

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

  test("are none if nothing stands in such a column", () => {
    expect(foreignIn(["message", "orderNumber"], {}, {})).toEqual([]);
    expect(foreignIn([], {})).toEqual([]);
  });

  test("are none if the add-on has been there: it has set the sheet up, or left a status or a key", () => {
    expect(foreignIn(all, { message: "a note" })).toEqual([]);
    expect(foreignIn(["status", "message"], { status: "Valid", message: "a note" })).toEqual([]);
    expect(foreignOf(["message"], [{ message: "Valid once" }], true)).toEqual([]);
    expect(foreignIn(["sendKey", "message"], { sendKey: "T7K2M" }, { message: "a note" })).toEqual([]);
  });
});

describe("a status column that belongs to the user", () => {
  const columnsWith = (
    fields: readonly StatusField[],
    row: Partial<Record<StatusField, string>>,
    isPrepared = false,
  ) => {
    const map = mapColumns([...dataFields, ...fields].map((field) => headerOf[field]));
    if (!map.ok) throw new Error("no columns");
    const display = [...dataFields.map(() => "x"), ...fields.map((field) => row[field] ?? "")];
    return withOwnStatusNames([{ rowNumber: 2, values: display, display }], map.columns, isPrepared);
  };

  test.each<[readonly StatusField[], Partial<Record<StatusField, string>>]>([
    [["status"], { status: "Paid" }],
    [["orderId"], { orderId: "INV/2024/1" }],
    [["message", "status"], { message: "Happy birthday!" }],
  ])("stays the user's, and the add-on's six get names of their own: %j", (fields, row) => {
    const columns = columnsWith(fields, row);
    expect(columns).toMatchObject({ status: {}, statusNames: "own" });
    expect(missingStatusFields(columns)).toHaveLength(6);
  });

  test("is the add-on's while nothing else stands in it", () => {
    expect(columnsWith(["status"], { status: "Created" }).statusNames).toBe("plain");
    expect(columnsWith(all, {}).statusNames).toBe("plain");
  });

  test("is never given away if the add-on has been there, whatever somebody typed into it", () => {
    expect(columnsWith(all, { status: "done" }, true).statusNames).toBe("plain");
    const sendKey = formatSendKey(sendKeyOf({}));
    expect(columnsWith(all, { status: "done", sendKey }).statusNames).toBe("plain");
  });
});
