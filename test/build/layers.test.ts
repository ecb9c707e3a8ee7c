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
/** What each folder of src/ may import, besides itself and packages, the lowest first: none imports one that stands below it. */
const mayImport: Record<string, string[]> = {
  text: [],
  orders: ["text"],
  bitbybit: ["text", "orders"],
  catalogue: ["text", "orders", "bitbybit"],
  journal: pure,
  sheet: [...pure, "journal"],
  receipt: [...pure, "journal", "sheet"],
  decide: ["orders", "journal", "sheet", "receipt"],
  ports: [...pure, "journal", "sheet", "decide"],
  pace: ["text", "bitbybit", "ports"],
  execution: [...pure, "catalogue", "journal", "sheet", "ports", "pace"],
  spreadsheet: ["text", "orders", "catalogue", "journal", "sheet", "ports", "execution"],
  problems: [...pure, "sheet", "ports", "execution", "spreadsheet"],
  reconcile: [...pure, "catalogue", "journal", "sheet", "ports", "execution", "spreadsheet"],
  plan: [
    ...pure,
    "catalogue",
    "journal",
    "sheet",
    "receipt",
    "decide",
    "ports",
    "execution",
    "spreadsheet",
    "reconcile",
  ],
  endpoints: ["receipt"],
  settings: ["text", "bitbybit", "endpoints"],
  run: [
    ...pure,
    "catalogue",
    "journal",
    "sheet",
    "receipt",
    "decide",
    "ports",
    "pace",
    "execution",
    "spreadsheet",
    "reconcile",
    "plan",
    "settings",
  ],
  help: ["bitbybit", "orders", "journal", "receipt", "ports", "plan", "settings"],
  messages: [
    ...pure,
    "catalogue",
    "journal",
    "sheet",
    "receipt",
    "decide",
    "ports",
    "problems",
    "plan",
    "endpoints",
    "settings",
    "run",
    "help",
  ],
  entry: [
    ...pure,
    "journal",
    "sheet",
    "receipt",
    "ports",
    "execution",
    "spreadsheet",
    "problems",
    "plan",
    "endpoints",
    "settings",
    "run",
    "help",
    "messages",
  ],
  "apps-script": [
    "orders",
    "bitbybit",
    "journal",
    "sheet",
    "ports",
    "spreadsheet",
    "problems",
    "settings",
    "messages",
  ],
  sidebar: ["receipt", "endpoints"],
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
  "ports",
  "execution",
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

/** The files of src/ of which a source imports code or types. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, "src", path), "utf8");
  const statements = text.matchAll(/^(?:import|export)\s[^;]*?from "(\.[^"]+)"/gm);
  return [...statements].map(([, target = ""]) => relative("src", join("src", path, "..", target)));
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

  test("stand in folders of which none imports one that stands above it", () => {
    const folders = Object.keys(mayImport);
    const upward = Object.entries(mayImport).flatMap(([folder, others]) =>
      others.filter((other) => folders.indexOf(other) >= folders.indexOf(folder) || !folders.includes(other)),
    );
    expect(upward).toEqual([]);
  });

  test.each(core)("%s knows no sentence: nothing of messages/, not even a type", (folder) => {
    const files = sources.filter((path) => path.startsWith(`${folder}/`));
    expect(files.length).toBeGreaterThan(0);
    for (const path of files)
      expect(readFileSync(join(root, "src", path), "utf8")).not.toMatch(/from "(\.\.\/)+messages\//);
  });
});
