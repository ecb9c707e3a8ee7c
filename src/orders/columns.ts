import type { DataField, Field, StatusField } from "./field";
import { headerOf, isStatusField, statusFields } from "./field";

/** Where each known column stands in one sheet. All indexes count from 0. */
export interface Columns {
  data: Partial<Record<DataField, number>>;
  status: Partial<Record<StatusField, number>>;
  /** Row 1 as it was read, to notice a column that has moved. */
  headerRow: readonly string[];
}

/** Why a sheet's headers cannot be used: a needed column is not there, or a known header stands there more than once. */
export type HeaderProblem =
  | { kind: "missing" /** Each of these would do. */; anyOf: readonly DataField[] }
  | { kind: "twice"; field: Field; columnIndexes: readonly number[] };

/** The columns of a sheet, or everything that is wrong with its headers. */
export type ColumnMap = { ok: true; columns: Columns } | { ok: false; problems: HeaderProblem[] };

/** The columns without which no order can be made; of each group, one is enough. */
const neededFields: readonly (readonly DataField[])[] = [
  ["variantId"],
  ["quantity"],
  ["firstName", "shipFirstName"],
  ["lastName", "shipLastName"],
  ["phone", "shipPhone"],
  ["address1"],
  ["city"],
  ["province"],
  ["zip"],
];

const fieldOfHeader: ReadonlyMap<string, Field> = new Map(
  (Object.keys(headerOf) as Field[]).map((field) => [normalHeader(headerOf[field]), field]),
);

/**
 * Finds the known columns by their headers, whatever their order. Letter case, outer spaces and repeated inner spaces do
 * not count; other columns are left alone. `headerRow` is row 1 as it is displayed, from column A on.
 */
export function mapColumns(headerRow: readonly string[]): ColumnMap {
  const places = new Map<Field, number[]>();
  headerRow.forEach((header, columnIndex) => {
    const field = fieldOf(header);
    if (field === undefined) return;
    const known = places.get(field);
    if (known === undefined) places.set(field, [columnIndex]);
    else known.push(columnIndex);
  });
  const problems = [...missingHeaders(places), ...repeatedHeaders(places)];
  if (problems.length > 0) return { ok: false, problems };
  const columns: Columns = { data: {}, status: {}, headerRow };
  for (const [field, [columnIndex]] of places) {
    if (columnIndex === undefined) continue;
    if (isStatusField(field)) columns.status[field] = columnIndex;
    else columns.data[field] = columnIndex;
  }
  return { ok: true, columns };
}

/** The status columns that the sheet does not have yet, in the order in which they are to be added. */
export function missingStatusFields(columns: Columns): StatusField[] {
  return statusFields.filter((field) => columns.status[field] === undefined);
}

function missingHeaders(places: ReadonlyMap<Field, number[]>): HeaderProblem[] {
  return neededFields
    .filter((anyOf) => !anyOf.some((field) => places.has(field)))
    .map((anyOf) => ({ kind: "missing", anyOf }));
}

function repeatedHeaders(places: ReadonlyMap<Field, number[]>): HeaderProblem[] {
  return [...places]
    .filter(([, columnIndexes]) => columnIndexes.length > 1)
    .map(([field, columnIndexes]) => ({ kind: "twice", field, columnIndexes }));
}

/** The field that a header stands for; undefined for one that is not known. */
export function fieldOf(header: string): Field | undefined {
  return fieldOfHeader.get(normalHeader(header));
}

function normalHeader(header: string): string {
  return header.trim().replace(/\s+/g, " ").toLowerCase();
}
