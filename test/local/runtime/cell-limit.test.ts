import { testRuntime } from "./test-runtime";

const limit =
  "This action would increase the number of cells in the workbook above the limit of 10000000 cells.";

/** A spreadsheet whose sheet has all cells but so many. */
function nearlyFull(left: number) {
  const kit = testRuntime();
  kit.sheet.properties.maxColumns = 10;
  kit.sheet.properties.maxRows = (10_000_000 - left) / 10;
  return kit;
}

describe("a spreadsheet has 10 million cells at most (documented; text reported)", () => {
  test.each([
    ["a new sheet", "SpreadsheetApp.getActiveSpreadsheet().insertSheet('Log');"],
    ["more rows", "SpreadsheetApp.getActiveSheet().insertRowsAfter(1, 2001);"],
    ["more columns", "SpreadsheetApp.getActiveSheet().insertColumnsAfter(1, 1);"],
  ])("%s beyond that is refused", (_, code) => {
    const { run, spreadsheet } = nearlyFull(20_000);
    expect(run(code).message).toBe(limit);
    expect(spreadsheet.sheets).toHaveLength(1);
  });

  test("what just fits is not", () => {
    expect(nearlyFull(20_000).run("SpreadsheetApp.getActiveSheet().insertRowsAfter(1, 2000);").outcome).toBe(
      "returned",
    );
    expect(nearlyFull(26_000).run("SpreadsheetApp.getActiveSpreadsheet().insertSheet();").outcome).toBe(
      "returned",
    );
  });
});
