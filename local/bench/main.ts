import { fileURLToPath } from "node:url";
import { readBuiltAddOn } from "../command-line/built-add-on";
import { measure } from "./measure";
import { printReport } from "./report";

/** `npm run bench`: prints the table and the targets; with `--json` one JSON object alone. */
const asJson = process.argv.includes("--json");
const addOn = readBuiltAddOn(fileURLToPath(new URL("../../dist", import.meta.url)));
const tell = (sentence: string) => {
  if (!asJson) process.stderr.write(`${sentence}\n`);
};
const results = await measure(addOn, [100, 500, 1_000, 10_000], tell);
if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else process.stdout.write(`${printReport(results)}\n`);
