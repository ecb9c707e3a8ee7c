import { cellName, columnIndexOf, columnLetter } from "../../src/text/a1";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("the column with index %i is %s", (columnIndex, letters) => {
  expect(columnLetter(columnIndex)).toBe(letters);
  expect(columnIndexOf(letters)).toBe(columnIndex);
});

test("a cell is named by its column's letters and its row's number", () => {
  expect(cellName(4, 4)).toBe("E4");
});
