import { english } from "../../../src/messages/english/english";
import { textsOf } from "../../../src/messages/texts/texts";
import type { RunProblem } from "../../../src/ports/run-error";
import type { RunReport } from "../../../src/run/run-report";
import { expectAdvice, expectReadable } from "../sentences";

const { end: endText, problem: problemOfRunText, unexpected: unexpectedText } = textsOf(english).runs;

const problems: RunProblem[] = [
  { code: "busy" },
  { code: "noKey" },
  { code: "newerSettings" },
  { code: "newerColumns" },
  { code: "headers", problems: [{ kind: "missing", anyOf: ["zip"] }], similar: [], isEmpty: false },
  { code: "userOwnedCells", cells: [{ field: "status", rowNumber: 3, columnIndex: 10, found: "Paid" }] },
  { code: "changedSince" },
  { code: "protectedColumns" },
  { code: "columnsGone" },
  { code: "noRecord" },
  { code: "unreadableRecords", count: 2 },
  { code: "superseded" },
  { code: "stopNotSaved" },
  { code: "sheetsFault" },
  { code: "storageFault" },
];

type End = NonNullable<RunReport["end"]>;
const ends: End[] = [
  { why: "superseded" },
  { why: "stop", reason: "scope" },
  { why: "stop", reason: "lostBatches" },
  { why: "stop", reason: "limitTooLong", untilMs: 7 },
  { why: "notRecorded", refusal: "unreadable" },
  { why: "notRecorded", refusal: "noRecord" },
  { why: "columnsMoved", cells: [] },
  { why: "columnsMoved", cells: [{ cell: "B4", had: "" }] },
  { why: "columnsGone" },
  { why: "otherKey" },
  { why: "stuck", cell: "M2" },
];
const said = (end: End) => endText(end, (atMs) => `moment ${atMs}`);

describe("what keeps a run from starting", () => {
  test.each(problems)("$code says what to do", (problem) => {
    expectAdvice(problemOfRunText(problem));
  });

  test("that the sheet is gone says where the results stand", () => {
    expectReadable(problemOfRunText({ code: "sheetGone" }));
    expect(problemOfRunText({ code: "sheetGone" })).toContain("bitbybit log");
  });

  test("that nobody expected says that nothing is sent twice", () => {
    expectAdvice(unexpectedText);
    expect(unexpectedText).toContain("without sending anything twice");
  });

  test("names cells and columns that are wrong", () => {
    expect(problems.slice(4, 6).map(problemOfRunText)).toEqual([
      expect.stringContaining('"Zip"'),
      expect.stringContaining('K3 says "Paid"'),
    ]);
  });
});

describe("why a run ended", () => {
  test.each(ends)("%j says what to do", (end) => {
    expectAdvice(said(end));
  });

  test("needs no words when it came to its end, and one when somebody stopped it", () => {
    expect([said({ why: "done" }), said({ why: "stoppedByUser" })]).toEqual(["", "Stopped."]);
    expectReadable(said({ why: "sheetGone" }));
  });

  test("with a limit of requests that is too long names its end", () => {
    expect(said({ why: "stop", reason: "limitTooLong", untilMs: 7 })).toContain("until moment 7");
  });

  test("with a column that was moved names each cell that it hit, and what stood there", () => {
    const cells = [
      { cell: "B4", had: "var_1" },
      { cell: "B5", had: "" },
    ];
    expect(said({ why: "columnsMoved", cells })).toContain('B4 (had "var_1") and B5 (had nothing)');
  });

  test("with a cell that refuses names it, if it is known", () => {
    expect(endText({ why: "stuck", cell: "M2" }, String)).toMatch(/^The cell M2 refuses/);
    expect(endText({ why: "stuck", cell: "" }, String)).toMatch(/^A status cell refuses/);
  });
});
