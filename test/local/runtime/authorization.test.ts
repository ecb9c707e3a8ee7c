import { testRuntime } from "./test-runtime";

const scope = (name: string) => `Required permissions: https://www.googleapis.com/auth/${name}`;
const refusal = (call: string, name?: string) =>
  `You do not have permission to call ${call}.${name === undefined ? "" : ` ${scope(name)}`}`;

const calls = {
  document: [
    "SpreadsheetApp.getActiveSpreadsheet()",
    refusal("SpreadsheetApp.getActiveSpreadsheet", "spreadsheets.currentonly"),
  ],
  properties: ["PropertiesService.getUserProperties()", refusal("PropertiesService.getUserProperties")],
  cache: ["CacheService.getScriptCache()", refusal("CacheService.getScriptCache")],
  fetch: [
    "UrlFetchApp.fetch('https://example.com')",
    refusal("UrlFetchApp.fetch", "script.external_request"),
  ],
  alert: ["SpreadsheetApp.getUi().alert('x')", refusal("Ui.alert", "script.container.ui")],
  sidebar: [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))",
    refusal("Ui.showSidebar", "script.container.ui"),
  ],
  dialogPage: [
    "SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 't')",
    refusal("Ui.showModalDialog", "script.container.ui"),
  ],
} as const;

describe("what an execution may do (documented: AuthMode)", () => {
  test.each(Object.values(calls))("under NONE not %s", (call, message) => {
    expect(testRuntime().run(`${call};`, { authMode: "NONE" })).toMatchObject({ outcome: "threw", message });
  });

  test.each([calls.fetch, calls.alert, calls.sidebar, calls.dialogPage])(
    "under LIMITED not %s",
    (call, message) => {
      expect(testRuntime().run(`${call};`, { authMode: "LIMITED" })).toMatchObject({
        outcome: "threw",
        message,
      });
    },
  );

  test.each([calls.document, calls.properties, calls.cache])("under LIMITED %s", (call) => {
    expect(testRuntime().run(`${call};`, { authMode: "LIMITED" }).outcome).toBe("returned");
  });

  test.each(Object.values(calls))("under FULL %s", (call) => {
    expect(testRuntime().run(`${call};`).outcome).toBe("returned");
  });

  test("the menu can be made under NONE", () => {
    const { run } = testRuntime();
    expect(
      run("SpreadsheetApp.getUi().createMenu('m').addItem('a', 'b').addToUi();", { authMode: "NONE" })
        .outcome,
    ).toBe("returned");
  });

  test("the script's top level runs under the caller's mode: a service call there kills the menu (documented)", () => {
    const { runtime } = testRuntime({
      code: "var key = PropertiesService.getUserProperties(); function onOpen(){}",
    });
    expect(runtime.execute("onOpen", [], { trigger: "simple", authMode: "NONE" }).outcome).toBe("threw");
  });

  test("a scope that the user refused is missing under FULL too", () => {
    const { run } = testRuntime({ deniedScopes: ["script.external_request"] });
    expect(run("UrlFetchApp.fetch('https://example.com');").message).toBe(calls.fetch[1]);
  });
});

describe("onOpen", () => {
  test("gets an event that says the mode, with the spreadsheet except under NONE (documented)", () => {
    const { runtime } = testRuntime({
      code: "function onOpen(e){ return [String(e.authMode), e.authMode === ScriptApp.AuthMode.LIMITED, typeof e.source]; }",
    });
    const open = (authMode: "NONE" | "LIMITED") =>
      String(runtime.execute("onOpen", [], { trigger: "simple", authMode }).value);
    expect([open("NONE"), open("LIMITED")]).toEqual(["NONE,false,undefined", "LIMITED,true,object"]);
  });
});
