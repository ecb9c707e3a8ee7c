import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFile, root } from "./built";

const manifest = JSON.parse(builtFile("appsscript.json"));

describe("dist/appsscript.json", () => {
  test("asks for three scopes and no more", () => {
    expect([...manifest.oauthScopes].sort()).toEqual([
      "https://www.googleapis.com/auth/script.container.ui",
      "https://www.googleapis.com/auth/script.external_request",
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
    ]);
  });

  test("runs on V8, has a time zone, and tells exceptions to Stackdriver", () => {
    expect(manifest).toMatchObject({ runtimeVersion: "V8", exceptionLogging: "STACKDRIVER" });
    expect(manifest.timeZone).toMatch(/^[A-Z]\w+\/\w+/);
  });

  test("may call the API's host alone", () => {
    expect(manifest.urlFetchWhitelist).toEqual(["https://api.bitbybit.studio/"]);
  });
});

describe("what clasp pushes", () => {
  test("is exactly the script, the manifest and the sidebar", () => {
    const clasp = join(root, "node_modules/.bin/clasp");
    const shown = execFileSync(clasp, ["show-file-status", "--json"], { cwd: root, encoding: "utf8" });
    const { filesToPush } = JSON.parse(shown);
    expect(filesToPush.map((path: string) => path.replace(/^dist\//, "")).sort()).toEqual([
      "Code.js",
      "appsscript.json",
      "sidebar.html",
    ]);
  });

  test("comes from dist, and goes nowhere by the file that git holds: it names nobody's script", () => {
    const clasp = JSON.parse(readFileSync(join(root, ".clasp.json"), "utf8"));
    expect(clasp).toEqual({ scriptId: "none-run-npm-run-setup", rootDir: "dist" });
  });
});
