import { type Columns, missingStatusFields } from "./columns";
import type { StatusField } from "./field";
import type { SheetRow } from "./sheet-row";
import { parseStatus } from "./status";

/** A cell in a status column that the add-on did not write. */
export interface ForeignCell {
  field: StatusField;
  rowNumber: number;
  columnIndex: number;
  found: string;
}

/** The columns whose values do not show by themselves who wrote them. */
const anyValueFields = ["orderId", "orderNumber", "message", "updatedAt"] as const;

/**
 * The cells of the first status column that belongs to the user; none where none does. A Status column is the user's with any
 * value that is not the add-on's. Another one is where the add-on has not been yet: status columns are missing, and no row
 * has a status or a send key.
 */
export function foreignCells(rows: readonly SheetRow[], columns: Columns): ForeignCell[] {
  const statuses = cellsIn(rows, columns, "status", (text) => parseStatus(text) === null);
  if (statuses.length > 0 || missingStatusFields(columns).length === 0) return statuses;
  const isFilled = (text: string) => text.trim() !== "";
  if (
    ["status", "sendKey"].some((field) => cellsIn(rows, columns, field as StatusField, isFilled).length > 0)
  )
    return [];
  for (const field of anyValueFields) {
    const cells = cellsIn(rows, columns, field, isFilled);
    if (cells.length > 0) return cells;
  }
  return [];
}

function cellsIn(
  rows: readonly SheetRow[],
  columns: Columns,
  field: StatusField,
  isMeant: (text: string) => boolean,
): ForeignCell[] {
  const columnIndex = columns.status[field];
  if (columnIndex === undefined) return [];
  return rows.flatMap(({ rowNumber, display }) => {
    const found = display[columnIndex] ?? "";
    return isMeant(found) ? [{ field, rowNumber, columnIndex, found }] : [];
  });
}
