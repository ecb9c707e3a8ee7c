import { headerOf } from "../../src/orders/field";
import type { RowChanges } from "../../src/sheet/rectangles";
import { takenBack } from "../../src/spreadsheet/taken-back";
import { headerRow, ScriptedSheet } from "./scripted-sheet";
import { three, valid, write } from "./written-sheet";

describe("rows that moved between the reading and the flush", () => {
  const one: RowChanges = new Map([[2, { status: "Valid", message: "for a" }]]);
  const swapped = [{ before: (sheet: ScriptedSheet) => sheet.swap(2, 3) }];

  test("get back what they had, and only they", () => {
    const rows = [{ content: "a" }, { content: "b", status: "Created", message: "mine" }, { content: "c" }];
    const { written, after } = write(rows, one, swapped);
    expect([...takenBack(written, after)]).toEqual([[2, { status: "Created", message: "mine" }]]);
  });

  test("that were new get empty cells back", () => {
    const insert = (sheet: ScriptedSheet) => {
      sheet.rows.unshift(new ScriptedSheet([{ content: "new" }]).rows[0] ?? []);
    };
    const { written, after } = write(three, one, [{ before: insert }]);
    expect([...takenBack(written, after)]).toEqual([[2, { status: "", message: "" }]]);
  });

  test("and were edited meanwhile are known by what else is gone", () => {
    const edit = (line: number, text: string) => (sheet: ScriptedSheet) => {
      const column = headerRow.indexOf(headerOf.notes);
      sheet.rows[line] = (sheet.rows[line] ?? []).map((cell, index) => (index === column ? text : cell));
    };
    const stays = write(three, one, [{ after: edit(0, "a, edited") }]);
    expect([...takenBack(stays.written, stays.after)]).toEqual([]);
    const moves = write(three, one, [
      {
        before: (sheet) => {
          sheet.swap(2, 3);
          edit(1, "a, edited")(sheet);
        },
      },
    ]);
    expect([...takenBack(moves.written, moves.after)]).toEqual([[2, { status: "", message: "" }]]);
    const both = write(three, new Map([...one, [3, { status: "Valid", message: "for b" }]]), [
      {
        after: (sheet) => {
          edit(0, "a, edited")(sheet);
          edit(1, "b, edited")(sheet);
        },
      },
    ]);
    expect([...takenBack(both.written, both.after)]).toEqual([]);
  });

  test("that are no orders get empty cells back too", () => {
    const insert = (sheet: ScriptedSheet) => {
      sheet.rows.unshift(headerRow.map((header) => (header === headerOf.notes ? "Call Budi" : "")));
    };
    const { written, after } = write(three, one, [{ before: insert }]);
    expect(after.notOrders).toMatchObject([{ rowNumber: 2, reason: "note" }]);
    expect([...takenBack(written, after)]).toEqual([[2, { status: "", message: "" }]]);
  });

  test("are none while all stand where they stood, or moved after the flush", () => {
    const { written, after } = write(three, one);
    expect([...takenBack(written, after)]).toEqual([]);
    const later = write(three, one, [{ after: (sheet) => sheet.swap(2, 4) }]);
    expect([...takenBack(later.written, later.after)]).toEqual([]);
  });

  test("keep a text that was written for another row and for them alike", () => {
    const { written, after } = write(three, valid, swapped);
    expect([...takenBack(written, after)]).toEqual([]);
  });

  test("get it back although rows move once more while they do", () => {
    const wrong = [{ content: "b", status: "Valid", message: "for a" }, { content: "a" }];
    const restored: RowChanges = new Map([[2, { status: "Created", message: "mine" }]]);
    const second = write(wrong, restored, swapped, restored);
    expect([...takenBack(second.written, second.after)]).toEqual([
      [2, { status: "", message: "" }],
      [3, { status: "Created", message: "mine" }],
    ]);
  });

  test("keep what they showed before, even if it is what was written", () => {
    const rows = [{ content: "a" }, { content: "b", status: "Valid", message: "for a" }];
    const { written, after } = write(rows, one, swapped);
    expect([...takenBack(written, after)]).toEqual([]);
  });
});
