import { mapColumns } from "../../src/orders/columns";
import { headerOf } from "../../src/orders/field";
import type { OrderRecord, StatusCells } from "../../src/orders/order-record";
import { readOrders, rowsBelowHeader } from "../../src/orders/read-orders";
import { RunRefused } from "../../src/run/execution";
import { SheetFault } from "../../src/run/ports";
import { type ClaimWithKeys, type PlannedWrite, writePlanned } from "../../src/run/write-planned";
import { executionOf } from "./execution";
import { type FlushScript, headerRow, ScriptedSheet } from "./scripted-sheet";

const noAnswer = () => null;

/** A sheet of three orders, and the plan to key each of them. */
function planned(script: FlushScript[] = []): {
  sheet: ScriptedSheet;
  records: OrderRecord[];
  writes: PlannedWrite[];
} {
  const sheet = new ScriptedSheet(
    [{ content: "A" }, { content: "B", message: "old" }, { content: "C" }],
    script,
  );
  const display = sheet.readDisplay();
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) throw new Error("no columns");
  const records = readOrders(rowsBelowHeader(display, display), map.columns);
  const writes = records.map((record, index) => ({
    record,
    cells: record.rows.map((row) => ({ ...row.cells, status: "Valid", sendKey: `K${index}` })),
  }));
  return { sheet, records, writes };
}
function write(sheet: ScriptedSheet, writes: PlannedWrite[]): Set<OrderRecord> {
  return writePlanned(executionOf(noAnswer, sheet.spreadsheet).execution, sheet, writes, null).records;
}

/** A claim of the first `count` records, and what became of their slots. */
function claimOf(
  records: readonly OrderRecord[],
  { opens = true, count = 1 } = {},
): { claim: ClaimWithKeys; told: string[] } {
  const told: string[] = [];
  const claim: ClaimWithKeys = {
    writes: records.slice(0, count).map((record, index) => ({
      record,
      cells: record.rows.map((row) => ({ ...row.cells, status: "Sending", sendKey: `K${index}` })),
    })),
    open: () => {
      told.push("opened");
      return opens;
    },
    free: () => told.push("freed"),
    abandon: () => told.push("abandoned"),
  };
  return { claim, told };
}

describe("a claim that goes along with the keys", () => {
  const carryOut = (sheet: ScriptedSheet, writes: PlannedWrite[], claim: ClaimWithKeys) =>
    writePlanned(executionOf(noAnswer, sheet.spreadsheet).execution, sheet, writes, claim);

  test("stands beside its order after the one write, and its slot was opened before the sheet was read", () => {
    const { sheet, records, writes } = planned();
    const { claim, told } = claimOf(records);
    const open = claim.open;
    const readsBefore = sheet.reads;
    claim.open = () => {
      expect(sheet.reads).toBe(readsBefore);
      return open();
    };
    const { records: written, claimed, view } = carryOut(sheet, writes, claim);
    expect(claimed).toBe(true);
    expect(written).toEqual(new Set(records));
    expect(sheet.shown("status")).toEqual(["Sending", "Valid", "Valid"]);
    expect(view?.byKey.get("K0")?.[0]?.cells.status).toBe("Sending");
    expect(sheet.flushed).toHaveLength(1);
    expect(told).toEqual(["opened"]);
  });

  test("is none where its rows were edited since they were planned, and its slot is freed", () => {
    const { sheet, records, writes } = planned();
    sheet.rows[0] = (sheet.rows[0] ?? []).map((text) => (text === "A" ? "edited" : text));
    const { claim, told } = claimOf(records);
    expect(carryOut(sheet, writes, claim).claimed).toBe(false);
    expect(sheet.shown("status")).toEqual(["", "Valid", "Valid"]);
    expect(told).toEqual(["opened", "freed"]);
  });

  test("of several orders leaves out the one that was edited since it was planned", () => {
    const { sheet, records, writes } = planned();
    sheet.rows[0] = (sheet.rows[0] ?? []).map((text) => (text === "A" ? "edited" : text));
    const { claim, told } = claimOf(records, { count: 2 });
    const { claimed, records: written } = carryOut(sheet, writes, claim);
    expect(claimed).toBe(true);
    expect(sheet.shown("status")).toEqual(["", "Sending", "Valid"]);
    expect(written).toEqual(new Set([records[1], records[2]]));
    expect(told).toEqual(["opened"]);
  });

  test("is none where there is no room for its slot; its order is keyed like the others", () => {
    const { sheet, records, writes } = planned();
    const { claim, told } = claimOf(records, { opens: false });
    expect(carryOut(sheet, writes, claim).claimed).toBe(false);
    expect(sheet.shown("status")).toEqual(["Valid", "Valid", "Valid"]);
    expect(told).toEqual(["opened"]);
  });

  test("is abandoned where a cell refuses: some of it may stand in the sheet", () => {
    const { sheet, records, writes } = planned();
    sheet.refused.add(3);
    const { claim, told } = claimOf(records);
    expect(() => carryOut(sheet, writes, claim)).toThrow(SheetFault);
    expect(told).toEqual(["opened", "abandoned"]);
  });

  test("leaves no slot behind where the sheet cannot be read at all", () => {
    const { sheet, records, writes } = planned();
    sheet.header = sheet.header.map((header) => (header === "Status" ? "" : header));
    const { claim, told } = claimOf(records);
    expect(() => carryOut(sheet, writes, claim)).toThrow(RunRefused);
    expect(told).toEqual(["opened", "freed"]);
  });
});

