import { accessSync, constants, existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isSameFile } from "../files/save-file";
import { carryOut } from "./carry-out";
import { type CommandOptions, isLiveKey, parseCommand, usage } from "./options";
import { exitCodeOf, reportAsJson, reportAsText } from "./report";
import { Terminal } from "./terminal";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command line and gives its exit code. */
async function main(args: readonly string[]): Promise<number> {
  const parsed = parseCommand(args, {
    folder: process.cwd(),
    exampleFile: join(projectFolder, "examples/orders.csv"),
    environmentKey: process.env.BITBYBIT_API_KEY,
  });
  if (parsed.kind === "help") {
    process.stdout.write(usage);
    return 0;
  }
  if (parsed.kind === "error") return unusable(parsed.message);
  const { options } = parsed;
  const terminal = new Terminal(options.json);
  const refusal = refusalOf(options, terminal);
  if (refusal !== null) return unusable(refusal);
  for (const note of options.notes) terminal.say(note);
  if (options.api !== null && existsSync(options.output)) {
    const [result, input] = [options.output, options.input].map((path) => basename(path));
    terminal.say(
      `${result} of an earlier command is replaced; to go on with that one, name it instead of ${input}.`,
    );
  }
  const result = await carryOut(options, join(projectFolder, "dist"), terminal);
  if (!result.ok) return result.brokenOff ? brokenOff(result.message) : unusable(result.message);
  const { report } = result;
  process.stdout.write(options.json ? `${reportAsJson(report)}\n` : reportAsText(report));
  const exitCode = exitCodeOf(report);
  if (options.json && exitCode !== 0 && report.summary !== "") terminal.complain(report.summary);
  return exitCode;
}

/** Why the command cannot be carried out as things are on this machine; null when it can. */
function refusalOf({ input, output, api, yes }: CommandOptions, terminal: Terminal): string | null {
  if (isSameFile(input, output)) return `${output} is the file that is read; name another one with --out`;
  if (api !== null && isLiveKey(api.key) && !yes && !terminal.canAsk) {
    return "The API key is live, so orders would be real; add --yes to go on without being asked";
  }
  return folderFault(output);
}

/** Why nothing can be saved under this name; null when it can. */
function folderFault(output: string): string | null {
  if (existsSync(output) && !statSync(output).isFile())
    return `${output} is not a file; name another one with --out`;
  try {
    accessSync(dirname(output), constants.W_OK);
    return null;
  } catch {
    return `Nothing can be saved in ${dirname(output)}; name a file in another folder with --out`;
  }
}

function unusable(message: string): number {
  process.stderr.write(`${message.replace(/\s*\n\s*/g, " ")}\n`);
  return 2;
}

/** Orders were sent, and the rest was not: more than a command that cannot be used. */
function brokenOff(message: string): number {
  unusable(message);
  return 1;
}

/** A mistake of this program: told in one line all the same, since what was sent is saved and can be gone on with. */
function unexpected(error: unknown): number {
  const what = error instanceof Error ? error.message : String(error);
  return brokenOff(`Something unexpected broke the command off: ${what}`);
}

// Set, not called: what is still on its way to standard output is written first.
process.exitCode = await main(process.argv.slice(2)).catch(unexpected);
