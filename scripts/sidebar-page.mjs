// Makes the sidebar's one html file: labels, style and script stand inside it, as HtmlService will leave them.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { htmlServiceSafe } from "./html-service-safe.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../src/sidebar");
/** Apps Script's limit is far higher; this is what opens without a wait. */
const mostBytes = 30_000;

async function bundled(file, options) {
  const entryPoints = [join(folder, file)];
  const result = await esbuild.build({
    ...options,
    entryPoints,
    bundle: true,
    charset: "ascii",
    write: false,
  });
  return result.outputFiles[0].text.trim();
}

/** The texts of text.ts that the page holds from its first paint on, by the names under which sidebar.html asks for them. */
async function labels() {
  const code = await bundled("text.ts", { format: "esm" });
  const texts = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return { ...texts.labels, ...texts.outcomeLabels };
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text of sidebar.html; `options` are esbuild's, as for the rest of the add-on. */
export async function sidebarPage(options) {
  const script = (await bundled("sidebar.ts", { ...options, format: "iife" })).replace(
    /<\/(script)/gi,
    "<\\/$1",
  );
  const style = await bundled("sidebar.css", options);
  const texts = await labels();
  const html = await readFile(join(folder, "sidebar.html"), "utf8");
  const page = htmlServiceSafe(
    html
      .replace(/\{\{(\w+)\}\}/g, (_, name) => {
        if (texts[name] === undefined) throw new Error(`text.ts has no label ${name}.`);
        return escaped(texts[name]);
      })
      .replace(/>\n\s*/g, ">")
      .replace('<link rel="stylesheet" href="sidebar.css">', () => `<style>${style}</style>`)
      .replace('<script src="sidebar.ts"></script>', () => `<script>${script}</script>`),
  );
  const bytes = Buffer.byteLength(page);
  if (bytes > mostBytes) throw new Error(`sidebar.html has ${bytes} bytes; ${mostBytes} is the most.`);
  return page;
}
