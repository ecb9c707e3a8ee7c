import { formatSendKey } from "../../src/orders/send-key";
import {
  appendLines,
  checkedMark,
  counted,
  type LogState,
  linesToAppend,
  logRecord,
  readLog,
  refreshed,
  unverifiedLines,
} from "../../src/run/log";
import { checkLine, type LogLine } from "../../src/run/log-line";
import { loggedMark, openSlot } from "../../src/run/slots";
import { sendKeyOf } from "../orders/send-keys";
import { MemoryLog } from "./memory-log";
import { MemoryProperties } from "./properties";

const key = sendKeyOf();
const line: LogLine = {
  atMs: Date.UTC(2026, 2, 1, 8, 30, 5),
  event: "Created (test)",
  keyText: formatSendKey(key),
  orderId: "ord_1",
  orderNumber: "#1",
  environment: "test",
  ref: "R-1",
  note: "",
};

/** A log with these lines, as an execution knows it afterwards. */
function logged(log: MemoryLog, ...lines: LogLine[]): LogState {
  return appendLines(log, readLog(log, {}), lines);
}

describe("the log", () => {
  test("of a spreadsheet without one is empty, and nothing is missing", () => {
    expect(readLog(new MemoryLog(), {})).toMatchObject({
      sheetId: null,
      lineCount: 0,
      missingLines: 0,
      attempts: [],
    });
  });

  test("is made with the first line, and gives back what it was told", () => {
    const log = new MemoryLog();
    const state = logged(log, line);
    expect(log.lines).toEqual([
      ["2026-03-01 08:30:05", "R-1", "ord_1", "#1", "Created (test)", "test", line.keyText],
    ]);
    const again = readLog(log, logRecord(state, {}));
    expect(again).toMatchObject({ lineCount: 1, missingLines: 0 });
    expect(again.attempts).toEqual([
      {
        key,
        keyText: line.keyText,
        outcome: "created",
        orderId: "ord_1",
        orderNumber: "#1",
        ref: "R-1",
        atMs: line.atMs,
      },
    ]);
    expect(again.attempts).toEqual(state.attempts);
  });

  test("lines about runs and decisions, and lines that somebody typed, are no evidence", () => {
    const log = new MemoryLog();
    logged(
      log,
      { ...line, event: "Run", keyText: "" },
      { ...line, event: "Decision" },
      { ...line, keyText: "x" },
    );
    log.lines?.push(["yesterday", "Erstellt", line.keyText], []);
    expect(readLog(log, {}).attempts).toEqual([]);
  });

  test("that was cut, or deleted, is seen by the count in the properties", () => {
    const log = new MemoryLog();
    const properties = logRecord(logged(log, line, line, line), {});
    log.lines?.splice(1, 2);
    expect(readLog(log, properties).missingLines).toBe(2);
    log.lines = null;
    expect(readLog(log, properties).missingLines).toBe(3);
  });

  test("that was cleared counts its empty lines as missing", () => {
    const log = new MemoryLog();
    const properties = logRecord(logged(log, line, line), {});
    if (log.lines) log.lines[0] = ["", "", "", "", "", "", "", ""];
    expect(readLog(log, properties).missingLines).toBe(1);
  });

  test("stays short by what it was short of when lines are added", () => {
    const log = new MemoryLog();
    const properties = logRecord(logged(log, line, line), {});
    log.lines?.pop();
    const state = appendLines(log, readLog(log, properties), [line]);
    expect(state.missingLines).toBe(1);
    expect(readLog(log, logRecord(state, properties)).missingLines).toBe(1);
  });

  test("deleted while a run adds lines is made anew, and what stood there is missing", () => {
    const log = new MemoryLog();
    const state = logged(log, line, line);
    log.lines = null;
    expect(appendLines(log, state, [line])).toMatchObject({ sheetId: 2, lineCount: 1, missingLines: 2 });
    expect(log.lines).toHaveLength(1);
  });

  test("takes lines in one place however often they are written, as after a flush that failed", () => {
    const log = new MemoryLog();
    const append = linesToAppend(log, readLog(log, {}), [line]);
    append();
    const state = append();
    expect(log.lines).toHaveLength(1);
    expect(log.sheetId).toBe(1);
    expect(state).toMatchObject({ lineCount: 1, uncounted: 1, missingLines: 0 });
  });

  test("is read anew where somebody else has added to it since, and not where nobody has", () => {
    const log = new MemoryLog();
    const added = logged(log, line);
    const ours = logRecord(added, {});
    const state = counted(added);
    expect(refreshed(log, state, ours)).toBe(state);
    const theirs = logRecord(appendLines(log, state, [line]), ours);
    expect(refreshed(log, state, theirs)).toMatchObject({ lineCount: 2, missingLines: 0 });
  });

  test("is not read anew for lines that are still to be counted", () => {
    const log = new MemoryLog();
    const added = logged(log, line);
    const ours = logRecord(added, {});
    const more = appendLines(log, counted(added), [line]);
    expect(refreshed(log, more, ours)).toBe(more);
  });

  test("counts what others wrote besides, so that its count never falls back and hides what was cut", () => {
    const log = new MemoryLog();
    const early = counted(logged(log, line));
    const ours = logRecord(early, {});
    const theirs = logRecord(appendLines(log, readLog(log, ours), [line, line, line]), ours);
    log.lines?.splice(1);
    expect(readLog(log, logRecord(early, theirs)).missingLines).toBe(3);
    const later = logRecord(appendLines(log, early, [line]), theirs);
    expect(readLog(log, later).missingLines).toBe(3);
  });

  test("does not take lines that a killed execution had not counted for others that are gone", () => {
    const log = new MemoryLog();
    const properties = new MemoryProperties();
    const before = counted(logged(log, line));
    properties.write(logRecord(before, {}));
    // Another wave: its results are in its slot, its lines in the log, and there the execution was killed.
    const atMs = line.atMs + 60_000;
    const keyText = formatSendKey(sendKeyOf({ stem: "SECQND00" }));
    const outcome = { kind: "created", orderId: "ord_2", orderNumber: "#2" } as const;
    const slot = {
      id: "EXEC1",
      executionMark: "EXEC",
      claimedAtMs: atMs,
      sheetId: 7,
      keyTexts: [keyText],
      results: [{ outcome, atMs }],
      logged: false,
    };
    openSlot(properties, slot);
    appendLines(log, before, [{ ...line, keyText, orderId: "ord_2", orderNumber: "#2", atMs }]);
    const killed = readLog(log, properties.values);
    expect(killed).toMatchObject({ missingLines: 0, uncounted: 1 });
    expect(refreshed(log, killed, properties.values)).toBe(killed);
    // A version from before the first line is restored; the second is written into it anew.
    log.lines?.shift();
    const restored = readLog(log, properties.values);
    expect(restored).toMatchObject({ missingLines: 1, uncounted: 1 });
    properties.write({ ...logRecord(restored, properties.values), ...loggedMark(slot) });
    expect(readLog(log, properties.values)).toMatchObject({ missingLines: 1, uncounted: 0 });
  });

  test("that was looked through counts as whole until more lines go, or the line that tells of it", () => {
    const log = new MemoryLog();
    const mark = checkedMark({ environment: "test", keyMark: "AB12" });
    const early = logRecord(logged(log, line, line, line), {});
    log.lines?.splice(1);
    const told = appendLines(log, readLog(log, early), [line, checkLine("C1", "test", line.atMs)]);
    expect(unverifiedLines(told, mark)).toBe(2);
    const checked = { ...told, checked: { [mark]: { missing: told.missingLines, id: "C1" } } };
    const properties = logRecord(checked, early);
    expect(unverifiedLines(readLog(log, properties), mark)).toBe(0);
    const other = checkedMark({ environment: "live", keyMark: "AB12" });
    expect(unverifiedLines(readLog(log, properties), other)).toBe(2);
    log.lines?.shift();
    expect(unverifiedLines(readLog(log, properties), mark)).toBe(3);
    log.lines = Array.from({ length: 3 }, () => log.lines?.[0] ?? []);
    expect(unverifiedLines(readLog(log, properties), mark)).toBe(2);
  });

  test("keeps 20,000 lines at most, the newest", () => {
    const log = new MemoryLog();
    const state = logged(log, ...Array.from({ length: 19_999 }, () => line));
    const next = appendLines(log, counted(state), [line, { ...line, note: "last" }]);
    expect(next.lineCount).toBeLessThanOrEqual(20_000);
    expect(log.lines).toHaveLength(next.lineCount);
    expect(log.lines?.[next.lineCount - 1]?.[7]).toBe("last");
    expect(readLog(log, logRecord(next, {})).missingLines).toBe(0);
    expect(readLog(log, logRecord(next, logRecord(state, {}))).missingLines).toBe(0);
  });

  test("with a record that cannot be read, nothing is known to be missing", () => {
    for (const text of ["", "{", "null", '{"lines":"x"}']) {
      expect(readLog(new MemoryLog(), { "bitbybit.log": text }).missingLines).toBe(0);
    }
  });
});
