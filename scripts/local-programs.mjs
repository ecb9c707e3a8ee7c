// Builds the programs of local/ into local/built/: one file each, packages included, so that a
// command starts in half the time that it takes to find and load a few hundred files.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { writeWhole } from "./write-whole.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** What is started: by package.json, or by another of these as a process or thread (local/built-program.ts). */
const programs = [
  "api/main",
  "bench/main",
  "command-line/main",
  "command-line/work-thread",
  "probe/main",
  "simulation/main",
  "simulation/worker",
  "workbench/main",
  "workbench/runtime-thread",
  "workbench/screenshots",
];

/** The commands that bring the add-on to Google, in scripts/. */
const releasePrograms = ["release/setup", "release/deploy", "release/package"];

/** Sources find the files beside them by their own address, which a bundle would take for its own. */
const ownAddress = {
  name: "own-address",
  setup(build) {
    build.onLoad({ filter: /[\\/]local[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      return { loader: "ts", contents: source.replaceAll("import.meta.url", () => address) };
    });
  },
};

/** These bring programs of their own, which they look for beside themselves. */
const external = ["esbuild", "playwright-core"];

/**
 * Packages in CommonJS load Node's own modules by `require`, which an ES module does not have. Under a name of its own,
 * since a package may import `createRequire` too.
 */
const requireOfNode =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Builds them and gives their paths. */
export async function buildLocalPrograms(root) {
  const local = join(root, "local");
  const { outputFiles } = await esbuild.build({
    entryPoints: [
      ...programs.map((name) => ({ in: join(local, `${name}.ts`), out: name })),
      ...releasePrograms.map((name) => ({ in: join(here, `${name}.ts`), out: name })),
    ],
    outdir: join(local, "built"),
    bundle: true,
    external,
    banner: { js: requireOfNode },
    platform: "node",
    format: "esm",
    target: "node20",
    plugins: [ownAddress],
    logLevel: "warning",
    write: false,
  });
  return Promise.all(outputFiles.map(({ path, contents }) => writeWhole(path, contents)));
}
