import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { requestTo } from "../../local/api/exchange";
import { scopes } from "../../local/api/gate";
import { seededRandom } from "../../local/api/seeded-random";
import { StandIn } from "../../local/api/stand-in";
import {
  LocalRuntime,
  SimulatedClock,
  Spreadsheet,
  Stores,
  sidebarCall,
} from "../../local/runtime/local-runtime";
import { displayValue } from "../../local/runtime/model/display";
import { cellOf } from "../../local/runtime/model/user-acts";
import { textOf } from "../documents";
import { Rehearsal } from "./rehearsal";

const { version }: { version: string } = JSON.parse(textOf("package.json"));
const apiKey = "bbb_test_package_0001";
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
    const { runtime, sheet, api, said } = freshScript();
    runtime.execute("onOpen", [], { trigger: "simple", authMode: "LIMITED" });
    const item = runtime.menus[0]?.items.find(
      (one) => one.kind === "item" && one.caption === "Create orders from selection",
    );
    if (item?.kind !== "item") throw new Error("The menu has no such item.");
    const result = runtime.execute(item.functionName, [], { trigger: "menu", authMode: "FULL" });
    expect(result).toMatchObject({ outcome: "returned" });
    expect(said[said.length - 1]).toContain("2 orders: 2 created");
    const ids = api
      .shop("test")
      .listOrders({}, { page: 1, limit: 100 })
      .data.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const shown = [2, 3].map((row) =>
      Array.from({ length: sheet.maxColumns }, (_, index) =>
        displayValue(sheet.cell(row, index + 1), "en_US"),
      ),
    );
    for (const row of shown) expect(ids.filter((id) => row.includes(id))).toHaveLength(1);
  });
});

/** The zip's files as a script that was just pasted, in a sheet with two orders, and one user's key saved in the sidebar. */
function freshScript() {
  const spreadsheet = new Spreadsheet({ id: "fresh", name: "Fresh" });
  const sheet = spreadsheet.addSheet("Orders", { maxRows: 100, maxColumns: 9 });
  const rows = [
    ["First name", "Last name", "Phone", "Variant ID", "Quantity", "Address 1", "City", "Province", "Zip"],
    ["Siti", "Rahmawati", "081255500101", "var_0102", "2", "Jl. Melati 12", "Bandung", "Jawa Barat", "40115"],
    [
      "Budi",
      "Santoso",
      "081355500102",
      "var_0501",
      "1",
      "Jl. Diponegoro 7",
      "Semarang",
      "Jawa Tengah",
      "50241",
    ],
  ];
  rows.forEach((row, rowIndex) => {
    row.forEach((text, index) => {
      sheet.setCell(rowIndex + 1, index + 1, cellOf(text));
    });
  });
  spreadsheet.selection = ["A2:A3"];
  const clock = new SimulatedClock(Date.UTC(2026, 10, 26));
  const api = new StandIn({
    keys: [{ key: apiKey, scopes }],
    now: () => clock.now(),
    random: seededRandom(3),
  });
  const said: string[] = [];
  const manifest: { urlFetchWhitelist: string[] } = JSON.parse(zip["appsscript.json"] ?? "");
  const runtime = new LocalRuntime({
    code: zip["Code.gs"] ?? "",
    htmlFiles: { sidebar: zip["sidebar.html"] ?? "" },
    urlFetchWhitelist: manifest.urlFetchWhitelist,
    spreadsheet,
    stores: new Stores(),
    clock,
    random: seededRandom(4),
    http: {
      sendAll: (requests) =>
        requests.map(({ url, method, headers, body }) => {
          const exchange = api.exchange(requestTo(url, { method, headers, body: body ?? "" }));
          if (exchange.kind === "reset") throw new Error(`Address unavailable: ${url}`);
          return { ...exchange.response, headers: Object.entries(exchange.response.headers) };
        }),
    },
    ui: {
      alert: ({ text, buttons }) => {
        said.push(text);
        return buttons === "OK" ? "OK" : "YES";
      },
      prompt: () => ({ button: "CANCEL", text: "" }),
      toast: () => {},
      showSidebar: () => {},
    },
  });
  const saved = sidebarCall(runtime, "saveSettings", [{ apiKey }]);
  expect(saved).toMatchObject({ ok: true, value: { ok: true } });
  return { runtime, sheet, api, said };
}
