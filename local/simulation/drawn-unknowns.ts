import { type ExceptionLanguage, exceptionLanguages } from "../runtime/local-runtime";
import { columnOf, rowsOfSheet, type StatusHeader } from "./order-sheet";
import { RandomSource } from "./random-source";
import type { World } from "./world";

/** In which language exceptions come: a given one, or one that each seed draws. */
export type LanguageChoice = ExceptionLanguage | "drawn";

/** The language of a schedule. What is drawn for it leaves the rest of the schedule as it was. */
export function languageOf(choice: LanguageChoice, seed: number): ExceptionLanguage {
  return choice === "drawn" ? new RandomSource(seed ^ 0x1b873593).pick(exceptionLanguages) : choice;
}

/** The longest time after which a write that timed out may still be made. */
const longestLateMs = 30_000;

/** The chance that a reading of properties shows what they were before their last change, once an execution at the most. */
const staleChance = 0.02;
/** The chance that a call does not show what others have just changed. */
const hiddenChance = 0.05;

/**
 * Draws what nobody has documented of the platform, for one schedule: which way it always goes, or that it goes the unlikely
 * way now and then.
 */
export function drawUnknowns(world: World): void {
  const { unknowns, platformRandom: random, storageRandom } = world;
  unknowns.writesUnderMerge = random.pick(["kept", "dropped"] as const);
  unknowns.lateMs = () => random.between(1, longestLateMs);
  let staleIn = -1;
  if (storageRandom.chance(0.2))
    unknowns.answersOldProperties = ({ changedHere }) => {
      // An old value on both sides of one open defeats any rule (ARCHITECTURE.md, "Limits, stated").
      if (changedHere || staleIn === world.executions || !random.chance(staleChance)) return false;
      staleIn = world.executions;
      world.trace.inject("old properties answered", "");
      return true;
    };
  if (storageRandom.chance(0.15))
    unknowns.showsOthersEdits = () => {
      const isHidden = random.chance(hiddenChance);
      if (isHidden) world.trace.inject("others' edits not shown", "");
      return !isHidden;
    };
}

/** From now on the platform does what is likely. */
export function settleUnknowns({ unknowns }: World): void {
  delete unknowns.answersOldProperties;
  delete unknowns.showsOthersEdits;
}

const mergedHeaders = ["Status", "Order ID", "Message", "Send key"] as const satisfies StatusHeader[];

/** The user merges a status cell with those below it, which lose what they hold (Sheets' help, "Merge cells"). */
export function mergeStatusCells(world: World, where: string): void {
  const random = world.platformRandom;
  const sheet = world.spreadsheet.activeSheet;
  const header = random.pick(mergedHeaders);
  const column = columnOf(sheet, header);
  const rows = rowsOfSheet(sheet, world.tokenPlace);
  if (column === null || rows.length < 2 || sheet.properties.mergedRanges.length > 0) return;
  const box = { row: random.pick(rows).row, column, rows: random.between(2, 3), columns: 1 };
  const hidden = { ...box, row: box.row + 1, rows: box.rows - 1 };
  world.user.clear(sheet, hidden);
  const hit = rows.filter(({ row }) => row >= hidden.row && row < hidden.row + hidden.rows);
  const tokens = hit.flatMap(({ token, sendKey }) => [token, world.tokenOfKey(sendKey) ?? token]);
  if (header === "Send key") world.wanted.recordsLost(tokens);
  sheet.properties.mergedRanges = [box];
  world.trace.inject(
    "merge status cells",
    `${header}, rows ${box.row} to ${box.row + box.rows - 1}, ${where}`,
  );
}
