import { Script } from "node:vm";
import { parse } from "acorn";

/** A script compiled once, to be run in every execution's own globals. */
export interface Bundle {
  readonly script: Script;
  /** The functions that a menu, a trigger or the sidebar can call. */
  readonly entryPoints: ReadonlySet<string>;
}

const compiled = new Map<string, Bundle>();
/** A process works with the built bundle and perhaps a few altered ones; more than these are compiled again. */
const mostKept = 20;

/**
 * Compiles the text of a script. Entry points are its top-level function declarations whose names do not end in `_` (Apps
 * Script documentation, Private functions).
 */
export function compileBundle(code: string): Bundle {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const names = parse(code, { ecmaVersion: 2022 }).body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  const bundle = {
    script: new Script(code, { filename: "Code.js" }),
    entryPoints: new Set(names.filter((name) => !name.endsWith("_"))),
  };
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(code, bundle);
  return bundle;
}
