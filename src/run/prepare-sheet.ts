import { english } from "../messages/english";
import { mapColumns, missingStatusFields } from "../orders/columns";
import { headerOf, type StatusField, statusFields } from "../orders/field";
import { foreignCells } from "../orders/foreign-cells";
import { rowsBelowHeader } from "../orders/read-orders";
import { similarHeaders } from "../orders/similar-headers";
import { RunRefused } from "./execution";
import type { PropertiesPort, RowSpan, SheetPort } from "./ports";

/**
 * Adds the missing status columns at the right, makes them plain text and gives them their colours: once for a sheet, and
 * again when its columns have moved. `force` does it whatever was done before. With `first`, no more is done than these
 * rows need, and the rest is left to another call. Throws RunRefused where the headers cannot be used or the user may not
 * edit the columns.
 */
export function prepareSheet(
  sheet: SheetPort,
  properties: PropertiesPort,
  headerRow: readonly string[],
  force: boolean,
  first: RowSpan | null = null,
): void {
  const map = mapColumns(headerRow);
  if (!map.ok) throw new RunRefused(english.headers.problems(map.problems, similarHeaders(headerRow)));
  const missing = missingStatusFields(map.columns);
  const lastFilled = headerRow.reduce((last, text, index) => (text.trim() === "" ? last : index), -1);
  const added = missing.map((field, index) => ({
    field,
    columnIndex: Math.max(lastFilled, headerRow.length - 1) + 1 + index,
  }));
  const places = new Map(added.map(({ field, columnIndex }) => [field, columnIndex]));
  const indexes = statusFields.map((field) => map.columns.status[field] ?? places.get(field) ?? -1);
  const property = preparedPrefix + sheet.sheetId;
  const mark = indexes.join(",");
  if (!force && missing.length === 0 && properties.readAll()[property] === mark) return;
  if (missing.length > 0) {
    // The user had time to answer a question since these headers were read, and so had everybody else.
    const [now = []] = sheet.readDisplay();
    if (now.join("\u0000") !== headerRow.join("\u0000")) {
      prepareSheet(sheet, properties, now, force, first);
      return;
    }
    sheet.addHeaders(
      (added[0]?.columnIndex ?? 1) - 1,
      missing.map((field) => headerOf[field]),
    );
  }
  if (!sheet.canEdit(indexes)) throw new RunRefused(english.runs.protectedColumns);
  const plainText = indexes.filter((_, index) => isPlainText.has(statusFields[index] ?? "status"));
  if (first) {
    sheet.formatAsText(plainText, first);
    return;
  }
  sheet.prepareStatusColumns(plainText, indexes[statusFields.indexOf("status")] ?? 0);
  properties.write({ [property]: mark });
}

const preparedPrefix = "bitbybit.prepared.";

/** True where the add-on has prepared the sheet's status columns before, wherever they stand by now. */
export function isPrepared(properties: Readonly<Record<string, string>>, sheetId: number): boolean {
  return preparedPrefix + sheetId in properties;
}

/** Throws RunRefused where a status column of the sheet is the user's own. `display`: everything from A1 on, as displayed. */
export function refuseForeignCells(display: readonly (readonly string[])[], prepared: boolean): void {
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) return;
  const foreign = foreignCells(rowsBelowHeader(display, display), map.columns, prepared);
  if (foreign.length > 0) throw new RunRefused(english.headers.foreignCells(foreign));
}

/**
 * Columns that have to be plain text: a time, and what comes from the API, which could become dates, numbers or formulas. A
 * status and a send key are the add-on's own words, which are taken for nothing else.
 */
const isPlainText: ReadonlySet<StatusField> = new Set(["orderId", "orderNumber", "message", "updatedAt"]);
