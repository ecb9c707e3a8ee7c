import { headerOf } from "../../src/orders/field";
import { SheetFault } from "../../src/run/ports";
import type { ResultCells } from "../../src/run/sheet-view";
import { writeByKey } from "../../src/run/write-by-key";
import { type FlushScript, headerRow, ScriptedSheet } from "./scripted-sheet";

const created = (orderId: string): ResultCells => ({
  status: "Created",
  orderId,
  orderNumber: "",
  message: "",
  updatedAt: "now",
});
const wanted = () =>
  new Map([
    ["KA", created("ord_a")],
    ["KB", created("ord_b")],
  ]);
const sheetOf = (script: FlushScript[] = []) =>
  new ScriptedSheet(
    [
      { content: "A", status: "Sending", sendKey: "KA" },
      { content: "B", status: "Sending", sendKey: "KB" },
      { content: "C", status: "Valid", message: "mine", sendKey: "KC" },
      { content: "D" },
    ],
    script,
  );

describe("results written by key", () => {
  test("stand in their rows after one write, never in the key's column, and are read back", () => {
    const sheet = sheetOf();
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("orderId")).toEqual(["ord_a", "ord_b", "", ""]);
    expect(sheet.shown("sendKey")).toEqual(["KA", "KB", "KC", ""]);
    expect(sheet.flushed).toHaveLength(1);
    expect(sheet.flushed[0]).toHaveLength(1);
    expect([...result.settled]).toEqual(["KA", "KB"]);
    expect(result).toMatchObject({ refusedCell: null, alongsideDone: true });
  });

  test("follow rows that a user sorts in the very moment of the flush, and the rows that were hit get back what they had", () => {
    const sheet = sheetOf([{ before: (one) => one.swap(2, 4) }]);
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("sendKey")).toEqual(["KC", "KB", "KA", ""]);
    expect(sheet.shown("orderId")).toEqual(["", "ord_b", "ord_a", ""]);
    expect(sheet.shown("status")).toEqual(["Valid", "Created", "Created", ""]);
    expect(sheet.shown("message")[0]).toBe("mine");
    expect([...result.settled].sort()).toEqual(["KA", "KB"]);
  });

  test("that hit another row are taken back also where that row moved on before the read-back", () => {
    const sheet = sheetOf([{ before: (one) => one.swap(2, 4), after: (one) => one.swap(2, 5) }]);
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("sendKey")).toEqual(["", "KB", "KA", "KC"]);
    expect(sheet.shown("orderId")).toEqual(["", "ord_b", "ord_a", ""]);
    expect(sheet.shown("status")).toEqual(["", "Created", "Created", "Valid"]);
    expect(sheet.shown("message")[3]).toBe("mine");
  });

  test("that went into another column give it back what it had, also where the first try at that broke off", () => {
    const sheet = sheetOf([
      { before: (one) => one.moveToFront(headerOf.status) },
      { fault: new SheetFault("transient", ""), landed: 1 },
    ]);
    const last = headerRow[headerRow.indexOf(headerOf.status) - 1] ?? "";
    for (const row of sheet.rows) row[headerRow.indexOf(last)] = "theirs";
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    const column = (header: string) => sheet.rows.map((row) => row[sheet.header.indexOf(header)]);
    expect(column(last)).toEqual(["theirs", "theirs", "theirs", "theirs"]);
    expect(column(headerOf.status)).toEqual(["Created", "Created", "Valid", ""]);
    expect(column(headerOf.orderId)).toEqual(["ord_a", "ord_b", "", ""]);
  });

  test("are known by the order's ID where the cells' format shows another time", () => {
    const asDate = (one: ScriptedSheet) => {
      one.swap(2, 5);
      one.rows = one.rows.map((row) => row.map((text) => (text === "now" ? "46027.4" : text)));
    };
    const sheet = sheetOf([{ before: (one) => one.swap(2, 4), after: asDate }]);
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("orderId")).toEqual(["", "ord_b", "ord_a", ""]);
    expect(sheet.shown("message")[3]).toBe("mine");
  });

  test("a row without a key that was hit is emptied again", () => {
    const sheet = sheetOf([{ before: (one) => one.swap(3, 5) }]);
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("orderId")).toEqual(["ord_a", "", "", "ord_b"]);
    expect(sheet.shown("status")).toEqual(["Created", "", "Valid", "Created"]);
  });

  test("of rows that move at every try stay unsettled, for the next execution", () => {
    const always = Array.from({ length: 9 }, () => ({ before: (one: ScriptedSheet) => one.swap(2, 4) }));
    const sheet = sheetOf(always);
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect([...result.unsettled]).toEqual(["KA"]);
    expect([...result.settled]).toEqual(["KB"]);
    expect(sheet.flushed.length).toBeLessThanOrEqual(3);
  });

  test("of rows that are gone are told as missing", () => {
    const sheet = sheetOf();
    sheet.rows.splice(0, 1);
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect([...result.missing]).toEqual(["KA"]);
    expect(sheet.shown("orderId")).toEqual(["ord_b", "", ""]);
  });

  test("stand in every row of their key; where a copy carries it too, only in the rows that were sent", () => {
    const sheet = sheetOf();
    sheet.rows.push([...(sheet.rows[0] ?? [])].map((text) => (text === "A" ? "copy" : text)));
    const own = sheet.rows[0]?.slice(0, 19).join("\u0000");
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("orderId")[4]).toBe("ord_a");
    expect(own).toContain("A");
  });

  test("a cell that refuses keeps no other row from being written, and is named", () => {
    const sheet = sheetOf();
    sheet.refused.add(2);
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.shown("orderId")).toEqual(["", "ord_b", "", ""]);
    expect(result.refusedCell).toBe("T2");
    expect([...result.unsettled]).toEqual(["KA"]);
  });

  test("a fault of the service is tried again", () => {
    const sheet = sheetOf([{ fault: new SheetFault("transient", "") }]);
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(result.settled.size).toBe(2);
  });

  test("what is done alongside happens once, and only a flush that worked counts", () => {
    let done = 0;
    const sheet = sheetOf();
    const result = writeByKey(sheet.spreadsheet, sheet, {
      cells: wanted(),
      alongside: () => {
        done += 1;
      },
    });
    expect([done, result.alongsideDone]).toEqual([1, true]);
    const broken = sheetOf(Array.from({ length: 9 }, () => ({ fault: new SheetFault("transient", "") })));
    const none = writeByKey(broken.spreadsheet, broken, { cells: wanted(), alongside: () => {} });
    expect(none.alongsideDone).toBe(false);
    expect(none.unsettled.size).toBe(2);
  });

  test("into a sheet whose columns are gone write nothing and leave everything unsettled", () => {
    const sheet = sheetOf();
    sheet.header = sheet.header.map((header) => (header === "Send key" ? "Key" : header));
    const result = writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(result.view).toBeNull();
    expect(result.unsettled.size).toBe(2);
    expect(sheet.flushed).toEqual([]);
  });

  test("what already stands there is not written again", () => {
    const sheet = sheetOf();
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    writeByKey(sheet.spreadsheet, sheet, { cells: wanted() });
    expect(sheet.flushed).toHaveLength(1);
  });
});
