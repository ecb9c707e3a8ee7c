import type { Endpoints } from "../endpoints/endpoints";
import type { FixAnswer } from "../endpoints/problems";
import type { Context } from "../execution/context";
import { listProblems } from "../messages/list-problems";
import type { SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import * as fixes from "../problems/fix-cells";
import { rowsMadeTwice } from "../sheet/made-twice";
import type { SheetReading } from "../sheet/sheet-reading";
import { readSheet } from "../spreadsheet/read-sheet";
import { answered, inWords } from "./for-user";
import { openExecution } from "./open-execution";
import type { Platform } from "./platform";

/** The rows of the active sheet that need a person. */
export const getProblems =
  (platform: Platform): Endpoints["getProblems"] =>
  () =>
    inWords(platform, (user) => {
      const context = openExecution(platform, user, "look");
      const sheet = context.ports.spreadsheet.activeSheet();
      const reading = readingOf(context, sheet);
      const sheetName = sheet.name();
      if (!reading) return { sheetName, items: [], more: 0, rows: 0, causes: [] };
      const madeTwice = rowsMadeTwice(reading, context.journal.read().journal);
      return listProblems(user.messages, reading, sheetName, madeTwice);
    });

/** Writes the certain cure into the cells of one cause. */
export const fixCells =
  (platform: Platform): Endpoints["fixCells"] =>
  (sheetId, cause) =>
    answeredFix(platform, (context) => {
      const found = userSheet(platform, context, Number(sheetId));
      return found
        ? fixes.fixCells(context, found.sheet, found.userCells, String(cause))
        : { kind: "sheetGone" };
    });

/** Puts back what `fixCells` replaced. */
export const undoFix =
  (platform: Platform): Endpoints["undoFix"] =>
  (undoToken) =>
    answeredFix(platform, (context) =>
      fixes.undoFix(context, (sheetId) => userSheet(platform, context, sheetId), String(undoToken)),
    );

/** Selects a cell. */
export const selectCell =
  (platform: Platform): Endpoints["selectCell"] =>
  (sheetId, cell) =>
    inWords(platform, ({ messages }) => {
      const done = platform.ports().spreadsheet.selectCell(Number(sheetId), String(cell));
      return { ok: done, message: done ? "" : messages.addOn.sheetGone };
    });

function answeredFix(platform: Platform, act: (context: Context) => fixes.FixOutcome): FixAnswer {
  const answer = answered(platform, (user) => {
    const outcome = act(openExecution(platform, user, "look"));
    const ok = outcome.kind === "fixed" || outcome.kind === "undone";
    const undoToken = "undoToken" in outcome ? outcome.undoToken : "";
    return { ok, message: user.messages.findings.fix(outcome), undoToken };
  });
  return { undoToken: "", ...answer };
}

function userSheet(platform: Platform, { ports }: Context, sheetId: number) {
  const sheet = ports.spreadsheet.sheetById(sheetId);
  const userCells = platform.userCells(sheetId);
  return sheet && userCells ? { sheet, userCells } : null;
}

/** Null for a sheet whose columns are not known: nothing of the add-on's stands there. */
function readingOf(context: Context, sheet: SheetPort): SheetReading | null {
  try {
    return readSheet(context, sheet);
  } catch (fault) {
    if (fault instanceof RunError) return null;
    throw fault;
  }
}
