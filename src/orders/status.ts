import type { Columns } from "./columns";
import type { SheetRow } from "./sheet-row";

/** The values of the Status column, from the most to the least cautious: see {@link mostCautious}. */
export const statuses = [
  "Unconfirmed",
  "Sending",
  "Created",
  "Created (test)",
  "Rejected",
  "Invalid",
  "Not sent",
  "Valid",
] as const;

/** A value that the add-on writes into the Status column. */
export type Status = (typeof statuses)[number];

const statusOfText: ReadonlyMap<string, Status> = new Map(
  statuses.map((status) => [status.toLowerCase(), status]),
);

/** The status in a cell; "" for an empty cell, null for a value that is not the add-on's. Letter case and outer spaces are forgiven. */
export function parseStatus(text: string): Status | "" | null {
  const plain = text.trim().toLowerCase();
  return plain === "" ? "" : (statusOfText.get(plain) ?? null);
}

/** The status of an order whose rows differ: the one that least allows to send it. "" for none at all. */
export function mostCautious(rowStatuses: Iterable<Status | "">): Status | "" {
  let most: Status | "" = "";
  for (const status of rowStatuses) {
    if (status !== "" && (most === "" || statuses.indexOf(status) < statuses.indexOf(most))) most = status;
  }
  return most;
}

/** A Status cell that the add-on did not write. */
export interface ForeignStatus {
  rowNumber: number;
  columnIndex: number;
  found: string;
}

/** The Status cells with values that are not the add-on's. With any of them, the column belongs to the user. */
export function foreignStatuses(rows: readonly SheetRow[], columns: Columns): ForeignStatus[] {
  const columnIndex = columns.status.status;
  if (columnIndex === undefined) return [];
  const foreign: ForeignStatus[] = [];
  for (const row of rows) {
    const found = row.display[columnIndex] ?? "";
    if (parseStatus(found) === null) foreign.push({ rowNumber: row.rowNumber, columnIndex, found });
  }
  return foreign;
}
