import { SheetFault } from "../../src/ports/ports";
import { three, valid, write } from "./written-sheet";

describe("changes of a sheet", () => {
  test("are written in one set with one flush", () => {
    const { sheet, fault } = write(three, valid);
    expect([sheet.shown("status"), sheet.flushed.length, fault]).toEqual([
      ["Valid", "Valid", "Valid"],
      1,
      null,
    ]);
  });

  test("that are none need no call", () => {
    expect(write(three, new Map()).sheet.flushed).toEqual([]);
  });

  test("that fail say why, and nothing else is thrown away", () => {
    const refused = new SheetFault("refused", "T2");
    expect(write(three, valid, [{ fault: refused }]).fault).toBe(refused);
    const bug = new TypeError("a fault of the add-on's own");
    const throwBug = () => {
      throw bug;
    };
    expect(() => write(three, valid, [{ before: throwBug }])).toThrow(bug);
  });
});
