// Builds dist/: Code.js (one script whose top-level functions Apps Script can call), sidebar.html, appsscript.json.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { licenceNotice } from "./licences.mjs";
import { sidebarPage } from "./sidebar-page.mjs";
import { writeWhole } from "./write-whole.mjs";

const bundleName = "AddOn_";

/** Builds the add-on and gives the paths of its files. */
export async function buildAddOn(root) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const options = {
    bundle: true,
    minify: true,
    target: "es2020",
    legalComments: "none",
    define: { ADD_ON_VERSION: JSON.stringify(version) },
    logLevel: "warning",
    write: false,
  };
  const { write: _, ...shared } = options;
  const [code, page, manifest] = await Promise.all([
    buildCode(root, options),
    sidebarPage(shared),
    readFile(join(root, "appsscript.json")),
  ]);
  const files = { "Code.js": code, "sidebar.html": page, "appsscript.json": manifest };
  return Promise.all(
    Object.entries(files).map(([name, content]) => writeWhole(join(root, "dist", name), content)),
  );
}

async function buildCode(root, options) {
  const { metafile, outputFiles } = await esbuild.build({
    ...options,
    entryPoints: [join(root, "src/main.ts")],
    outfile: "main.js",
    metafile: true,
    format: "esm",
  });
  const names = metafile.outputs["main.js"].exports.sort();
  const hidden = names.filter((name) => name.endsWith("_"));
  if (hidden.length > 0)
    throw new Error(`Names that end in _ cannot be called in Apps Script: ${hidden.join(", ")}`);
  const licences = await licenceNotice(root, metafile);
  return [licences, asFunction(outputFiles[0].text), ...names.map(entryPoint), ""].join("\n");
}

/**
 * A minified module as one function expression that returns what the module exports. Shorter by 600 bytes than esbuild's
 * own format for it, which makes a module object of ES5 with a getter for each name.
 */
function asFunction(module) {
  const [, body, exported] = module.match(/^(.*)\bexport\{([^}]*)\};\s*$/s);
  const properties = exported.split(",").map((one) => {
    const [inside, outside = inside] = one.split(" as ");
    return `${outside}:${inside}`;
  });
  return `var ${bundleName}=(()=>{"use strict";${body}return{${properties}}})();`;
}

/** Apps Script finds entry points only as top-level function declarations; each hands over to the bundle. */
function entryPoint(name) {
  return `function ${name}(...a){return ${bundleName}.${name}(...a)}`;
}
