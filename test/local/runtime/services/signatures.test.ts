import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { testRuntime } from "../test-runtime";

const range = "SpreadsheetApp.getActiveSheet().getRange('A1:B2')";

/** What the script sees after this expression. */
function messageOf(expression: string): string | undefined {
  return testRuntime().run(`${expression};`).message;
}

describe("a call whose arguments fit no published signature", () => {
  test.each([
    [`${range}.getValues(1)`, "(number)", "SpreadsheetApp.Range.getValues"],
    [`${range}.setValues('x')`, "(String)", "SpreadsheetApp.Range.setValues"],
    [`${range}.setValues([1, 2])`, "(number[])", "SpreadsheetApp.Range.setValues"],
    [`${range}.setNumberFormats([[1, 2], [3, 4]])`, "(number[][])", "SpreadsheetApp.Range.setNumberFormats"],
    ["SpreadsheetApp.flush(true)", "(Boolean)", "SpreadsheetApp.flush"],
    ["CacheService.getScriptCache().put('k', 5)", "(String,number)", "CacheService.Cache.put"],
    ["UrlFetchApp.fetchAll('https://example.com')", "(String)", "UrlFetchApp.fetchAll"],
    ["LockService.getScriptLock().tryLock('5')", "(String)", "LockService.Lock.tryLock"],
    ["SpreadsheetApp.getUi().showSidebar('<p>')", "(String)", "Ui.showSidebar"],
    [
      "Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [0, 1, 2], Utilities.Charset.UTF_8)",
      "(DigestAlgorithm,number[],Charset)",
      "Utilities.computeDigest",
    ],
  ])("%s says so, as Apps Script does", (expression, kinds, where) => {
    expect(messageOf(expression)).toBe(
      `The parameters ${kinds} don't match the method signature for ${where}.`,
    );
  });
});

describe("a valid call", () => {
  test.each([
    ["SpreadsheetApp.getActiveSpreadsheet().toast('a', 'b', null)"],
    ["SpreadsheetApp.getActiveSheet().getRange('A1').setFontWeight(null)"],
    [
      "SpreadsheetApp.getActiveSheet().setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x').setBold(null).setRanges([SpreadsheetApp.getActiveSheet().getRange('A1')]).build()])",
    ],
    ["PropertiesService.getScriptProperties().setProperty('a', 1)"],
    ["SpreadsheetApp.newDataValidation().requireValueInList([1, 2], true)"],
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [0, -1, 2])"],
    ["Logger.log('%s of %s', '1', '2')"],
    ["console.log('%s', 1)"],
  ])("%s is no mismatch", (expression) => {
    expect(messageOf(expression)).toBeUndefined();
  });

  test("that this runtime does not take is one that is not imitated", () => {
    expect(messageOf("Utilities.base64Encode('x', Utilities.Charset.UTF_8)")).toBeUndefined();
    expect(
      messageOf("SpreadsheetApp.getActiveSpreadsheet().insertSheet('x', {template: undefined})"),
    ).toMatch(/^not implemented: Spreadsheet\.insertSheet/);
    expect(messageOf("SpreadsheetApp.getActiveSheet().getRange('!A1:B2')")).toMatch(/^not implemented/);
  });
});

describe("arguments of the right kind that cannot be converted (reported)", () => {
  test.each([
    ["SpreadsheetApp.getActiveSheet().getRange(NaN, 1)", "Cannot convert NaN to int."],
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, ['1bad'])", "Cannot convert 1bad to byte."],
  ])("%s: %s", (expression, message) => {
    expect(messageOf(expression)).toBe(message);
  });
});

test("the signatures in the repository are those of the installed types", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/apps-script-signatures.mjs", "--check"], {
    cwd: join(__dirname, "../../../.."),
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
});
