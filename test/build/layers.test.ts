import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { root } from "./built";

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/.test(path),
);

/** Google's globals that this add-on uses or might. */
const googleGlobals =
  /^(SpreadsheetApp|PropertiesService|CacheService|LockService|UrlFetchApp|Utilities|HtmlService|Session|ScriptApp|Logger|DriveApp|GoogleAppsScript)$/;

/** The folders that know nothing of the add-on. */
const pure = ["text", "orders", "bitbybit"];
/** What each folder of src/ may import, besides itself and packages. Those that name the run use its ports, options and codes. */
const mayImport: Record<string, string[]> = {
  text: [],
  orders: ["text", "bitbybit"],
  bitbybit: ["text", "orders"],
  endpoints: [],
  catalogue: ["orders", "bitbybit"],
  journal: ["text", "orders", "bitbybit"],
  sheet: [...pure, "journal"],
  decide: ["orders", "journal", "sheet", "run", "receipt"],
  pace: ["bitbybit", "run", "receipt"],
  reconcile: ["text", "orders", "bitbybit", "catalogue", "journal", "sheet", "spreadsheet", "run", "receipt"],
  spreadsheet: ["text", "orders", "journal", "sheet", "run", "receipt"],
  problems: [...pure, "sheet", "spreadsheet", "run", "receipt"],
  plan: [...pure, "journal", "sheet", "decide", "reconcile", "spreadsheet", "run", "receipt"],
  receipt: [...pure, "journal", "sheet", "decide", "run"],
  run: [
    ...pure,
    "receipt",
    "journal",
    "sheet",
    "decide",
    "pace",
    "reconcile",
    "spreadsheet",
    "plan",
    "settings",
  ],
  messages: [
    ...pure,
    "problems",
    "catalogue",
    "journal",
    "sheet",
    "decide",
    "spreadsheet",
    "plan",
    "run",
    "receipt",
    "endpoints",
  ],
  settings: ["bitbybit", "endpoints"],
  help: ["bitbybit", "journal", "orders", "plan", "run", "receipt", "settings"],
  entry: [
    "bitbybit",
    "orders",
    "journal",
    "sheet",
    "spreadsheet",
    "problems",
    "plan",
    "run",
    "settings",
    "help",
    "messages",
  ],
  "apps-script": [
    "problems",
    "orders",
    "bitbybit",
    "journal",
    "sheet",
    "spreadsheet",
    "run",
    "receipt",
    "settings",
    "messages",
  ],
  sidebar: ["run", "receipt", "endpoints"],
};

/** The folders that make up the core: they know no sentence and nothing of Google. */
const core = [
  "orders",
  "bitbybit",
  "journal",
  "sheet",
  "decide",
  "pace",
  "spreadsheet",
  "reconcile",
  "plan",
  "problems",
  "run",
  "receipt",
];

/** Every identifier of a source that the compiled script keeps; types are gone by then. */
function identifiers(path: string): Set<string> {
  const { code } = transformSync(readFileSync(join(root, "src", path), "utf8"), {
    loader: path.endsWith("x") ? "tsx" : "ts",
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

/** The files of src/ whose code, not only types, a source imports. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, "src", path), "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from "(\.[^"]+)"/gm);
  return [...statements].flatMap(([, isType, target = ""]) =>
    isType ? [] : [relative("src", join("src", path, "..", target))],
  );
}

/** So many files are still seen at a glance. */
const maxFiles = 16;

/** Folders of src/ with more files than that, with their number. */
function crowdedFolders(): [string, number][] {
  const counts = new Map<string, number>();
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = relative(root, entry.parentPath);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, files]) => files > maxFiles);
}

describe("the sources", () => {
  test("have no folder of more than 16 files: it holds two concepts by then", () => {
    expect(crowdedFolders()).toEqual([]);
  });

  test.each(sources.filter((path) => !/^(apps-script|sidebar)\/|^main\.ts$/.test(path)))(
    "%s names none of Google's globals",
    (path) => {
      expect([...identifiers(path)].filter((name) => googleGlobals.test(name))).toEqual([]);
    },
  );

  test.each(sources.filter((path) => path.includes("/")))("%s imports only what its folder may", (path) => {
    const folder = path.split("/")[0] ?? "";
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    const foreign = importsOf(path).filter((target) => !allowed.includes(target.split("/")[0] ?? ""));
    expect(foreign).toEqual([]);
  });

  test.each(core)("%s knows no sentence: nothing of messages/, not even a type", (folder) => {
    const files = sources.filter((path) => path.startsWith(`${folder}/`));
    expect(files.length).toBeGreaterThan(0);
    for (const path of files)
      expect(readFileSync(join(root, "src", path), "utf8")).not.toMatch(/from "(\.\.\/)+messages\//);
  });
});
