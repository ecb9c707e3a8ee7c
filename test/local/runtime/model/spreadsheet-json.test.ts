import { Spreadsheet } from "../../../../local/runtime/model/spreadsheet";
import { spreadsheetFromJson, spreadsheetToJson } from "../../../../local/runtime/model/spreadsheet-json";
import { cellOf } from "../../../../local/runtime/model/user-acts";

test("a spreadsheet survives being saved as JSON with everything on it", () => {
  const spreadsheet = new Spreadsheet({ id: "1", name: "Shop", locale: "id_ID", timeZone: "Asia/Jakarta" });
  spreadsheet.addSheet("Other");
  const sheet = spreadsheet.addSheet("Orders", { maxRows: 30, maxColumns: 5 });
  const box = { row: 1, column: 1, rows: 3, columns: 2 };
  sheet.setCell(2, 3, { ...cellOf(5, "00000"), note: "n", background: "#ff0000", formula: "=2+3" });
  sheet.setCell(3, 1, cellOf({ error: "#N/A" }));
  sheet.properties.hiddenRows.add(4);
  sheet.properties.filter = { box, hiddenRows: new Set([2]) };
  sheet.properties.columnWidths.set(2, 150);
  sheet.properties.protections.push({ box, description: "locked" });
  sheet.properties.validations.push({ box, reject: true, rule: { kind: "list", values: ["a"] } });
  sheet.properties.mergedRanges.push(box);
  spreadsheet.activate(sheet);
  spreadsheet.selection = ["A1:B2", "D:D"];
  const json = JSON.parse(JSON.stringify(spreadsheetToJson(spreadsheet)));
  const copy = spreadsheetFromJson(json);
  expect(spreadsheetToJson(copy)).toEqual(spreadsheetToJson(spreadsheet));
  expect(copy.activeSheet.cell(2, 3)).toEqual(sheet.cell(2, 3));
  expect(copy.activeSheet.isHiddenByFilter(2)).toBe(true);
  expect(copy.selection).toEqual(["A1:B2", "D:D"]);
});
