import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ResultFile, SavingFailed } from "../../../local/command-line/result-file";
import { openCsv } from "../../../local/files/csv";
import { sheetStatePath } from "../../../local/files/sheet-state";
import { cellOf } from "../../../local/runtime/model/user-acts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "result-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  const path = join(folder, "orders.result.csv");
  const properties: Record<string, string> = {};
  const opened = openCsv(Buffer.from("a\n1\n"), "orders.csv");
  const file = { ...opened, warnings: [], documentProperties: {}, permissions: 0o666 };
  const result = new ResultFile(path, file, () => properties, "en");
  const sheet = file.spreadsheet.activeSheet;
  const saved = () => ({
    sheet: existsSync(path) ? readFileSync(path, "utf8") : null,
    properties: existsSync(sheetStatePath(path))
      ? JSON.parse(readFileSync(sheetStatePath(path), "utf8")).documentProperties
      : null,
  });
  return { result, sheet, properties, saved };
}

describe("the result of a command", () => {
  test("is not on the disk before it has begun", () => {
    const { result, properties, saved } = setUp();
    properties.batch = "batch 1";
    result.sheetChanged();
    result.propertiesChanged();
    expect(saved()).toEqual({ sheet: null, properties: null });
  });

  test("is there as a whole once it has begun", () => {
    const { result, properties, saved } = setUp();
    properties.batch = "batch 1";
    result.begin();
    expect(saved()).toEqual({ sheet: "a\n1\n", properties: { batch: "batch 1" } });
  });

  test("follows each change at once: the sheet's at a flush, the properties' when they are written", () => {
    const { result, sheet, properties, saved } = setUp();
    result.begin();
    sheet.setCell(2, 2, cellOf("Sending", "@"));
    expect(saved().sheet).toBe("a\n1\n");
    result.sheetChanged();
    expect(saved()).toEqual({ sheet: "a\n1,Sending\n", properties: {} });
    properties.batch = "batch 1";
    result.propertiesChanged();
    expect(saved()).toEqual({ sheet: "a\n1,Sending\n", properties: { batch: "batch 1" } });
  });

  test("that can no longer be saved breaks the run off in one sentence", () => {
    const { result } = setUp();
    result.begin();
    rmSync(folder, { recursive: true });
    expect(() => result.sheetChanged()).toThrow(SavingFailed);
    expect(() => result.sheetChanged()).toThrow(
      /can no longer be saved \(ENOENT\), so the run was broken off/,
    );
  });
});
