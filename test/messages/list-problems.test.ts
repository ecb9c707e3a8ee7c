import { catalogueOf } from "../../src/messages/catalogue";
import { listProblems } from "../../src/messages/list-problems";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { columnsOf } from "../../src/spreadsheet/sheet-columns";
import { ScriptedSheet } from "../spreadsheet/scripted-sheet";

const english = catalogueOf("en");

function readingOf(sheet: ScriptedSheet) {
  const display = sheet.readDisplay();
  const columns = columnsOf(display, { mapping: null, elsewhere: [], isNewer: false, isPrepared: true });
  const { records, notOrders } = readSheetOrders(rowsBelowHeader(display, display), columns);
  return { sheetId: sheet.sheetId, columns, orders: records, notOrders, display };
}

/** The same sheet with orders that have no problem in their cells. */
function faultless(sheet: ScriptedSheet) {
  const reading = readingOf(sheet);
  const orders = reading.orders.map((record) => ({ ...record, order: { ...record.order, problems: [] } }));
  return { ...reading, orders };
}

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
    const { items, more, sheetName, rows } = listProblems(english, readingOf(sheet), sheet.name(), new Set());
    const people = items.filter(({ kind }) => kind !== "warning");
    expect(people.map(({ rowNumber, kind, cell }) => [rowNumber, kind, cell])).toEqual([
      [3, "invalid", "K3"],
      [4, "rejected", "W4"],
      [5, "notSent", "W5"],
      [6, "unconfirmed", "W6"],
      [7, "held", "W7"],
    ]);
    expect([more, sheetName, rows]).toEqual([0, "Orders", 5]);
  });

  test("begin with the orders that were made twice, whatever else their cells say", () => {
    const sheet = new ScriptedSheet([
      { content: "a", status: "Rejected", message: "refused" },
      { content: "b", status: "Created", orderId: "o", message: "Made twice: o, p. Cancel one." },
    ]);
    const { items } = listProblems(english, readingOf(sheet), "Orders", new Set([3]));
    expect(items.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
      [3, "twice"],
      [2, "rejected"],
    ]);
  });

  test("are not told of a fault that is gone", () => {
    const sheet = new ScriptedSheet([
      { content: "a", status: "Invalid", message: "K2 Quantity: empty; type 1 · L2 Phone: empty; type it" },
      { content: "b", status: "Invalid", message: "a reason without a cell" },
    ]);
    const { items } = listProblems(english, faultless(sheet), "Orders", new Set());
    expect(items.filter(({ kind }) => kind === "invalid").map(({ message }) => message)).toEqual([
      "This row has no fault any more. Check it again.",
      "a reason without a cell",
    ]);
  });

  test("keep what was looked up in bitbybit as their fault", () => {
    const sheet = new ScriptedSheet([
      { content: "a", status: "Invalid", message: "A2 Variant ID: is not there" },
    ]);
    const reading = faultless(sheet);
    const columns = { ...reading.columns, data: { ...reading.columns.data, variantId: 0 } };
    const [item] = listProblems(english, { ...reading, columns }, "Orders", new Set()).items;
    expect(item?.message).toBe("A2 Variant ID: is not there");
  });

  test("are five hundred at most, the others counted", () => {
    const rows = Array.from({ length: 520 }, () => ({ content: "x", status: "Invalid" }));
    const list = listProblems(english, readingOf(new ScriptedSheet(rows)), "Orders", new Set());
    // What is worth a look has lines of its own.
    const warnings = (list.causes ?? []).filter(({ kind }) => kind === "warning");
    const looks = warnings.reduce((sum, { rows }) => sum + rows, 0);
    expect([list.items.length, list.more, list.rows]).toEqual([500, 20 + looks, 520]);
  });
});
