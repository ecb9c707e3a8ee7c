import { untouchedCell } from "../../../../local/runtime/model/cell";
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

  test.each(["+62 812", "R-7", "0812-3456", "Budi", "two", "12345 Jakarta"])("%s stays text", (text) => {
    expect(typed(text)).toMatchObject({ value: text, numberFormat: "General" });
  });

  test("1-2 becomes 2 January of the year in which it is typed", () => {
    expect(typed("1-2").value).toBe(46024);
    expect(cellAfterTyping(untouchedCell, "1-2", { locale: "en_US", year: 2024 }).value).toBe(45293);
  });

  test("a decimal comma counts where the locale has one", () => {
    const value = (locale: string) => cellAfterTyping(untouchedCell, "1,5", { locale, year: 2026 }).value;
    // Sheets writes in_ID for Indonesia (reported).
    expect(["id_ID", "in_ID", "en_US"].map(value)).toEqual([1.5, 1.5, "1,5"]);
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
