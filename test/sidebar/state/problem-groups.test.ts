import { problemGroups, rowsOf } from "../../../src/sidebar/state/problem-groups";
import { problemList as list, problem } from "../scripted-server";

test("without causes, problems are grouped by kind, what may exist already first", () => {
  const items = [problem(), problem({ kind: "twice" }), problem({ kind: "unconfirmed" }), problem()];
  expect(problemGroups(list(items)).map(({ key, rows }) => [key, rows])).toEqual([
    ["twice", 1],
    ["unconfirmed", 1],
    ["invalid", 2],
  ]);
});

test("a cause counts all rows of the sheet, listed or not", () => {
  const causes = [{ cause: "q", kind: "notSent" as const, title: "Not sent", rows: 1_833, certain: 0 }];
  const [group] = problemGroups(list([problem({ cause: "q", kind: "notSent" })], { causes, more: 1_832 }));
  expect(group).toMatchObject({ key: "q", title: "Not sent", rows: 1_833 });
});

test("a row whose cause the list does not name is not lost", () => {
  const items = [problem({ cause: "unheard of" }), problem({ cause: "q", kind: "rejected" })];
  const causes = [{ cause: "q", kind: "rejected" as const, title: "Rejected", rows: 1, certain: 0 }];
  expect(problemGroups(list(items, { causes })).flatMap((group) => group.items)).toHaveLength(2);
});

test("warnings come last", () => {
  const items = [problem({ kind: "warning" }), problem()];
  expect(problemGroups(list(items)).map(({ key }) => key)).toEqual(["invalid", "warning"]);
});

test("rows of several problems in one row are named once, and of one sheet alone", () => {
  const items = [problem(), problem({ cell: "G4" }), problem({ rowNumber: 9 }), problem({ sheetId: 8 })];
  expect(rowsOf(items)).toEqual({ sheetId: 7, rowNumbers: [4, 9] });
  expect(rowsOf([])).toBeNull();
});
