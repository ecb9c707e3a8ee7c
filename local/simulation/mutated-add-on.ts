import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/** One text of the add-on's sources in place of another. */
export interface Replacement {
  /** From src/ on, such as `run/step.ts`. */
  file: string;
  find: string;
  put: string;
}

/**
 * Builds the add-on's script with some of its sources altered: for showing that the simulation sees what goes wrong
 * then. Rejects if a text to be replaced is not found exactly once, so that no alteration ever does nothing.
 */
export async function buildAltered(root: string, replacements: readonly Replacement[]): Promise<string> {
  const source = join(root, "src");
  const used = new Set<Replacement>();
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    write: false,
    logLevel: "silent",
    target: "es2020",
    outfile: "main.js",
    entryPoints: [join(source, "main.ts")],
    define: { ADD_ON_VERSION: '"altered"' },
    plugins: [replacing(source, replacements, used)],
  };
  exported ??= await exportsOf(common);
  const footer = exported.map((name) => `function ${name}(){return Altered_.${name}.apply(this,arguments)}`);
  const script = await build({
    ...common,
    format: "iife",
    globalName: "Altered_",
    footer: { js: footer.join("\n") },
  });
  const unused = replacements.filter((replacement) => !used.has(replacement));
  if (unused.length > 0)
    throw new Error(`Not part of the build: ${unused.map(({ file }) => file).join(", ")}`);
  const [output] = script.outputFiles ?? [];
  if (output === undefined) throw new Error("The build gave no script.");
  return output.text;
}

/** The add-on's entry points: no alteration changes their names, so they are found once. */
let exported: readonly string[] | undefined;

async function exportsOf(common: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...common, format: "esm", metafile: true });
  return metafile?.outputs["main.js"]?.exports ?? [];
}

function replacing(source: string, replacements: readonly Replacement[], used: Set<Replacement>): Plugin {
  return {
    name: "replacing",
    setup: (building) => {
      building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const own = replacements.filter(({ file }) => relative(source, path) === file);
        if (own.length === 0) return null;
        let contents = readFileSync(path, "utf8");
        for (const replacement of own) {
          const { file, find, put } = replacement;
          if (contents.split(find).length !== 2)
            throw new Error(`src/${file} does not hold this exactly once: ${find}`);
          contents = contents.replace(find, () => put);
          used.add(replacement);
        }
        return { contents, loader: "ts" };
      });
    },
  };
}
