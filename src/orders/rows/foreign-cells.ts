import { type Columns, missingStatusFields } from "../columns";
import type { StatusField } from "../field";
import { parseStatus } from "../status";
import type { SheetRow } from "./sheet-row";

/** A cell in a status column that the add-on did not write. */
export interface ForeignCell {
  field: StatusField;
  rowNumber: number;
  columnIndex: number;
  found: string;
}

/** The columns whose values do not show by themselves who wrote them. */
const anyValueFields: readonly StatusField[] = ["orderId", "orderNumber", "message", "updatedAt"];

/**
 * The cells of the first status column that belongs to the user; none if there is none. A Status column is the user's with any
 * value that is not the add-on's. Another one is only if the add-on has not been there yet: it has not prepared the sheet
 * (`isPrepared`), status columns are missing, and no row has a status or a send key. Columns under the add-on's own names
 * belong to nobody else.
 */
export function foreignCells(
  rows: readonly SheetRow[],
  columns: Columns,
  isPrepared: boolean,
): ForeignCell[] {
  if (columns.statusNames === "own") return [];
  const statuses = cellsIn(rows, columns, "status", (text) => parseStatus(text) === null);
  if (statuses.length > 0 || isPrepared || missingStatusFields(columns).length === 0) return statuses;
  const filled = (field: StatusField) => cellsIn(rows, columns, field, (text) => text.trim() !== "");
  if (filled("status").length + filled("sendKey").length > 0) return [];
  return anyValueFields.map(filled).find((cells) => cells.length > 0) ?? [];
}

/**
 * The columns with the user's own words left to the user: if a status column holds others' values, the add-on's six columns
 * get names of their own, which `missingStatusFields` and `statusHeaderOf` then tell. If the add-on has been there, its columns
 * stay its own, whatever somebody typed into them: leaving them would lose what was sent.
 */
export function withOwnStatusNames(
  rows: readonly SheetRow[],
  columns: Columns,
  isPrepared: boolean,
): Columns {
  // Nobody else has a column called Send key: a copied tab is the add-on's, whatever somebody has typed into its Status.
  if (isPrepared || columns.status.sendKey !== undefined) return columns;
  if (foreignCells(rows, columns, isPrepared).length === 0) return columns;
  return { ...columns, status: {}, statusNames: "own" };
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
