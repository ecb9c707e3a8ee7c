import { displayValue } from "../../local/runtime/model/display";
import { InstalledScript, neededHeaders, orderRow } from "../installed-script";

test("the log holds nothing of a customer", () => {
  const row = orderRow("R-1", "Hadiah untuk Ibu");
  const script = new InstalledScript({ rows: [neededHeaders, row, orderRow("", "two rows of notes")] });
  script.create();
  const log = script.spreadsheet.sheets.find((sheet) => sheet.name === "bitbybit log");
  const texts = Array.from({ length: log?.lastTouchedRow() ?? 0 }, (_, index) =>
    (log?.rowCells(index + 1) ?? []).map((cell) => (cell ? displayValue(cell, "en_US") : "")),
  ).flat();
  expect(texts).toContain("R-1");
  const customer = ["First name", "Last name", "Phone", "Address 1", "City", "Province", "Zip", "Notes"];
  for (const header of customer) {
    const value = row[neededHeaders.indexOf(header)] ?? "";
    expect(texts.filter((text) => text.includes(value))).toEqual([]);
  }
});
