import type { Snippets } from "../snippet";

/** Sheets that come and go, their grids, and what is selected. */
export const sheetSnippets: Snippets = {
  "the grid of a new sheet": (kit) => {
    const sheet = kit.newSheet();
    return [sheet.getMaxRows(), sheet.getMaxColumns()];
  },
  "a new sheet becomes the active one": (kit) =>
    kit.newSheet().getSheetId() === kit.spreadsheet.getActiveSheet().getSheetId(),
  "a name that is taken": (kit) => {
    kit.newSheet().setName("Taken");
    return kit.caught(() => kit.spreadsheet.insertSheet("Taken"));
  },
  "a name that is taken in another letter case": (kit) => {
    kit.newSheet().setName("Taken");
    return kit.caught(() => kit.spreadsheet.insertSheet("TAKEN"));
  },
  "getSheetByName in another letter case": (kit) => {
    kit.newSheet().setName("Taken");
    return kit.spreadsheet.getSheetByName("TAKEN") === null;
  },
  "getSheetById of none": (kit) => kit.spreadsheet.getSheetById(123_456_789) === null,
  "deleteRows of all rows": (kit) => kit.caught(() => kit.newSheet().deleteRows(1, 1000)),
  "deleteRows of all rows below a frozen one": (kit) => {
    const sheet = kit.newSheet();
    sheet.setFrozenRows(1);
    SpreadsheetApp.flush();
    return kit.caught(() => {
      sheet.deleteRows(2, sheet.getMaxRows() - 1);
      SpreadsheetApp.flush();
    });
  },
  "deleteRows beyond the last": (kit) =>
    kit.caught(() => {
      kit.newSheet().deleteRows(1000, 2);
      SpreadsheetApp.flush();
    }),
  "insertRowsAfter the last": (kit) => {
    const sheet = kit.newSheet();
    sheet.insertRowsAfter(sheet.getMaxRows(), 5);
    return sheet.getMaxRows();
  },
  "insertRowsAfter beyond the last": (kit) =>
    kit.caught(() => {
      kit.newSheet().insertRowsAfter(1001, 1);
      SpreadsheetApp.flush();
    }),
  "10 million cells": (kit) =>
    kit.caught(() => {
      kit.newSheet().insertRowsAfter(1000, 10_000_000);
      SpreadsheetApp.flush();
    }),
  "inserted rows take the format of the row before": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRange("A1").setNumberFormat("@");
    sheet.insertRowsAfter(1, 1);
    return sheet.getRange("A2").getNumberFormat();
  },
  "appendRow on an empty sheet": (kit) => {
    const sheet = kit.newSheet();
    sheet.appendRow(["a", "007"]);
    return sheet.getRange("A1:B1").getValues();
  },
  "getFilter without one": (kit) => kit.newSheet().getFilter() === null,
  "isRowHiddenByFilter without one": (kit) => kit.newSheet().isRowHiddenByFilter(2),
  "a selection after insertSheet": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRangeList(["A2", "B5:C6"]).activate();
    kit.spreadsheet.insertSheet("Other");
    kit.spreadsheet.setActiveSheet(sheet);
    const ranges = sheet
      .getActiveRangeList()
      ?.getRanges()
      .map((range) => range.getA1Notation());
    const other = kit.spreadsheet.getSheetByName("Other");
    if (other) kit.spreadsheet.deleteSheet(other);
    return ranges;
  },
  "several ranges that a script selects": (kit) => {
    const sheet = kit.newSheet();
    sheet.getRangeList(["A2", "B5:C6"]).activate();
    return [
      sheet
        .getActiveRangeList()
        ?.getRanges()
        .map((range) => range.getA1Notation()),
      sheet.getActiveRange()?.getA1Notation(),
    ];
  },
  "a sheet that is gone": (kit) => {
    const sheet = kit.spreadsheet.insertSheet("Gone");
    const cell = sheet.getRange("A1");
    kit.spreadsheet.deleteSheet(sheet);
    return JSON.stringify(kit.caught(() => cell.getValue())).replace(/[0-9]+/, "ID");
  },
  "the data validation that rejects, at the call": (kit) => {
    const cell = kit.range(1, 1);
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList(["a", "b"])
      .setAllowInvalid(false)
      .build();
    cell.setDataValidation(rule);
    SpreadsheetApp.flush();
    const atCall = kit.caught(() => {
      cell.setValue("c");
      return "accepted";
    });
    const atFlush = kit.caught(() => {
      SpreadsheetApp.flush();
      return "accepted";
    });
    return [atCall, atFlush].map((told) => JSON.stringify(told).replace(/cell [A-Z]+[0-9]+/, "cell CELL"));
  },
  "the data validation that only warns": (kit) => {
    const cell = kit.range(1, 1);
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(["a"]).setAllowInvalid(true).build();
    cell.setDataValidation(rule);
    return cell.setValue("c").getValue();
  },
};
