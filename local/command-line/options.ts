import { basename, dirname, extname, join, resolve } from "node:path";
import { checkApiAddress } from "../../src/bitbybit/api-address";
import { checkApiKey } from "../../src/bitbybit/api-key";
import type { Language } from "../../src/endpoints/settings";
import { fileTypeOf, fileTypes } from "../files/file-type";
import { languageAmong, languageIn, languages } from "../language-option";
import { collect, optionLines, optionParser, parseArguments } from "../option-parser";
import { parseA1 } from "../runtime/model/a1";
import type { ColumnOptions } from "./column-options";
import type { CommandWords } from "./words/english";
import { commandWords } from "./words/words";

/** What `--do` can name: a menu item of the add-on. */
export const actions = ["create", "check", "resolve", "setup"] as const;
export type Action = (typeof actions)[number];

/** A command as it can be carried out. All paths are absolute. */
export interface CommandOptions {
  /** The sheet to open; never changed. */
  input: string;
  /** Where the sheet is saved as it then is. */
  output: string;
  /** The sheet of a workbook to work on; null for the one that opens with it. */
  sheetName: string | null;
  /** The encoding of a csv; null finds out by itself. */
  encoding: string | null;
  /** The ranges whose rows are selected, in A1 notation; null for all rows. */
  select: readonly string[] | null;
  action: Action;
  /** What the add-on speaks: the language of the account in whose name it runs. */
  language: Language;
  /** The API to talk to and the key for it; null for the stand-in, which is started with its own key. */
  api: { address: string; key: string } | null;
  /** One JSON object on standard output instead of the table. */
  json: boolean;
  /** Live orders are wanted: do not ask. */
  yes: boolean;
  /** How the columns of the sheet are read. */
  columns: ColumnOptions;
  /** Takes over the lock of a command on another machine. */
  force: boolean;
  /** Things the user should know that do not stop the command. */
  notes: readonly string[];
}

/** A command line as it was understood. `error` has one line that says what cannot be used and what to do. */
export type ParsedCommand =
  | { kind: "run"; options: CommandOptions }
  | { kind: "help"; language: Language }
  | { kind: "error"; message: string };

/** What a command line is understood by. */
export interface ParsingSurroundings {
  /** The folder that relative paths start from. */
  folder: string;
  /** The sheet that is opened when none is named. */
  exampleFile: string;
  /** The environment variable BITBYBIT_API_KEY, if it is set. */
  environmentKey: string | undefined;
}

/** What the options give, by their names. A new option is a line in `command` and a field here. */
interface Values {
  select?: string[];
  do?: string;
  sheet?: string;
  headerRow?: string;
  map?: string[];
  default?: string[];
  acceptColumns?: true;
  encoding?: string;
  language?: string;
  api?: string;
  key?: string;
  out?: string;
  json?: true;
  yes?: true;
  force?: true;
  help?: true;
}

function command({ help }: CommandWords) {
  return optionParser("npm start -- [FILE] [options]", help.help)
    .option("--select <A1[,A1…]>", help.select, collect)
    .option("--do <WHAT>", help.do(actions.join(", ")))
    .option("--sheet <NAME>", help.sheet)
    .option("--header-row <N>", help.headerRow)
    .option("--map <Field=Header>", help.map, collect)
    .option("--default <Field=Value>", help.default, collect)
    .option("--accept-columns", help.acceptColumns)
    .option("--encoding <NAME>", help.encoding)
    .option("--language <CODE>", help.language(languages.join(help.or)))
    .option("--api <URL>", help.api)
    .option("--key <KEY>", help.key)
    .option("--out <FILE>", help.out)
    .option("--json", help.json)
    .option("--yes", help.yes)
    .option("--force", help.force);
}

/** What `--help` prints. */
export function usage(language: Language): string {
  const words = commandWords(language);
  return `npm start -- [FILE] [options]

${words.help.intro}

${optionLines(command(words))}

${words.help.exitCodes}
`;
}

/** Reads the command line; `args` without node and the program's name. */
export function parseCommand(args: readonly string[], surroundings: ParsingSurroundings): ParsedCommand {
  const asked = languageAmong(args);
  const words = commandWords(asked);
  const parsed = parseArguments<Values>(command(words), args);
  if (!parsed.ok) return { kind: "error", message: words.help.wrong(parsed.fault, parsed.message) };
  const { values, operands } = parsed;
  if (values.help) return { kind: "help", language: asked };
  try {
    return { kind: "run", options: optionsOf(values, operands, surroundings) };
  } catch (error) {
    if (error instanceof UnusableCommand) return { kind: "error", message: error.message };
    throw error;
  }
}

