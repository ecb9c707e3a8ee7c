import { parseA1 } from "../../../../local/runtime/model/a1";
import type { Sheet } from "../../../../local/runtime/model/sheet";
import { Spreadsheet } from "../../../../local/runtime/model/spreadsheet";
import { cellOf, SpreadsheetUser } from "../../../../local/runtime/model/user-acts";

function sheetWith(rows: (string | number | null)[][]) {
  const spreadsheet = new Spreadsheet({ id: "1", name: "Shop" });
  const sheet = spreadsheet.addSheet("Orders", { maxRows: 20, maxColumns: 6 });
  rows.forEach((row, rowIndex) => {
    row.forEach((value, columnIndex) => {
      sheet.setCell(rowIndex + 1, columnIndex + 1, cellOf(value));
    });
  });
  return { spreadsheet, sheet, user: new SpreadsheetUser(spreadsheet, () => Date.UTC(2026, 0, 5)) };
}

const box = (name: string) => {
  const parsed = parseA1(name, 20, 6);
  if (parsed === null) throw new Error(name);
  return parsed;
};
const column = (sheet: Sheet, number: number, rows: number) =>
  Array.from({ length: rows }, (_, index) => sheet.cell(index + 1, number).value);

describe("rows", () => {
  test("inserting rows moves what is below: cells, hidden rows, filter, protections", () => {
    const { sheet, user } = sheetWith([["a"], ["b"], ["c"]]);
    user.hideRows(sheet, [2]);
    user.setFilter(sheet, box("A1:A3"), [3]);
    sheet.properties.protections.push({ box: box("A3"), description: "" });
    user.insertRows(sheet, 2, 2);
    expect(column(sheet, 1, 5)).toEqual(["a", null, null, "b", "c"]);
    expect([...sheet.properties.hiddenRows]).toEqual([4]);
    expect(sheet.isHiddenByFilter(5)).toBe(true);
    expect(sheet.properties.filter?.box.rows).toBe(5);
    expect(sheet.properties.protections[0]?.box.row).toBe(5);
    expect(sheet.maxRows).toBe(22);
  });

  test("inserted rows take the formats of the row above, not its values and notes", () => {
    const { sheet, user } = sheetWith([]);
    sheet.setCell(1, 1, { ...cellOf("007", "@"), note: "n" });
    user.insertRows(sheet, 2);
    expect(sheet.cell(2, 1)).toEqual(cellOf(null, "@"));
  });

  test("deleting rows takes their cells and everything that covers only them away", () => {
    const { sheet, user } = sheetWith([["a"], ["b"], ["c"]]);
    user.hideRows(sheet, [2, 3]);
    sheet.properties.protections.push({ box: box("A2"), description: "" });
    user.deleteRows(sheet, 2);
    expect(column(sheet, 1, 2)).toEqual(["a", "c"]);
    expect([...sheet.properties.hiddenRows]).toEqual([2]);
    expect(sheet.properties.protections).toEqual([]);
    user.unhideRows(sheet, [2]);
    expect(sheet.properties.hiddenRows.size).toBe(0);
  });
});

describe("columns", () => {
  test.each([
    [1, 1, 4, ["b", "c", "a", "d"]],
    [3, 2, 1, ["c", "d", "a", "b"]],
    [2, 1, 3, ["a", "b", "c", "d"]],
  ])("moving from %i, %i of them, before %i", (first, count, before, expected) => {
    const { sheet, user } = sheetWith([["a", "b", "c", "d"]]);
    sheet.properties.columnWidths.set(first, 77);
    user.moveColumns(sheet, first, count, before);
    expect([1, 2, 3, 4].map((number) => sheet.cell(1, number).value)).toEqual(expected);
    const moved = ["a", "b", "c", "d"][first - 1] ?? "";
    expect(sheet.properties.columnWidths.get(expected.indexOf(moved) + 1)).toBe(77);
  });

  test("inserting and deleting shift the cells of every row", () => {
    const { sheet, user } = sheetWith([
      ["a", "b"],
      ["c", "d"],
    ]);
    user.insertColumns(sheet, 2);
    expect(column(sheet, 3, 2)).toEqual(["b", "d"]);
    user.deleteColumns(sheet, 1, 2);
    expect(column(sheet, 1, 2)).toEqual(["b", "d"]);
    expect(sheet.maxColumns).toBe(5);
  });
});

describe("sorting", () => {
  test("sorting only part of the columns parts them from the others", () => {
    const { sheet, user } = sheetWith([
      ["c", 1, "x"],
      ["a", 2, "y"],
      ["b", 3, "z"],
    ]);
    user.sort(sheet, box("A1:B3"), 1);
    expect(column(sheet, 1, 3)).toEqual(["a", "b", "c"]);
    expect(column(sheet, 2, 3)).toEqual([2, 3, 1]);
    expect(column(sheet, 3, 3)).toEqual(["x", "y", "z"]);
  });

  test("numbers come before texts, letter case does not count, empty cells come last either way", () => {
    const { sheet, user } = sheetWith([["b"], [null], [10], ["A"], [9]]);
    user.sort(sheet, box("A1:A5"), 1);
    expect(column(sheet, 1, 5)).toEqual([9, 10, "A", "b", null]);
    user.sort(sheet, box("A1:A5"), 1, false);
    expect(column(sheet, 1, 5)).toEqual(["b", "A", 10, 9, null]);
  });
});

