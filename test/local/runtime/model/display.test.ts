import { untouchedCell } from "../../../../local/runtime/model/cell";
import { displayValue, showsDate, withNumberFormat } from "../../../../local/runtime/model/display";

const shown = (value: number | string | boolean | null | { error: string }, numberFormat = "General") =>
  displayValue({ ...untouchedCell, value, numberFormat }, "en_US");

describe("what a cell displays", () => {
  test.each([
    [123, "00000", "00123"],
    [6281234567890, "General", "6.28123E+12"],
    [6281234567890, "0", "6281234567890"],
    [6281234567890, "0.00E+00", "6.28E+12"],
    [62812345678, "General", "62812345678"],
    [1234.5, "#,##0.00", "1,234.50"],
    [45293, "yyyy-mm-dd", "2024-01-02"],
    [0.3, "General", "0.3"],
    [7, "@", "7"],
    [1e-15, "General", "0"],
    [0.000001, "General", "0.000001"],
    ["ana", '"ID-"@', "ID-ana"],
    ["secret", ";;;", ""],
    ["ana", "0.00", "ana"],
  ])("%p under %s shows as %s", (value, numberFormat, text) => {
    expect(shown(value, numberFormat)).toBe(text);
  });

  test("texts, booleans, errors and empty cells show as such", () => {
    expect([shown("007"), shown(true), shown({ error: "#N/A" }), shown(null)]).toEqual([
      "007",
      "TRUE",
      "#N/A",
      "",
    ]);
  });

  test.each([
    [7, "General", "7"],
    [46027, "yyyy-mm-dd", "2026-01-05"],
    [7, "00000", "00007"],
    [true, "General", "TRUE"],
    ["007", "General", "007"],
  ])("%p under %s that becomes plain text is then the text %s (reported)", (value, numberFormat, text) => {
    const cell = withNumberFormat({ ...untouchedCell, value, numberFormat }, "@STRING@", "en_US");
    expect([cell.value, cell.numberFormat]).toEqual([text, "@"]);
  });

  test("only date formats show dates", () => {
    expect(["General", "@", "0.00", "yyyy-mm-dd", "h:mm"].map(showsDate)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
