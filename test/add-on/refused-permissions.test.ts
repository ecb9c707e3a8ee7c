import type { ExceptionLanguage } from "../../local/runtime/exception-texts";
import { ServiceFault } from "../../local/runtime/faults";
import { AddOn } from "./add-on";

const sheet = "spreadsheets.currentonly";
const requests = "script.external_request";
const pages = "script.container.ui";

const menuItems = {
  create: "Create orders from selection",
  check: "Check selection",
  resolve: "Resolve unconfirmed rows",
  sendAgain: "Not in bitbybit: send again",
  setUp: "Set up this sheet",
  sidebar: "Open sidebar",
  help: "Help",
};

function addOnWithout(scopes: readonly string[], language: ExceptionLanguage = "en"): AddOn {
  return new AddOn({ rows: [{}], runtime: { deniedScopes: scopes, language } });
}

/** Clicks a menu item and gives all that was said; how the click ended is Google's own matter. */
function saidAt(addOn: AddOn, item: string): string {
  try {
    addOn.click(item);
  } catch (thrown) {
    // Google's own question for the permission ends the execution.
    expect(String(thrown)).toContain(item);
  }
  return addOn.said.join("\n");
}

/** Nothing was sent, no cell was written, and nothing is kept with the document. */
function expectNothingDone(addOn: AddOn): void {
  expect([addOn.posts(), addOn.sheet.maxColumns, addOn.documentProperties()]).toEqual([0, 11, "{}"]);
}

describe("a menu item without the permission for this spreadsheet", () => {
  test.each(Object.values(menuItems))("%s says so and does nothing", (item) => {
    const addOn = addOnWithout([sheet]);
    expect(saidAt(addOn, item)).toBe(
      "The add-on lacks a permission, so nothing is sent: you have not allowed it to read and write this spreadsheet. Google asks for it next: allow it, then choose the menu item again.",
    );
    expectNothingDone(addOn);
  });
});

describe("a menu item without the permission to send requests", () => {
  test.each([menuItems.create, menuItems.resolve, menuItems.sendAgain])(
    "%s says so, and no row is keyed",
    (item) => {
      const addOn = addOnWithout([requests]);
      expect(saidAt(addOn, item)).toContain("you have not allowed it to send requests to bitbybit");
      expectNothingDone(addOn);
    },
  );

  test.each([menuItems.check, menuItems.setUp])("%s works: it sends nothing", (item) => {
    expect(saidAt(addOnWithout([requests]), item)).not.toContain("permission");
  });
});

describe("a menu item without the permission for pages", () => {
  test.each(Object.values(menuItems))(
    "%s says so before it does anything that would need the sidebar",
    (item) => {
      const addOn = addOnWithout([pages]);
      expect(saidAt(addOn, item)).toContain("you have not allowed it to show its sidebar and dialogs");
      expectNothingDone(addOn);
    },
  );
});

test("several refused permissions are told in one sentence", () => {
  expect(saidAt(addOnWithout([sheet, requests, pages]), menuItems.create)).toContain(
    "read and write this spreadsheet, send requests to bitbybit and show its sidebar and dialogs.",
  );
});

test("Google asks for what is missing right after the sentence", () => {
  const addOn = addOnWithout([requests]);
  expect(() => addOn.create()).toThrow("Authorization is required to perform that action.");
});

test.each(["id", "ja", "made-up"] as const)("the sentence rests on no text of Google's: %s", (language) => {
  expect(saidAt(addOnWithout([requests], language), menuItems.create)).toContain("lacks a permission");
});

describe("a call of the sidebar", () => {
  test.each([
    ["planRun", ["create"]],
    ["startRun", ["create", "token"]],
    ["continueRun", ["run"]],
    ["testConnection", []],
  ])("%s without the permission to send requests says which menu item lets Google ask", (name, args) => {
    const addOn = addOnWithout([requests]);
    expect(() => addOn.call(name, args)).toThrow(
      'send requests to bitbybit. Choose "Create orders from selection" in the menu and allow what Google asks for.',
    );
    expectNothingDone(addOn);
  });

  test("that checks works without it, and so does saving a key", () => {
    const addOn = addOnWithout([requests]);
    expect(addOn.planToken("check")).not.toBe("");
    expect(addOn.call("saveSettings", [{ userName: "Ana" }])).toMatchObject({ ok: true });
  });

  test.each(["getState", "getProblems", "getColumns"])("%s without the spreadsheet says so", (name) => {
    expect(() => addOnWithout([sheet]).call(name, [])).toThrow("read and write this spreadsheet");
  });
});

test("a permission that is taken back during a run stops it before the next batch, and what was sent stays known", () => {
  const addOn = new AddOn({ rows: Array.from({ length: 30 }, () => ({})) });
  const token = addOn.planToken("create");
  addOn.call("startRun", ["create", token]);
  const sent = addOn.posts();
  addOn.runWith({ deniedScopes: [requests] });
  expect(() => addOn.continueRun()).toThrow("send requests to bitbybit");
  expect(addOn.posts()).toBe(sent);
  addOn.runWith({});
  while (addOn.continueRun().state !== "ended");
  expect(addOn.made()).toHaveLength(30);
});

test("where Google does not say what is allowed, the add-on works as ever", () => {
  const fails = ({ service }: { service: string }) => {
    if (service === "ScriptApp") throw new ServiceFault("not here");
  };
  const addOn = new AddOn({ rows: [{}], runtime: { beforeCall: fails } });
  expect(addOn.create()).toContain("1 created");
});
