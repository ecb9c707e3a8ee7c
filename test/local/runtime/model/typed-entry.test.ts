import { untouchedCell } from "../../../../local/runtime/model/cell";
import { displayValue } from "../../../../local/runtime/model/display";
import { cellAfterTyping } from "../../../../local/runtime/model/typed-entry";

const context = { locale: "en_US", year: 2026 };
const typed = (text: string, numberFormat = "General") =>
  cellAfterTyping({ ...untouchedCell, numberFormat }, text, context);

describe("a text typed into a cell (documented: user-entered values are parsed)", () => {
  test.each([
    ["007", 7, "General"],
    ["+62812", 62812, "General"],
    ["12%", 0.12, "0%"],
    ["2024-01-02", 45293, "yyyy-mm-dd"],
    ["TRUE", true, "General"],
    ["1.5", 1.5, "General"],
  ])("%s becomes a value", (text, value, numberFormat) => {
    expect(typed(text)).toMatchObject({ value, numberFormat, formula: null });
  });

  test.each(["R-7", "a + b", "+", "0812-3456", "Budi", "two", "12345 Jakarta"])("%s stays text", (text) => {
    expect(typed(text)).toMatchObject({ value: text, numberFormat: "General" });
  });

  test("1-2 becomes 2 January of the year in which it is typed", () => {
    expect(typed("1-2").value).toBe(46024);
    expect(cellAfterTyping(untouchedCell, "1-2", { locale: "en_US", year: 2024 }).value).toBe(45293);
  });

  test("a decimal comma counts if the locale has one", () => {
    const value = (locale: string) => cellAfterTyping(untouchedCell, "1,5", { locale, year: 2026 }).value;
    // Sheets writes in_ID for Indonesia (reported).
    expect(["id_ID", "in_ID", "en_US"].map(value)).toEqual([1.5, 1.5, "1,5"]);
  });

  test.each([
    ["+62 812-5550-0101", "#ERROR!"],
    ["+Budi", "#NAME?"],
    ["- call first", "#ERROR!"],
  ])("%s is read as a formula, since it is no number (reported for the plus)", (text, error) => {
    expect(typed(text)).toMatchObject({ value: { error }, formula: `=${text}` });
  });

  test.each([
    ["in_ID", "31/12/2026", "31/12/2026"],
    ["in_ID", "Rp5.000", "Rp5.000"],
    ["in_ID", "Rp5.000,50", "Rp5.000,50"],
    ["en_US", "12/31/2026", "12/31/2026"],
    ["en_US", "$5.50", "$5.50"],
    ["de_DE", "31.12.2026", "31.12.2026"],
    ["de_DE", "5,00 €", "5,00 €"],
    ["ja_JP", "2026/12/31", "2026/12/31"],
  ])("in %s %s is shown in the locale's own pattern, as %s (documented)", (locale, text, shown) => {
    const cell = cellAfterTyping(untouchedCell, text, { locale, year: 2026 });
    expect([typeof cell.value, displayValue(cell, locale)]).toEqual(["number", shown]);
  });

  test("= begins a formula, which is kept but not computed", () => {
    expect(typed("=SUM(A1:A3)")).toMatchObject({ formula: "=SUM(A1:A3)", value: { error: "#NAME?" } });
  });

  test("a leading apostrophe makes text", () => {
    expect(typed("'007").value).toBe("007");
  });

  test.each(["007", "=1+1", "1-2", "TRUE", "'x"])("in a cell formatted @ %s stays as typed", (text) => {
    expect(typed(text, "@")).toMatchObject({ value: text, formula: null, numberFormat: "@" });
  });

  test("a cell with a format of its own keeps it", () => {
    expect(typed("123", "00000")).toMatchObject({ value: 123, numberFormat: "00000" });
  });

  test("an error's text becomes that error", () => {
    expect(typed("#N/A").value).toEqual({ error: "#N/A" });
  });

  test("an empty text empties the cell", () => {
    const full = { ...untouchedCell, value: 5, formula: "=5" };
    expect(cellAfterTyping(full, "", context)).toMatchObject({ value: null, formula: null });
  });
});
