import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { textOf } from "../documents";
import { InstalledScript, neededHeaders, orderRow } from "../installed-script";
import { Rehearsal } from "./rehearsal";

const { version }: { version: string } = JSON.parse(textOf("package.json"));
const rehearsal = new Rehearsal();
let zip: Record<string, string> = {};

beforeAll(async () => {
  await rehearsal.begin();
  const { exitCode, stderr } = await rehearsal.run("package");
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
  zip = unzip();
});
afterAll(() => rehearsal.end());

function unzip(): Record<string, string> {
  const bytes = readFileSync(join(rehearsal.folder, "release", `bitbybit-orders-${version}.zip`));
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

describe("the zip of npm run package", () => {
  test("holds dist/ under the names of the script editor, the steps and the license, and nothing else", () => {
    expect(Object.keys(zip).sort()).toEqual([
      "Code.gs",
      "INSTALL.txt",
      "LICENSE.txt",
      "appsscript.json",
      "sidebar.html",
    ]);
    expect(zip["Code.gs"]).toBe(textOf("dist/Code.js"));
    expect(zip["sidebar.html"]).toBe(textOf("dist/sidebar.html"));
    expect(zip["appsscript.json"]).toBe(textOf("dist/appsscript.json"));
  });

  test("its steps name every file that has to be pasted, and the version", () => {
    for (const name of ["`Code.gs`", "`sidebar.html`", "`appsscript.json`", version]) {
      expect(zip["INSTALL.txt"]).toContain(name);
    }
  });

  test("is the same to the byte when it is made again", async () => {
    const path = join(rehearsal.folder, "release", `bitbybit-orders-${version}.zip`);
    const first = readFileSync(path);
    await rehearsal.run("package");
    expect(readFileSync(path).equals(first)).toBe(true);
  });

  test("as a fresh script, from its own files alone, makes the orders of a sheet", () => {
    const script = new InstalledScript({
      rows: [neededHeaders, orderRow("R-1"), orderRow("R-2")],
      files: {
        code: zip["Code.gs"] ?? "",
        sidebar: zip["sidebar.html"] ?? "",
        manifest: zip["appsscript.json"] ?? "",
      },
    });
    expect(script.create()).toContain("2 orders: 2 created");
    const ids = script.made().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect([2, 3].map((rowNumber) => script.row(rowNumber)["Order ID"]).sort()).toEqual([...ids].sort());
    expect(script.row(2).Status).toBe("Created (test)");
  });
});
