import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";

/** A file of the page as it is sent. */
export interface PageFile {
  type: string;
  text: string;
}

/** The page's files by path, and the policy under which the page lives. */
export interface PageFiles {
  files: Record<string, PageFile>;
  contentSecurityPolicy: string;
}

const folder = fileURLToPath(new URL("./page/", import.meta.url));

/** Bundles the page. `sidebarHtml` is the built sidebar: its frame inherits the page's policy, which so has to admit it. */
export async function pageFiles(sidebarHtml: string): Promise<PageFiles> {
  const bundle = await build({
    entryPoints: [join(folder, "main.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const bridge = transformSync(readFileSync(join(folder, "script-run-bridge.ts"), "utf8"), {
    loader: "ts",
    minify: true,
  }).code.trim();
  const own = `'sha256-${createHash("sha256").update(bridge).digest("base64")}'`;
  const sidebars = (sidebarHtml.match(/'sha256-[^']+'/g) ?? []).join(" ");
  return {
    files: {
      "/": { type: "text/html", text: readFileSync(join(folder, "page.html"), "utf8") },
      "/page.css": { type: "text/css", text: readFileSync(join(folder, "page.css"), "utf8") },
      "/page.js": { type: "text/javascript", text: bundle.outputFiles[0]?.text ?? "" },
      "/script-run-bridge.js": { type: "text/javascript", text: bridge },
      "/favicon.ico": { type: "image/x-icon", text: "" },
    },
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'self' ${own} ${sidebars}`,
      `style-src 'self' ${sidebars}`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  };
}
