import { emptyReceipt } from "../../src/receipt/receipt";
import { isLive, isOwnRun, isRunOfNewerVersion, readRun, runProperty } from "../../src/receipt/run-record";
import { runOf } from "./runs";

test("a run is read as it was written", () => {
  const run = runOf({ queued: 3, before: { ...emptyReceipt(), invalid: 1, selected: 1 } });
  expect(readRun(runProperty(run))).toEqual(run);
});

test.each([
  "",
  "{",
  "null",
  "7",
  '{"v":1,"id":"A","sheetId":1}',
  '{"v":2,"id":7,"sheetId":1}',
  '{"v":2,"id":"A"}',
])("what cannot be read, such as %j, is no run", (text) => {
  expect(readRun({ "bitbybit.run": text })).toBeNull();
});

test("counts that a record lacks are none", () => {
  expect(readRun({ "bitbybit.run": '{"v":2,"id":"A","sheetId":1,"before":{"created":2}}' })?.before).toEqual({
    ...emptyReceipt(),
    created: 2,
  });
});

test.each([
  ['{"why":"columnsMoved"}', []],
  ['{"why":"columnsMoved","cells":"H4"}', []],
  [
    '{"why":"columnsMoved","cells":[null,7,{"cell":"H4"},{"cell":"H5","had":"x"}]}',
    [{ cell: "H5", had: "x" }],
  ],
])("of an end that was written by hand, such as %s, only whole cells are taken", (end, cells) => {
  const text = `{"v":2,"id":"A","sheetId":1,"end":${end}}`;
  expect(readRun({ "bitbybit.run": text })?.end).toEqual({ why: "columnsMoved", cells });
});

test("a newer version's record is known by its number alone", () => {
  expect(isRunOfNewerVersion({ "bitbybit.run": '{"v":3,"anything":' })).toBe(true);
  expect(isRunOfNewerVersion(runProperty(runOf({})))).toBe(false);
  expect(isRunOfNewerVersion({})).toBe(false);
});

test("a run is its user's by name and API key", () => {
  const run = runOf({ userName: "Ana", apiKeyHash: "AAAA" });
  expect(isOwnRun(run, { userName: "Ana", apiKeyHash: "AAAA" })).toBe(true);
  expect(isOwnRun(run, { userName: "Budi", apiKeyHash: "AAAA" })).toBe(false);
  expect(isOwnRun(run, { userName: "Ana", apiKeyHash: "BBBB" })).toBe(false);
});

test("a run is live until it ends, or nobody has worked on it for a while", () => {
  const run = runOf({ workedAtMs: 1_000, end: null });
  expect(isLive(run, 2_000, 1_000)).toBe(true);
  expect(isLive(run, 2_001, 1_000)).toBe(false);
  expect(isLive({ ...run, end: { why: "done" } }, 1_000, 1_000)).toBe(false);
  expect(isLive(null, 0, 1_000)).toBe(false);
});
