import type { Columns } from "../columns";
import type { DataField } from "../field";
import { cleanCode } from "../values/clean-text";
import { isDitto, isPlaceholder } from "../values/placeholder";
import type { SheetRow } from "./sheet-row";

/** Columns that say who gets an order. */
const nameFields: readonly DataField[] = [
  "customerId",
  "fullName",
  "firstName",
  "lastName",
  "shipFullName",
  "shipFirstName",
  "shipLastName",
];

/** True if one of these columns of a row shows anything. */
export function hasAny(row: SheetRow, columns: Columns, fields: readonly DataField[]): boolean {
  return fields.some((field) => textOf(row, columns, field) !== "");
}

/** What a column of a row shows, cleaned; "" if the sheet has no such column. */
export function textOf(row: SheetRow, columns: Columns, field: DataField): string {
  const columnIndex = columns.data[field];
  return columnIndex === undefined ? "" : cleanCode(row.display[columnIndex] ?? "");
}

/** A row's Order ref; "" also for `-`, `n/a` and the like, which would make one order of all rows that have none. */
export function refOf(row: SheetRow, columns: Columns): string {
  const ref = textOf(row, columns, "orderRef");
  return isPlaceholder(ref) ? "" : ref;
}

/** True if a row says "as above" in place of its Order ref or its customer's name. */
export function pointsAbove(row: SheetRow, columns: Columns, ref: string): boolean {
  return isDitto(ref) || (ref === "" && nameFields.some((field) => isDitto(textOf(row, columns, field))));
}

/** True if a row says by itself who gets an order, and where. */
export function hasOwnCustomer(row: SheetRow, columns: Columns): boolean {
  return hasName(row, columns) && textOf(row, columns, "address1") !== "";
}

/** True if a row names a customer in any column. */
export function hasName(row: SheetRow, columns: Columns): boolean {
  return hasAny(row, columns, nameFields);
}
