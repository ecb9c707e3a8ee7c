import { Command, CommanderError } from "commander";

/** Columns of a help text: as many as the sentences around it have. */
const helpWidth = 118;

/** Arguments as they were understood, or one sentence that says what cannot be. */
export type ParsedArguments<Values> =
  | { ok: true; values: Values; operands: string[] }
  | { ok: false; message: string; fault: ArgumentFault };

/** What is wrong with an argument: `option` is the one as it was given, or as the help names it. */
export interface ArgumentFault {
  kind: "unknownOption" | "missingValue" | "other";
  option: string;
}

/**
 * Makes a command whose options are added by `.option(…)`. It prints nothing and ends nothing: the help is asked for by
 * `helpInformation()`, and what is wrong is an answer of `parseArguments`. `--help` is an option like the others.
 */
export function optionParser(usage: string, help = "this text"): Command {
  return new Command()
    .name(usage)
    .helpOption(false)
    .option("--help", help)
    .allowExcessArguments(true)
    .exitOverride()
    .configureHelp({ helpWidth })
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });
}

/** The options with what they mean, a line or more each, as a help text has them. */
export function optionLines(command: Command): string {
  return command
    .helpInformation()
    .replace(/^[\s\S]*?Options:\n/, "")
    .trimEnd();
}

const faultKinds: Readonly<Record<string, ArgumentFault["kind"]>> = {
  "commander.unknownOption": "unknownOption",
  "commander.optionMissingArgument": "missingValue",
};

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
    const [, option = ""] = /'([^']*)'/.exec(line) ?? [];
    const kind = faultKinds[error.code] ?? "other";
    return { ok: false, message: line.slice(0, 1).toUpperCase() + line.slice(1), fault: { kind, option } };
  }
}

/** For an option that may be given more than once: `.option("--key <key>", "…", collect)`. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
