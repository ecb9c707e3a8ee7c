import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { addTotals, noTotals, type Totals } from "./totals";

/** V8 lets go of the scripts' globals late: a process that ran many more schedules would need gigabytes. */
const seedsOfProcess = 80;

/** Carries out the schedules of seeds `from` on, shared out to several processes. `file` is the bundle's. */
export async function runManySeeds(
  file: string,
  { from, seeds, processes }: { from: number; seeds: number; processes: number },
): Promise<Totals> {
  const totals = noTotals();
  let next = from;
  const lane = async () => {
    while (next < from + seeds) {
      const first = next;
      const count = Math.min(seedsOfProcess, from + seeds - first);
      next += count;
      addTotals(totals, await runInProcess(file, first, count));
    }
  };
  await Promise.all(Array.from({ length: processes }, lane));
  totals.failed.sort((one, other) => one.seed - other.seed);
  return totals;
}

function runInProcess(file: string, first: number, count: number): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const args = [file, ...[first, count].map(String)];
    const child = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), args, {
      execArgv: ["--import", "tsx"],
    });
    let totals: Totals | null = null;
    child.on("message", (message: Totals) => {
      totals = message;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (totals === null) reject(new Error(`A process of the simulation ended with ${code} and no result.`));
      else resolve(totals);
    });
  });
}
