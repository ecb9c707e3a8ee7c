import { type ParseArgsConfig, parseArgs } from "node:util";

/** Ends a command with one sentence. Exit code 2: the command cannot be used as it stands; 1: clasp or Google refused. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Reads a command's options.
 *
 * @throws CommandFailure when an option is unknown or lacks its value
 */
export function optionsOf<T extends NonNullable<ParseArgsConfig["options"]>>(command: string, options: T) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: false }).values;
  } catch (error) {
    // Node's text goes on with advice about its parser; the first sentence says what is wrong.
    const [first] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    throw new CommandFailure(`${first}; see npm run ${command} -- --help`, 2);
  }
}

/** Prints lines on standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Runs a command; a failure that it foresees becomes one line on standard error, anything else is a bug and shows as one. */
export function runCommand(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
