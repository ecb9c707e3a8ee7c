import { runInNewContext, Script } from "node:vm";

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
  const bundle = {
    script: new Script(code, { filename: "Code.js" }),
    entryPoints: new Set(declaredFunctions(code).filter((name) => !name.endsWith("_"))),
  };
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(code, bundle);
  return bundle;
}

/**
 * The names of the top-level function declarations. They are globals before the first statement runs, and a throw in front of
 * it lets none run. A parser in JavaScript took a quarter of a second for the same.
 */
function declaredFunctions(code: string): string[] {
  const globals: Record<string, unknown> = {};
  try {
    runInNewContext(`throw 0;${code}`, globals);
  } catch (thrown) {
    if (thrown !== 0) throw thrown;
  }
  return Object.keys(globals).filter((name) => typeof globals[name] === "function");
}
