import { accessSync, constants, existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isSameFile, removeLeftovers } from "../files/save-file";
import { languageAmong } from "../language-option";
import { carryOut } from "./carry-out";
import { lockFiles } from "./lock-files";
import { type CommandOptions, isLiveKey, parseCommand, usage } from "./options";
import { exitCodeOf, reportAsJson, reportAsText } from "./report";
import { type Streams, Terminal } from "./terminal";
import type { CommandWords } from "./words/english";
import { commandWords } from "./words/words";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** What a command finds around it. */
export interface CommandSurroundings {
  /** The folder that relative paths start from. */
  folder: string;
  /** The environment variable BITBYBIT_API_KEY, if it is set. */
  environmentKey: string | undefined;
  streams: Streams;
}

/**
 * Runs a command line to its end and gives its exit code: 0 if every selected order is done, 1 if some are not, 2 if the
 * command or the file cannot be used. Mistakes of this program are told in one line too, since what was sent is saved and
 * can be gone on with.
 */
export async function runCommand(
  args: readonly string[],
  surroundings: CommandSurroundings,
): Promise<number> {
  const terminal = new Terminal(surroundings.streams);
  try {
    return await run(args, surroundings, terminal);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return refused(terminal, commandWords(languageAmong(args)).runs.unexpected(what), 1);
  }
}

async function run(
  args: readonly string[],
  { folder, environmentKey, streams }: CommandSurroundings,
  terminal: Terminal,
): Promise<number> {
  const exampleFile = join(projectFolder, "examples/orders.csv");
  const parsed = parseCommand(args, { folder, exampleFile, environmentKey });
  if (parsed.kind === "help") {
    streams.stdout.write(usage(parsed.language));
    return 0;
  }
  if (parsed.kind === "error") return refused(terminal, parsed.message);
  const { options } = parsed;
  terminal.quiet = options.json;
  const refusal = refusalOf(options, terminal);
  if (refusal !== null) return refused(terminal, refusal);
  const lock = lockFiles(options);
  if (!lock.ok) return refused(terminal, lock.message);
  // A second Ctrl-C ends the program without coming back here.
  process.once("exit", lock.release);
  try {
    removeLeftovers(options.output);
    return await withLock(options, streams, terminal);
  } finally {
    process.off("exit", lock.release);
    lock.release();
  }
}

async function withLock(options: CommandOptions, streams: Streams, terminal: Terminal): Promise<number> {
  for (const note of options.notes) terminal.say(note);
  if (options.api !== null && existsSync(options.output)) {
    const [result, input] = [options.output, options.input].map((path) => basename(path));
    terminal.say(commandWords(options.language).options.replaced(result ?? "", input ?? ""));
  }
  const result = await carryOut(options, join(projectFolder, "dist"), terminal);
  if (!result.ok) {
    for (const line of result.details ?? []) terminal.say(line);
    return refused(terminal, result.message, result.brokenOff ? 1 : 2);
  }
  const { report } = result;
  streams.stdout.write(options.json ? `${reportAsJson(report)}\n` : reportAsText(report));
  const exitCode = exitCodeOf(report);
  if (options.json) for (const warning of report.untold) terminal.complain(warning);
  if (options.json && exitCode !== 0 && report.summary !== "") terminal.complain(report.summary);
  return exitCode;
}

/** Why the command cannot be carried out as things are on this machine; null when it can. */
function refusalOf({ input, output, api, yes, language }: CommandOptions, terminal: Terminal): string | null {
  const words = commandWords(language).options;
  if (isSameFile(input, output)) return words.isInput(output);
  if (api !== null && isLiveKey(api.key) && !yes && !terminal.canAsk) return words.liveKey;
  return folderFault(output, words);
}

/** Why nothing can be saved under this name; null when it can. */
function folderFault(output: string, words: CommandWords["options"]): string | null {
  if (existsSync(output) && !statSync(output).isFile()) return words.outIsNoFile(output);
  try {
    accessSync(dirname(output), constants.W_OK);
    return null;
  } catch {
    return words.folder(dirname(output));
  }
}

/** Says in one line why the command did not do what was asked. The code is 1 if orders may have been sent all the same. */
function refused(terminal: Terminal, message: string, exitCode: 1 | 2 = 2): number {
  terminal.complain(message.replace(/\s*\n\s*/g, " "));
  return exitCode;
}
