import { pageHtml } from "./page";
import { resultSheetName, runSnippets, writeResult } from "./run-snippets";

/** Runs every snippet in this spreadsheet, writes the result into a sheet of its own, and shows the page. */
export function runProbe(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  writeResult(spreadsheet, runSnippets(spreadsheet));
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(pageHtml).setTitle("Probe"));
}

/** Adds what the page saw of itself to the result; called by the page. */
export function pageSeen(answers: Record<string, unknown>): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(resultSheetName);
  if (!sheet) return "The result's sheet is gone.";
  const pieces = sheet.getDataRange().getValues();
  const result = JSON.parse(pieces.map(([piece]) => String(piece)).join(""));
  for (const [name, answer] of Object.entries(answers)) result.answers[`page: ${name}`] = { answer };
  spreadsheet.deleteSheet(sheet);
  writeResult(spreadsheet, result);
  return "Done. Copy column A of the sheet “probe result” into a file.";
}

/** Adds the probe's menu. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu("Probe").addItem("Run the probe", "runProbe").addToUi();
}
