import * as fc from "fast-check";
import { knownKind, listedRows } from "../../src/entry/run-arguments";

describe("rows that the page names", () => {
  test("stand for the selection", () => {
    expect(listedRows({ sheetId: 7, rowNumbers: [2, 4] })).toEqual({ sheetId: 7, rowNumbers: [2, 4] });
  });

  test.each([
    [undefined],
    [null],
    ["2,4"],
    [[2, 4]],
    [{ rowNumbers: [2] }],
    [{ sheetId: "7", rowNumbers: [2] }],
    [{ sheetId: 7, rowNumbers: 2 }],
  ])("are none in %j: the selection itself counts", (rows) => {
    expect(listedRows(rows)).toBeNull();
  });

  test("are whole numbers, and at most ten thousand", () => {
    expect(listedRows({ sheetId: 7, rowNumbers: [2, "3", 4.5, null, 5] })?.rowNumbers).toEqual([2, 5]);
    const many = Array.from({ length: 10_001 }, (_, index) => index + 2);
    expect(listedRows({ sheetId: 7, rowNumbers: many })?.rowNumbers).toHaveLength(10_000);
  });
});

describe("a kind of run", () => {
  test.each(["create", "check", "resolve", "sendAgain"] as const)("%s is known", (kind) => {
    expect(knownKind(kind)).toBe(kind);
  });

  test("of any other name is a check, which sends nothing", () => {
    fc.assert(
      fc.property(fc.anything(), (kind) => {
        fc.pre(!["create", "resolve", "sendAgain"].some((known) => known === kind));
        expect(knownKind(kind)).toBe("check");
      }),
    );
  });
});
