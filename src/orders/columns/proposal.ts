import {
  type ColumnDefaults,
  type Columns,
  type HeaderProblem,
  isStatusHeader,
  mapColumns,
} from "../columns";
import type { DataField } from "../field";
import { parseArticleList } from "../lines/article-list";
import { type AssignedBy, assignColumns, type ColumnConflict } from "./assign-columns";
import type { HeaderTables, Platform } from "./header-index";
import { findHeaderRow, type HeaderRow, headerRowAt } from "./header-row";
import { type ColumnMapping, mappingOf } from "./mapping";

/** How a sheet's columns may be read: to be confirmed, or changed, by the user. */
export interface ColumnProposal {
  headerRow: HeaderRow;
  /** The export that this sheet looks like; null for none. */
  platform: Pick<Platform, "id" | "name"> | null;
  columns: ProposedColumn[];
  /** Fields that several columns claim: the user has to choose. */
  conflicts: ColumnConflict[];
  /** What no order can be made without, and no column or default gives. */
  missing: (readonly DataField[])[];
  defaults: ColumnDefaults;
}

/** A column that is read, or may be. */
export interface ProposedColumn {
  field: DataField;
  /** Counts from 0. */
  columnIndex: number;
  header: string;
  by: AssignedBy | "user";
  /** The first different values of the column, at most three. */
  samples: string[];
}

/** What a user changes of a proposal: null takes a field's column away. */
export interface ProposalChanges {
  fields?: Partial<Record<DataField, number | null>>;
  defaults?: ColumnDefaults;
}

const maxSamples = 3;
/** Rows that samples are taken from. */
const sampledRows = 50;

const digit = /\d/;

/** The rows that samples are taken from: without one that explains the headers in words, as no order is without a digit. */
export function sampleRows(
  display: readonly (readonly string[])[],
  headerRowNumber: number,
): readonly (readonly string[])[] {
  const rows = display.slice(headerRowNumber, headerRowNumber + sampledRows);
  return rows.length > 1 && !rows[0]?.some((text) => digit.test(text)) ? rows.slice(1) : rows;
}

/**
 * Proposes how a sheet is read that names alone do not explain; null if nothing in it looks like headers.
 * `headerRowNumber`: the row that the user has named.
 */
export function proposeForSheet(
  display: readonly (readonly string[])[],
  tables: HeaderTables,
  headerRowNumber?: number,
): ColumnProposal | null {
  const headerRow =
    headerRowNumber === undefined
      ? findHeaderRow(display, tables)
      : headerRowAt(display, headerRowNumber, tables);
  return headerRow && proposeColumns(display, headerRow, tables);
}

/** Proposes how the columns below a header row are read. `display`: everything from A1 on, as displayed. */
export function proposeColumns(
  display: readonly (readonly string[])[],
  headerRow: HeaderRow,
  tables: HeaderTables,
): ColumnProposal {
  const { platform, columns, conflicts } = assignColumns(headerRow.texts, tables);
  const rows = sampleRows(display, headerRow.rowNumber);
  const proposed = columns
    .map((column) => proposedColumn(column, headerRow, rows))
    // An empty "Order ID" waits for the add-on's.
    .filter(({ header, samples }) => samples.length > 0 || !isStatusHeader(header));
  const isEachPiece = platform?.hasRowForEachPiece && !proposed.some(({ field }) => field === "quantity");
  const defaults: ColumnDefaults = isEachPiece || !hasQuantities(proposed, rows) ? { quantity: 1 } : {};
  return {
    headerRow,
    platform: platform && { id: platform.id, name: platform.name },
    columns: proposed,
    conflicts,
    missing: missingOf(proposed, defaults, headerRow),
    defaults,
  };
}

/** The proposal with what the user has changed. A column belongs to one field: the latest wins. */
export function changeProposal(
  proposal: ColumnProposal,
  changes: ProposalChanges,
  display: readonly (readonly string[])[],
): ColumnProposal {
  const { headerRow } = proposal;
  const rows = sampleRows(display, headerRow.rowNumber);
  const changed = Object.entries(changes.fields ?? {}) as [DataField, number | null][];
  const fields = new Set(changed.map(([field]) => field));
  const taken = new Set(changed.map(([, columnIndex]) => columnIndex));
  const kept = proposal.columns.filter((one) => !fields.has(one.field) && !taken.has(one.columnIndex));
  const added = changed.flatMap(([field, columnIndex]) =>
    columnIndex === null ? [] : [proposedColumn({ field, columnIndex, by: "user" }, headerRow, rows)],
  );
  const columns = [...kept, ...added];
  const defaults = { ...proposal.defaults, ...changes.defaults };
  return {
    ...proposal,
    columns,
    conflicts: proposal.conflicts.filter(({ field }) => !fields.has(field)),
    missing: missingOf(columns, defaults, headerRow),
    defaults,
  };
}

/** The proposal as what it is kept as, and the columns that it gives; or what keeps it from being used. */
export function acceptProposal(
  proposal: ColumnProposal,
  display: readonly (readonly string[])[],
): { ok: true; mapping: ColumnMapping; columns: Columns } | { ok: false; problems: HeaderProblem[] } {
  const { headerRow, defaults } = proposal;
  const conflicts = proposal.conflicts.map(
    ({ field, columnIndexes }): HeaderProblem => ({ kind: "twice", field, columnIndexes }),
  );
  const data = dataOf(proposal.columns);
  const map = mapColumns(display[headerRow.rowNumber - 1] ?? [], {
    headerRowNumber: headerRow.rowNumber,
    data,
    defaults,
  });
  if (!map.ok || conflicts.length > 0) {
    return { ok: false, problems: [...(map.ok ? [] : map.problems), ...conflicts] };
  }
  return { ok: true, mapping: mappingOf(display, headerRow, data, defaults), columns: map.columns };
}

function proposedColumn(
  { field, columnIndex, by }: Pick<ProposedColumn, "field" | "columnIndex" | "by">,
  headerRow: HeaderRow,
  rows: readonly (readonly string[])[],
): ProposedColumn {
  const header = headerRow.texts[columnIndex] ?? "";
  const values = rows.map((row) => (row[columnIndex] ?? "").trim()).filter((text) => text !== "");
  return { field, columnIndex, by, header, samples: [...new Set(values)].slice(0, maxSamples) };
}

/** True unless the sheet has no quantities, and its articles say theirs in their own cells. */
function hasQuantities(columns: readonly ProposedColumn[], rows: readonly (readonly string[])[]): boolean {
  if (columns.some(({ field }) => field === "quantity")) return true;
  const code = columns.find(({ field }) => field === "sku" || field === "variantId" || field === "product");
  if (code === undefined) return true;
  const isName = code.field === "product";
  return !rows.some((row) =>
    parseArticleList((row[code.columnIndex] ?? "").trim(), isName)?.some(({ quantity }) => quantity !== null),
  );
}

function dataOf(columns: readonly ProposedColumn[]): Partial<Record<DataField, number>> {
  const data: Partial<Record<DataField, number>> = {};
  for (const { field, columnIndex } of columns) data[field] = columnIndex;
  return data;
}

function missingOf(
  columns: readonly ProposedColumn[],
  defaults: ColumnDefaults,
  { texts }: HeaderRow,
): (readonly DataField[])[] {
  const map = mapColumns(texts, { data: dataOf(columns), defaults });
  if (map.ok) return [];
  return map.problems.flatMap((problem) => (problem.kind === "missing" ? [problem.anyOf] : []));
}
