import { exactHeader, plainHeader } from "./columns/header-form";
import type { DataField, Field, StatusField } from "./field";
import { codeFields, headerOf, isStatusField, ownHeaderOf, statusFields } from "./field";

/** Values for what a sheet has no column for. A blank cell of a column that is there is not filled. */
export interface ColumnDefaults {
  country?: string;
  zip?: string;
  province?: string;
  city?: string;
  notes?: string;
  tags?: string;
  /** Whole, at least 1: for exports that have a row for each piece. */
  quantity?: number;
}

/** Where each known column stands in one sheet. All indexes count from 0. */
export interface Columns {
  data: Partial<Record<DataField, number>>;
  status: Partial<Record<StatusField, number>>;
  /** The header row as it was read, to notice a column that has moved. */
  headerRow: readonly string[];
  /** Which row of the sheet that is, counted from 1; orders stand below it. */
  headerRowNumber: number;
  /** `own`: the add-on's columns are called `bitbybit Status` and so on, since plain names belong to the user. */
  statusNames: "plain" | "own";
  defaults?: ColumnDefaults;
}

/** Why a sheet's headers cannot be used: a needed column is not there, or a known header stands there more than once. */
export type HeaderProblem =
  | { kind: "missing" /** Each of these would do. */; anyOf: readonly DataField[] }
  | { kind: "twice"; field: Field; columnIndexes: readonly number[] };

/** The columns of a sheet, or everything that is wrong with its headers. */
export type ColumnMap = { ok: true; columns: Columns } | { ok: false; problems: HeaderProblem[] };

/** How a header row is to be read, if not as row 1 and by its names. */
export interface MapOptions {
  /** Counted from 1. @default 1 */
  headerRowNumber?: number;
  /** The columns that the user has confirmed; names of data columns do not count then. */
  data?: Partial<Record<DataField, number>>;
  defaults?: ColumnDefaults;
}

/** The columns without which no order can be made; of each group, one is enough, and so is a default. */
export const neededFields: readonly (readonly DataField[])[] = [
  ["variantId", "sku", "product"],
  ["quantity"],
  ["firstName", "fullName", "shipFirstName", "shipFullName"],
  ["lastName", "fullName", "shipLastName", "shipFullName"],
  ["phone", "shipPhone"],
  ["address1"],
  ["city"],
  ["province"],
  ["zip"],
];

/** Fields that only serve if others are lacking: standing there twice, they are left alone beside one of these groups. */
const spareFields: readonly (readonly [DataField, ...(readonly DataField[])[]])[] = [
  ["sku", ["variantId"]],
  ["product", ["variantId"], ["sku"]],
  ["fullName", ["firstName", "lastName"]],
  ["shipFullName", ["shipFirstName", "shipLastName"]],
];

const dataFields = (Object.keys(headerOf) as Field[]).filter(
  (field): field is DataField => !isStatusField(field),
);

const exactNames: ReadonlyMap<string, Field> = new Map(
  (Object.keys(headerOf) as Field[]).map((field) => [exactHeader(headerOf[field]), field]),
);
const ownNames: ReadonlyMap<string, StatusField> = new Map(
  statusFields.map((field) => [exactHeader(ownHeaderOf(field)), field]),
);
/** `SKU 1` is the first article's, as `SKU` is. */
const plainNames: ReadonlyMap<string, DataField> = new Map([
  ...[...codeFields, "quantity" as const].map((field): [string, DataField] => [
    plainHeader(`${headerOf[field]}1`),
    field,
  ]),
  ...dataFields.map((field): [string, DataField] => [plainHeader(headerOf[field]), field]),
]);

/**
 * Finds the known columns by their headers, whatever their order. Letter case, spaces, signs, accents and remarks such as
 * "(required)" do not count for the user's columns; a header that is written just so goes before one that is not. The names
 * of the status columns are the add-on's own and taken as they are. Other columns are left alone. `headerRow` is the header
 * row as it is displayed, from column A on.
 */
