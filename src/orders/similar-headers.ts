import { isStatusHeader, mapColumns } from "./columns";
import { assignColumns } from "./columns/assign-columns";
import type { DataField } from "./field";

/** A header that is not read, and looks like one that would be. */
export interface SimilarHeader {
  field: DataField;
  columnIndex: number;
  found: string;
}

/** For each column of the user's that the sheet lacks, a header that looks like its own. */
export function similarHeaders(headerRow: readonly string[]): SimilarHeader[] {
  const { columns, conflicts } = assignColumns(headerRow, !mapColumns(headerRow).ok);
  const read = columns.filter(({ by }) => by !== "name");
  const claimed = conflicts.flatMap(({ field, columnIndexes }) =>
    columnIndexes.map((columnIndex) => ({ field, columnIndex })),
  );
  return [...read, ...claimed]
    .map(({ field, columnIndex }) => ({ field, columnIndex, found: headerRow[columnIndex] ?? "" }))
    .filter(({ found }) => !isStatusHeader(found))
    .sort((one, other) => one.columnIndex - other.columnIndex);
}
