import type { CellObject } from "@e965/xlsx";
import type { Box } from "../../runtime/model/a1";
import { type Cell, type CellValue, cellWith, untouchedCell } from "../../runtime/model/cell";
import { showsDate } from "../../runtime/model/display";
import type { Sheet } from "../../runtime/model/sheet";
import { notComputed } from "../../runtime/model/typed-entry";
import { fileLimits } from "../opened-file";
import { tooMany } from "./beyond-limit";
import type { ReadRow } from "./cell-reader";
import { daysTo1904, isUntouched } from "./cell-xml";
import type { CellMark } from "./row-cells";
import type { Looks, StyleTable } from "./style-table";

/** What surrounds the cells of a sheet. */
export interface CellSurroundings {
  readonly styles: StyleTable;
  /** Dates count from 1904 in this workbook, as old Macs had it. */
  readonly date1904: boolean;
  readonly mergedRanges: readonly Box[];
  /** The texts of notes by cell, as `row,column`. */
  readonly notes: ReadonlyMap<string, string>;
  /** The style of a column's empty cells by 1-based column, for columns of plain text. */
  readonly textColumns: ReadonlyMap<number, number>;
  /** Cells that the sheet may have, empty ones left of a filled one included. */
  readonly room: number;
}

/** Different cells that are shared; a sheet repeats its cities, not its phone numbers. */
const sharedCells = 20_000;

/** Columns right of the filled ones in which something may still be written as text. */
const freeColumns = 26;

/** The errors that Sheets shows; what else a workbook has is no error there, but cannot be read as a text either. */
const errorTexts: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
const otherError: CellValue = Object.freeze({ error: "#ERROR!" });

/**
 * Fills a sheet of the model with cells: values, formulas with their last results, looks, notes. Returns how much of the room
 * they take.
 * @throws BeyondLimit if it is not enough: of 600 rows with a single cell in the last column the model holds ten million cells.
 */
export function fillCells(sheet: Sheet, rows: Iterable<ReadRow>, surroundings: CellSurroundings): number {
  const cellOf = cellMaker(surroundings);
  const byRow = new Map<number, (Cell | undefined)[]>();
  let taken = 0;
  const take = (cells: number) => {
    taken += cells;
    if (taken > surroundings.room) throw tooMany("gridCells", fileLimits.maxGridCells);
  };
  for (const { rowNumber, marks, cells } of rows) {
    const made: (Cell | undefined)[] = [];
    for (const [index, mark] of marks.entries()) {
      const cell = cellOf(mark, cells[index]);
      if (!isUntouched(cell)) made[mark.column - 1] = cell;
    }
    if (made.length === 0) continue;
    take(made.length);
    byRow.set(rowNumber, made);
  }
  emptyMerged(byRow, surroundings.mergedRanges);
  for (const [place, note] of surroundings.notes) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    if (row > fileLimits.maxRows) continue;
    const made = byRow.get(row) ?? [];
    take(Math.max(0, column - made.length));
    made[column - 1] = { ...(made[column - 1] ?? untouchedCell), note };
    byRow.set(row, made);
  }
  for (const [rowNumber, cells] of byRow) {
    sheet.growTo(rowNumber, cells.length);
    sheet.setRow(rowNumber, cells);
  }
  let widest = 0;
  for (const cells of byRow.values()) widest = Math.max(widest, cells.length);
  const textColumns = new Map(
    [...surroundings.textColumns].filter(([column]) => column <= widest + freeColumns),
  );
  if (textColumns.size > 0) {
    take(Math.max(0, Math.max(...textColumns.keys()) * sheet.maxRows - taken));
    fillTextColumns(sheet, textColumns, surroundings.styles);
  }
  return taken;
}

type CellMaker = (mark: CellMark, read: CellObject | undefined) => Cell;

/** Makes cells; equal ones without a formula are one. */
function cellMaker({ styles, date1904 }: CellSurroundings): CellMaker {
  const known = new Map<number, Map<unknown, Cell>>();
  let count = 0;
  return (mark, read) => {
    const looks = styles.looks(mark.style);
    const { value, formula } = contentOf(mark, read, looks, date1904);
    if (formula !== null) return cellWith(value, looks, formula);
    let ofStyle = known.get(mark.style);
    if (ofStyle === undefined) {
      ofStyle = new Map();
      known.set(mark.style, ofStyle);
    }
    const shared = ofStyle.get(value);
    if (shared !== undefined) return shared;
    const cell = cellWith(value, looks);
    if (count < sharedCells) {
      ofStyle.set(value, cell);
      count++;
    }
    return cell;
  };
}

function contentOf(
  mark: CellMark,
  read: CellObject | undefined,
  looks: Looks,
  date1904: boolean,
): Pick<Cell, "value" | "formula"> {
  if (!mark.hasContent) return { value: null, formula: null };
  // A cell with content that the reader has not found must not pass for an empty one.
  if (read === undefined) return { value: mark.notComputed ? notComputed : null, formula: null };
  const formula = read.f === undefined ? null : `=${read.f}`;
  if (mark.notComputed) return { value: notComputed, formula };
  const shift = date1904 && showsDate(looks.numberFormat) ? daysTo1904 : 0;
  return { value: cellValueOf(read, shift), formula };
}

function cellValueOf({ t, v }: CellObject, shift: number): CellValue {
  switch (t) {
    case "n":
      return typeof v === "number" && Number.isFinite(v) ? v + shift : otherError;
    case "s":
      return v === undefined || v === "" ? null : String(v);
    case "b":
      return v === true;
    case "e":
      return typeof v === "number" && errorTexts[v] !== undefined
        ? { error: errorTexts[v] ?? "" }
        : otherError;
    case "z":
      return null;
    case "d":
      return otherError;
  }
}

/** Of a merged range the first cell alone is seen, whatever the others still hold. */
function emptyMerged(byRow: Map<number, (Cell | undefined)[]>, ranges: readonly Box[]): void {
  let lastRow = 0;
  for (const rowNumber of byRow.keys()) lastRow = Math.max(lastRow, rowNumber);
  let steps = 0;
  for (const { row, column, rows, columns } of ranges) {
    const last = Math.min(row + rows - 1, lastRow);
    for (let rowNumber = row; rowNumber <= last; rowNumber++) {
      const cells = byRow.get(rowNumber) ?? [];
      const end = Math.min(column + columns - 1, cells.length);
      steps += 1 + Math.max(0, end - column);
      if (steps > fileLimits.maxCells) throw tooMany("mergedCells", fileLimits.maxCells);
      for (let place = column; place <= end; place++) {
        const cell = cells[place - 1];
        if (cell === undefined || (rowNumber === row && place === column)) continue;
        cells[place - 1] = { ...cell, value: null, formula: null };
      }
    }
  }
}

/** The empty cells of a column that is plain text are plain text too: what is written there is not to become a number. */
function fillTextColumns(sheet: Sheet, textColumns: ReadonlyMap<number, number>, styles: StyleTable): void {
  const empty = new Map(
    [...textColumns].map(([column, style]) => [column, { ...untouchedCell, ...styles.looks(style) }]),
  );
  sheet.growTo(1, Math.max(...textColumns.keys()));
  for (let row = 1; row <= sheet.maxRows; row++) {
    const cells = sheet.rowCells(row);
    const filled = [...cells];
    for (const [column, cell] of empty) filled[column - 1] ??= cell;
    sheet.setRow(row, filled);
  }
}