/** Ends the reading of a command line; its message is the line to be printed. */
class UnusableCommand extends Error {}

function optionsOf(
  values: Values,
  positionals: readonly string[],
  { exampleFile, folder, environmentKey }: ParsingSurroundings,
): CommandOptions {
  const language = languageOf(values.language);
  const words = commandWords(language).options;
  if (positionals.length > 1) throw new UnusableCommand(words.oneFile(positionals.join(", ")));
  const [file] = positionals;
  if (file === "") throw new UnusableCommand(words.emptyName);
  const input = file === undefined ? exampleFile : resolve(folder, file);
  if (fileTypeOf(input) === null) throw new UnusableCommand(words.notAFile(file ?? "", fileTypes));
  const api = apiOf(values, environmentKey, words);
  const unusedKey = api === null && values.key !== undefined;
  return {
    input,
    output: outputOf(values.out, input, folder, words),
    select: values.select === undefined ? null : rangesOf(values.select, words),
    action: oneOf("--do", values.do ?? "create", actions, words),
    language,
    sheetName: sheetOf(values.sheet, input, words),
    encoding: encodingOf(values.encoding, input, words),
    columns: {
      headerRow: headerRowOf(values.headerRow, words),
      map: values.map ?? [],
      defaults: values.default ?? [],
      accept: values.acceptColumns === true,
    },
    api,
    force: values.force === true,
    json: values.json === true,
    yes: values.yes === true,
    notes: unusedKey ? [words.unusedKey] : [],
  };
}

type OptionWords = CommandWords["options"];

function outputOf(out: string | undefined, input: string, folder: string, words: OptionWords): string {
  const extension = extname(input);
  if (out === undefined) return join(dirname(input), `${basename(input, extension)}.result${extension}`);
  if (out === "") throw new UnusableCommand(words.outEmpty);
  const output = resolve(folder, out);
  if (extname(output).toLowerCase() !== extension.toLowerCase())
    throw new UnusableCommand(words.outType(out, extension));
  if (output === input) throw new UnusableCommand(words.outIsInput(out));
  return output;
}

function sheetOf(name: string | undefined, input: string, words: OptionWords): string | null {
  if (name !== undefined && fileTypeOf(input) === ".csv")
    throw new UnusableCommand(words.sheetOfCsv(JSON.stringify(name)));
  return name ?? null;
}

function headerRowOf(text: string | undefined, words: OptionWords): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UnusableCommand(words.headerRow(JSON.stringify(text)));
  return Number(text);
}

function encodingOf(encoding: string | undefined, input: string, words: OptionWords): string | null {
  if (encoding !== undefined && fileTypeOf(input) !== ".csv")
    throw new UnusableCommand(words.encoding(encoding));
  return encoding ?? null;
}

function rangesOf(select: readonly string[], words: OptionWords): string[] {
  const ranges = select.flatMap((text) => text.split(",")).map((text) => text.trim());
  for (const range of ranges) {
    // Only the form counts here: the sheet, and with it how far a whole column reaches, is not known yet.
    if (parseA1(range, 1, 1) === null) throw new UnusableCommand(words.range(JSON.stringify(range)));
  }
  return ranges;
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[], words: OptionWords): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new UnusableCommand(words.noneOf(option, JSON.stringify(text), known));
  return found;
}

/** Another language than those that are known is refused in English. */
function languageOf(text: string | undefined): Language {
  return languageIn(text) ?? oneOf("--language", text ?? "", languages, commandWords("en").options);
}

function apiOf(
  values: Values,
  environmentKey: string | undefined,
  words: OptionWords,
): CommandOptions["api"] {
  if (values.api === undefined) return null;
  const checked = checkApiAddress(values.api, true);
  if (!checked.ok) throw new UnusableCommand(words.address(JSON.stringify(values.api), checked.fault));
  const key = checkApiKey(values.key ?? environmentKey ?? "");
  if (!key.ok) throw new UnusableCommand(words.key(key.fault));
  return { address: checked.address, key: key.apiKey };
}

/** True for a key that makes real orders. */
export function isLiveKey(key: string): boolean {
  return key.startsWith("bbb_live_");
}
