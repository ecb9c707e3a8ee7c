import type { Language } from "../../src/endpoints/settings";
import { languageIn, languages } from "../language-option";
import { optionLines, optionParser, parseArguments } from "../option-parser";

/** What the command line of the workbench asks for. */
export type WorkbenchOptions =
  | { kind: "run"; filePath: string | null; port: number; language: Language }
  | { kind: "help" }
  | { kind: "problem"; message: string };

/** What the options give, by their names. */
interface Values {
  port?: string;
  language?: string;
  help?: true;
}

function command() {
  return optionParser("npm run workbench [-- FILE] [-- options]")
    .option("--port <N>", "the port on 127.0.0.1 (default: a free one)")
    .option("--language <CODE>", `what the add-on speaks: ${languages.join(" or ")} (default: en)`);
}

/** What `npm run workbench -- --help` prints. */
export const helpText = `The sheet, the menu and the sidebar in a browser, on this machine alone.

npm run workbench [-- FILE] [-- options]
  FILE        a .csv or .xlsx; default examples/orders.csv. It is never changed: the result is saved from the page
${optionLines(command())}`;

/** Reads the arguments that follow the program's name. */
export function parseOptions(args: readonly string[]): WorkbenchOptions {
  const parsed = parseArguments<Values>(command(), args);
  if (!parsed.ok) return problem(parsed.message);
  const { values, operands } = parsed;
  if (values.help) return { kind: "help" };
  if (operands.length > 1) return problem("Name one file");
  const port = Number(values.port ?? "0");
  if (!/^\d{1,5}$/.test(values.port ?? "0") || port > 65_535) {
    return problem(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
  }
  const language = languageIn(values.language);
  if (language === null)
    return problem(`--language must be ${languages.join(" or ")}, not "${values.language}"`);
  return { kind: "run", filePath: operands[0] ?? null, port, language };
}

function problem(message: string): WorkbenchOptions {
  return { kind: "problem", message: `${message}. See npm run workbench -- --help` };
}
