import { isObject, parseObject } from "../../text/json";
import { hashText } from "../../text/text-hash";
import { type ColumnDefaults, type Columns, isStatusHeader, mapColumns } from "../columns";
import { type DataField, type Field, headerOf, isStatusField } from "../field";
import { headerKeys, titleSign } from "./header-keys";

/** Headers are looked for in this many rows. */
export const maxHeaderRow = 20;

/** What the user has confirmed of one sheet's columns, as it is kept. */
export interface ColumnMapping {
  /** Counted from 1. */
  headerRowNumber: number;
  hasGroupTitles: boolean;
  /** Stands for all headers of the sheet but the add-on's own, whatever their order. */
  headers: string;
  /** Stands for them in their order. */
  order: string;
  /** Which column each field is read from. */
  fields: Partial<Record<DataField, MappedColumn>>;
  defaults: ColumnDefaults;
}

/** A column by its place then, counted from 0, and its key, as `headerKeys` makes it. */
export interface MappedColumn {
  columnIndex: number;
  key: string;
}

const version = 1;
const maxDefaultLength = 200;
const maxColumns = 18_278;
const maxRowNumber = 10_000_000;
const textDefaults = ["country", "zip", "province", "city", "notes", "tags"] as const;

/** Keeps what was confirmed of a sheet, as it is displayed. */
export function mappingOf(
  display: readonly (readonly string[])[],
  { rowNumber, hasGroupTitles }: { rowNumber: number; hasGroupTitles: boolean },
  data: Partial<Record<DataField, number>>,
  defaults: ColumnDefaults,
): ColumnMapping {
  const keys = headerKeys(display, rowNumber, hasGroupTitles);
  const fields: ColumnMapping["fields"] = {};
  for (const [field, columnIndex] of Object.entries(data)) {
    fields[field as DataField] = { columnIndex, key: keys[columnIndex] ?? "" };
  }
  return { headerRowNumber: rowNumber, hasGroupTitles, ...fingerprintsOf(keys), fields, defaults };
}

/**
 * The columns of a mapping in a sheet as it is displayed now. They may have moved, and so may the header row. Null if the
 * user has to be asked again: a header is there more, less or other, or it cannot be told which of two is meant.
 */
export function applyMapping(
  mapping: ColumnMapping,
  display: readonly (readonly string[])[],
): Columns | null {
  const { hasGroupTitles, defaults } = mapping;
  const rowNumbers = Array.from({ length: Math.min(display.length, maxHeaderRow) }, (_, index) => index + 1);
  for (const headerRowNumber of [mapping.headerRowNumber, ...rowNumbers]) {
    const keys = headerKeys(display, headerRowNumber, hasGroupTitles);
    const { headers, order } = fingerprintsOf(keys);
    if (headers !== mapping.headers) continue;
    const data = placesOf(mapping.fields, keys, order === mapping.order);
    const map = data && mapColumns(display[headerRowNumber - 1] ?? [], { headerRowNumber, data, defaults });
    return map?.ok ? map.columns : null;
  }
  return null;
}

/** Where the mapped columns stand; null if one of them cannot be told from another of the same key. */
function placesOf(
  fields: ColumnMapping["fields"],
  keys: readonly string[],
  isInOrder: boolean,
): Partial<Record<DataField, number>> | null {
  const data: Partial<Record<DataField, number>> = {};
  for (const [field, { columnIndex, key }] of Object.entries(fields)) {
    const first = keys.indexOf(key);
    const isAlone = first >= 0 && keys.indexOf(key, first + 1) < 0;
    if (!isAlone && !(isInOrder && keys[columnIndex] === key)) return null;
    data[field as DataField] = isAlone ? first : columnIndex;
  }
  return data;
}

function fingerprintsOf(keys: readonly string[]): Pick<ColumnMapping, "headers" | "order"> {
  const own = keys.map((key) => (isStatusHeader(nameOf(key)) ? "" : key));
  const last = own.reduce((end, key, index) => (key === "" ? end : index + 1), 0);
  const order = JSON.stringify(own.slice(0, last));
  const headers = JSON.stringify(own.filter((key) => key !== "").sort());
  return { headers: hashText(headers, 3) + hashText(headers, 4), order: hashText(order, 3) };
}

/** A column's own name, without the title above it. */
function nameOf(key: string): string {
  const place = key.lastIndexOf(titleSign);
  return place < 0 ? key : key.slice(place + titleSign.length);
}

/** The mapping as a text for document properties. */
export function writeMapping(mapping: ColumnMapping): string {
  return JSON.stringify({ v: version, ...mapping });
}

/** Reads what {@link writeMapping} wrote; "newer" if a newer version of the add-on did; null for anything else. */
export function readMapping(text: string): ColumnMapping | "newer" | null {
  const stored = parseObject(text);
  if (typeof stored?.v === "number" && stored.v > version) return "newer";
  if (stored === null || stored.v !== version) return null;
  const { headerRowNumber, hasGroupTitles, headers, order } = stored;
  const fields = readFields(stored.fields);
  if (!isCount(headerRowNumber, maxRowNumber) || fields === null) return null;
  if (typeof headers !== "string" || typeof order !== "string") return null;
  const defaults = readDefaults(stored.defaults);
  return { headerRowNumber, hasGroupTitles: hasGroupTitles === true, headers, order, fields, defaults };
}

/** The defaults among what somebody sent; everything else is left out. */
export function readDefaults(value: unknown): ColumnDefaults {
  if (!isObject(value)) return {};
  const defaults: ColumnDefaults = {};
  for (const field of textDefaults) {
    const text = value[field];
    if (typeof text !== "string" || text.trim() === "") continue;
    defaults[field] = text.trim().slice(0, maxDefaultLength);
  }
  if (isCount(value.quantity, Number.MAX_SAFE_INTEGER)) defaults.quantity = value.quantity;
  return defaults;
}

function readFields(value: unknown): ColumnMapping["fields"] | null {
  if (!isObject(value)) return null;
  const fields: ColumnMapping["fields"] = {};
  for (const [field, column] of Object.entries(value)) {
    if (!isDataField(field) || !isObject(column)) return null;
    const { columnIndex, key } = column;
    if (typeof key !== "string" || typeof columnIndex !== "number") return null;
    if (!isCount(columnIndex + 1, maxColumns)) return null;
    fields[field] = { columnIndex, key };
  }
  return fields;
}

/** True for the name of a field that the user fills in. */
export function isDataField(name: string): name is DataField {
  return Object.keys(headerOf).includes(name) && !isStatusField(name as Field);
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
}
