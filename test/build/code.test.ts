import vm from "node:vm";
import { parse } from "acorn";
import { builtFile, exportedNames } from "./built";

const code = builtFile("Code.js");
const program = parse(code, { ecmaVersion: 2020, sourceType: "script" });

/** What Apps Script has not (Apps Script documentation, V8 runtime; reports of its users). */
const absent = [
  "setTimeout",
  "setInterval",
  "URL",
  "URLSearchParams",
  "TextEncoder",
  "TextDecoder",
  "fetch",
  "atob",
  "btoa",
  "crypto",
  "performance",
  "process",
  "structuredClone",
  "AbortController",
  "require",
  "module",
  "window",
  "document",
];

/** A service that is loud about every use of it. */
function loud(name: string, used: string[]): object {
  return new Proxy(
    {},
    {
      get: (_, method) => {
        used.push(`${name}.${String(method)}`);
        throw new Error(`${name}.${String(method)} was used`);
      },
    },
  );
}

const services = [
  "SpreadsheetApp",
  "PropertiesService",
  "CacheService",
  "LockService",
  "UrlFetchApp",
  "Utilities",
  "HtmlService",
  "Session",
  "ScriptApp",
];

/** Names that are called, or made with `new`, as they stand: `URL` in `new URL(…)`, not the `f` of `x.f()`. */
function calledGlobals(): string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (
      "callee" in node &&
      typeof node.callee === "object" &&
      node.callee !== null &&
      "name" in node.callee
    ) {
      names.push(String(node.callee.name));
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(program);
  return names;
}

/** Loads the script in globals like Apps Script's, with every service loud but for those given. */
function load(given: Record<string, unknown> = {}): { context: vm.Context; used: string[] } {
  const used: string[] = [];
  const globals = Object.fromEntries(services.map((name) => [name, loud(name, used)]));
  const context = vm.createContext({ ...globals, ...given });
  vm.runInContext(code, context);
  return { context, used };
}

describe("dist/Code.js", () => {
  test("is a script of ES2020", () => {
    expect(program.body.length).toBeGreaterThan(0);
  });

  test("stays below 328,000 bytes: every execution loads all of it, and the whole of zod alone would be 370,000", () => {
    const withoutLicences = code.slice(code.lastIndexOf("*/\n") + 1);
    expect(Buffer.byteLength(withoutLicences)).toBeLessThan(328_000);
  });

  test("declares every function that main.ts exports at its top level, and nothing else that can be called", () => {
    const declared = program.body.flatMap((node) =>
      node.type === "FunctionDeclaration" ? [node.id.name] : [],
    );
    expect(declared.sort()).toEqual(exportedNames());
    const others = program.body.filter((node) => node.type !== "FunctionDeclaration");
    const names = others.flatMap((node) =>
      node.type === "VariableDeclaration"
        ? node.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "?"))
        : [],
    );
    for (const name of names) expect(name).toMatch(/_$/);
  });

  test("no callable function ends in _, which Apps Script would hide", () => {
    expect(exportedNames().filter((name) => name.endsWith("_"))).toEqual([]);
    expect(exportedNames()).toEqual(
      expect.arrayContaining([
        "onOpen",
        "onInstall",
        "createOrders",
        "checkSelection",
        "setUpSheet",
        "openSidebar",
      ]),
    );
  });

  test("calls no service while it is loaded", () => {
    expect(load().used).toEqual([]);
  });

  test.each(["onOpen", "onInstall"])(
    "%s adds the menu, asks for the account's language, and touches nothing else",
    (name) => {
      const items: [string, string][] = [];
      let added = 0;
      const menu = {
        addItem: (caption: string, functionName: string) => {
          items.push([caption, functionName]);
          return menu;
        },
        addSeparator: () => menu,
        addToUi: () => {
          added += 1;
        },
      };
      const titles: string[] = [];
      const ui = {
        createMenu: (title: string) => {
          titles.push(title);
          return menu;
        },
      };
      const { context, used } = load({ SpreadsheetApp: { getUi: () => ui } });
      vm.runInContext(`${name}({ authMode: "NONE" })`, context);
      expect(titles).toEqual(["bitbybit Orders"]);
      expect(added).toBe(1);
      expect(used).toEqual(["Session.getActiveUserLocale"]);
      for (const [, functionName] of items) expect(exportedNames()).toContain(functionName);
    },
  );

  test("names nothing that Apps Script has not", () => {
    const { context } = load();
    for (const name of absent) expect(vm.runInContext(`typeof ${name}`, context)).toBe("undefined");
    expect(calledGlobals().filter((name) => absent.includes(name))).toEqual([]);
  });

  test("holds no API key and no address but the API's own", () => {
    expect(code).not.toMatch(/bbb_(test|live)_[A-Za-z0-9]{8}/);
    const hosts = new Set([...code.matchAll(/https?:\/\/([a-z0-9][a-z0-9.-]*)/g)].map(([, host]) => host));
    // The last is in the names of the scopes.
    const known = ["api.bitbybit.studio", "json-schema.org", "www.googleapis.com"];
    expect([...hosts].filter((host = "") => !known.includes(host))).toEqual([]);
  });
});

test("the licence of each package in the bundle stands above it", () => {
  expect(code).toMatch(
    /^\/\* zod [\d.]+\nMIT License\n\nCopyright \(c\) \d{4} [^*]*THE SOFTWARE IS PROVIDED "AS IS"/,
  );
});
