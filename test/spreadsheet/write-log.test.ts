import type { LogSheetPort, SpreadsheetPort } from "../../src/ports/ports";
import { SheetFault } from "../../src/ports/ports";
import { linesAbout, refIn, writeLog } from "../../src/spreadsheet/write-log";
import { batchOf, created, entryOf } from "../journal/entries";
import { keyedRows, keyOfRows, readingOf } from "../orders/order-sheet";
import { executionOf } from "../reconcile/execution";

const key = keyOfRows([{ orderRef: "R-1" }]);
const reading = readingOf(keyedRows([{ orderRef: "R-1" }], { status: "Sending" }));
const lines = linesAbout([batchOf([entryOf(created("ord_1"), key)])], reading);

/** The ports of an execution whose log does this when lines are added. */
function portsWith(append: LogSheetPort["append"], flush: SpreadsheetPort["flush"] = () => undefined) {
  const { ports } = executionOf(() => null).context;
  return { ports: { ...ports, log: { append }, spreadsheet: { ...ports.spreadsheet, flush } } };
}

describe("the log", () => {
  test("gets its lines in one call, before anything calls them written", () => {
    const calls: string[] = [];
    const isWritten = writeLog(
      portsWith(
        (texts) => calls.push(`${texts.length} line`),
        () => calls.push("flush"),
      ),
      lines,
    );
    expect([isWritten, calls]).toEqual([true, ["1 line", "flush"]]);
  });

  test("that does not take them keeps nothing from going on", () => {
    const fault = () => {
      throw new SheetFault("refused", "A1");
    };
    expect(writeLog(portsWith(fault), lines)).toBe(false);
    expect(
      writeLog(
        portsWith(() => undefined, fault),
        lines,
      ),
    ).toBe(false);
  });

  test("hides no fault of the add-on's own", () => {
    const bug = () => {
      throw new TypeError("a bug");
    };
    expect(() => writeLog(portsWith(bug), lines)).toThrow(TypeError);
  });

  test("is left alone when there is nothing to add", () => {
    const loud = () => {
      throw new Error("the log was used");
    };
    expect(writeLog(portsWith(loud, loud), [])).toBe(true);
  });

  test("names orders by the refs that the sheet shows beside their keys", () => {
    expect(lines.map(({ ref }) => ref)).toEqual(["R-1"]);
    expect(linesAbout([batchOf([entryOf(created("ord_1"), key)])], null).map(({ ref }) => ref)).toEqual([""]);
    expect([refIn(reading, key), refIn(reading, { ...key, requestId: "00000009" })]).toEqual(["R-1", ""]);
  });
});
