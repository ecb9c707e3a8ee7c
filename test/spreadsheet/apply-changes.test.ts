import { mapColumns } from "../../src/orders/columns";
import { headerOf } from "../../src/orders/field";
import { SheetFault } from "../../src/ports/ports";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import type { RowChanges } from "../../src/sheet/rectangles";
import type { SheetReading } from "../../src/sheet/sheet-reading";
import { applyChanges, columnsStand, overwrittenCells, takenBack } from "../../src/spreadsheet/apply-changes";
import { type FlushScript, headerRow, type ScriptedRow, ScriptedSheet } from "./scripted-sheet";

/** What the sheet says at this moment. */
function reading(sheet: ScriptedSheet): SheetReading {
  const display = sheet.readDisplay();
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) throw new Error("these headers cannot be used");
  const { records, notOrders } = readSheetOrders(rowsBelowHeader(display, display), map.columns);
  return {
    sheetId: sheet.sheetId,
    columns: map.columns,
    orders: records,
    notOrders,
    display,
  };
}

const three: ScriptedRow[] = [{ content: "a" }, { content: "b" }, { content: "c" }];

/** Writes changes to a sheet whose flush follows the script, and reads it again. */
function write(
  rows: ScriptedRow[],
  changes: RowChanges,
  script: FlushScript[] = [],
  restored: RowChanges = new Map(),
) {
  const sheet = new ScriptedSheet(rows, script);
  const before = reading(sheet);
  const { written, fault } = applyChanges({ ports: portsOf(sheet) }, sheet, before, changes, false, restored);
  return { sheet, before, written, fault, after: reading(sheet) };
}

/** The ports of a run, of which only the spreadsheet's flush may be used. */
function portsOf(sheet: ScriptedSheet) {
  const loud = (): never => {
    throw new Error("this port was not to be used");
  };
  return {
    spreadsheet: sheet.spreadsheet,
    log: { append: loud },
    properties: { readAll: loud, write: loud, remove: loud },
    cache: { read: loud, write: loud },
    lock: { tryLock: loud, release: loud },
    http: { send: loud },
    clock: { nowMs: loud, sleep: loud, format: loud },
    random: loud,
    sha256: loud,
    report: loud,
  };
}

const valid: RowChanges = new Map([2, 3, 4].map((row) => [row, { status: "Valid" }]));

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

describe("a column that moved between the reading and the flush", () => {
  const one: RowChanges = new Map([[2, { status: "Valid" }]]);
  const statusColumn = headerRow.indexOf(headerOf.status);

  test("is noticed, and a status cell that got a text of another column gets back what it had", () => {
    const rows = [{ content: "gift", orderId: "ord_1" }];
    const move = (sheet: ScriptedSheet) => {
      const without = (line: readonly string[]) => line.filter((_, index) => index !== statusColumn);
      sheet.header = [...without(sheet.header), headerOf.status];
      sheet.rows = sheet.rows.map((line) => [...without(line), line[statusColumn] ?? ""]);
    };
    const { written, before, after } = write(rows, one, [{ before: move }]);
    expect(columnsStand(before, after)).toBe(false);
    expect(overwrittenCells(written, after)).toEqual([]);
    expect([...takenBack(written, after)]).toEqual([[2, { orderId: "ord_1" }]]);
  });

  test("to the front names the cell of the column that came into its place", () => {
    const { written, before, after } = write([{ content: "gift" }], one, [
      { before: (sheet) => sheet.moveToFront(headerOf.status) },
    ]);
    expect(columnsStand(before, after)).toBe(false);
    expect(overwrittenCells(written, after)).toEqual([{ cell: "T2", had: "" }]);
  });

  test("is none while every column stands where it did", () => {
    const { written, before, after } = write(three, valid);
    expect([columnsStand(before, after), overwrittenCells(written, after)]).toEqual([true, []]);
  });
});
