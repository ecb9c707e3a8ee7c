import type { Columns } from "../../src/orders/columns";
import { mapColumns } from "../../src/orders/columns";
import type { DataField } from "../../src/orders/field";
import { headerOf, statusFields } from "../../src/orders/field";
import type { SheetRow } from "../../src/orders/rows/sheet-row";

/** The headers without which nothing can be sent. */
export const neededHeaders = [
  "Variant ID",
  "Quantity",
  "First name",
  "Last name",
  "Phone",
  "Address 1",
  "City",
  "Province",
  "Zip",
];

/** Every column that the user fills in, in the order used by these tests. */
export const dataFields: readonly DataField[] = [
  "orderRef",
  "customerId",
  "firstName",
  "lastName",
  "phone",
  "email",
  "shipFirstName",
  "shipLastName",
  "shipPhone",
  "variantId",
  "quantity",
  "address1",
  "address2",
  "city",
  "province",
  "country",
  "zip",
  "notes",
  "tags",
];

/** A cell: text or a number that shows as typed, or a value beside what it shows. */
export type Cell = string | number | { value: unknown; shows: string };

/** The columns of a sheet with exactly these fields, from column A on. */
export function columnsOf(fields: readonly DataField[] = dataFields, withStatus = false): Columns {
  const headers = [...fields, ...(withStatus ? statusFields : [])].map((field) => headerOf[field]);
  const map = mapColumns(headers);
  if (!map.ok) throw new Error("these headers cannot be used");
  return map.columns;
}

/** One row of such a sheet; fields left out are empty cells. */
export function rowOf(
  rowNumber: number,
  cells: Partial<Record<DataField, Cell>>,
  fields: readonly DataField[] = dataFields,
): SheetRow {
  const row = fields.map((field) => cells[field] ?? "");
  return {
    rowNumber,
    values: row.map((cell) => (typeof cell === "object" ? cell.value : cell)),
    display: row.map((cell) => (typeof cell === "object" ? cell.shows : String(cell))),
  };
}

/** The cells of a row without problems. */
export const goodCells: Partial<Record<DataField, Cell>> = {
  firstName: "Ayu",
  lastName: "Lestari",
  phone: "+62 812 3456 789",
  variantId: "var_1",
  quantity: 2,
  address1: "Jl. Melati 1",
  city: "Bandung",
  province: "Jawa Barat",
  zip: "40115",
};
