import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFile } from "../../../local/files/open-file";
import { isSameFile, removeLeftovers, saveFile } from "../../../local/files/save-file";
import {
  otherSheetsOf,
  saveDocumentProperties,
  saveOtherSheets,
  sheetStatePath,
} from "../../../local/files/sheet-state";
import { cellOf } from "../../../local/runtime/model/user-acts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sheet-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function refusal(path: string): Promise<string> {
  const opened = await openFile(path);
  return opened.ok ? "opened" : opened.message;
}

async function open(path: string) {
  const opened = await openFile(path);
  if (!opened.ok) throw new Error(opened.message);
  return opened.file;
}

describe("opening a file", () => {
  test("says that it does not exist", async () => {
    const path = join(folder, "none.csv");
    expect(await refusal(path)).toBe(`${path} does not exist; check its name`);
  });

  test("says that it is empty", async () => {
    expect(await refusal(file("a.csv", ""))).toBe(
      "a.csv is empty; it needs a header row and orders below it",
    );
  });

  test("says that it is of another kind", async () => {
    expect(await refusal(file("a.pdf", "x"))).toBe(
      "a.pdf is not a .csv or .xlsx file; save the sheet as one of these",
    );
  });

  test("says that a folder is no file", async () => {
    const path = join(folder, "a.csv");
    mkdirSync(path);
    expect(await refusal(path)).toBe(`${path} is not a file; name a .csv or .xlsx file`);
  });

  test("says that it is too large, without reading it", async () => {
    const path = file("a.csv", "a\n");
    truncateSync(path, 20_000_001);
    expect(await refusal(path)).toBe("a.csv is larger than 20 MB; split it into several files");
  });

  test.each([
    ["text", "Order ref,Quantity\n"],
    ["a zip of something else", Buffer.from("504b0506000000000000000000000000000000000000", "hex")],
    ["half a workbook", readFileSync(join(__dirname, "../../../examples/orders.xlsx")).subarray(0, 4000)],
  ])("says that a workbook is damaged when it is %s", async (_, content) => {
    const message = "a.xlsx is damaged or no Excel workbook; open it in Excel or Sheets and save it anew";
    expect(await refusal(file("a.xlsx", content))).toBe(message);
  });

  test("says that a workbook has a password or is of the old kind", async () => {
    const compound = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect(await refusal(file("a.xlsx", compound))).toBe(
      "a.xlsx has a password or is of Excel's old kind; save it without one as .xlsx",
    );
  });

  test("takes the extension in capitals too", async () => {
    expect(await refusal(file("a.CSV", "a\n1\n"))).toBe("opened");
  });

  test("gives every file the same spreadsheet ID, so that a result fed back in is the same sheet", async () => {
    const ids = await Promise.all(
      ["a.csv", "b.csv"].map(async (name) => (await open(file(name, "a\n"))).spreadsheet.id),
    );
    expect(new Set(ids).size).toBe(1);
  });
});

describe("the state beside a file", () => {
  test.each(["orders.txt", "orders.TSV"])("reads a report called %s as a csv", async (name) => {
    const { activeSheet } = (await open(file(name, "order-id\tsku\n1\tA\n"))).spreadsheet;
    expect(activeSheet.cell(2, 2).value).toBe("A");
  });

  test("brings document properties and a csv's other sheets back", async () => {
    const path = file("orders.result.csv", "a\n1\n");
    const { spreadsheet } = await open(path);
    spreadsheet.addSheet("bitbybit log").setCell(1, 1, cellOf("Time", "@"));
    saveDocumentProperties(path, { "bitbybit.slot": "{}" });
    saveOtherSheets(path, otherSheetsOf(path, spreadsheet) ?? "");

    const again = await open(path);
    expect(again.documentProperties).toEqual({ "bitbybit.slot": "{}" });
    const log = again.spreadsheet.sheetByName("bitbybit log");
    expect(log?.cell(1, 1).value).toBe("Time");
    expect([log?.lastRow(), log?.cell(2, 1)]).toEqual([1, cellOf(null, "@")]);
    expect(log?.sheetId).toBe(spreadsheet.sheetByName("bitbybit log")?.sheetId);
    expect(again.spreadsheet.activeSheet.name).toBe("Sheet1");
  });

  test("is not made up if there is none", async () => {
    expect((await open(file("orders.csv", "a\n"))).documentProperties).toEqual({});
  });

  test.each(["not json", "{}", '{"version":2}'])("that reads %j keeps the file closed", async (state) => {
    const path = file("orders.csv", "a\n");
    writeFileSync(sheetStatePath(path), state);
    expect(await refusal(path)).toMatch(/^orders\.csv\.sheet-state\.json beside the file is damaged/);
  });
});

describe("saving a file", () => {
  test("replaces it as a whole and leaves nothing else in the folder", () => {
    const path = file("a.csv", "old");
    saveFile(path, Buffer.from("new"));
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });

  test("keeps it as private as it was, or as it is said to be", () => {
    const secret = file("secret.csv", "old");
    chmodSync(secret, 0o600);
    saveFile(secret, Buffer.from("new"));
    const open = file("open.csv", "old");
    chmodSync(open, 0o644);
    saveFile(open, Buffer.from("new"), 0o600);
    saveFile(join(folder, "made.csv"), Buffer.from("new"), 0o600);
    const modes = ["secret.csv", "open.csv", "made.csv"].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  test("never writes through a link", () => {
    const other = file("other.csv", "untouched");
    const link = join(folder, "a.csv");
    symlinkSync(other, link);
    saveFile(link, Buffer.from("new"));
    expect(readFileSync(other, "utf8")).toBe("untouched");
    expect(readFileSync(link, "utf8")).toBe("new");
  });

  test("leaves what a killed command left until it is cleared, and nothing of those that run", () => {
    const path = file("a.csv", "old");
    const parts = ["", "lock.", "sheet-state.json.", "sheets.sheet-state.json."];
    const gone = parts.map((part) => `.a.csv.${part}${2 ** 22 + 1}-0123456789ab.saving`);
    const running = `.a.csv.${process.pid}-0123456789ab.saving`;
    for (const name of [...gone, running, ".a.csv.mine.saving", ".b.csv.1-0123456789ab.saving"])
      file(name, "half");
    removeLeftovers(path);
    expect(readdirSync(folder).sort()).toEqual(
      [running, ".a.csv.mine.saving", ".b.csv.1-0123456789ab.saving", "a.csv"].sort(),
    );
  });

  test("throws, and leaves the old content, if it cannot be written", () => {
    const path = join(folder, "none", "a.csv");
    expect(() => saveFile(path, Buffer.from("new"))).toThrow("ENOENT");
  });

  test("knows a file under another name", () => {
    const path = file("a.csv", "a");
    const link = join(folder, "b.csv");
    symlinkSync(path, link);
    expect(isSameFile(path, link)).toBe(true);
    expect(isSameFile(path, file("c.csv", "a"))).toBe(false);
    expect(isSameFile(path, join(folder, "none.csv"))).toBe(false);
  });
});
