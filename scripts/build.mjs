// Builds dist/: Code.js (one script whose top-level functions Apps Script can call), sidebar.html, appsscript.json;
// and the programs of this machine.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildLocalPrograms } from "./local-programs.mjs";
import { sidebarPage } from "./sidebar-page.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const entry = join(root, "src/main.ts");
const dist = join(root, "dist");
const bundleName = "AddOn_";
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

const shared = {
  bundle: true,
  minify: true,
  target: "es2020",
  legalComments: "none",
  define: { ADD_ON_VERSION: JSON.stringify(version) },
  logLevel: "warning",
};

/** The names that main.ts exports: an ES-module build lists them in its metafile, an IIFE build does not. */
async function exportedNames() {
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: [entry],
    format: "esm",
    metafile: true,
    write: false,
    outfile: "main.js",
  });
  return metafile.outputs["main.js"].exports.sort();
}

/** Apps Script finds entry points only as top-level function declarations; each hands over to the bundle. */
function entryPoint(name) {
  return `function ${name}(){return ${bundleName}.${name}(...arguments)}`;
}

async function buildCode() {
  const names = await exportedNames();
  const hidden = names.filter((name) => name.endsWith("_"));
  if (hidden.length > 0)
    throw new Error(`Names that end in _ cannot be called in Apps Script: ${hidden.join(", ")}`);
  await esbuild.build({
    ...shared,
    entryPoints: [entry],
    format: "iife",
    globalName: bundleName,
    footer: { js: names.map(entryPoint).join("\n") },
    outfile: join(dist, "Code.js"),
  });
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all([
  buildCode(),
  buildLocalPrograms(),
  sidebarPage(shared).then((page) => writeFile(join(dist, "sidebar.html"), page)),
  copyFile(join(root, "appsscript.json"), join(dist, "appsscript.json")),
]);
