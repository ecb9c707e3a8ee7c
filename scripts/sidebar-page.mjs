// Makes the sidebar's one html file: its first view, style and script stand inside it, as HtmlService will leave them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { htmlServiceSafe } from "./html-service-safe.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../src/sidebar");
/** Apps Script's limit is far higher; this is what opens without a wait. */
const maxBytes = 75_000;

/**
 * What the page's script is built with. It runs in the browser, not in Apps Script: Sheets supports the last two versions
 * of each. The output is ASCII, which no way to the browser can damage.
 */
const shared = {
  bundle: true,
  charset: "ascii",
  target: "es2022",
  tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" } },
  inject: [join(folder, "views/elements.ts")],
  write: false,
};

async function bundled(file, options) {
  const result = await esbuild.build({ ...options, ...shared, entryPoints: [join(folder, file)] });
  return result.outputFiles[0].text.trim();
}

/** What the page shows before its script runs. */
async function firstView() {
  const code = await bundled("prerender.tsx", { format: "cjs", platform: "node" });
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, createRequire(import.meta.url));
  return module.exports.prerendered();
}

/**
 * The script with what ends it, or looks like a comment, written in another way. HtmlService takes comments out even of
 * strings (reported by users of React-Google-Apps-Script), and preact names the namespaces of the web by their address.
 */
function withoutLookalikes(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("://", ":\\/\\/");
}

/** Html with everything beyond ASCII as character references. */
function inAscii(html) {
  return html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** The text of sidebar.html; `options` are esbuild's, as for the rest of the add-on. */
export async function sidebarPage(options) {
  const script = withoutLookalikes(await bundled("sidebar.tsx", { ...options, format: "iife" }));
  const style = await bundled("sidebar.css", options);
  const view = inAscii(await firstView());
  const html = await readFile(join(folder, "sidebar.html"), "utf8");
  const page = htmlServiceSafe(
    html
      .replace(/>\n\s*/g, ">")
      .replace("PRERENDERED", () => view)
      .replace('<link rel="stylesheet" href="sidebar.css">', () => `<style>${style}</style>`)
      .replace('<script src="sidebar.tsx"></script>', () => `<script>${script}</script>`),
  );
  const bytes = Buffer.byteLength(page);
  if (bytes > maxBytes) throw new Error(`sidebar.html has ${bytes} bytes; ${maxBytes} is the most.`);
  return page;
}
