import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../../src/endpoints/settings";
import { helpText, parseOptions } from "./options";
import { startWorkbench } from "./start-workbench";

const example = fileURLToPath(new URL("../../examples/orders.csv", import.meta.url));

/** Starts the workbench on a file and prints its address, or says in one line why it cannot. */
async function start(filePath: string, port: number, language: Language): Promise<void> {
  try {
    const { address, close } = await startWorkbench(filePath, port, language);
    const end = () => {
      void close().then(() => process.exit(0));
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    console.log(`The workbench is at ${address}`);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

const options = parseOptions(process.argv.slice(2));
if (options.kind === "help") console.log(helpText);
else if (options.kind === "problem") fail(options.message);
else await start(resolve(options.filePath ?? example), options.port, options.language);
