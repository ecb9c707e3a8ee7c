import { ServiceFault } from "./faults";
import { type Box, boxesMeet, boxHolds, cellName } from "./model/a1";
import { type Cell, isCellError } from "./model/cell";
import type { Sheet } from "./model/sheet";
import { acceptsValue } from "./model/sheet-rules";
import type { PendingWrite } from "./write-buffer";

const protectedText =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** Throws when the box leaves the grid, as it may after somebody deleted rows. */
export function requireInside(sheet: Sheet, box: Box): void {
  if (box.row + box.rows - 1 > sheet.maxRows || box.column + box.columns - 1 > sheet.maxColumns) {
    throw new ServiceFault("The coordinates of the range are outside the dimensions of the sheet.");
  }
}

const typedColumnText = "This operation is not allowed on cells in typed columns.";

/** Throws when a cell of the box lies in a typed column of a Table, which takes no format of its own (reported). */
export function requireUntyped(sheet: Sheet, box: Box): void {
  const typed = sheet.properties.tables.flatMap(({ typedColumns }) => typedColumns);
  if (typed.some((column) => boxesMeet(column.box, box))) throw new ServiceFault(typedColumnText);
}

/**
 * Throws when a typed column refuses a value: checkboxes take booleans alone, others take anything and mark what is wrong
 * (assumed; that some columns refuse values is reported).
 */
function requireTyped(sheet: Sheet, box: Box, changed: Cell[][]): void {
  const checkboxes = sheet.properties.tables
    .flatMap(({ typedColumns }) => typedColumns)
    .filter(({ type, box: held }) => type === "checkbox" && boxesMeet(held, box));
  if (checkboxes.length === 0) return;
  changed.forEach((cells, rowIndex) => {
    cells.forEach(({ value }, columnIndex) => {
      const [row, column] = [box.row + rowIndex, box.column + columnIndex];
      if (value === null || typeof value === "boolean" || sheet.cell(row, column).value === value) return;
      if (checkboxes.some(({ box: held }) => row > held.row && boxHolds(held, row, column)))
        throw new ServiceFault(typedColumnText);
    });
  });
}

/**
 * Throws when lines inserted behind the 1-based line `after` would stand between typed cells of a Table (reported: "insert into
 * a Table's typed column").
 */
export function requireInsertable(sheet: Sheet, lines: "rows" | "columns", after: number): void {
  const typed = sheet.properties.tables.flatMap(({ typedColumns }) => typedColumns);
  const divides = typed.some(({ box }) => {
    const [first, count] = lines === "rows" ? [box.row, box.rows] : [box.column, box.columns];
    return after >= first && after < first + count - 1;
  });
  if (divides) throw new ServiceFault(typedColumnText);
}

/** Throws when the user may not edit all of the box. */
export function requireEditable(sheet: Sheet, box: Box): void {
  if (sheet.properties.protections.some((protection) => boxesMeet(protection.box, box))) {
    throw new ServiceFault(protectedText);
  }
}

/** How a write of cells is carried out. */
export interface CellWriteKind {
  /** Whether cells that a merge hides are written; nothing documents it. Default "dropped". */
  underMerge?: "kept" | "dropped";
  /** True for a write of number formats, which typed columns refuse. */
  isFormat?: boolean;
}

/** A write of cells: `change` gives each cell's successor by its 0-based place in the box. */
export function cellWrite(
  sheetId: number,
  box: Box,
  change: (cell: Cell, rowIndex: number, columnIndex: number) => Cell,
  { underMerge = "dropped", isFormat = false }: CellWriteKind = {},
): PendingWrite {
  return {
    sheetId,
    cells: box.rows * box.columns,
    apply(sheet) {
      requireInside(sheet, box);
      requireEditable(sheet, box);
      if (isFormat) requireUntyped(sheet, box);
      const changed = Array.from({ length: box.rows }, (_, rowIndex) =>
        Array.from({ length: box.columns }, (_, columnIndex) =>
          change(sheet.cell(box.row + rowIndex, box.column + columnIndex), rowIndex, columnIndex),
        ),
      );
      requireValid(sheet, box, changed);
      requireTyped(sheet, box, changed);
      changed.forEach((cells, rowIndex) => {
        cells.forEach((cell, columnIndex) => {
          const [row, column] = [box.row + rowIndex, box.column + columnIndex];
          if (underMerge === "dropped" && isHiddenByMerge(sheet, row, column)) return;
          sheet.setCell(row, column, cell);
        });
      });
    },
  };
}

/** True for every cell of a merge but its first. */
function isHiddenByMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.properties.mergedRanges.some(
    (merged) => boxHolds(merged, row, column) && (row !== merged.row || column !== merged.column),
  );
}

function requireValid(sheet: Sheet, box: Box, changed: Cell[][]): void {
  const rules = sheet.properties.validations.filter(
    ({ reject, box: held }) => reject && boxesMeet(held, box),
  );
  if (rules.length === 0) return;
  changed.forEach((cells, rowIndex) => {
    cells.forEach((cell, columnIndex) => {
      const [row, column] = [box.row + rowIndex, box.column + columnIndex];
      const value = isCellError(cell.value) ? cell.value.error : cell.value;
      const unchanged = sheet.cell(row, column).value === cell.value;
      if (
        unchanged ||
        rules.every(({ rule, box: held }) => !boxHolds(held, row, column) || acceptsValue(rule, value))
      )
        return;
      throw new ServiceFault(
        `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`,
      );
    });
  });
}
