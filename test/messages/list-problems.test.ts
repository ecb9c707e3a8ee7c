import { listProblems } from "../../src/messages/list-problems";
import type { SheetMemory } from "../../src/spreadsheet/sheet-columns";
import { ScriptedSheet } from "../spreadsheet/scripted-sheet";

const prepared: SheetMemory = { mapping: null, isPrepared: true };

describe("the rows that need a person", () => {
  test("are listed by kind, each with the cell to look at", () => {
    const sheet = new ScriptedSheet([
      { content: "a", status: "Created", orderId: "o" },
      { content: "b", status: "Invalid", message: "K3 Quantity: empty; type 1" },
      { content: "c", status: "Rejected", message: "refused" },
      { content: "d", status: "Not sent" },
      { content: "e", status: "Unconfirmed", message: "Not known yet" },
      { content: "f", status: "Created", message: "Needs your decision: this row was changed" },
      { content: "g", status: "Valid" },
      { content: "h" },
    ]);
    const { items, more, sheetName } = listProblems(sheet, prepared);
    expect(items.map(({ rowNumber, kind, cell }) => [rowNumber, kind, cell])).toEqual([
      [3, "invalid", "K3"],
      [4, "rejected", "W4"],
      [5, "notSent", "W5"],
      [6, "unconfirmed", "W6"],
      [7, "held", "W7"],
    ]);
    expect([more, sheetName]).toEqual([0, "Orders"]);
  });

  test("are five hundred at most, the others counted", () => {
    const rows = Array.from({ length: 520 }, () => ({ content: "x", status: "Invalid" }));
    const { items, more } = listProblems(new ScriptedSheet(rows), prepared);
    expect([items.length, more]).toEqual([500, 20]);
  });

  test("of a sheet without status columns are none", () => {
    const sheet = new ScriptedSheet([{ content: "x" }]);
    sheet.header = ["Nama"];
    expect(listProblems(sheet, prepared).items).toEqual([]);
  });
});