describe("keys written by position", () => {
  test("stand beside their rows after one write, which is read back", () => {
    const { sheet, records, writes } = planned();
    expect(write(sheet, writes)).toEqual(new Set(records));
    expect(sheet.shown("sendKey")).toEqual(["K0", "K1", "K2"]);
    expect(sheet.shown("message")).toEqual(["", "old", ""]);
    expect(sheet.flushed).toHaveLength(1);
  });

  test("a row that was edited since it was planned is not written, and its order not sent", () => {
    const { sheet, records, writes } = planned();
    sheet.rows[1] = (sheet.rows[1] ?? []).map((text) => (text === "B" ? "edited" : text));
    expect(write(sheet, writes)).toEqual(new Set([records[0], records[2]]));
    expect(sheet.shown("sendKey")).toEqual(["K0", "", "K2"]);
  });

  test("an order that is edited in the moment of the flush keeps the ID that stood beside it", () => {
    const { sheet, records } = planned([
      {
        before: (one) => {
          one.rows[1] = (one.rows[1] ?? []).map((text) => (text === "B" ? "edited again" : text));
        },
      },
    ]);
    const stood = { status: "Created", orderId: "ord_1", message: "", sendKey: "K9" };
    const shownCells = ["status", "orderId", "message", "sendKey"] as const;
    for (const field of shownCells) {
      const place = headerRow.indexOf(headerOf[field]);
      const row = sheet.rows[1];
      if (row) row[place] = stood[field];
    }
    const record = records[1] as OrderRecord;
    const cells = { ...record.rows[0]?.cells, ...stood } as StatusCells;
    for (const row of record.rows) Object.assign(row.cells, cells);
    const hold = { record, cells: [{ ...cells, message: "Held: changed" }] };
    expect(write(sheet, [hold]).size).toBe(0);
    expect(shownCells.map((field) => sheet.shown(field)[1])).toEqual(["Created", "ord_1", "", "K9"]);
  });

  test("rows that a user swaps in the moment of the flush: no key stays beside another order's row", () => {
    const { sheet, records, writes } = planned([{ before: (one) => one.swap(2, 4) }]);
    const written = write(sheet, writes.slice(0, 2));
    expect(written.has(records[1] as OrderRecord)).toBe(true);
    const beside = sheet.rows.map((row) => row.find((text) => ["A", "B", "C"].includes(text)));
    for (const [index, keyText] of sheet.shown("sendKey").entries()) {
      if (keyText === "K0") expect(beside[index]).toBe("A");
    }
    expect(written.has(records[0] as OrderRecord)).toBe(sheet.shown("sendKey").includes("K0"));
  });

  test("rows that are swapped again before they are read back: what hit them is found wherever they stand", () => {
    const { sheet, writes } = planned([{ before: (one) => one.swap(2, 3), after: (one) => one.swap(2, 4) }]);
    write(sheet, writes.slice(0, 1));
    const beside = new Map(
      sheet.rows.map((row, index) => [
        row.find((text) => ["A", "B", "C"].includes(text)),
        [sheet.shown("status")[index], sheet.shown("sendKey")[index], sheet.shown("message")[index]],
      ]),
    );
    expect(beside.get("B")).toEqual(["", "", "old"]);
    expect(beside.get("C")).toEqual(["", "", ""]);
  });

  test("a fault of the service leaves what was not written unsent", () => {
    const { sheet, writes } = planned([{ fault: new SheetFault("transient", "") }]);
    expect(write(sheet, writes).size).toBe(0);
  });

  test("a cell that refuses ends the run before anything is sent", () => {
    const { sheet, writes } = planned();
    sheet.refused.add(3);
    expect(() => write(sheet, writes)).toThrow(SheetFault);
  });

  test("without the lock nothing is written, and the user is told", () => {
    const { sheet, writes } = planned();
    const { execution } = executionOf(noAnswer, sheet.spreadsheet);
    execution.ports.lock.tryLock(0);
    expect(() => writePlanned(execution, sheet, writes, null)).toThrow(RunRefused);
    expect(sheet.flushed).toEqual([]);
  });

  test("columns that are gone end the run with a sentence", () => {
    const { sheet, writes } = planned();
    sheet.header = sheet.header.map((header) => (header === "Status" ? "" : header));
    expect(() => write(sheet, writes)).toThrow(/A column that this add-on needs is not there any more/);
  });
});
