import { Command, CommanderError } from "commander";

/** Arguments as they were understood, or one sentence that says what cannot be. */
export type ParsedArguments<Values> =
  | { ok: true; values: Values; operands: string[] }
  | { ok: false; message: string };

/**
 * Makes a command whose options are added by `.option(…)`. It prints nothing and ends nothing: the help is asked for by
 * `helpInformation()`, and what is wrong is an answer of `parseArguments`. `--help` is an option like the others.
 */
export function optionParser(usage: string): Command {
  return new Command()
    .name(usage)
    .usage("")
    .helpOption(false)
    .option("--help", "this text")
    .allowExcessArguments(true)
    .exitOverride()
    .configureHelp({ optionDescription: (option) => option.description })
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });
}

/** Reads the arguments that follow a program's name. Other mistakes than commander's own are thrown. */
export function parseArguments<Values extends object>(
  command: Command,
  args: readonly string[],
): ParsedArguments<Values> {
  try {
    command.parse(args, { from: "user" });
    return { ok: true, values: command.opts<Values>(), operands: command.args };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const [line = ""] = error.message.replace(/^error: /, "").split("\n");
    return { ok: false, message: line.slice(0, 1).toUpperCase() + line.slice(1) };
  }
}

/** For an option that may be given more than once: `.option("--key <key>", "…", collect)`. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
