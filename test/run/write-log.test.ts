import { readLog } from "../../src/run/log";
import type { LogLine } from "../../src/run/log-line";
import { writeLog } from "../../src/run/write-log";
import { executionOf } from "./execution";
import { MemoryLog } from "./memory-log";

const line: LogLine = {
  atMs: Date.UTC(2026, 2, 1, 8, 30, 5),
  event: "Run",
  keyText: "",
  orderId: "",
  orderNumber: "",
  environment: "test",
  ref: "",
  note: "3 orders: 3 created.",
};

/** An execution with a log of its own in memory. */
function setUp() {
  const { execution, properties } = executionOf(() => null);
  const log = new MemoryLog();
  execution.ports.log = log;
  return { execution, properties, log };
}

describe("a line written at once", () => {
  test("is counted with what is written along with it", () => {
    const { execution, log, properties } = setUp();
    const state = writeLog(execution, readLog(log, {}), [line], { "bitbybit.run": "{}" });
    expect(log.lines).toHaveLength(1);
    expect(state.uncounted).toBe(0);
    expect(readLog(log, properties.readAll()).missingLines).toBe(0);
    expect(properties.readAll()["bitbybit.run"]).toBe("{}");
  });

  test("is taken back where it cannot be counted: it would stand in for one that goes missing", () => {
    const { execution, log, properties } = setUp();
    const first = writeLog(execution, readLog(log, {}), [line]);
    // Somebody cuts the log, and the document's properties are full.
    log.lines = [];
    properties.write = () => false;
    writeLog(execution, first, [{ ...line, note: "another run" }]);
    expect(readLog(log, properties.readAll()).missingLines).toBe(1);
    expect(log.lines.flat().join("")).toBe("");
  });
});
