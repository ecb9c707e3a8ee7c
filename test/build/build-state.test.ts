import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const scripts = join(__dirname, "../../scripts");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-"));
  for (const folder of ["src", "local/built", "scripts", "dist"])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["src/main.ts", "local/a.ts", "appsscript.json", "package.json", "package-lock.json"])
    writeFileSync(join(root, file), file);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs a program that knows the build's modules; what it prints as JSON. */
function run(program: string): unknown {
  const imports = ["build-state", "write-whole"].map(
    (name) =>
      `import * as ${name.replace("-", "_")} from ${JSON.stringify(pathToFileURL(join(scripts, `${name}.mjs`)).href)};`,
  );
  const code = `${imports.join("")} const root = ${JSON.stringify(root)}; const { sourcesState, isUpToDate, remember } = build_state; const { writeWhole } = write_whole; console.log(JSON.stringify(await (async () => { ${program} })()));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Writes one file into dist/ and remembers it, as a build does. */
const build = `await remember(root, await sourcesState(root), [await writeWhole(root + "/dist/Code.js", "code")]);`;
const isCurrent = "return isUpToDate(root, await sourcesState(root));";

describe("a build", () => {
  test("is made once for the same sources", () => {
    expect(run(isCurrent)).toBe(false);
    expect(run(build + isCurrent)).toBe(true);
  });

  test.each([
    ["changes", () => writeFileSync(join(root, "src/main.ts"), "another text")],
    ["comes", () => writeFileSync(join(root, "local/b.ts"), "")],
    ["goes", () => rmSync(join(root, "local/a.ts"))],
    ["is missing that it made", () => rmSync(join(root, "dist/Code.js"))],
  ])("is made again when a file %s", (_, change) => {
    run(`${build} return 0;`);
    change();
    expect(run(isCurrent)).toBe(false);
  });

  test("removes what earlier ones made, and nothing that another one is just making", () => {
    writeFileSync(join(root, "dist/Old.js"), "");
    writeFileSync(join(root, "local/built/.main.js.0123456789ab.building"), "half");
    run(`${build} return 0;`);
    expect(readdirSync(join(root, "dist"))).toEqual(["Code.js"]);
    expect(readdirSync(join(root, "local/built")).sort()).toEqual([
      ".main.js.0123456789ab.building",
      "state.json",
    ]);
  });

  test("leaves a whole file when many write it at once", () => {
    run(
      'await Promise.all(Array.from({ length: 8 }, () => writeWhole(root + "/dist/Code.js", "x".repeat(2e6)))); return 0;',
    );
    expect(readFileSync(join(root, "dist/Code.js"), "utf8")).toBe("x".repeat(2e6));
    expect(readdirSync(join(root, "dist"))).toEqual(["Code.js"]);
  });
});
