import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { root } from "./built";

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);

/** Google's globals that this add-on uses or might. */
const googleGlobals =
  /^(SpreadsheetApp|PropertiesService|CacheService|LockService|UrlFetchApp|Utilities|HtmlService|Session|ScriptApp|Logger|DriveApp|GoogleAppsScript)$/;

/** What each folder of src/ may import, besides itself and packages; `""` is src/ itself. */
const mayImport: Record<string, string[]> = {
  orders: [],
  bitbybit: ["orders"],
  messages: ["orders", "bitbybit", "run"],
  settings: ["bitbybit", "messages", "endpoints"],
  help: [],
  run: ["orders", "bitbybit", "settings", "messages", "endpoints"],
  "apps-script": ["run", "bitbybit", "settings", "messages", "orders"],
  sidebar: ["run", "endpoints"],
};

/** Every identifier of a source that the compiled script keeps; types are gone by then. */
function identifiers(path: string): Set<string> {
  const { code } = transformSync(readFileSync(join(root, "src", path), "utf8"), {
    loader: "ts",
    target: "es2020",
  });
  const found = new Set<string>();
  parse(code, {
    ecmaVersion: 2020,
    sourceType: "module",
    onToken: (token) => {
      if (token.type.label === "name" && "value" in token) found.add(String(token.value));
    },
  });
  return found;
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, "src", path), "utf8");
  return [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, target = ""]) =>
    relative("src", join("src", path, "..", target)),
  );
}

describe("the sources", () => {
  test.each(sources.filter((path) => !/^(apps-script|sidebar)\/|^main\.ts$/.test(path)))(
    "%s names none of Google's globals",
    (path) => {
      expect([...identifiers(path)].filter((name) => googleGlobals.test(name))).toEqual([]);
    },
  );

  test.each(sources.filter((path) => path.includes("/")))("%s imports only what its folder may", (path) => {
    const folder = path.split("/")[0] ?? "";
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    for (const target of importsOf(path)) expect(allowed).toContain(target.split("/")[0]);
  });
});
