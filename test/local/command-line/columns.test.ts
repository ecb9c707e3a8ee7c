import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reportOf, runCommand, temporaryFolder } from "./run-command";

const examples = join(__dirname, "../../../examples");
const shopee = join(examples, "shopee-export.csv");

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const indonesian = [
  "No pesanan,Nama depan,Nama belakang,No. HP,Barang,Jumlah,Alamat,Kota,Provinsi,Kode pos",
  "A1,Siti,Rahmawati,+62 812-5550-0101,var_0102,2,Jl. Melati 1,Bandung,Jawa Barat,40115",
].join("\n");
/** Titles above the headers, which are the add-on's own but for the last. */
const titled = [
  "ORDERS OF NOVEMBER,,,,,,,,,",
  ",,,,,,,,,",
  "Order ref,First name,Last name,Phone,Variant ID,Quantity,Address 1,City,Province,Area code",
  "A1,Siti,Rahmawati,+62 812-5550-0101,var_0102,2,Jl. Melati 1,Bandung,Jawa Barat,40115",
].join("\n");

describe("a sheet in other words", () => {
  test("is shown as it would be read, and nothing is done with it", async () => {
    const file = folder.write("a.csv", indonesian);
    const { exitCode, stdout, stderr } = await runCommand([file, "--map", "Variant ID=Barang"]);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Zip +J +Kode pos +40115 +proposed$/m);
    expect(stderr).toMatch(/^Variant ID +E +Barang +var_0102 +--map$/m);
    expect(stderr).toContain("Take this with --accept-columns");
    expect(existsSync(folder.path("a.result.csv"))).toBe(false);
  });

  test("with further articles in a row shows their columns too", async () => {
    const file = folder.write(
      "a.csv",
      indonesian.replace("Kode pos", "Kode pos,Barang 2,Qty 2").replace("40115", "40115,var_0201,3"),
    );
    const { stderr } = await runCommand([file]);
    expect(stderr).toMatch(/^Product 2 +K +Barang 2 +var_0201 +proposed$/m);
    expect(stderr).toMatch(/^Quantity 2 +L +Qty 2 +3 +proposed$/m);
    expect(stderr).not.toContain("Not read");
  });

  test("with more articles than are read is not sent in silence", async () => {
    const names = titled.split("\n").slice(2).join("\n").replace("Area code", "Zip,Variant ID 11");
    const file = folder.write("a.csv", names.replace("40115", "40115,var_0201"));
    const { exitCode, stderr } = await runCommand([file]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Not read: K "Variant ID 11"')]);
    const accepted = await runCommand([file, "--accept-columns", "--out", folder.path("b.csv"), "--json"]);
    expect(reportOf(accepted).warnings.join()).toContain(
      'Not sent, though it may hold articles: K "Variant ID 11"',
    );
  });

  test("becomes orders once its columns are accepted, and no column that is read is called unread", async () => {
    const file = folder.write("a.csv", indonesian);
    const finished = await runCommand([file, "--map", "variant id=E", "--accept-columns", "--json"]);
    const { receipt, rows, warnings } = reportOf(finished);
    expect([finished.exitCode, receipt.created]).toEqual([0, 1]);
    expect(rows).toMatchObject([
      { row: 2, status: "Created (test)", orderId: expect.stringMatching(/^ord_/) },
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^Read as you have chosen: Order ref: column A/)]);
  });

  test("with two columns for one field asks which, once, and no more when it was told", async () => {
    const file = folder.write(
      "a.csv",
      indonesian.replace("Kode pos", "Kode pos,WA").replace("40115", "40115,0812"),
    );
    const args = [file, "--map", "Variant ID=Barang", "--accept-columns", "--json"];
    const { stderr } = await runCommand(args);
    expect(stderr).toMatch(/^Columns D and K may each be "Phone": choose one\. Nothing was sent/m);
    const { warnings } = reportOf(await runCommand([...args, "--map", "Phone=K"]));
    expect(warnings.join()).not.toContain("choose one");
  });

  test("with two columns for the Order ref is not sent row by row", async () => {
    const file = folder.write(
      "a.csv",
      indonesian.replace("Kode pos", "Kode pos,Invoice").replace("40115", "40115,I1"),
    );
    const { exitCode, stderr } = await runCommand([file, "--map", "Variant ID=Barang", "--accept-columns"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('may each be "Order ref": choose one')]);
  });

  test("says in a check how it was read, above the rows", async () => {
    const file = folder.write("a.csv", indonesian);
    const args = ["--map", "Variant ID=Barang", "--accept-columns", "--do", "check"];
    const { stdout } = await runCommand([file, ...args]);
    expect(stdout.split("\n")[0]).toMatch(/^Field +Column +Header +Sample +Read by$/);
    expect(stdout).toMatch(/^Row +No pesanan +Nama depan +Nama belakang +Barang +Jumlah +Status/m);
  });
});

