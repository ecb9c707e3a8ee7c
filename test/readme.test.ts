import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandsOf, projectFolder, textOf } from "./documents";

/** What `npm ci` of a clone brings and what the commands need; the copy keeps them from building into this project's dist. */
const copied = [
  "package.json",
  "package-lock.json",
  ".clasp.json",
  "appsscript.json",
  "tsconfig.json",
  "src",
  "local",
  "scripts",
];

const manifest: { scripts: Record<string, string>; dependencies: object; devDependencies: object } =
  JSON.parse(textOf("package.json"));

let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "readme-"));
  for (const path of copied) cpSync(join(projectFolder, path), join(copy, path), { recursive: true });
  for (const name of ["orders.csv", "orders.xlsx"])
    cpSync(join(projectFolder, "examples", name), join(copy, "examples", name));
  symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string) {
  const { BITBYBIT_API_KEY: _, ...environment } = process.env;
  const [program = "", ...args] = command.split(" ");
  return spawnSync(program, args, { cwd: copy, env: environment, encoding: "utf8", timeout: 60_000 });
}

/** How each command of the README is shown to work: run here, or if it needs Google, an account or minutes, by what it calls. */
const proofs: Record<string, () => void> = {
  "npm ci": () => {
    const { packages } = JSON.parse(textOf("package-lock.json"));
    expect(packages[""]).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  },
  "npm start": () => {
    const { status, stdout } = run("npm start");
    expect(stdout).toContain("10 orders: 9 created and 1 with problems.");
    expect(stdout).toContain('G11 Quantity: "two" is not a whole number; type 2');
    expect(status).toBe(1);
    expect(readFileSync(join(copy, "examples/orders.result.csv"), "utf8")).toContain("Created (test)");
  },
  "npm start -- examples/orders.xlsx": () => {
    const { status, stdout } = run("npm start -- examples/orders.xlsx");
    expect(stdout).toContain("Created (test)");
    expect([0, 1]).toContain(status);
    expect(existsSync(join(copy, "examples/orders.result.xlsx"))).toBe(true);
  },
  "npm run workbench": () => {
    const { status, stdout } = run("npm run --silent workbench -- --help");
    expect(stdout).toContain("npm run workbench");
    expect(status).toBe(0);
  },
  // The test that you are reading is a part of it.
  "npm test": () => expect(manifest.scripts.test).toMatch(/\bjest$/),
  "npx clasp login": () => {
    const { status, stdout } = run("npx clasp login --help");
    expect(stdout).toContain("login");
    expect(status).toBe(0);
  },
  // What both do at Google is rehearsed in test/scripts/.
  "npm run setup -- --sheet SPREADSHEET_ID": () => {
    const { status, stderr } = run("npm run --silent setup -- --sheet SPREADSHEET_ID");
    expect(stderr).toContain('"SPREADSHEET_ID" is not a spreadsheet\'s ID');
    expect(status).toBe(2);
  },
  "npm run deploy": () => {
    const { status, stdout } = run("npm run --silent deploy -- --dry-run");
    for (const file of ["appsscript.json", "Code.js", "sidebar.html"])
      expect(stdout).toContain(`dist/${file}`);
    expect(stdout).toContain("run npm run setup first");
    expect(status).toBe(0);
  },
};

test.each([...new Set(commandsOf("README.md"))])("the README's command works: %s", (command) => {
  const proof = proofs[command];
  expect(proof).toBeDefined();
  proof?.();
});

test("the README names the two commands of a fresh clone first", () => {
  expect(commandsOf("README.md").slice(0, 2)).toEqual(["npm ci", "npm start"]);
});
