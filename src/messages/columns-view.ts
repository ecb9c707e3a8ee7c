import type { ColumnsChoice, ColumnsView, FieldColumn, SheetColumn } from "../endpoints/columns";
import type { ColumnDefaults } from "../orders/columns";
import { isOwnColumn, neededFields } from "../orders/columns";
import { isDataField } from "../orders/columns/mapping";
import { sampleRows } from "../orders/columns/proposal";
import type { DataField } from "../orders/field";
import { type ColumnsChosen, type ColumnsReading, choosableFields, nameOfField } from "../plan/columns-tab";
import { columnIndexOf, columnLetter } from "../text/a1";
import { hashText } from "../text/text-hash";
import type { Catalogue } from "./catalogue";
import { shortened } from "./found-value";

const maxSamples = 3;

/** How a sheet's columns are read, as the Columns tab shows it. */
export function columnsView(
  messages: Catalogue,
  reading: ColumnsReading,
  display: readonly (readonly string[])[],
  sheet: { sheetId: number; name: string },
): ColumnsView {
  const { columns, proposal, isSaved } = reading;
  const headerRow = columns?.headerRowNumber ?? proposal?.headerRow.rowNumber ?? 1;
  const texts = proposal?.headerRow.texts ?? display[headerRow - 1] ?? [];
  const defaults = columns?.defaults ?? proposal?.defaults ?? {};
  const warnings = columns || !proposal ? [] : messages.columns.conflicts(proposal);
  return {
    sheetId: sheet.sheetId,
    sheetName: sheet.name,
    headerRow,
    platform: proposal?.platform?.name ?? "",
    fingerprint: fingerprintOf(display, headerRow),
    columns: sheetColumns(texts, sampleRows(display, headerRow)),
    fields: [...choosableFields, ...furtherArticles(reading)].map((field) =>
      fieldColumn(field, reading, defaults, isSaved),
    ),
    warnings,
  };
}

/** What the page sent, as a choice; null when it is something else. */
export function chosenColumns(
  choice: unknown,
): (ColumnsChosen & Pick<ColumnsChoice, "sheetId" | "fingerprint">) | null {
  if (typeof choice !== "object" || choice === null) return null;
  const { sheetId, fingerprint, headerRow, fields } = choice as Partial<Record<keyof ColumnsChoice, unknown>>;
  if (typeof sheetId !== "number" || typeof fingerprint !== "string" || !Array.isArray(fields)) return null;
  if (typeof headerRow !== "number" || headerRow < 1) return null;
  const chosen: ColumnsChosen["fields"] = {};
  const defaults: Record<string, unknown> = {};
  for (const one of fields) {
    if (typeof one !== "object" || one === null) return null;
    const { field, column, defaultValue } = one as Record<string, unknown>;
    if (typeof field !== "string" || !isDataField(field) || typeof column !== "string") return null;
    chosen[field] = column === "" ? null : columnIndexOf(column);
    if (column === "" && typeof defaultValue === "string" && defaultValue !== "")
      defaults[field] = field === "quantity" ? Number(defaultValue) : defaultValue;
  }
  return { sheetId, fingerprint, headerRowNumber: headerRow, fields: chosen, defaults };
}

/** Stands for the header row as it was shown. */
export function fingerprintOf(display: readonly (readonly string[])[], headerRow: number): string {
  const text = JSON.stringify([headerRow, display[headerRow - 1] ?? []]);
  return hashText(text, 1) + hashText(text, 2);
}

function sheetColumns(texts: readonly string[], rows: readonly (readonly string[])[]): SheetColumn[] {
  return texts.flatMap((header, index): SheetColumn[] => {
    if (isOwnColumn(header, texts)) return [];
    const values = rows.map((row) => (row[index] ?? "").trim()).filter((text) => text !== "");
    const samples = [...new Set(values)].slice(0, maxSamples).map(shortened);
    return [{ column: columnLetter(index), header: header.trim(), samples }];
  });
}

/** Fields that can have a default instead of a column. */
const defaultable: ReadonlySet<string> = new Set<keyof ColumnDefaults>([
  "country",
  "zip",
  "province",
  "city",
  "notes",
  "tags",
  "quantity",
]);

/** The fields of a row's further articles, such as `sku2`: shown if they are read, since nobody confirms what is not shown. */
function furtherArticles({ columns, proposal }: ColumnsReading): DataField[] {
  const read = columns ? Object.keys(columns.data) : (proposal?.columns ?? []).map(({ field }) => field);
  return (read as DataField[]).filter((field) => !choosableFields.includes(field));
}

function fieldColumn(
  field: DataField,
  { columns, proposal }: ColumnsReading,
  defaults: ColumnDefaults,
  isSaved: boolean,
): FieldColumn {
  const proposed = proposal?.columns.find((one) => one.field === field);
  const index = columns ? columns.data[field] : proposed?.columnIndex;
  const source =
    index === undefined
      ? "none"
      : columns
        ? isSaved
          ? "saved"
          : "name"
        : proposed?.by === "name"
          ? "name"
          : "proposal";
  const group = neededFields.find((fields) => fields.includes(field));
  const value = defaultable.has(field) ? (defaults[field as keyof ColumnDefaults] ?? "") : null;
  return {
    field,
    label: nameOfField(field),
    column: index === undefined ? "" : columnLetter(index),
    source,
    needed: group?.[0] === field,
    insteadOf: group?.[0] === field ? group.slice(1) : [],
    defaultValue: value === null ? null : String(value),
  };
}