describe("an export that lacks what every order needs", () => {
  test("is refused although its columns are accepted", async () => {
    const { exitCode, stderr } = await runCommand([
      ...[shopee, "--out", folder.path("s.csv"), "--accept-columns", "--json"],
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^This looks like a Shopee export\..* Still missing: "Zip"\..*--default.*\n$/);
  });

  test("is told so in Indonesian to whoever asked for it", async () => {
    const { stderr } = await runCommand([shopee, "--out", folder.path("s.csv"), "--language", "id"]);
    expect(stderr).toMatch(/^Kolom isian +Kolom +Judul +Contoh +Dibaca karena$/m);
    expect(stderr).toMatch(
      /^Ini tampaknya file ekspor Shopee\..*Masih kurang: "Zip"\. Tidak ada yang dikirim/m,
    );
    expect(stderr).not.toMatch(/\b(the|Still|Nothing|read)\b/);
  });

  test("becomes orders with a value for all rows; its result asks nothing until a header changes", async () => {
    const out = folder.path("s.csv");
    const args = ["--default", "zip=40115", "--accept-columns", "--json"];
    const first = reportOf(await runCommand([shopee, "--out", out, ...args]));
    expect(first.receipt.created).toBeGreaterThan(0);
    expect(first.rows.filter(({ status }) => status === "Created (test)").length).toBeGreaterThan(0);
    expect(first.warnings).toContain("This looks like a Shopee export.");

    const again = reportOf(await runCommand([out, "--out", folder.path("again.csv"), "--json"]));
    expect(again.receipt).toMatchObject({ created: 0, skipped: first.receipt.created });

    folder.write("s.csv", readFileSync(out, "utf8").replace("Jumlah,", "Kuantitas,"));
    const changed = await runCommand([out, "--out", folder.path("changed.csv"), "--json"]);
    expect([changed.exitCode, changed.stdout]).toEqual([2, ""]);
    expect(changed.stderr).toMatch(/headers of this sheet are not those that you confirmed/);
  });
});

test("a title over two columns is a part of their headers, and no row below it is too wide", async () => {
  const team = join(examples, "team-sheet.csv");
  const finished = await runCommand([team, "--accept-columns", "--out", folder.path("t.csv"), "--json"]);
  const { rows, warnings } = reportOf(finished);
  expect(rows.find(({ row }) => row === 9)?.status).toBe("Created (test)");
  expect(warnings.filter((warning) => warning.includes("more cells than headers"))).toEqual([]);
});

describe("--header-row", () => {
  test("with the last column given reads the sheet without a proposal", async () => {
    const file = folder.write("a.csv", titled);
    const args = ["--header-row", "3", "--map", "Zip=Area code", "--json"];
    const finished = await runCommand([file, ...args]);
    expect(reportOf(finished).rows).toMatchObject([{ row: 4, status: "Created (test)" }]);
    expect(finished.exitCode).toBe(0);
  });

  test("of an empty row is refused", async () => {
    const { exitCode, stderr } = await runCommand([folder.write("a.csv", titled), "--header-row", "2"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("Row 2 holds no headers")]);
  });
});

test("beside a Status of the user's own, rows are reported from the add-on's columns", async () => {
  const own = join(examples, "own-status.csv");
  const finished = await runCommand([own, "--do", "check", "--out", folder.path("o.csv"), "--json"]);
  const statuses = new Set(reportOf(finished).rows.map(({ status }) => status));
  expect(statuses).toContain("Valid");
  expect(statuses).not.toContain("Paid");
});
