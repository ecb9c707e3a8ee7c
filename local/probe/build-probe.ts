import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The probe as Apps Script gets it, by file name. */
export interface ProbeFiles {
  "Code.js": string;
  "appsscript.json": string;
}

const entryPoints = ["onOpen", "pageSeen", "runProbe"];
const bundleName = "Probe_";

/** What the probe needs: this spreadsheet, a sidebar, and addresses for calls that are refused before they leave. */
const manifest = {
  timeZone: "Asia/Jakarta",
  runtimeVersion: "V8",
  exceptionLogging: "STACKDRIVER",
  oauthScopes: [
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.external_request",
    "https://www.googleapis.com/auth/script.container.ui",
  ],
};

/** The script's time zone, other than any that this project's machines or spreadsheets have by default. */
export const probeTimeZone = manifest.timeZone;

/** Builds the script. */
export function buildProbe(): ProbeFiles {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("./script/main.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: bundleName,
    target: "es2019",
    footer: {
      js: entryPoints
        .map((name) => `function ${name}(){return ${bundleName}.${name}(...arguments)}`)
        .join("\n"),
    },
    write: false,
  });
  return {
    "Code.js": outputFiles[0]?.text ?? "",
    "appsscript.json": `${JSON.stringify(manifest, null, 2)}\n`,
  };
}
