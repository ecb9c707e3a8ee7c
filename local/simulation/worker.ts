import { readFileSync } from "node:fs";
import { exceptionLanguages } from "../runtime/local-runtime";
import { emphasisOn } from "./busy-users";
import { languageOf } from "./drawn-unknowns";
import { killAt, killPoints } from "./every-kill";
import { runSchedule } from "./schedule";
import { addResult, noTotals } from "./totals";

// One of the simulation's processes. Its arguments: the bundle's file, `seeds` or `kills`, the first of them, how many, and
// the language of exceptions, what users are busy with.
const [file = "", task = "seeds", first = "1", count = "0", language = "drawn", busy = ""] =
  process.argv.slice(2);
const code = readFileSync(file, "utf8");
const choice = exceptionLanguages.find((one) => one === language) ?? "drawn";
const totals = noTotals();
const numbers = Array.from({ length: Number(count) }, (_, index) => Number(first) + index);
if (task === "kills") {
  const points = killPoints(code);
  for (const number of numbers) {
    const point = points[number];
    if (point === undefined) continue;
    const { verdict, world } = killAt(code, point, undefined, languageOf(choice, number));
    addResult(totals, { seed: number, verdict, injected: world.trace.injected, trace: [] });
  }
} else {
  for (const seed of numbers)
    addResult(totals, runSchedule(code, seed, emphasisOn(busy === "" ? null : busy), choice));
}
process.send?.(totals);
