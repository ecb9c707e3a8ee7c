import { testRuntime } from "../test-runtime";

const ui = "var ui=SpreadsheetApp.getUi();";

describe("menus", () => {
  test("are there as the last execution that added any left them", () => {
    const { runtime } = testRuntime({
      code: `function onOpen(){ var ui=SpreadsheetApp.getUi(); ui.createMenu("bitbybit Orders").addItem("Create", "create").addSeparator().addSubMenu(ui.createMenu("More").addItem("Set up", "setUp")).addToUi(); ui.createAddonMenu().addItem("Help", "help").addToUi(); } function other(){}`,
    });
    const open = () => runtime.execute("onOpen", [], { trigger: "simple", authMode: "NONE" });
    open();
    open();
    runtime.execute("other", [], { trigger: "menu", authMode: "FULL" });
    expect(runtime.menus).toEqual([
      {
        caption: "bitbybit Orders",
        items: [
          { kind: "item", caption: "Create", functionName: "create" },
          { kind: "separator" },
          {
            kind: "menu",
            menu: { caption: "More", items: [{ kind: "item", caption: "Set up", functionName: "setUp" }] },
          },
        ],
      },
      { caption: null, items: [{ kind: "item", caption: "Help", functionName: "help" }] },
    ]);
  });

  test("createAddonMenu takes no caption (documented)", () => {
    expect(testRuntime().run(`${ui} ui.createAddonMenu("x");`).message).toBe(
      "The parameters (String) don't match the method signature for Ui.createAddonMenu.",
    );
  });
});

describe("dialogs", () => {
  test.each([
    ["'text'", { title: "", text: "text", buttons: "OK" }],
    ["'text', ui.ButtonSet.YES_NO", { title: "", text: "text", buttons: "YES_NO" }],
    ["'title', 'text', ui.ButtonSet.OK_CANCEL", { title: "title", text: "text", buttons: "OK_CANCEL" }],
  ])("alert(%s)", (args, dialog) => {
    const { value, shown } = testRuntime();
    expect(
      value(`${ui} var b=ui.alert(${args}); return [b === ui.Button.YES, b === ui.Button.NO, String(b)];`),
    ).toEqual([true, false, "YES"]);
    expect(shown).toEqual([dialog]);
  });

  test("prompt gives the button and the text", () => {
    expect(
      testRuntime().value(
        `${ui} var r=ui.prompt("key?", ui.ButtonSet.OK_CANCEL); return [r.getSelectedButton() === ui.Button.OK, r.getResponseText()];`,
      ),
    ).toEqual([true, "typed"]);
  });

  test("other arguments fit no signature", () => {
    expect(testRuntime().run(`${ui} ui.alert("a", "b");`).message).toBe(
      "The parameters (String,String) don't match the method signature for Ui.alert.",
    );
  });

  test("toast and sidebar reach the user", () => {
    const { value, shown } = testRuntime({ htmlFiles: { sidebar: "<b>hi</b>" } });
    value(`${ui} SpreadsheetApp.getActive().toast("m"); SpreadsheetApp.getActive().toast("m", "t", -1);
      ui.showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Orders").setWidth(500).append("!"));`);
    expect(shown).toEqual([
      { message: "m", title: "", seconds: 5 },
      { message: "m", title: "t", seconds: -1 },
      { title: "Orders", html: "<b>hi</b>!" },
    ]);
  });

  test("a modal dialog has the title of the call, and the size that was set or none", () => {
    const { value, shown } = testRuntime();
    value(`${ui} var page = HtmlService.createHtmlOutput("<b>hi</b>").setTitle("not this");
      ui.showModalDialog(page, "Help"); ui.showModalDialog(page.setWidth(400).setHeight(300), "Help");`);
    expect(shown).toEqual([
      { title: "Help", html: "<b>hi</b>", widthPx: null, heightPx: null },
      { title: "Help", html: "<b>hi</b>", widthPx: 400, heightPx: 300 },
    ]);
  });

  test("a modal dialog does not wait for the user, and so leaves the locks alone (documented)", () => {
    const code = `${ui} var lock = LockService.getDocumentLock(); lock.waitLock(1);
      ui.showModalDialog(HtmlService.createHtmlOutput("x"), "Help"); return lock.hasLock();`;
    expect(testRuntime().value(code)).toBe(true);
  });

  test("an html file that the project has not is an exception (reported text)", () => {
    expect(testRuntime().run("HtmlService.createHtmlOutputFromFile('none');").message).toBe(
      "No HTML file named none was found.",
    );
  });
});
