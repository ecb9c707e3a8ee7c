import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";

/** A file of the page as it is sent. */
export interface PageFile {
  type: string;
  text: string;
  /** A policy of its own, in place of the page's. */
  contentSecurityPolicy?: string;
}

/** The page's files by path, and the policy under which the page lives. */
export interface PageFiles {
  files: Record<string, PageFile>;
  contentSecurityPolicy: string;
}

const folder = fileURLToPath(new URL("./page/", import.meta.url));

/**
 * The sidebar's frame runs whatever script the add-on's page holds, as in Sheets, where no policy stands in its way. It can
 * reach neither this machine's files nor the page around it nor any server.
 */
const framePolicy = [
  "sandbox allow-scripts allow-forms",
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** Bundles the page, and the frame that the sidebar's page is written into. */
export async function pageFiles(): Promise<PageFiles> {
  const bundle = await build({
    entryPoints: [join(folder, "main.ts")],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  const bridge = transformSync(readFileSync(join(folder, "frames/script-run-bridge.ts"), "utf8"), {
    loader: "ts",
    minify: true,
  }).code.trim();
  return {
    files: {
      "/": { type: "text/html", text: readFileSync(join(folder, "page.html"), "utf8") },
      "/page.css": { type: "text/css", text: readFileSync(join(folder, "page.css"), "utf8") },
      "/page.js": { type: "text/javascript", text: bundle.outputFiles[0]?.text ?? "" },
      "/sidebar-frame": {
        type: "text/html",
        text: `<!doctype html><script>${bridge}</script>`,
        contentSecurityPolicy: framePolicy,
      },
      "/favicon.ico": { type: "image/x-icon", text: "" },
    },
    contentSecurityPolicy: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  };
}
