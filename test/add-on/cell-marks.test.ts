import type { ConditionalFormat } from "../../local/runtime/model/sheet-rules";
import { AddOn, headers, type Row } from "./add-on";

const box = (row: number, column: number, rows = 1) => ({ row, column, rows, columns: 1 });

/** A rule of the user's that colours what begins with a text. */
const ownRule = (text: string): ConditionalFormat => ({
  boxes: [box(1, 1, 50)],
  criteria: "TEXT_STARTS_WITH",
  text,
  background: "#ff00ff",
  fontColor: null,
  bold: null,
});

const zip = headers.indexOf("Zip") + 1;
const quantity = headers.indexOf("Quantity") + 1;

/** The add-on's rules of a sheet, by their colour, with the cells that they are over. */
function markRules({ sheet }: AddOn): [string | null, ConditionalFormat["boxes"]][] {
  return sheet.properties.conditionalFormats
    .filter(({ criteria }) => criteria === "CUSTOM_FORMULA")
    .map(({ background, boxes }) => [background, boxes]);
}

const noteAt = ({ sheet }: AddOn, row: number, column: number) => sheet.cell(row, column).note;

/** Rows of which no two are the same order. */
const distinct = (rows: Row[]) => rows.map((row, index) => ({ "First name": `Nama${index}`, ...row }));

function checked(rows: Row[]): AddOn {
  const addOn = new AddOn({ rows: distinct(rows) });
  addOn.check();
  return addOn;
}

test("a check colours the cells with problems and those with warnings, and says in notes what to do", () => {
  const addOn = checked([{ Zip: "" }, { Quantity: 5000 }, {}]);
  expect(markRules(addOn)).toEqual([
    ["#ffcc80", [box(2, zip)]],
    ["#fff59d", [box(3, quantity)]],
  ]);
  expect(noteAt(addOn, 2, zip)).toBe(
    "bitbybit Orders: empty; type the postal code\nThe order is not sent until this is fixed and checked again.",
  );
  expect(noteAt(addOn, 3, quantity)).toContain("The order can be sent as it is.");
  expect(noteAt(addOn, 4, quantity)).toBe("");
});

test("colour and note go with the next check once the cell is in order", () => {
  const addOn = checked([{ Zip: "" }, {}]);
  addOn.type(2, "Zip", "40115");
  addOn.check();
  expect(markRules(addOn)).toEqual([]);
  expect(noteAt(addOn, 2, zip)).toBe("");
});

test("Fix all takes the marks of the cells that it fixes with it", () => {
  const addOn = checked([{ Quantity: "2 pcs" }, { Quantity: "5 (habis)" }]);
  addOn.call("fixCells", [addOn.sheet.sheetId, "notWhole-quantity"]);
  expect(markRules(addOn)).toEqual([["#ffcc80", [box(3, quantity)]]]);
  expect(noteAt(addOn, 2, quantity)).toBe("");
});

test("a run marks what it cannot send, and takes the marks of what it sends away", () => {
  const addOn = checked([{ Quantity: 5000 }, { Zip: "" }]);
  addOn.create();
  expect(markRules(addOn)).toEqual([["#ffcc80", [box(3, zip)]]]);
  expect(noteAt(addOn, 2, quantity)).toBe("");
});

test("orders that were not checked are not marked; those of an earlier check stay marked", () => {
  const addOn = new AddOn({ rows: distinct([{ Zip: "" }, { Zip: "" }, { Zip: "" }]) });
  for (const cell of ["A2", "A3"]) {
    addOn.user.select([cell]);
    addOn.check();
  }
  expect(markRules(addOn)).toEqual([["#ffcc80", [box(2, zip, 2)]]]);
});

test("the user's rules stay in their order, and so do the user's colours and notes", () => {
  const addOn = new AddOn({ rows: [{ Zip: "" }] });
  const rules = [ownRule("b"), ownRule("a")];
  addOn.sheet.properties.conditionalFormats = [...rules];
  addOn.user.formatCell(addOn.sheet, 2, zip, { note: "ask Siti", background: "#00ff00" });
  for (let click = 1; click <= 2; click += 1) addOn.check();
  const formats = addOn.sheet.properties.conditionalFormats;
  expect(formats.filter(({ background }) => background === "#ff00ff")).toEqual(rules);
  expect(formats.slice(0, 2)).toEqual(rules);
  expect(markRules(addOn)).toHaveLength(1);
  expect(addOn.sheet.cell(2, zip)).toMatchObject({ note: "ask Siti", background: "#00ff00" });
});

test("if a cell takes no note the check ends all the same, and nothing is half marked", () => {
  const addOn = checked([{ Zip: "" }, { Quantity: 5000 }]);
  const before = markRules(addOn);
  addOn.type(3, "Zip", "");
  addOn.sheet.properties.protections = [{ box: box(3, zip), description: "Accounting" }];
  expect(addOn.check()).toMatch(/^2 orders: 2 with problems\./);
  expect(markRules(addOn)).toEqual(before);
  expect(noteAt(addOn, 3, zip)).toBe("");
});

test("a thousand cells cost ten calls at most, and a sheet without any two", () => {
  const calls = (rows: Row[]) => {
    const made: string[] = [];
    const addOn = new AddOn({
      rows: distinct(rows),
      runtime: {
        beforeCall: ({ method, trip }) => {
          if (trip) made.push(method);
        },
      },
    });
    addOn.check();
    // What follows tells the user, and is no call of the document's.
    return made.slice(made.indexOf("getNotes")).filter((method) => /Notes|FormatRules|flush/.test(method));
  };
  const wrong = Array.from({ length: 500 }, (_, index) => ({ Zip: index % 2 ? "" : "x", Quantity: "?" }));
  expect(calls(wrong)).toEqual([
    "getNotes",
    "getConditionalFormatRules",
    "setConditionalFormatRules",
    "setNotes",
    "flush",
  ]);
  expect(calls([{}])).toEqual(["getNotes", "getConditionalFormatRules"]);
});
