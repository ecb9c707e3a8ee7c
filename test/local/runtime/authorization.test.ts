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
  alert: ["SpreadsheetApp.getUi().alert('x')", refusal("Ui.alert")],
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

describe("what the user has granted (documented: ScriptApp)", () => {
  const full = "ScriptApp.AuthMode.FULL";
  const scopes = JSON.stringify(
    ["spreadsheets.currentonly", "script.external_request", "script.container.ui"].map(
      (name) => `https://www.googleapis.com/auth/${name}`,
    ),
  );
  const asked = `var info = ScriptApp.getAuthorizationInfo(${full}, ${scopes}); return [info.getAuthorizationStatus().name(), info.getAuthorizedScopes().length];`;

  test("is told scope by scope", () => {
    expect(testRuntime({ deniedScopes: ["script.container.ui"] }).value(asked)).toEqual(["REQUIRED", 2]);
    expect(testRuntime().value(asked)).toEqual(["NOT_REQUIRED", 3]);
  });

  test("is told of all of them if none is named", () => {
    const code = `return ScriptApp.getAuthorizationInfo(${full}).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED;`;
    expect(testRuntime({ deniedScopes: ["script.external_request"] }).value(code)).toBe(true);
    expect(testRuntime().value(code)).toBe(false);
  });

  test("is an error for a scope that the script does not ask for", () => {
    const { run } = testRuntime();
    const other = '["https://www.googleapis.com/auth/drive"]';
    expect(run(`ScriptApp.getAuthorizationInfo(${full}, ${other});`).outcome).toBe("threw");
  });

  test("ends an execution that requires more", () => {
    const required = `ScriptApp.requireScopes(${full}, ${scopes});`;
    expect(testRuntime().run(required).outcome).toBe("returned");
    expect(testRuntime({ deniedScopes: ["script.external_request"] }).run(required)).toMatchObject({
      outcome: "threw",
      message: "Authorization is required to perform that action.",
    });
  });

  test("does not matter to an alert: only pages of the script's own need a scope for it", () => {
    const { run } = testRuntime({ deniedScopes: ["script.container.ui"] });
    expect(run(`${calls.alert[0]};`).outcome).toBe("returned");
    expect(run(`${calls.dialogPage[0]};`).message).toBe(calls.dialogPage[1]);
  });

  test("a refusal comes in the user's language", () => {
    const { run } = testRuntime({
      deniedScopes: ["script.external_request"],
      language: "id",
    });
    expect(run(`${calls.fetch[0]};`).message).toMatch(
      /^Anda tidak memiliki izin untuk memanggil UrlFetchApp\.fetch/,
    );
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
