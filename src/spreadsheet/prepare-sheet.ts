import type { PropertiesPort } from "../journal/journal-store";
import { type Columns, missingStatusFields, statusHeaderOf } from "../orders/columns";
import { type StatusField, statusFields } from "../orders/field";
import { SheetFault, type SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";

/**
 * Adds the missing status columns at the right, makes them plain text and gives them their colours: once for a sheet, and
 * again when its columns have moved. `force` does it whatever was done before.
 * @throws RunError when the headers have changed since they were read, or the user may not edit the columns; SheetFault.
 */
export function prepareSheet(
  sheet: SheetPort,
  properties: PropertiesPort,
  columns: Columns,
  force: boolean,
): void {
  try {
    prepare(sheet, properties, columns, force);
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
    // The columns that were to be added are not there to be asked about: the user's own ones answer for the sheet.
    const isRefused = fault.kind === "refused" || !sheet.canEdit(columns.headerRow.map((_, index) => index));
    throw isRefused ? new RunError({ code: "protectedColumns" }) : fault;
  }
}

function prepare(sheet: SheetPort, properties: PropertiesPort, columns: Columns, force: boolean): void {
  const { headerRow, headerRowNumber } = columns;
  const missing = missingStatusFields(columns);
  // What is written under a merged cell is lost.
  const lastTaken = missing.length === 0 ? -1 : Math.max(headerRow.length - 1, sheet.lastMergedColumnIndex());
  const added = missing.map((field, index) => ({ field, columnIndex: lastTaken + 1 + index }));
  const places = new Map(added.map(({ field, columnIndex }) => [field, columnIndex]));
  const indexes = statusFields.map((field) => columns.status[field] ?? places.get(field) ?? -1);
  const property = preparedPrefix + sheet.sheetId;
  const mark = indexes.join(",");
  if (!force && missing.length === 0 && properties.readAll()[property] === mark) return;
  if (missing.length > 0) {
    // The user had time to answer a question since these headers were read, and so had everybody else.
    const now = sheet.readDisplay()[headerRowNumber - 1] ?? [];
    if (now.join("\u0000") !== headerRow.join("\u0000")) throw new RunError({ code: "changedSince" });
    sheet.addHeaders(
      headerRowNumber,
      lastTaken,
      missing.map((field) => statusHeaderOf(columns, field)),
    );
  }
  if (!sheet.canEdit(indexes)) throw new RunError({ code: "protectedColumns" });
  const plainText = indexes.filter((_, index) => isPlainText.has(statusFields[index] ?? "status"));
  sheet.prepareStatusColumns(plainText, indexes[statusFields.indexOf("status")] ?? 0);
  properties.write({ [property]: mark });
}

const preparedPrefix = "bitbybit.prepared.";

/** True if the add-on has prepared the sheet's status columns before, wherever they stand by now. */
export function isPrepared(properties: Readonly<Record<string, string>>, sheetId: number): boolean {
  return preparedPrefix + sheetId in properties;
}

/**
 * Columns that have to be plain text: a time, and what comes from the API, which could become dates, numbers or formulas. A
 * status and a send key are the add-on's own words, which are taken for nothing else.
 */
const isPlainText: ReadonlySet<StatusField> = new Set(["orderId", "orderNumber", "message", "updatedAt"]);
