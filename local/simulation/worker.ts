import { readFileSync } from "node:fs";
import { runSchedule } from "./schedule";
import { addResult, noTotals } from "./totals";

// One of the simulation's processes: its arguments are the bundle's file, the first seed, and how many.
const [file = "", first = "1", count = "0"] = process.argv.slice(2);
const code = readFileSync(file, "utf8");
const totals = noTotals();
for (let index = 0; index < Number(count); index++) {
  addResult(totals, runSchedule(code, Number(first) + index));
}
process.send?.(totals);
