import { type ColumnDefaults, isStatusHeader } from "../columns";
import { type DataField, type Field, headerOf, isStatusField } from "../field";
import { hashText } from "../text-hash";
import { exactHeader } from "./header-form";
import { findHeaderRow, type HeaderRow, headerRowAt, maxHeaderRow } from "./header-row";

/** What the user has confirmed of one sheet's columns, as it is kept. */
export interface ColumnMapping {
  /** Counted from 1. */
  headerRowNumber: number;
  hasGroupTitles: boolean;
  /** Stands for all headers of the sheet but the add-on's own; see {@link headersFingerprint}. */
  fingerprint: string;
  /** Which column each field is read from: its place then, and what it is called. */
  fields: Partial<Record<DataField, MappedColumn>>;
  defaults: ColumnDefaults;
}

/** A column by its place, counted from 0, and its header. */
export interface MappedColumn {
  columnIndex: number;
  header: string;
}

/** A mapping on the sheet as it is now. `changed`: the headers are not those that were confirmed. */
export type AppliedMapping =
  | { kind: "applies"; headerRow: HeaderRow; data: Partial<Record<DataField, number>> }
  | { kind: "changed" };

const version = 1;
const maxDefaultLength = 200;
const maxColumns = 18_278;
const textDefaults = ["country", "zip", "province", "city", "notes", "tags"] as const;

/** Stands for a header row: the same headers in another order have the same one; the add-on's columns do not count. */
export function headersFingerprint(texts: readonly string[]): string {
  const headers = texts.filter((text) => !isStatusHeader(text)).map(exactHeader);
  const text = JSON.stringify(headers.filter((header) => header !== "").sort());
  return hashText(text, 3) + hashText(text, 4);
}

/**
 * Finds the confirmed columns in a sheet as displayed. They may have moved, and so may the header row; with a header more,
 * less or other, the user is asked again.
 */
export function applyMapping(
  mapping: ColumnMapping,
  display: readonly (readonly string[])[],
): AppliedMapping {
  const candidates = [
    headerRowAt(display, mapping.headerRowNumber, mapping.hasGroupTitles),
    findHeaderRow(display),
  ];
  const headerRow = candidates.find((one) => one && headersFingerprint(one.texts) === mapping.fingerprint);
  if (!headerRow) return { kind: "changed" };
  const data: Partial<Record<DataField, number>> = {};
  for (const [field, column] of Object.entries(mapping.fields)) {
    const columnIndex = placeOf(column, headerRow.texts);
    if (columnIndex === null) return { kind: "changed" };
    data[field as DataField] = columnIndex;
  }
  return { kind: "applies", headerRow, data };
}

/** Where a column stands now: where it stood, or the only place of its header; null if it cannot be told. */
function placeOf({ columnIndex, header }: MappedColumn, texts: readonly string[]): number | null {
  const wanted = exactHeader(header);
  const places = texts.flatMap((text, index) => (exactHeader(text) === wanted ? [index] : []));
  if (places.length === 1) return places[0] ?? null;
  return places.includes(columnIndex) ? columnIndex : null;
}

/** The mapping as a text for document properties. */
export function writeMapping(mapping: ColumnMapping): string {
  return JSON.stringify({ v: version, ...mapping });
}

/** Reads what {@link writeMapping} wrote; null for anything else, such as a newer version's. */
export function readMapping(text: string): ColumnMapping | null {
  const stored = parseObject(text);
  if (stored === null || stored.v !== version) return null;
  const { headerRowNumber, hasGroupTitles, fingerprint } = stored;
  const fields = readFields(stored.fields);
  if (!isCount(headerRowNumber, maxHeaderRow) || typeof fingerprint !== "string" || fields === null)
    return null;
  const defaults = readDefaults(stored.defaults);
  return { headerRowNumber, hasGroupTitles: hasGroupTitles === true, fingerprint, fields, defaults };
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
    const { columnIndex, header } = column;
    if (typeof header !== "string" || typeof columnIndex !== "number") return null;
    if (!isCount(columnIndex + 1, maxColumns)) return null;
    fields[field] = { columnIndex, header };
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
