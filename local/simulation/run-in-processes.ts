import { fork } from "node:child_process";
import { builtProgram } from "../built-program";
import type { LanguageChoice } from "./drawn-unknowns";
import { addTotals, noTotals, type Totals } from "./totals";

/** V8 lets go of the scripts' globals late: a process that ran many more schedules would need gigabytes. */
const schedulesOfProcess = 80;

/** What is to be carried out: schedules of seeds `first` on, or kills at the points from `first` on. */
export interface Work {
  task: "seeds" | "kills";
  first: number;
  count: number;
  /** In which exceptions come. */
  language: LanguageChoice;
  /** What users do often; null for nothing in particular. */
  busy: string | null;
}

/** Carries out the work in several processes at once. `file` is the bundle's. */
export async function runInProcesses(file: string, work: Work, processes: number): Promise<Totals> {
  const totals = noTotals();
  const end = work.first + work.count;
  let next = work.first;
  const lane = async () => {
    while (next < end) {
      const first = next;
      const count = Math.min(schedulesOfProcess, end - first);
      next += count;
      addTotals(totals, await runInProcess(file, { ...work, first, count }));
    }
  };
  await Promise.all(Array.from({ length: processes }, lane));
  totals.failed.sort((one, other) => one.seed - other.seed);
  return totals;
}

function runInProcess(file: string, { task, first, count, language, busy }: Work): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const child = fork(builtProgram("simulation/worker"), [
      file,
      task,
      String(first),
      String(count),
      language,
      busy ?? "",
    ]);
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
