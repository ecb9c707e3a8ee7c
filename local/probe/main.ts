import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildProbe } from "./build-probe";
import { comparisonText, differences } from "./compare";
import { readExpected, readResult } from "./read-result";
import { runProbeHere } from "./run-here";

const help = `Checks on Google what the local runtime only imitates.

npm run probe                      builds local/built/probe-script/ and says what to do with it
npm run probe -- --compare FILE    shows where Google answered otherwise than the local runtime; ends with 1 if anywhere
`;

/** `npm run probe`. Ends with 2 if the command or the file cannot be used. */
function main(): number {
  const options = optionsOf();
  if (options === null) return 2;
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  if (options.compare === undefined) return build();
  try {
    const there = readResult(readFileSync(options.compare, "utf8"));
    const [here, expected] = [runProbeHere(), readExpected()];
    process.stdout.write(`${comparisonText(here, there, expected)}\n`);
    return differences(here, there, expected).length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function optionsOf(): { help?: boolean; compare?: string } | null {
  try {
    return parseArgs({ options: { compare: { type: "string" }, help: { type: "boolean" } } }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${help}`);
    return null;
  }
}

function build(): number {
  const folder = fileURLToPath(new URL("../../local/built/probe-script/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(buildProbe())) writeFileSync(join(folder, name), text);
  process.stdout.write(`Built ${folder}

1. Make an empty spreadsheet, open Extensions > Apps Script, and paste Code.js over what is there. Show the manifest under
   Project Settings and paste appsscript.json over it too. Save.
2. Reload the spreadsheet. In its menu Probe choose "Run the probe" and allow what it asks for. It takes a few minutes.
3. When the sidebar says that it is done, copy column A of the sheet "probe result" into a file, say google.json.
4. npm run probe -- --compare google.json
`);
  return 0;
}

process.exitCode = main();
