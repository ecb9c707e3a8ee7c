import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { addTotals, noTotals, type Totals } from "./totals";

/** Carries out the schedules of seeds `from` on, shared out to several processes. `file` is the bundle's. */
export async function runManySeeds(
  file: string,
  { from, seeds, processes }: { from: number; seeds: number; processes: number },
): Promise<Totals> {
  const parts = await Promise.all(
    Array.from({ length: Math.min(processes, seeds) }, (_, index) =>
      runInProcess(file, from + index, Math.ceil((seeds - index) / processes), processes),
    ),
  );
  const totals = noTotals();
  for (const part of parts) addTotals(totals, part);
  totals.failed.sort((one, other) => one.seed - other.seed);
  return totals;
}

function runInProcess(file: string, first: number, count: number, step: number): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const args = [file, ...[first, count, step].map(String)];
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
