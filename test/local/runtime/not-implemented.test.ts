import { testRuntime } from "./test-runtime";

/** Real members of Apps Script that are not imitated: none of them may answer quietly. */
const realButNotImitated = [
  ["SpreadsheetApp.openById", "SpreadsheetApp.openById('x')"],
  ["SpreadsheetApp.getActiveRange", "SpreadsheetApp.getActiveRange()"],
  ["SpreadsheetApp.BorderStyle", "SpreadsheetApp.BorderStyle.SOLID"],
  ["Spreadsheet.getUrl", "SpreadsheetApp.getActive().getUrl()"],
  ["Spreadsheet.getNamedRanges", "SpreadsheetApp.getActive().getNamedRanges()"],
  ["Sheet.sort", "SpreadsheetApp.getActiveSheet().sort(1)"],
  ["Sheet.getDeveloperMetadata", "SpreadsheetApp.getActiveSheet().getDeveloperMetadata()"],
  ["Sheet.autoResizeColumns", "SpreadsheetApp.getActiveSheet().autoResizeColumns(1, 2)"],
  ["Range.offset", "SpreadsheetApp.getActiveSheet().getRange('A1').offset(1, 1)"],
  ["Range.setFormula", "SpreadsheetApp.getActiveSheet().getRange('A1').setFormula('=1')"],
  ["Range.protect", "SpreadsheetApp.getActiveSheet().getRange('A1').protect()"],
  ["RangeList.clear", "SpreadsheetApp.getActiveSheet().getRangeList(['A1']).clear()"],
  ["ConditionalFormatRuleBuilder.whenCellEmpty", "SpreadsheetApp.newConditionalFormatRule().whenCellEmpty()"],
  ["Ui.showModelessDialog", "SpreadsheetApp.getUi().showModelessDialog(null, 'x')"],
  ["Button.compareTo", "SpreadsheetApp.getUi().Button.OK.compareTo(null)"],
  ["Button.MAYBE", "SpreadsheetApp.getUi().Button.MAYBE"],
  ["CacheService.getSomeCache", "CacheService.getSomeCache()"],
  ["Properties.getSome", "PropertiesService.getUserProperties().getSome()"],
  ["Lock.isLocked", "LockService.getScriptLock().isLocked()"],
  ["UrlFetchApp.getRequest", "UrlFetchApp.getRequest('https://example.com')"],
  ["UrlFetchApp.fetch option escaping", "UrlFetchApp.fetch('https://example.com', {escaping: false})"],
  ["HTTPResponse.getBlob", "UrlFetchApp.fetch('https://example.com').getBlob()"],
  ["Utilities.newBlob", "Utilities.newBlob('x')"],
  ["HtmlService.createTemplateFromFile", "HtmlService.createTemplateFromFile('x')"],
  ["Session.getActiveUser", "Session.getActiveUser()"],
  ["ScriptApp.newTrigger", "ScriptApp.newTrigger('x')"],
  ["Logger.getLog", "Logger.getLog()"],
  ["console.time", "console.time('x')"],
  ["DriveApp.getFiles", "DriveApp.getFiles()"],
  ["MailApp.sendEmail", "MailApp.sendEmail('a@example.com', 's', 'b')"],
  ["Range.setBackground of red", "SpreadsheetApp.getActiveSheet().getRange('A1').setBackground('red')"],
  ["Range.setValue of an object", "SpreadsheetApp.getActiveSheet().getRange('A1').setValue({})"],
] as const;

describe("what Apps Script has and this runtime has not", () => {
  test.each(realButNotImitated)("%s", (name, expression) => {
    expect(testRuntime().run(`return ${expression};`)).toMatchObject({
      outcome: "threw",
      message: `not implemented: ${name}`,
    });
  });

  test("reading a member, asking for it with `in`, and setting one report it too", () => {
    const { run } = testRuntime();
    expect(run("return SpreadsheetApp.openById;").message).toBe("not implemented: SpreadsheetApp.openById");
    expect(run("return 'openById' in SpreadsheetApp;").message).toBe(
      "not implemented: SpreadsheetApp.openById",
    );
    expect(run("'use strict'; SpreadsheetApp.mine = 1;").message).toBe(
      "not implemented: SpreadsheetApp.mine",
    );
  });

  test("a script that catches it does not get away with it: nothing has an effect afterwards", () => {
    const { sheet, run } = testRuntime();
    const result = run(
      `var r=SpreadsheetApp.getActiveSheet().getRange("A1"); try { r.offset(1,1); } catch (e) {} try { r.setValue("x"); } catch (e) {} return "fine";`,
    );
    expect(result).toMatchObject({ outcome: "threw", message: "not implemented: Range.offset" });
    expect(sheet.cell(1, 1).value).toBeNull();
  });

  test("services can still be shown as text, as JSON and as a promise's result", () => {
    expect(
      testRuntime().value(
        "var s=SpreadsheetApp.getActiveSheet(); return [String(s), JSON.stringify(s), s.then === undefined];",
      ),
    ).toEqual(["Sheet", "{}", true]);
  });
});
