import type { Warning } from "../orders/check/finding";
import type { Problem } from "../orders/check/problem";

/** What could be written into a cell to put it right. */
export interface Cure {
  value: string | number;
  /** True if nothing else can be meant, so that it may be written with many others at one click. */
  isCertain: boolean;
}

/** A cell that is cured. */
export interface CuredCell {
  rowNumber: number;
  /** Counts from 0. */
  columnIndex: number;
  /** What stood there, as displayed. */
  before: string;
  value: string | number;
}

/** Neighbouring cells of one column, to be written at once from the top one on. */
export interface CureBlock {
  rowNumber: number;
  columnIndex: number;
  values: (string | number)[];
}

/** What one click writes. */
export interface CurePlan {
  cells: CuredCell[];
  blocks: CureBlock[];
  /** Cells with a certain cure that are left for another click. */
  left: number;
}

/** The most cells that one click writes. */
export const maxCures = 100;

/** A single group of three digits behind a sign is a thousand or a fraction: nobody can tell. */
const mayBeFraction = /\d[.,]\d{3}$/;

/** What would put a cell right; null if nothing can be proposed. */
export function cureOf(finding: Problem | Warning): Cure | null {
  switch (finding.kind) {
    case "notWhole": {
      const { suggestion, found } = finding;
      return suggestion === null ? null : { value: suggestion, isCertain: !mayBeFraction.test(found.trim()) };
    }
    case "scientific":
    case "formattedNumber":
      return finding.cure === undefined ? null : { value: finding.cure, isCertain: false };
    case "phonePrefix":
      return { value: finding.suggestion, isCertain: false };
    case "phoneText":
    case "zipLength":
      return finding.suggestion === null ? null : { value: finding.suggestion, isCertain: false };
    default:
      return null;
  }
}

/**
 * Plans to write the certain cures of these findings, at most {@link maxCures}, each cell once. `hasFormula` tells the cells
 * that are never overwritten.
 */
export function planCures(
  findings: readonly (Problem | Warning)[],
  hasFormula: (rowNumber: number, columnIndex: number) => boolean,
): CurePlan {
  const cells = new Map<string, CuredCell>();
  for (const finding of findings) {
    const { rowNumber, columnIndex, found: before } = finding;
    const cure = cureOf(finding);
    if (columnIndex === null || !cure?.isCertain || hasFormula(rowNumber, columnIndex)) continue;
    cells.set(`${columnIndex} ${rowNumber}`, { rowNumber, columnIndex, before, value: cure.value });
  }
  const all = [...cells.values()].sort(
    (one, other) => one.columnIndex - other.columnIndex || one.rowNumber - other.rowNumber,
  );
  const taken = all.slice(0, maxCures);
  return { cells: taken, blocks: blocksOf(taken), left: all.length - taken.length };
}

/** The cured cells that do not hold what was written. `values`: everything from A1 on. */
export function notWritten(
  cells: readonly CuredCell[],
  values: readonly (readonly unknown[])[],
): CuredCell[] {
  return cells.filter(
    ({ rowNumber, columnIndex, value }) => held(values, rowNumber, columnIndex) !== String(value),
  );
}

/**
 * Plans to put back what stood in cured cells: all of them, and only as long as each still holds its cure. Else the cells
 * that somebody has changed since.
 */
export function planUndo(
  cells: readonly CuredCell[],
  values: readonly (readonly unknown[])[],
): { ok: true; blocks: CureBlock[] } | { ok: false; changed: CuredCell[] } {
  const changed = notWritten(cells, values);
  if (changed.length > 0) return { ok: false, changed };
  return { ok: true, blocks: blocksOf(cells.map((cell) => ({ ...cell, value: cell.before }))) };
}

function blocksOf(cells: readonly CuredCell[]): CureBlock[] {
  const blocks: CureBlock[] = [];
  for (const { rowNumber, columnIndex, value } of cells) {
    const last = blocks[blocks.length - 1];
    const isNext = last?.columnIndex === columnIndex && last.rowNumber + last.values.length === rowNumber;
    if (last !== undefined && isNext) last.values.push(value);
    else blocks.push({ rowNumber, columnIndex, values: [value] });
  }
  return blocks;
}

function held(values: readonly (readonly unknown[])[], rowNumber: number, columnIndex: number): string {
  return String(values[rowNumber - 1]?.[columnIndex] ?? "").trim();
}
