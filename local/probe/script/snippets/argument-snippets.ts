import type { Snippets } from "../snippet";

/** Calls of a wrong shape. The script is not typed against them on purpose: it is the platform that is asked. */
const calls: Readonly<Record<string, string>> = {
  "getValues(1)": "sheet.getRange('A1').getValues(1)",
  "setValues('x')": "sheet.getRange('A1').setValues('x')",
  "setValues([1])": "sheet.getRange('A1').setValues([1])",
  "setValue()": "sheet.getRange('A1').setValue()",
  "getRange('1', 1)": "sheet.getRange('1', 1)",
  "getRange(NaN, 1)": "sheet.getRange(NaN, 1)",
  "getRange(null)": "sheet.getRange(null)",
  "getRange(1)": "sheet.getRange(1)",
  "getSheetByName(5)": "spreadsheet.getSheetByName(5)",
  "getSheetByName(null)": "spreadsheet.getSheetByName(null)",
  "flush(true)": "SpreadsheetApp.flush(true)",
  "toast()": "spreadsheet.toast()",
  "tryLock('5')": "LockService.getScriptLock().tryLock('5')",
  "cache.put('k', 5)": "CacheService.getScriptCache().put('k', 5)",
  "getProperty(5)": "PropertiesService.getScriptProperties().getProperty(5)",
  "sleep(-1)": "Utilities.sleep(-1)",
  "sleep(NaN)": "Utilities.sleep(NaN)",
  "computeDigest of bytes with a charset":
    "Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [0, 1, 2], Utilities.Charset.UTF_8)",
  "computeDigest of what is no byte": "Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, ['1bad'])",
  "fetch('no address')": "UrlFetchApp.fetch('no address')",
  "fetchAll([{}])": "UrlFetchApp.fetchAll([{}])",
  "fetch with a method that is none": "UrlFetchApp.fetch('https://example.com', {method: 'nothing'})",
};

/** What a wrong call throws. */
export const argumentSnippets: Snippets = Object.fromEntries(
  Object.entries(calls).map(([name, code]) => [
    name,
    ({ sheet, spreadsheet, caught }) =>
      caught(() => {
        const result: unknown = new Function("sheet", "spreadsheet", `return ${code};`)(sheet, spreadsheet);
        return result === undefined ? "undefined" : typeof result;
      }),
  ]),
);
