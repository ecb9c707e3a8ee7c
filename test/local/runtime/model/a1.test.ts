import { boxName, columnLetters, columnNumber, parseA1 } from "../../../../local/runtime/model/a1";

describe("A1 notation", () => {
  test.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [703, "AAA"],
  ])("column %i is %s, both ways", (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
  });

  test.each([
    ["B3", "B3"],
    ["C5:A2", "A2:C5"],
    ["$A$2:$B$4", "A2:B4"],
    ["A:C", "A1:C100"],
    ["2:4", "A2:Z4"],
    ["B2:B", "B2:B100"],
  ])("%s reads as %s on a sheet of 100 rows and 26 columns", (text, box) => {
    const parsed = parseA1(text, 100, 26);
    expect(parsed && boxName(parsed)).toBe(box);
  });

  test.each(["", "A", "3", "A0", "A1:B2:C3", "hello world", "A1,B2"])("%p is none", (text) => {
    expect(parseA1(text, 100, 26)).toBeNull();
  });
});
