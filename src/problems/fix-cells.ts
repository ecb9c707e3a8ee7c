import type { Context } from "../execution/context";
import { SheetFault, type SheetPort } from "../ports/ports";
import { markCells } from "../spreadsheet/mark-cells";
import { readSheet } from "../spreadsheet/read-sheet";
import { cellName } from "../text/a1";
import { randomBase32 } from "../text/base32";
import { type CureBlock, type CuredCell, notWritten, planCures, planUndo } from "./cures";
import { causeOf, findingsOf } from "./findings";

/** The user's own cells, which nothing but a cure that the user has asked for ever writes. */
export interface UserCellsPort {
  /** The formulas from A1 on; "" if a cell has none. One call. */
  formulas(): string[][];
  /** Buffers the blocks, one call each; what cannot be written shows at the flush. Throws SheetFault. */
  write(blocks: readonly CureBlock[]): void;
}

/** What a click on *Fix all* or *Undo* came to. */
export type FixOutcome =
  /** `undoToken` is "" if nothing was written, or what stood there could not be kept. */
  | { kind: "fixed"; cells: number; left: number; undoToken: string }
  | { kind: "undone"; cells: number }
  /** These cells do not hold what was written: protected, or changed by somebody meanwhile. */
  | { kind: "notWritten"; cells: string[]; written: number; undoToken: string }
  /** Cells that somebody has changed since: nothing was put back. */
  | { kind: "changed"; cells: string[] }
  | { kind: "nothing" | "tooOld" | "sheetGone" };

/** How long what stood in cured cells is kept: the longest that the cache allows (Apps Script documentation), in seconds. */
const undoSeconds = 21_600;

/**
 * Writes the certain cure into every cell with one cause, reads it back, and tells the log what stood there before. Formulas
 * stay, and so do cells that no longer have the fault: the sheet is read anew.
 * @throws RunError when the sheet's columns are not known; SheetFault when it cannot be read.
 */
export function fixCells(
  context: Context,
  sheet: SheetPort,
  userCells: UserCellsPort,
  cause: string,
): FixOutcome {
  const { problems, warnings } = findingsOf(readSheet(context, sheet));
  const formulas = userCells.formulas();
  const { cells, blocks, left } = planCures(
    [...problems, ...warnings].filter((finding) => causeOf(finding) === cause),
    (rowNumber, columnIndex) => (formulas[rowNumber - 1]?.[columnIndex] ?? "") !== "",
  );
  if (cells.length === 0) return { kind: "nothing" };
  const refused = writeCells(context, sheet, userCells, blocks, cells);
  const written = cells.filter((cell) => !refused.includes(cell));
  markCells(context, sheet, readSheet(context, sheet));
  tellLog(context, written);
  const undoToken = keep(context, sheet.sheetId, written);
  if (refused.length === 0) return { kind: "fixed", cells: written.length, left, undoToken };
  return { kind: "notWritten", cells: namesOf(refused), written: written.length, undoToken };
}

/** Puts back what stood in cured cells, all or none. */
export function undoFix(
  context: Context,
  sheetOf: (sheetId: number) => { sheet: SheetPort; userCells: UserCellsPort } | null,
  undoToken: string,
): FixOutcome {
  const kept = recall(context, undoToken);
  if (!kept) return { kind: "tooOld" };
  const found = sheetOf(kept.sheetId);
  if (!found) return { kind: "sheetGone" };
  const plan = planUndo(kept.cells, found.sheet.read().values);
  if (!plan.ok) return { kind: "changed", cells: namesOf(plan.changed) };
  const back = kept.cells.map((cell) => ({ ...cell, value: cell.before }));
  const refused = writeCells(context, found.sheet, found.userCells, plan.blocks, back);
  if (refused.length > 0) {
    const written = back.length - refused.length;
    return { kind: "notWritten", cells: namesOf(refused), written, undoToken: "" };
  }
  context.ports.cache.write(propertyOf(undoToken), "", 1);
  return { kind: "undone", cells: back.length };
}

/** Writes the blocks and gives the cells that do not hold them afterwards, whatever the service said about it. */
function writeCells(
  { ports }: Context,
  sheet: SheetPort,
  userCells: UserCellsPort,
  blocks: readonly CureBlock[],
  cells: readonly CuredCell[],
): CuredCell[] {
  try {
    userCells.write(blocks);
    ports.spreadsheet.flush();
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
  }
  return notWritten(cells, sheet.read().values);
}

/** The log is for people: nothing depends on it. Codes, not sentences, as in all of its lines. */
function tellLog({ ports }: Context, cells: readonly CuredCell[]): void {
  if (cells.length === 0) return;
  const time = new Date(ports.clock.nowMs())
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
  try {
    ports.log.append(
      cells.map(({ rowNumber, columnIndex, before, value }) => {
        const note = `${cellName(rowNumber, columnIndex)}: ${before} → ${value}`;
        return [time, "", "", "", "Cell fixed", "", "", note];
      }),
    );
    ports.spreadsheet.flush();
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
  }
}

function keep({ ports }: Context, sheetId: number, cells: readonly CuredCell[]): string {
  if (cells.length === 0) return "";
  const token = randomBase32(16, () => ports.random());
  ports.cache.write(propertyOf(token), JSON.stringify({ sheetId, cells }), undoSeconds);
  return token;
}

function recall({ ports }: Context, token: string): { sheetId: number; cells: CuredCell[] } | null {
  if (!/^[0-9A-Z]{16}$/.test(token)) return null;
  const text = ports.cache.read(propertyOf(token));
  if (text === null || text === "") return null;
  // Nobody else writes under this name.
  return JSON.parse(text) as { sheetId: number; cells: CuredCell[] };
}

function propertyOf(token: string): string {
  return `fix.${token}`;
}

function namesOf(cells: readonly CuredCell[]): string[] {
  return cells.map(({ rowNumber, columnIndex }) => cellName(rowNumber, columnIndex));
}
