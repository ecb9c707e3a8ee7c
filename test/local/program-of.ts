import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const projectFolder = join(__dirname, "../..");

/**
 * The arguments with which Node runs this source as a program of its own, built as the local programs are. Its imports
 * are named from the project's folder; `finder` is the module among them that finds files beside itself.
 */
export function programOf(source: string, finder: string): string[] {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: projectFolder, loader: "ts" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(projectFolder, finder)).href) },
    write: false,
  });
  return ["--input-type=module", "--eval", outputFiles[0]?.text ?? ""];
}
