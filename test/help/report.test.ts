import fc from "fast-check";
import { type HelpFacts, helpReport } from "../../src/help/report";
import { emptyReceipt } from "../../src/receipt/receipt";
import { anyCharacter } from "../any-character";

const facts: HelpFacts = {
  version: "0.1.0",
  nowMs: Date.UTC(2026, 10, 26, 8),
  key: "test",
  apiAddress: "default",
  referencePlace: "notes",
  sheet: { kind: "understood", knownColumns: 15, otherColumns: 3, rows: 120, mapped: false },
  run: {
    kind: "create",
    environment: "test",
    state: "ended",
    stopCode: null,
    startedAtMs: Date.UTC(2026, 10, 26, 7, 58),
    workedAtMs: Date.UTC(2026, 10, 26, 7, 59),
    counts: { ...emptyReceipt(), selected: 12, created: 9, invalid: 1, skipped: 2 },
  },
  record: { bytes: 4200, maxBytes: 512_000 },
  locale: "in_ID",
  timeZone: "Asia/Jakarta",
};

describe("the report for whoever helps", () => {
  test("has a fact a line", () => {
    expect(helpReport(facts).split("\n")).toEqual([
      "bitbybit Orders 0.1.0",
      "made: 2026-11-26T08:00:00.000Z",
      "key: test",
      "API address: default",
      "reference in: notes",
      "locale: in_ID, time zone: Asia/Jakarta",
      "sheet: understood, known columns 15, other columns 3, rows 120",
      "record: 4200 of 512000 bytes",
      "last run: create, test, ended",
      "last run started: 2026-11-26T07:58:00.000Z, worked on: 2026-11-26T07:59:00.000Z",
      "last run counts: created 9, invalid 1, rejected 0, notSent 0, unconfirmed 0, skipped 2, valid 0",
    ]);
  });

  test("of a spreadsheet without a run says so", () => {
    expect(helpReport({ ...facts, run: null })).toMatch(/\nlast run: none$/);
  });

  test("says by which code a run stopped", () => {
    const run = facts.run && { ...facts.run, stopCode: "quotaSpent" };
    expect(helpReport({ ...facts, run })).toContain(
      "\nlast run: create, test, ended, stopped by quotaSpent\n",
    );
  });

  test.each([
    [
      { kind: "notUnderstood", missing: 2, twice: 1 } as const,
      "not understood, missing columns 2, double headers 1",
    ],
    [{ kind: "unreadable" } as const, "unreadable"],
    [
      { kind: "understood", knownColumns: 9, otherColumns: 0, rows: 1, mapped: true } as const,
      "understood, known columns 9, other columns 0, rows 1, headers mapped",
    ],
  ])("of the sheet %j says %s", (sheet, line) => {
    expect(helpReport({ ...facts, sheet })).toContain(`\nsheet: ${line}\n`);
  });

  test("with a record that cannot be read and times that no clock shows is a report all the same", () => {
    const report = helpReport({ ...facts, record: null, nowMs: Number.NaN });
    expect(report).toContain("\nrecord: unreadable\n");
    expect(report).toContain("\nmade: unknown\n");
  });

  test("takes a key out of every text, wherever it came to stand", () => {
    const key = "bbb_live_0123456789abcdef";
    const run = facts.run && { ...facts.run, stopCode: `failed with ${key}` };
    const report = helpReport({
      ...facts,
      version: key,
      locale: `x ${key}`,
      timeZone: key.toUpperCase(),
      run,
    });
    expect(report.toLowerCase()).not.toContain("bbb_");
    expect(report).not.toMatch(/0123456789/);
  });

  test("whatever its texts are, it keeps its lines, and none of them holds a name, an address or markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        const run = facts.run && { ...facts.run, stopCode: text };
        const lines = helpReport({ ...facts, version: text, locale: text, timeZone: text, run }).split("\n");
        expect(lines).toHaveLength(11);
        for (const line of lines) expect(line).toMatch(/^[\w ./+,:-]{1,130}$/);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
