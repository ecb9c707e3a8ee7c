import { english } from "../../src/messages/english/english";
import { textsOf } from "../../src/messages/texts/texts";
import { mapColumns } from "../../src/orders/columns";
import { isEmptySheet, templateColumns } from "../../src/orders/template";
import { expectReadable } from "../messages/sentences";
import { ordersIn } from "./table";

const { templateNote } = textsOf(english);

const columns = templateColumns();
const headers = columns.map(({ header }) => header);

test("the template has every needed column, and is read without a question", () => {
  expect(mapColumns(headers).ok).toBe(true);
});

test("its example row is in order but for its ref, and never sent", () => {
  const example = columns.map((column) => column.example);
  expect(ordersIn([headers, example])).toMatchObject({
    records: [],
    notOrders: [{ rowNumber: 2, reason: "example" }],
  });
  const sent = columns.map((column) => (column.field === "orderRef" ? "R-1" : column.example));
  expect(ordersIn([headers, sent]).records[0]?.order).toMatchObject({
    problems: [],
    warnings: [],
    fixes: [],
  });
});

test("phones, zips, refs and IDs stay text, and quantities are counted", () => {
  const fields = (isMeant: (column: (typeof columns)[number]) => boolean) =>
    columns.filter(isMeant).map(({ field }) => field);
  expect(fields(({ isText }) => isText)).toEqual(["orderRef", "phone", "variantId", "zip"]);
  expect(fields(({ isCount }) => isCount)).toEqual(["quantity"]);
  expect(fields(({ isNeeded }) => !isNeeded)).toEqual([
    "orderRef",
    "email",
    "address2",
    "country",
    "notes",
    "tags",
  ]);
});

test("each header has a note that says what to put below it, and whether it is needed", () => {
  for (const { field, isNeeded } of columns) {
    const note = templateNote(field, isNeeded);
    expectReadable(note);
    expect(note.endsWith("Needed.")).toBe(isNeeded);
    expect(note.length).toBeGreaterThan(15);
  }
});

test("only a sheet that shows nothing is empty", () => {
  expect(isEmptySheet([["", " "]])).toBe(true);
  expect(isEmptySheet([["", "x"]])).toBe(false);
});
