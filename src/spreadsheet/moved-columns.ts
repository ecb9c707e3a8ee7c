import { type StatusField, statusFields } from "../orders/field";
import type { RowRecord, StatusCells } from "../sheet/order-record";
import type { SheetReading } from "../sheet/sheet-reading";
import { cellName } from "../text/a1";
import type { Written } from "./apply-changes";

/** Cells that are named to the user, at the most. */
export const mostNamed = 20;

/** A cell of the user's that got a text of the add-on's, and what stood there before. */
export interface HitCell {
  /** Such as `H4`. */
  cell: string;
  had: string;
}

/** True while every column stands where it did. */
export function columnsStand(before: SheetReading, after: SheetReading): boolean {
  return statusFields.every((field) => before.columns.status[field] === after.columns.status[field]);
}

/**
 * The user's cells that got texts of the add-on's because a column moved between the reading and the flush, and what stood
 * there before; none while the columns stand as they did. Status cells get back theirs: see {@link takenBack}.
 */
export function overwrittenCells({ before, blocks }: Written, after: SheetReading): HitCell[] {
  const headers = before.columns.headerRow;
  const headersNow = after.columns.headerRow;
  const own = new Set(Object.values(after.columns.status));
  const cells: HitCell[] = [];
  for (const { rowNumber, columnIndex, texts } of blocks) {
    texts.forEach((line, lineIndex) => {
      line.forEach((text, place) => {
        const column = columnIndex + place;
        const header = headersNow[column] ?? "";
        if (header === (headers[column] ?? "") || header.trim() === "" || own.has(column)) return;
        const row = rowNumber + lineIndex;
        const shown = after.display[row - 1]?.[column] ?? "";
        const had = before.display[row - 1]?.[headers.indexOf(header)] ?? "";
        if (shown === text && had !== text) cells.push({ cell: cellName(row, column), had });
      });
    });
  }
  return cells;
}

/**
 * Finds the status cells of a row that got a text of another column, since a column moved between the reading and the
 * flush. `wanted`: what the row should show.
 */
export function misdirectedIn({ blocks }: Written, { columns }: SheetReading) {
  const written = new Map<string, string>();
  for (const { rowNumber, columnIndex, texts } of blocks)
    texts.forEach((line, index) => {
      line.forEach((text, place) => {
        written.set(`${rowNumber + index} ${columnIndex + place}`, text);
      });
    });
  return (row: RowRecord, wanted: Readonly<StatusCells>): StatusField[] =>
    statusFields.filter((field) => {
      const text = written.get(`${row.rowNumber} ${columns.status[field]}`)?.trim();
      return text !== undefined && row.cells[field] === text && wanted[field].trim() !== text;
    });
}

/** The cells of a row that was to be put right, and of which these were not: the write went into other columns. */
export function unmended(
  { cells }: RowRecord,
  wrong: Readonly<StatusCells>,
  had: Readonly<StatusCells>,
): StatusField[] {
  return statusFields.filter((field) => cells[field] === wrong[field] && had[field].trim() !== cells[field]);
}