describe("copying, cutting, filling", () => {
  test("pasting a copy leaves the source; pasting a cut empties it", () => {
    const { sheet, user } = sheetWith([["a"], ["b"]]);
    user.paste(user.copy(sheet, box("A1:A2")), sheet, 4, 2);
    expect([column(sheet, 1, 2), sheet.cell(5, 2).value]).toEqual([["a", "b"], "b"]);
    user.paste(user.cut(sheet, box("A1:A2")), sheet, 2, 1);
    expect(column(sheet, 1, 3)).toEqual([null, "a", "b"]);
  });

  test.each([
    [["R-009"], ["R-010", "R-011"]],
    [
      ["R-1", "R-3"],
      ["R-5", "R-7"],
    ],
    [[5], [5, 5]],
    [
      [5, 7],
      [9, 11],
    ],
    [["x"], ["x", "x"]],
    [
      ["x", "y"],
      ["x", "y"],
    ],
  ])("filling down from %j goes on with %j", (source, expected) => {
    const { sheet, user } = sheetWith(source.map((value) => [value]));
    user.fillDown(sheet, { row: 1, column: 1, rows: source.length, columns: 1 }, 2);
    expect(column(sheet, 1, source.length + 2).slice(source.length)).toEqual(expected);
  });

  test("filling down from a date goes on day by day", () => {
    const { sheet, user } = sheetWith([]);
    user.editCell(sheet, 1, 1, "2024-01-31");
    user.fillDown(sheet, box("A1"), 1);
    expect(sheet.cell(2, 1)).toEqual(cellOf(45323, "yyyy-mm-dd"));
  });

  test("Delete empties cells and leaves formats and notes", () => {
    const { sheet, user } = sheetWith([]);
    sheet.setCell(1, 1, { ...cellOf("007", "@"), note: "n" });
    user.clear(sheet, box("A1"));
    expect(sheet.cell(1, 1)).toEqual({ ...cellOf(null, "@"), note: "n" });
  });
});

describe("sheets", () => {
  test("a copy has everything but the ID", () => {
    const { spreadsheet, sheet, user } = sheetWith([["a"]]);
    const copy = user.copySheet(sheet, "Copy of Orders");
    user.editCell(copy, 1, 1, "changed");
    expect(sheet.cell(1, 1).value).toBe("a");
    expect(copy.sheetId).not.toBe(sheet.sheetId);
    expect(spreadsheet.activeSheet).toBe(copy);
  });

  test("a deleted sheet's neighbour becomes active; its ID is not used again", () => {
    const { spreadsheet, sheet, user } = sheetWith([]);
    const log = user.insertSheet("log");
    user.deleteSheet(log);
    expect(spreadsheet.activeSheet).toBe(sheet);
    expect(user.insertSheet("other").sheetId).not.toBe(log.sheetId);
  });
});

describe("undo and versions", () => {
  test("undo takes back one act at a time", () => {
    const { spreadsheet, sheet, user } = sheetWith([["a"], ["b"]]);
    user.editCell(sheet, 1, 1, "x");
    user.deleteRows(sheet, 1);
    user.renameSheet(sheet, "Other");
    for (const expected of ["Other", "Orders"]) {
      expect(sheet.name).toBe(expected);
      user.undo();
    }
    expect(column(sheet, 1, 2)).toEqual(["x", "b"]);
    user.undo();
    expect(column(sheet, 1, 2)).toEqual(["a", "b"]);
    expect(user.undo()).toBe(false);
    expect(spreadsheet.sheets).toEqual([sheet]);
  });

  test("a version brings everything back, deleted sheets too, and stays as it was when restored twice", () => {
    const { spreadsheet, sheet, user } = sheetWith([["a"]]);
    const log = user.insertSheet("log");
    user.editCell(log, 1, 1, "line");
    const version = user.saveVersion();
    for (const _ of [1, 2]) {
      user.deleteSheet(log);
      user.editCell(sheet, 1, 1, "x");
      user.restoreVersion(version);
      const restored = spreadsheet.sheetByName("log");
      expect([sheet.cell(1, 1).value, restored?.cell(1, 1).value]).toEqual(["a", "line"]);
      if (restored !== null) user.editCell(restored, 1, 1, "overwritten");
      user.restoreVersion(version);
    }
    expect(spreadsheet.sheetByName("log")?.cell(1, 1).value).toBe("line");
  });

  test("every act is told to the listeners, until they leave", () => {
    const { spreadsheet, sheet, user } = sheetWith([]);
    const heard: string[] = [];
    const leave = spreadsheet.onChange((author) => heard.push(author));
    user.editCell(sheet, 1, 1, "x");
    user.select(["A1", "C1:C3"]);
    leave();
    user.clear(sheet, box("A1"));
    expect(heard).toEqual(["user", "user"]);
  });
});
