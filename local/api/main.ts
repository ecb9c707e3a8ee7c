import { setTimeout as wait } from "node:timers/promises";
import { Journal } from "./journal";
import { helpText, type MainOptions, parseOptions } from "./options";
import { type RunningServer, startServer } from "./server";
import { StandIn } from "./stand-in";
import { thrownText } from "./thrown";

/** Starts the stand-in as the options say, and prints its address; null and one line when it cannot start. */
async function start(options: MainOptions): Promise<RunningServer | null> {
  const journal = options.dataPath === null ? null : new Journal(options.dataPath);
  const kept = journal?.read() ?? { ok: true, records: [] };
  if (!kept.ok) return fail(kept.message);
  const standIn = new StandIn({
    ...options,
    now: Date.now,
    random: Math.random,
    onChange: (record) => journal?.add(record),
    onReset: () => journal?.clear(),
  });
  standIn.notes = options.notes;
  standIn.restore(kept.records);
  try {
    return await startServer(standIn, options.port, wait);
  } catch (error) {
    return fail(`The port ${options.port} cannot be used: ${thrownText(error)}`);
  }
}

function fail(message: string): null {
  console.error(message);
  process.exitCode = 2;
  return null;
}

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (parsed.kind === "help") {
    console.log(helpText);
    return;
  }
  if (parsed.kind === "problem") {
    fail(parsed.message);
    return;
  }
  const server = await start(parsed.options);
  if (server === null) return;
  const end = () => {
    void server.close().then(() => process.exit(0));
  };
  // Started by another program (local/api/process.ts), the stand-in tells it where it is, and ends with it, not at a
  // Ctrl-C: the terminal sends that to both, and the other still needs its answers to stop in order.
  process.on("SIGINT", process.send === undefined ? end : () => {});
  process.once("SIGTERM", end);
  process.once("disconnect", end);
  const { url, adminUrl } = server;
  process.send?.({ url, adminUrl });
  console.log(
    `The stand-in API answers at ${url} for the key ${parsed.options.keys.map(({ key }) => key).join(", ")}`,
  );
}

await main();
