import { heavyTailedLatency, type LatencyModel, typicalLatency } from "../../../local/runtime/local-runtime";
import { testRuntime } from "./test-runtime";

const sheetOf = "var s=SpreadsheetApp.getActiveSheet();";
const elapsed = (body: string, latency: LatencyModel = typicalLatency()) =>
  testRuntime({ latency }).run(body).elapsedMs;
/** What a call costs besides the first touch of the document and what stands around it. */
const added = (body: string, before = "SpreadsheetApp.flush();") =>
  Math.round(elapsed(before + body) - elapsed(before));

describe("the latency model (published measurements)", () => {
  test.each([
    ["PropertiesService.getScriptProperties().getProperty('a');", 40],
    ["CacheService.getScriptCache().get('a');", 30],
    ["UrlFetchApp.fetchAll(['https://example.com', 'https://example.com']);", 500],
    ["UrlFetchApp.fetch('https://example.com');", 400],
    ["LockService.getScriptLock().tryLock(1);", 50],
    [`${sheetOf} s.getRange("A1:Z100").getValues();`, 158],
    [`${sheetOf} s.isRowHiddenByFilter(1); s.isRowHiddenByFilter(2);`, 163],
    [`${sheetOf} s.getRange("A1:L1").setValue(1); SpreadsheetApp.flush();`, 38],
  ])("%s takes %i ms", (body, ms) => {
    expect(added(body)).toBe(ms);
  });

  test("4,000 cells take 40 ms to be buffered and 610 ms to be flushed", () => {
    const kit = testRuntime({ latency: typicalLatency() });
    kit.sheet.growTo(200, 26);
    const { elapsedMs } = kit.run(
      `${sheetOf} SpreadsheetApp.flush(); s.getRange(1, 1, 200, 20).setValue(1); SpreadsheetApp.flush();`,
    );
    expect(Math.round(elapsedMs - elapsed(`${sheetOf} SpreadsheetApp.flush();`))).toBe(650);
  });

  test("the first touch of the document costs 150 ms more", () => {
    expect(elapsed(`${sheetOf} s.getLastRow();`)).toBe(158);
  });

  test("with a heavy tail calls never take less, and at most twenty times as long", () => {
    const model = (value: number) => heavyTailedLatency(() => value);
    const cost = (value: number) => elapsed("CacheService.getScriptCache().get('a');", model(value));
    expect([cost(0), Math.round(cost(0.75)), cost(0.99999)]).toEqual([30, 60, 600]);
  });
});
