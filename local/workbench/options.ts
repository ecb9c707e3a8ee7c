import { parseArgs } from "node:util";

/** What the command line of the workbench asks for. */
export type WorkbenchOptions =
  | { kind: "run"; filePath: string | null; port: number }
  | { kind: "help" }
  | { kind: "problem"; message: string };

/** What `npm run workbench -- --help` prints. */
export const helpText = `The sheet, the menu and the sidebar in a browser, on this machine alone.

npm run workbench [-- FILE] [-- options]
  FILE      a .csv or .xlsx; default examples/orders.csv. It is never changed: the result is saved from the page
  --port N  the port on 127.0.0.1; default 0, which takes a free one
  --help    this text`;

/** Reads the arguments that follow the program's name. */
export function parseOptions(args: readonly string[]): WorkbenchOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { port: { type: "string" }, help: { type: "boolean" } },
    });
    if (values.help) return { kind: "help" };
    if (positionals.length > 1) return problem("Name one file");
    const port = Number(values.port ?? "0");
    if (!/^\d{1,5}$/.test(values.port ?? "0") || port > 65_535) {
      return problem(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
    }
    return { kind: "run", filePath: positionals[0] ?? null, port };
  } catch (error) {
    return problem(error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error));
  }
}

function problem(message: string): WorkbenchOptions {
  return { kind: "problem", message: `${message}. See npm run workbench -- --help` };
}
