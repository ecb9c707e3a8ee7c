import { type UserAct, userActSchema } from "../../../local/workbench/user-act";
import { sheetWith } from "./sheet";

const column = (rows: string[][], acts: UserAct[]) => {
  const { sheet, user } = sheetWith(rows);
  const answers = acts.map((act) => user.carryOut(act));
  const texts = rows.map((_, index) => sheet.cell(index + 1, 1).value);
  return { answers, texts, sheet };
};
const rows = [["Ref"], ["b"], ["a"], ["c"]];

test("what is typed is read as Sheets reads it", () => {
  const { sheet } = column(rows, [{ act: "edit", row: 2, column: 1, text: "007" }]);
  expect(sheet.cell(2, 1).value).toBe(7);
});

test("a range is sorted, and undo takes that back", () => {
  const sort: UserAct = { act: "sort", range: "A2:A4", column: 1, ascending: false };
  expect(column(rows, [sort]).texts).toEqual(["Ref", "c", "b", "a"]);
  expect(column(rows, [sort, { act: "undo" }]).texts).toEqual(["Ref", "b", "a", "c"]);
});

test("a filter hides the rows that show another value, the header excepted", () => {
  const { sheet } = column(rows, [{ act: "filter", range: "A1:A4", column: 1, value: "a" }]);
  expect([1, 2, 3, 4].filter((row) => sheet.isHiddenByFilter(row))).toEqual([2, 4]);
});

test("rows are inserted, deleted, hidden and shown again", () => {
  expect(column(rows, [{ act: "insertRows", row: 2, count: 1 }]).texts).toEqual(["Ref", null, "b", "a"]);
  expect(column(rows, [{ act: "deleteRows", row: 2, count: 2 }]).texts).toEqual(["Ref", "c", null, null]);
  const hide: UserAct = { act: "hideRows", row: 2, count: 2 };
  expect([...column(rows, [hide]).sheet.properties.hiddenRows]).toEqual([2, 3]);
  expect(column(rows, [hide, { act: "showRows" }]).sheet.properties.hiddenRows.size).toBe(0);
});

test("cut cells are pasted elsewhere and leave nothing behind", () => {
  const { texts } = column(rows, [
    { act: "cut", range: "A2" },
    { act: "paste", row: 4, column: 1 },
  ]);
  expect(texts).toEqual(["Ref", null, "a", "b"]);
});

test("a whole column is cleared down to its last row", () => {
  expect(column(rows, [{ act: "clear", ranges: ["A1:A20"] }]).texts).toEqual([null, null, null, null]);
});

test.each<[UserAct, RegExp]>([
  [{ act: "edit", row: 21, column: 1, text: "x" }, /no such cells/],
  [{ act: "edit", row: 1, column: 1, text: "x".repeat(50_001) }, /50,000 characters/],
  [{ act: "select", ranges: ["Z99"] }, /no such cells/],
  [{ act: "select", ranges: ["<b>"] }, /no such cells/],
  [{ act: "sort", range: "A1:A4", column: 3, ascending: true }, /not one of those selected/],
  [{ act: "deleteRows", row: 1, count: 20 }, /one row at least/],
  [{ act: "deleteRows", row: 15, count: 10 }, /no such cells/],
  [{ act: "paste", row: 1, column: 1 }, /Nothing was copied/],
  [{ act: "openSheet", sheetId: 99 }, /was deleted/],
])("%j cannot be done, which one sentence says, and the sheet stays", (act, words) => {
  const { answers, texts } = column(rows, [act]);
  expect(answers[0]).toMatch(words);
  expect(texts).toEqual(["Ref", "b", "a", "c"]);
});

test.each([
  { act: "format" },
  { act: "edit", row: 0, column: 1, text: "x" },
  { act: "edit", row: 1.5, column: 1, text: "x" },
  { act: "select", ranges: [] },
  { act: "clear", ranges: ["A1"], more: true },
  "undo",
])("%j is no act of the page", (act) => {
  expect(userActSchema.safeParse(act).success).toBe(false);
});
