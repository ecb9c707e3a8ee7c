import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InstalledScript, neededHeaders } from "../installed-script";
import { builtFile, root } from "./built";

const text = (path: string) => readFileSync(join(root, path), "utf8");
const { version }: { version: string } = JSON.parse(text("package.json"));

describe("the version in package.json", () => {
  test("is a released one: three numbers", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("is what the add-on tells its sidebar", () => {
    const script = new InstalledScript({ rows: [neededHeaders], apiKey: null });
    expect(script.call("getState", [])).toMatchObject({ version });
  });

  test("is what the sidebar compares itself with, and no other stands in it", () => {
    const versions = new Set(builtFile("sidebar.html").match(/"\d+\.\d+\.\d+"/g));
    expect([...versions]).toEqual([JSON.stringify(version)]);
  });

  test("is the lockfile's", () => {
    const lock = JSON.parse(text("package-lock.json"));
    expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  });

  test("is the newest in the changelog, with the day of its release", () => {
    const [, newest, day = ""] =
      /^## \[(\d[^\]]*)\] - (\d{4}-\d{2}-\d{2})$/m.exec(text("CHANGELOG.md")) ?? [];
    expect(newest).toBe(version);
    expect(Number.isNaN(Date.parse(day))).toBe(false);
  });

  test("is written by hand nowhere in the sources", () => {
    for (const path of ["src/main.ts", "src/sidebar/sidebar.tsx", "appsscript.json", "scripts/build.mjs"]) {
      expect(text(path)).not.toContain(version);
    }
  });
});
