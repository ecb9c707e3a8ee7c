import { builtFile } from "./built";
import { scopesNeeded } from "./scopes";

const code = builtFile("Code.js");
const manifest: { oauthScopes: string[] } = JSON.parse(builtFile("appsscript.json"));
const granted = manifest.oauthScopes
  .map((scope) => scope.replace("https://www.googleapis.com/auth/", ""))
  .sort();

describe("the manifest's scopes", () => {
  test("are exactly those that the code's calls need", () => {
    expect(scopesNeeded(code)).toEqual({ scopes: granted, unknown: [] });
  });

  test.each([
    ["SpreadsheetApp.openById('a')", "spreadsheets"],
    ["const sheets = SpreadsheetApp.openByUrl(address)", "spreadsheets"],
    ["ScriptApp.newTrigger('step')", "script.scriptapp"],
    ["Session.getActiveUser().getEmail()", "userinfo.email"],
  ])("would no longer do if the code said %s", (addition, scope) => {
    expect(granted).not.toContain(scope);
    expect(scopesNeeded(`${code}\n${addition}`).scopes).toContain(scope);
  });

  test.each([
    ["DriveApp.getFiles()", "DriveApp.getFiles"],
    ["GmailApp.sendEmail()", "GmailApp.sendEmail"],
    ["const service = SpreadsheetApp; service.openById('a')", "SpreadsheetApp, not by a method"],
    ["UrlFetchApp[name](address)", "UrlFetchApp, not by a method"],
  ])("cannot be told for sure if the code said %s", (addition, use) => {
    expect(scopesNeeded(`${code}\n${addition}`).unknown).toEqual([use]);
  });

  test.each([
    ["UrlFetchApp.fetch(address)", ["script.external_request"]],
    ["SpreadsheetApp.getActiveSheet()", ["spreadsheets.currentonly"]],
    ["SpreadsheetApp.getUi().showSidebar(page)", ["script.container.ui"]],
    ["SpreadsheetApp.getUi().createMenu('a'); LockService.getDocumentLock()", []],
    ["const call = { UrlFetchApp: 1 }; call.UrlFetchApp", []],
  ])("of %s alone are %j", (script, scopes) => {
    expect(scopesNeeded(script)).toEqual({ scopes, unknown: [] });
  });
});

describe("the manifest", () => {
  test("switches on no advanced service and no library", () => {
    expect(manifest).not.toHaveProperty("dependencies");
  });

  test("has no entry that this add-on does not need", () => {
    expect(Object.keys(manifest).sort()).toEqual([
      "exceptionLogging",
      "oauthScopes",
      "runtimeVersion",
      "timeZone",
      "urlFetchWhitelist",
    ]);
  });
});
