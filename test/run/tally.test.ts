import { formatSendKey } from "../../src/orders/send-key";
import { emptyReceipt } from "../../src/run/receipt";
import { type RunRecord, readRun, runProperty } from "../../src/run/run-record";
import { viewSheet } from "../../src/run/sheet-view";
import { tallyRun } from "../../src/run/tally";
import { attempt } from "../orders/order-sheet";
import { sendKeyOf } from "../orders/send-keys";
import { balances } from "./balances";
import { type ScriptedRow, ScriptedSheet } from "./scripted-sheet";

const keyOf = (stem: string, runMark = "R9A1") => sendKeyOf({ stem: stem.padEnd(8, "0"), runMark });
const rowOf = (stem: string, status: string, runMark = "R9A1"): ScriptedRow => ({
  content: stem,
  status,
  sendKey: formatSendKey(keyOf(stem, runMark)),
});

function runOf(keyed: number, parts: Partial<RunRecord> = {}): RunRecord {
  const run = readRun({
    "bitbybit.run": JSON.stringify({ v: 1, id: "R9A1", sheetId: 7, keyed, ended: false, ...parts }),
  });
  if (!run) throw new Error("no run");
  return run;
}
const view = (...rows: ScriptedRow[]) => viewSheet(new ScriptedSheet(rows).readDisplay());

describe("how far a run is", () => {
  test("counts its orders once, by what stands beside their rows; those not reached remain", () => {
    const rows = [
      rowOf("A", "Created (test)"),
      rowOf("A", "Created (test)"),
      rowOf("B", "Rejected"),
      rowOf("C", "Valid"),
      rowOf("D", "Sending"),
      rowOf("E", "Not sent"),
      rowOf("X", "Created", "R9A2"),
    ];
    const { counts, remaining } = tallyRun(runOf(5), view(...rows), [], false);
    expect(counts).toMatchObject({ selected: 4, created: 1, rejected: 1, notSent: 1, unconfirmed: 1 });
    expect(remaining).toBe(1);
  });

  test("once it has ended, what it did not reach is Not sent, and the receipt balances", () => {
    const { counts, remaining } = tallyRun(
      runOf(2),
      view(rowOf("A", "Created"), rowOf("B", "Valid")),
      [],
      true,
    );
    expect(counts).toMatchObject({ selected: 2, created: 1, notSent: 1 });
    expect(remaining).toBe(0);
    expect(balances(counts)).toBe(true);
  });

  test("an order whose rows are gone has the outcome that log or slot know; without one it was deleted before it was sent", () => {
    const known = [attempt(keyOf("A"), "created", "ord_1"), attempt(keyOf("B"), "pending")];
    const { counts } = tallyRun(runOf(3), null, known, true);
    expect(counts).toMatchObject({ selected: 3, created: 1, unconfirmed: 1, notSent: 1 });
  });

  test("that an order was created counts, whatever somebody typed beside it", () => {
    const known = [attempt(keyOf("A"), "created", "ord_1")];
    expect(tallyRun(runOf(1), view(rowOf("A", "Not sent")), known, true).counts.created).toBe(1);
  });

  test("orders that another run took are skipped, and earlier outcomes stay counted", () => {
    const before = { ...emptyReceipt(), selected: 2, invalid: 2 };
    const { counts } = tallyRun(runOf(2, { before, taken: 1 }), view(rowOf("A", "Created")), [], true);
    expect(counts).toMatchObject({ selected: 4, created: 1, skipped: 1, invalid: 2 });
    expect(balances(counts)).toBe(true);
  });
});

describe("a run's record", () => {
  test("comes back as it was written, and what is no record is none", () => {
    const run = runOf(3, { userName: "Ayu" });
    expect(readRun(runProperty(run))).toEqual(run);
    for (const text of ["", "{", "null", '{"v":2,"id":"A","sheetId":1}', '{"v":1,"id":7}']) {
      expect(readRun({ "bitbybit.run": text })).toBeNull();
    }
  });
});