export function mapColumns(headerRow: readonly string[], options: MapOptions = {}): ColumnMap {
  const places = placesOfHeaders(headerRow);
  const statusNames = statusNamesOf(places);
  const found = new Map<Field, readonly number[]>();
  for (const field of statusFields) {
    const columnIndexes = statusPlaces(places, field, statusNames);
    if (columnIndexes.length > 0) found.set(field, columnIndexes);
  }
  for (const field of dataFields) {
    const mapped = options.data?.[field];
    const columnIndexes = options.data ? (mapped === undefined ? [] : [mapped]) : dataPlaces(places, field);
    if (columnIndexes.length > 0) found.set(field, columnIndexes);
  }
  for (const [field, ...groups] of spareFields) {
    const isTwice = (found.get(field)?.length ?? 0) > 1;
    if (isTwice && groups.some((group) => group.every((other) => found.has(other)))) found.delete(field);
  }
  const problems = [...missingHeaders(found, options.defaults), ...repeatedHeaders(found)];
  if (problems.length > 0) return { ok: false, problems };
  const { headerRowNumber = 1, defaults } = options;
  const columns: Columns = { data: {}, status: {}, headerRow, headerRowNumber, statusNames };
  if (defaults) columns.defaults = defaults;
  for (const [field, [columnIndex]] of found) {
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

/** The header that a status column of this sheet has, or is to get. */
export function statusHeaderOf(columns: Columns, field: StatusField): string {
  return columns.statusNames === "own" ? ownHeaderOf(field) : headerOf[field];
}

/** The field that a header stands for by its name; undefined for one that is not known. */
export function fieldOf(header: string): Field | undefined {
  const exact = exactHeader(header);
  return exactNames.get(exact) ?? ownNames.get(exact) ?? plainNames.get(plainHeader(header));
}

/** True for a header of one of the add-on's columns, in either form. */
export function isStatusHeader(header: string): boolean {
  const exact = exactHeader(header);
  const field = exactNames.get(exact);
  return ownNames.has(exact) || (field !== undefined && isStatusField(field));
}

/**
 * True for a column of the add-on's in a sheet with these headers. Until its Send key stands there, an `Order ID` or a
 * `Status` is the user's.
 */
export function isOwnColumn(header: string, headerRow: readonly string[]): boolean {
  const isPrepared = () => headerRow.some((text) => exactNames.get(exactHeader(text)) === "sendKey");
  return ownNames.has(exactHeader(header)) || (isStatusHeader(header) && isPrepared());
}

/** Where headers stand, by what they are: a name as written, a name but for its form, a status column's own name. */
interface HeaderPlaces {
  exact: ReadonlyMap<Field, readonly number[]>;
  loose: ReadonlyMap<DataField, readonly number[]>;
  own: ReadonlyMap<StatusField, readonly number[]>;
}

function placesOfHeaders(headerRow: readonly string[]): HeaderPlaces {
  const [exact, loose, own] = [
    new Map<Field, number[]>(),
    new Map<DataField, number[]>(),
    new Map<StatusField, number[]>(),
  ];
  headerRow.forEach((header, columnIndex) => {
    const text = exactHeader(header);
    if (text === "") return;
    add(exact, exactNames.get(text), columnIndex);
    add(own, ownNames.get(text), columnIndex);
    if (!exactNames.has(text)) add(loose, plainNames.get(plainHeader(header)), columnIndex);
  });
  return { exact, loose, own };
}

function add<Key>(places: Map<Key, number[]>, key: Key | undefined, columnIndex: number): void {
  if (key === undefined) return;
  const known = places.get(key);
  if (known === undefined) places.set(key, [columnIndex]);
  else known.push(columnIndex);
}

/** Own names are in use as soon as one is there, unless the plain Send key says that the plain ones are. */
function statusNamesOf({ exact, own }: HeaderPlaces): "plain" | "own" {
  return own.size > 0 && !exact.has("sendKey") ? "own" : "plain";
}

function statusPlaces({ exact, own }: HeaderPlaces, field: StatusField, names: "plain" | "own"): number[] {
  const ownPlaces = own.get(field) ?? [];
  return names === "own" ? [...ownPlaces] : [...(exact.get(field) ?? []), ...ownPlaces];
}

function dataPlaces({ exact, loose }: HeaderPlaces, field: DataField): readonly number[] {
  return exact.get(field) ?? loose.get(field) ?? [];
}

function missingHeaders(found: ReadonlyMap<Field, unknown>, defaults: ColumnDefaults = {}): HeaderProblem[] {
  const hasDefault = (field: DataField) => defaults[field as keyof ColumnDefaults] !== undefined;
  return neededFields
    .filter((anyOf) => !anyOf.some((field) => found.has(field) || hasDefault(field)))
    .map((anyOf) => ({ kind: "missing", anyOf }));
}

function repeatedHeaders(found: ReadonlyMap<Field, readonly number[]>): HeaderProblem[] {
  const problems: HeaderProblem[] = [];
  for (const [field, columnIndexes] of found) {
    if (columnIndexes.length > 1) problems.push({ kind: "twice", field, columnIndexes });
  }
  return problems.sort((one, other) => firstOf(one) - firstOf(other));
}

function firstOf(problem: HeaderProblem): number {
  return problem.kind === "twice" ? (problem.columnIndexes[0] ?? 0) : -1;
}
