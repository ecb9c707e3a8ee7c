import { catalogueOf } from "../../src/messages/catalogue";
import { columnsView } from "../../src/messages/columns-view";
import { readColumns } from "../../src/plan/columns-tab";

const english = catalogueOf("en");

/** The headers among which a person chooses, in a sheet with these headers and one row. */
function headersToChooseFrom(...headers: string[]): string[] {
  const display = [headers, headers.map((_, index) => `value ${index}`)];
  const reading = readColumns(display, { mapping: null, elsewhere: [], isNewer: false, isPrepared: false });
  const view = columnsView(english, reading, display, { sheetId: 0, name: "Orders" });
  return view.columns.map(({ header }) => header);
}

const recipient = ["Recipient Name", "Phone Number", "Address", "City", "SKU", "Quantity"];

test("an Order ID or a Status of the user's own can be chosen", () => {
  expect(headersToChooseFrom("Order ID", ...recipient, "Status")).toEqual([
    "Order ID",
    ...recipient,
    "Status",
  ]);
});

test("columns that the add-on has added cannot", () => {
  expect(headersToChooseFrom(...recipient, "Order ID", "Status", "Send key")).toEqual(recipient);
  expect(headersToChooseFrom("Order ID", ...recipient, "bitbybit Order ID", "bitbybit Send key")).toEqual([
    "Order ID",
    ...recipient,
  ]);
});

test("the columns of further articles are shown, since they are read too", () => {
  const display = [[...recipient, "Kode Barang 2", "Qty 2"], recipient.map(() => "1")];
  const reading = readColumns(display, { mapping: null, elsewhere: [], isNewer: false, isPrepared: false });
  const { fields } = columnsView(english, reading, display, { sheetId: 0, name: "Orders" });
  const further = fields.filter(({ field }) => field.endsWith("2") && field !== "address2");
  expect(further.map(({ label, column }) => [label, column])).toEqual([
    ["SKU 2", "G"],
    ["Quantity 2", "H"],
  ]);
});
