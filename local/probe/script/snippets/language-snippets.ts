import { forEachOf, type Snippets } from "../snippet";

/** Globals that a browser or Node has. */
const globals = [
  "setTimeout",
  "fetch",
  "URL",
  "TextEncoder",
  "atob",
  "crypto",
  "performance",
  "process",
  "structuredClone",
  "AbortController",
  "WebAssembly",
  "window",
  "globalThis",
];

/** Syntax, by a text that only compiles if it is known. */
const syntax: Readonly<Record<string, string>> = {
  "optional chaining": "return null?.x ?? 1",
  "a look-behind": "return 'ab'.replace(/(?<=a)b/, 'c')",
  "spread of objects": "return ({...{a: 1}}).a",
  "a big integer": "return String(2n ** 70n)",
};

/** What the language has and has not. */
export const languageSnippets: Snippets = {
  ...forEachOf(
    globals,
    (name) => `typeof ${name}`,
    (_, name) => new Function(`return typeof ${name};`)(),
  ),
  ...Object.fromEntries(
    Object.entries(syntax).map(([name, code]) => [name, ({ caught }) => caught(() => new Function(code)())]),
  ),
  "an exception of a service": () => {
    try {
      SpreadsheetApp.getActiveSheet().getRange(0, 1);
      return "none";
    } catch (thrown) {
      return thrown instanceof Error ? [thrown.name, thrown instanceof Error] : typeof thrown;
    }
  },
  "an array of a service is an array": (kit) => Array.isArray(kit.range(1, 1).getValues()),
  "JSON of a service": (kit) => JSON.stringify(kit.sheet),
  "String of a service": (kit) => String(kit.sheet),
  "String of an enumeration's value": () => String(ScriptApp.AuthMode.FULL),
  "an enumeration's value equals itself": () => {
    const [one, other] = [0, 1].map(() => ScriptApp.AuthMode.FULL);
    return one === other;
  },
};
