import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { emphasisOn } from "./busy-users";
import { killPoints } from "./every-kill";
import { readOptions } from "./options";
import { killsLine, reportOf } from "./report";
import { runInProcesses } from "./run-in-processes";
import { runSchedule } from "./schedule";

/** Runs the simulation; gives the exit code: 0 if nothing failed, 1 if a seed did, 2 for arguments without sense. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    console.error(options);
    return 2;
  }
  const file = fileURLToPath(new URL("../../dist/Code.js", import.meta.url));
  if (options.kind === "one") {
    const { verdict, trace } = runSchedule(
      readFileSync(file, "utf8"),
      options.seed,
      emphasisOn(options.busy),
      options.language,
    );
    console.log(trace.join("\n"));
    for (const { kind, text } of verdict.failures) console.log(`FAILED ${kind}: ${text}`);
    for (const [reason, count] of verdict.held) console.log(`${count} held: ${reason}`);
    console.log(`seed ${options.seed}: ${verdict.orders} orders, ${verdict.created} created`);
    return verdict.failures.length === 0 ? 0 : 1;
  }
  const { seeds, from, processes, language, busy } = options;
  const points = killPoints(readFileSync(file, "utf8")).length;
  const kills = await runInProcesses(
    file,
    { task: "kills", first: 0, count: points, language, busy },
    processes,
  );
  console.log(killsLine(kills));
  const totals = await runInProcesses(
    file,
    { task: "seeds", first: from, count: seeds, language, busy },
    processes,
  );
  console.log(reportOf(totals, language));
  const [first] = totals.failed;
  if (first === undefined) return kills.failed.length === 0 ? 0 : 1;
  console.log(`\nThe first failing seed is ${first.seed}:`);
  console.log(
    runSchedule(readFileSync(file, "utf8"), first.seed, emphasisOn(busy), language).trace.join("\n"),
  );
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
