import type { PropertiesPort } from "../journal/journal-store";
import { type Columns, neededFields } from "../orders/columns";
import { knownTables } from "../orders/columns/known-tables";
import { readDefaults } from "../orders/columns/mapping";
import {
  acceptProposal,
  type ColumnProposal,
  changeProposal,
  proposeForSheet,
} from "../orders/columns/proposal";
import { type DataField, headerOf, plainFields } from "../orders/field";
import { RunError } from "../ports/run-error";
import type { SheetMemory } from "../sheet/sheet-memory";
import { columnsOf, confirmedFor, saveMapping } from "../spreadsheet/sheet-columns";

/** How a sheet's columns are read, or may be. */
export interface ColumnsReading {
  /** What is read now; null when the user has to be asked first. */
  columns: Columns | null;
  /** What names and tables propose; null for a sheet without anything that looks like headers. */
  proposal: ColumnProposal | null;
  isSaved: boolean;
}

/** What the user chose for each field: a column (0-based), or a default. */
export interface ColumnsChosen {
  headerRowNumber: number;
  fields: Partial<Record<DataField, number | null>>;
  defaults: unknown;
}

/** Reads how the columns of a sheet are understood. `display`: everything from A1 on, as displayed. */
export function readColumns(
  display: readonly (readonly string[])[],
  memory: SheetMemory,
  headerRowNumber?: number,
): ColumnsReading {
  return {
    columns: headerRowNumber === undefined ? understood(display, memory) : null,
    proposal: proposeForSheet(display, knownTables(), headerRowNumber),
    isSaved: confirmedFor(display, memory) !== null,
  };
}

/** How many needed fields have neither a column nor a default. */
export function countMissing({ columns, proposal }: ColumnsReading): number {
  if (columns) return 0;
  return proposal ? Math.max(1, proposal.missing.length) : neededFields.length;
}

/** So many columns that are proposed make a sheet look like orders. */
const fewestColumns = 3;

/** True for a sheet that looks like orders and whose columns the user has to confirm first. */
export function isToBeAsked({ columns, proposal }: ColumnsReading): boolean {
  return columns === null && (proposal?.columns.length ?? 0) >= fewestColumns;
}

/** Fields that a column can be chosen for. */
export const choosableFields: readonly DataField[] = plainFields;

/**
 * Keeps what the user chose. What is still missing, or not kept, is told.
 * @returns null when it is kept; else the groups of fields that are missing, empty when the storage refused.
 */
export function saveColumnChoice(
  display: readonly (readonly string[])[],
  sheetId: number,
  chosen: ColumnsChosen,
  properties: PropertiesPort,
): null | (readonly DataField[])[] {
  const proposal = proposeForSheet(display, knownTables(), chosen.headerRowNumber);
  const base: ColumnProposal = proposal ?? emptyProposal(display, chosen.headerRowNumber);
  const changed = changeProposal(
    base,
    { fields: chosen.fields, defaults: readDefaults(chosen.defaults) },
    display,
  );
  const accepted = acceptProposal({ ...changed, conflicts: [] }, display);
  if (!accepted.ok) return changed.missing;
  return saveMapping(properties, sheetId, accepted.mapping) ? null : [];
}

/** The header that a field's column has by itself. */
export function nameOfField(field: DataField): string {
  return headerOf[field];
}

function emptyProposal(display: readonly (readonly string[])[], rowNumber: number): ColumnProposal {
  const texts = display[rowNumber - 1] ?? [];
  return {
    headerRow: { rowNumber, texts, hasGroupTitles: false },
    platform: null,
    columns: [],
    conflicts: [],
    missing: [],
    defaults: {},
  };
}

function understood(display: readonly (readonly string[])[], memory: SheetMemory): Columns | null {
  try {
    return columnsOf(display, memory);
  } catch (fault) {
    if (fault instanceof RunError) return null;
    throw fault;
  }
}
