import { untouchedCell } from "../runtime/model/cell";
import { Spreadsheet } from "../runtime/model/spreadsheet";

const headers = [
  "Order ref",
  "First name",
  "Last name",
  "Phone",
  "Email",
  "Variant ID",
  "Quantity",
  "Address 1",
  "City",
  "Province",
  "Country",
  "Zip",
  "Notes",
] as const;

/** The columns that the programs compared with write into, 1-based; the add-on adds its own at the right. */
export const resultColumns = { status: headers.length + 1, orderId: headers.length + 2 };

/** How order number `index` (from 0) is called: in its Order ref, and at the head of the notes that the API gets. */
export function refOf(index: number): string {
  return `R-${String(index + 1).padStart(5, "0")}`;
}

/**
 * A spreadsheet with so many faultless orders, one a row, all of them selected. With `resultHeaders` it has the two columns
 * that the programs compared with write into.
 */
export function orderSpreadsheet(orders: number, resultHeaders: boolean): Spreadsheet {
  const spreadsheet = new Spreadsheet({ id: "bench", name: "Bench" });
  const sheet = spreadsheet.addSheet("Orders", { maxRows: orders + 1, maxColumns: 26 });
  const textRow = (values: readonly (string | number)[]) =>
    values.map((value) => ({
      ...untouchedCell,
      value,
      numberFormat: typeof value === "string" ? "@" : "General",
    }));
  sheet.setRow(1, textRow([...headers, ...(resultHeaders ? ["Status", "Order ID"] : [])]));
  for (let index = 0; index < orders; index += 1) {
    const house = String(index + 1);
    const phone = `+62 812-${house.padStart(8, "0")}`;
    const email = `siti.${house}@example.com`;
    const address = [`Jl. Melati No. ${house}`, "Bandung", "Jawa Barat", "ID", "40115"];
    const order = [refOf(index), "Siti", "Rahmawati", phone, email, "var_0102", (index % 5) + 1];
    sheet.setRow(index + 2, textRow([...order, ...address, refOf(index)]));
  }
  spreadsheet.selection = [`A2:${"Z"}${orders + 1}`];
  return spreadsheet;
}
