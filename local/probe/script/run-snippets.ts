import type { Answer, ProbeResult } from "../probe-result";
import type { Kit } from "./snippet";
import { allSnippets } from "./snippets/all";

/** The sheet that the result is written into. */
export const resultSheetName = "probe result";
/** Cells hold 50,000 characters at most. */
const mostInCell = 40_000;
const rowsEach = 10;
const scratchName = "probe scratch";

/** Runs all snippets, one after the other. */
export function runSnippets(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): ProbeResult {
  const started = Date.now();
  // So that the answers do not depend on who runs it.
  spreadsheet.setSpreadsheetLocale("en_US");
  spreadsheet.setSpreadsheetTimeZone("Etc/GMT");
  SpreadsheetApp.flush();
  const sheet = spreadsheet.insertSheet(scratchName);
  const names = Object.keys(allSnippets);
  sheet.insertRowsAfter(sheet.getMaxRows(), names.length * rowsEach);
  const answers: Record<string, Answer> = {};
  names.forEach((name, index) => {
    answers[name] = answerOf(name, spreadsheet, sheet, index * rowsEach);
  });
  spreadsheet.deleteSheet(sheet);
  const about = { locale: Session.getActiveUserLocale(), timeZone: Session.getScriptTimeZone() };
  return { format: 1, about: { ...about, ms: Date.now() - started }, answers };
}

function answerOf(
  name: string,
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  above: number,
): Answer {
  const times: Record<string, number> = {};
  const own: GoogleAppsScript.Spreadsheet.Sheet[] = [];
  const caught = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (thrown) {
      return {
        threw: thrown instanceof Object && "message" in thrown ? String(thrown.message) : String(thrown),
      };
    }
  };
  const kit: Kit = {
    spreadsheet,
    sheet,
    range: (row, column, rows = 1, columns = 1) => sheet.getRange(above + row, column, rows, columns),
    newSheet: () => {
      const made = spreadsheet.insertSheet();
      own.push(made);
      return made;
    },
    caught,
    timed: (label, act) => {
      const from = Date.now();
      const value = act();
      times[label] = Date.now() - from;
      return value;
    },
  };
  const snippet = allSnippets[name];
  const answer = caught(() => {
    const value = snippet?.(kit);
    SpreadsheetApp.flush();
    return value;
  });
  // What a snippet left in the buffer must not fail in the next one.
  caught(() => SpreadsheetApp.flush());
  for (const made of own) caught(() => spreadsheet.deleteSheet(made));
  const plain: unknown = answer === undefined ? null : JSON.parse(JSON.stringify(answer));
  return Object.keys(times).length === 0 ? { answer: plain } : { answer: plain, times };
}

/** Writes the result as text, in pieces that a cell can hold, one below the other in column A of a new sheet. */
export function writeResult(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  result: ProbeResult,
): void {
  const text = JSON.stringify(result);
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += mostInCell) pieces.push(text.slice(from, from + mostInCell));
  const sheet = spreadsheet.insertSheet(resultSheetName);
  const range = sheet.getRange(1, 1, pieces.length, 1);
  range.setNumberFormat("@");
  range.setValues(pieces.map((piece) => [piece]));
  SpreadsheetApp.flush();
}
