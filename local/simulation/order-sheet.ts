import type { Sheet } from "../runtime/model/sheet";
import type { Spreadsheet } from "../runtime/model/spreadsheet";

/** The user's own columns. `No` is none of the add-on's: it remembers the order in which the rows were typed. */
export const dataHeaders = [
  "No",
  "Order ref",
  "First name",
  "Last name",
  "Phone",
  "Variant ID",
  "Quantity",
  "Address 1",
  "Address 2",
  "City",
  "Province",
  "Country",
  "Zip",
  "Notes",
] as const;
export type DataHeader = (typeof dataHeaders)[number];

/** The columns that the add-on writes. */
export const statusHeaders = [
  "Status",
  "Order ID",
  "Order number",
  "Message",
  "Updated at",
  "Send key",
] as const;
export type StatusHeader = (typeof statusHeaders)[number];

/** Where the token stands that tells the orders of the user's mind apart: in the recipient's half or in the content's. */
export type TokenPlace = "Address 2" | "Notes";

/** One row with an order on it, as the simulation reads it out of the model. */
export interface OrderRow {
  sheet: Sheet;
  row: number;
  ref: string;
  token: string;
  status: string;
  orderId: string;
  message: string;
  sendKey: string;
}

/** The column with a header, 1-based; null if there is none. */
export function columnOf(sheet: Sheet, header: DataHeader | StatusHeader): number | null {
  const last = sheet.lastColumn();
  for (let column = 1; column <= last; column++) {
    if (sheet.cell(1, column).value === header) return column;
  }
  return null;
}

/** A cell's text in the column with a header; "" if there is no such column. */
export function textAt(sheet: Sheet, row: number, header: DataHeader | StatusHeader): string {
  const column = columnOf(sheet, header);
  const value = column === null ? null : sheet.cell(row, column).value;
  return value === null ? "" : String(value).trim();
}

/** Every row of the spreadsheet that holds an order, sheet by sheet. */
export function orderRows(spreadsheet: Spreadsheet, tokenPlace: TokenPlace): OrderRow[] {
  return spreadsheet.sheets.flatMap((sheet) => rowsOfSheet(sheet, tokenPlace));
}

/** Every row of one sheet that holds an order. */
export function rowsOfSheet(sheet: Sheet, tokenPlace: TokenPlace): OrderRow[] {
  if (columnOf(sheet, "Variant ID") === null) return [];
  const rows: OrderRow[] = [];
  for (let row = 2; row <= sheet.lastRow(); row++) {
    const token = textAt(sheet, row, tokenPlace);
    if (token === "") continue;
    rows.push({
      sheet,
      row,
      ref: textAt(sheet, row, "Order ref"),
      token,
      status: textAt(sheet, row, "Status"),
      orderId: textAt(sheet, row, "Order ID"),
      message: textAt(sheet, row, "Message"),
      sendKey: textAt(sheet, row, "Send key"),
    });
  }
  return rows;
}

/** The rows put together as orders: by Order ref within a sheet, else each by itself. */
export function groupedRows(rows: readonly OrderRow[]): OrderRow[][] {
  const groups = new Map<string, OrderRow[]>();
  for (const row of rows) {
    const name = `${row.sheet.sheetId} ${row.ref === "" ? `row ${row.row}` : `ref ${row.ref}`}`;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}
