import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { root } from "./built";

const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(join(root, "package-lock.json"), "utf8"),
);
interface LockedPackage {
  integrity?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

/** Terms under which this project takes libraries; axe-core, a tool of the browser tests alone, is the one exception. */
const admitted = /^\(?(MIT|MIT-0|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD)( (OR|AND) [\w.-]+)*\)?$/;
const exceptions = new Set(["axe-core"]);

describe("the libraries", () => {
  test.each(Object.entries(direct))("%s is pinned exactly: %s", (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each(Object.keys(direct))("%s comes under terms that this project admits", (name) => {
    const { license } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
    if (!exceptions.has(name)) expect(license).toMatch(admitted);
    else expect(manifest.dependencies).not.toHaveProperty(name);
  });

  test("every package of the lockfile has the hash of its content, but for binaries of other systems", () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(packages.length).toBeGreaterThan(100);
    const without = packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
    const needed = without.filter(([, { optional, os, cpu }]) => !optional || (os ?? cpu) === undefined);
    expect(needed.map(([path]) => path)).toEqual([]);
  });

  test("the lockfile names no host that packages have to come from", () => {
    const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
  });

  test("in what is pushed are those under dependencies, and no tool", () => {
    const sidebar = readdirSync(join(root, "src/sidebar")).filter((name) => /^sidebar\.tsx?$/.test(name));
    const { metafile } = buildSync({
      entryPoints: ["src/main.ts", ...sidebar.map((name) => `src/sidebar/${name}`)].map((path) =>
        join(root, path),
      ),
      bundle: true,
      write: false,
      outdir: join(root, "dist"),
      metafile: true,
      logLevel: "silent",
    });
    const packages = Object.keys(metafile.inputs).flatMap(
      (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});
