import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import Papa from "papaparse";
import { otherSheetsPath, sheetStatePath } from "../../../local/files/sheet-state";
import { csvOfOrders, ownStandIn, reportOf, runCommand, temporaryFolder } from "./run-command";

const examples = join(__dirname, "../../../examples");
const csvExample = join(examples, "orders.csv");
const standInKey = "bbb_test_stand_in_key_for_this_machine_1a2b";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The result as records by header. */
function records(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

describe("the example", () => {
  test("ends with every order created but the invalid one, beside its rows, and the input as it was", async () => {
    const before = readFileSync(csvExample);
    const out = folder.path("orders.result.csv");
    const { exitCode, stdout } = await runCommand(["--out", out]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`Saved as ${out}`);
    const rows = records(out);
    expect(rows.map((row) => row.Status)).toEqual(
      rows.map((row) => (row.Quantity === "two" ? "Invalid" : "Created (test)")),
    );
    expect(rows.filter((row) => row.Status === "Invalid")).toHaveLength(1);
    const idsByOrder = new Map(rows.map((row) => [row["Order ref"], row["Order ID"]]));
    expect(rows.every((row) => row["Order ID"] === idsByOrder.get(row["Order ref"]))).toBe(true);
    expect(new Set(idsByOrder.values()).size).toBe(idsByOrder.size);
    expect(readFileSync(csvExample)).toEqual(before);
    expect(readFileSync(out, "utf8").split("\n")[1]).toContain(before.toString().split("\n")[1] ?? "?");
  });

  test("in Indonesian fills the same cells, and says all of it in Indonesian", async () => {
    const out = folder.path("orders.result.csv");
    const { exitCode, stdout } = await runCommand(["--out", out, "--language", "id"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`10 pesanan: 9 dibuat dan 1 bermasalah.\nDisimpan sebagai ${out}`);
    const invalid = records(out).find((row) => row.Status === "Invalid");
    expect(invalid?.Message).toContain("bukan bilangan bulat");
  });

  test("fed back in is the same sheet: nothing is made again", async () => {
    const [first, second] = [folder.path("a.csv"), folder.path("b.csv")];
    await runCommand(["--out", first]);
    const again = await runCommand([first, "--out", second, "--json"]);
    expect(reportOf(again).receipt).toMatchObject({ selected: 10, created: 0, skipped: 9, invalid: 1 });
    expect(again.exitCode).toBe(1);
    expect(records(second).map((row) => row["Order ID"])).toEqual(
      records(first).map((row) => row["Order ID"]),
    );
  });

  test("as a workbook prints one JSON object and keeps what the shop had in it", async () => {
    const out = folder.path("orders.result.xlsx");
    const finished = await runCommand([join(examples, "orders.xlsx"), "--out", out, "--json"]);
    const { receipt, rows, stats } = reportOf(finished);
    expect(receipt).toMatchObject({ selected: 10, created: 9, invalid: 1 });
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(stats).toMatchObject({ hiddenRows: 0, emptyRows: expect.any(Number), requests: 9 });
    const workbook = new Workbook();
    await workbook.xlsx.readFile(out);
    const sheet = workbook.getWorksheet("Orders");
    expect(sheet?.getRow(9).hidden).toBe(true);
    expect(sheet?.getCell("A4").note).toBe("One parcel for all three rows, please.");
    expect(sheet?.getCell("N2").numFmt).toBe("00000");
    expect(sheet?.getCell("A7").fill).toMatchObject({ fgColor: { argb: "FFFFF2CC" } });
    expect(sheet?.getCell("Q2").value).toBe("Created (test)");
    expect(sheet?.getCell("R2").value).toBe(rows[0]?.orderId);
    expect(workbook.getWorksheet("bitbybit log")).toBeDefined();
  });
});

test("what a cell is worth a look for is said once, in the question", async () => {
  const file = folder.write("orders.csv", csvOfOrders(1).replace("Bandung", "n/a"));
  const { stdout, stderr } = await runCommand([file]);
  expect(`${stdout}${stderr}`.match(/"n\/a" is sent as it stands/g)).toHaveLength(1);
});

describe("the menu items", () => {
  test("check makes no order, asks the shop once for its articles, and says what is valid", async () => {
    const finished = await runCommand(["--do", "check", "--out", folder.path("a.csv"), "--json"]);
    const { receipt, rows, stats } = reportOf(finished);
    expect(receipt).toMatchObject({ selected: 10, valid: 9, invalid: 1, created: 0 });
    expect(rows.every(({ orderId }) => orderId === "")).toBe(true);
    expect(rows[9]?.message).toContain('"two"');
    expect([stats.requests, finished.exitCode]).toEqual([1, 1]);
  });

  test("check reads the sheet in one execution: the menu's own, after it was opened", async () => {
    const finished = await runCommand(["--do", "check", "--out", folder.path("a.csv"), "--json"]);
    expect(reportOf(finished).stats.executions).toBe(2);
  });

  test("resolve leaves what is not unconfirmed untouched", async () => {
    const finished = await runCommand(["--do", "resolve", "--out", folder.path("a.csv"), "--json"]);
    expect(reportOf(finished).receipt).toMatchObject({ selected: 10, skipped: 10 });
    expect(finished.exitCode).toBe(0);
  });

  test("setup adds the missing status columns", async () => {
    const out = folder.path("a.csv");
    expect((await runCommand(["--do", "setup", "--out", out])).exitCode).toBe(0);
    const [header = ""] = readFileSync(out, "utf8").split("\n");
    expect(header.endsWith(",Tags,Status,Order ID,Order number,Message,Updated at,Send key")).toBe(true);
  });
});

describe("an empty workbook", () => {
  test("gets the whole template, and its example is never sent", async () => {
    const [empty, template] = [folder.path("empty.xlsx"), folder.path("template.xlsx")];
    const workbook = new Workbook();
    workbook.addWorksheet("Orders");
    await workbook.xlsx.writeFile(empty);
    expect((await runCommand([empty, "--do", "setup", "--out", template])).exitCode).toBe(0);
    const written = new Workbook();
    await written.xlsx.readFile(template);
    const sheet = written.getWorksheet("Orders");
    expect(sheet?.getCell("A1").text).toBe("Order ref");
    expect(sheet?.getCell("A2").text).toBe("EXAMPLE");
    const sent = await runCommand([template, "--out", folder.path("sent.xlsx")]);
    expect(sent.stderr).toContain("there are no orders in the selected rows");
  });
});

describe("the selection", () => {
  test("takes only the rows of its ranges, and an order that it cuts needs review", async () => {
    const finished = await runCommand(["--select", "A2:B3,4:4", "--out", folder.path("a.csv"), "--json"]);
    const { receipt, rows } = reportOf(finished);
    expect(receipt).toMatchObject({ selected: 3, created: 2, invalid: 1 });
    expect(rows.map(({ row, status }) => [row, status])).toEqual([
      [2, "Created (test)"],
      [3, "Created (test)"],
      [4, "Invalid"],
    ]);
  });

  test("of a workbook leaves out and counts what its filter hides", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("Orders");
    for (const line of csvOfOrders(4).trim().split("\n")) sheet.addRow(line.split(","));
    sheet.autoFilter = "A1:J5";
    sheet.getRow(3).hidden = true;
    await workbook.xlsx.writeFile(folder.path("a.xlsx"));
    const finished = await runCommand([folder.path("a.xlsx"), "--json"]);
    const { receipt, rows, stats } = reportOf(finished);
    expect([receipt.created, stats.hiddenRows, finished.exitCode]).toEqual([3, 1, 0]);
    expect(rows.map(({ row }) => row)).toEqual([2, 4, 5]);
  });

  test("of nothing, or a sheet without orders, is nothing to do", async () => {
    const none = await runCommand(["--select", "A1", "--out", folder.path("a.csv")]);
    expect([none.exitCode, none.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    const empty = folder.write("empty.csv", csvOfOrders(0));
    const finished = await runCommand([empty, "--json"]);
    expect([finished.exitCode, reportOf(finished).receipt.selected]).toEqual([0, 0]);
  });
});

describe("what cannot be used ends with 2, one line, an empty standard output and no file", () => {
  const cases: [what: string, content: string, args: string[]][] = [
    ["a missing header", "Order ref,Quantity\nR-1,2\n", []],
    ["a header twice", csvOfOrders(1).replaceAll("Order ref,", "Zip,"), []],
    ["a file that is empty", "", []],
    ["a bad range", csvOfOrders(1), ["--select", "nonsense"]],
    ["a folder that is not there", csvOfOrders(1), ["--out", "/nowhere/at/all.csv"]],
    ["an API without a key", csvOfOrders(1), ["--api", "http://127.0.0.1:9/v1"]],
    ["another host", csvOfOrders(1), ["--api", "https://example.com/v1", "--key", standInKey]],
    [
      "a live key that nobody can be asked about",
      csvOfOrders(1),
      ["--api", "http://127.0.0.1:9/v1", "--key", "bbb_live_0123456789"],
    ],
  ];
  test.each(cases)("%s", async (_, content, args) => {
    const file = folder.write("orders.csv", content);
    const { exitCode, stdout, stderr } = await runCommand([file, "--json", ...args]);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(readdirSync(dirname(file))).toEqual(["orders.csv"]);
  });

  test("a link to the input as --out", async () => {
    const file = folder.write("orders.csv", csvOfOrders(1));
    symlinkSync(file, folder.path("link.csv"));
    const { exitCode, stderr } = await runCommand([file, "--out", folder.path("link.csv")]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is the file that is read")]);
  });
});

describe("an API named with --api", () => {
  test("gets a thousand orders once each over many batches, and every ID stands in its own row", async () => {
    const standIn = await ownStandIn("--limit", "1000000");
    try {
      const file = folder.write("orders.csv", csvOfOrders(1000));
      const finished = await runCommand([file, ...standIn.args, "--json"], standIn.environment);
      expect(finished.exitCode).toBe(0);
      expect(reportOf(finished).receipt).toMatchObject({ selected: 1000, created: 1000 });
      const notes = await standIn.notesById();
      expect(notes.size).toBe(1000);
      const rows = records(folder.path("orders.result.csv"));
      for (const row of rows) expect(notes.get(row["Order ID"] ?? "")).toContain(row["Send key"]);
      expect(new Set(rows.map((row) => row["Order ID"])).size).toBe(1000);
    } finally {
      await standIn.stop();
    }
  }, 600_000);

  test("that refuses the key stops the run, and says what to do on standard error", async () => {
    const standIn = await ownStandIn();
    try {
      const file = folder.write("orders.csv", csvOfOrders(3));
      const wrong = { BITBYBIT_API_KEY: "bbb_test_not_the_one_it_knows" };
      const finished = await runCommand([file, ...standIn.args, "--json"], wrong);
      expect(finished.exitCode).toBe(1);
      expect(reportOf(finished).receipt).toMatchObject({ selected: 3, notSent: 3 });
      expect(finished.stderr).toMatch(/key/i);
    } finally {
      await standIn.stop();
    }
  });

  test("gets live orders without a question when --yes was said", async () => {
    const key = "bbb_live_only_on_this_machine";
    const standIn = await ownStandIn("--key", key);
    try {
      const file = folder.write("orders.csv", csvOfOrders(1));
      const finished = await runCommand([file, ...standIn.args, "--json", "--yes"], standIn.environment);
      expect(reportOf(finished).rows).toMatchObject([{ row: 2, status: "Created" }]);
    } finally {
      await standIn.stop();
    }
  });
});

test("the API key is in nothing that a command prints or leaves", async () => {
  const out = folder.path("a.csv");
  const { stdout, stderr } = await runCommand(["--out", out]);
  const left = [out, sheetStatePath(out), otherSheetsPath(out)].map((path) =>
    existsSync(path) ? readFileSync(path, "utf8") : "",
  );
  expect(left.every((text) => text !== "")).toBe(true);
  for (const text of [stdout, stderr, ...left]) expect(text).not.toContain(standInKey.slice(0, -4));
});
