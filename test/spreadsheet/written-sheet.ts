import { mapColumns } from "../../src/orders/columns";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import type { RowChanges } from "../../src/sheet/rectangles";
import type { SheetReading } from "../../src/sheet/sheet-reading";
import { applyChanges } from "../../src/spreadsheet/apply-changes";
import { type FlushScript, type ScriptedRow, ScriptedSheet } from "./scripted-sheet";

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

/** Three orders of a row each. */
export const three: ScriptedRow[] = [{ content: "a" }, { content: "b" }, { content: "c" }];

/** Writes changes to a sheet whose flush follows the script, and reads it again. */
export function write(
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

/** All of them become Valid. */
export const valid: RowChanges = new Map([2, 3, 4].map((row) => [row, { status: "Valid" }]));
