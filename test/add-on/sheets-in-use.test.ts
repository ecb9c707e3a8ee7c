import * as z from "zod/mini";
import { cellOf, selectionOf, wholeSheet } from "../../local/runtime/model/user-acts";
import { AddOn, goodRow, headers, statusHeaders } from "./add-on";

const columnsShape = z.object({
  columns: z.looseObject({
    fields: z.array(z.object({ field: z.string(), column: z.string() })),
  }),
});

const names = ["Dewi", "Ayu", "Citra", "Budi"];
const rows = names.map((name) => ({ "First name": name }));

function created(): AddOn {
  const addOn = new AddOn({ rows });
  addOn.create();
  return addOn;
}

/** Each ID stands beside the row whose order it is. */
function expectIdsInPlace(addOn: AddOn): void {
  const nameOf = new Map(addOn.made().map((order) => [order.id, order.shippingAddress.firstName]));
  addOn.cells("Order ID").forEach((id, index) => {
    if (id !== "") expect(nameOf.get(id)).toBe(addOn.cell(index + 2, "First name"));
  });
}

test("each day's sheet with the same headers is read as the first one was confirmed, and the question says so", () => {
  const names = headers.map((header) => ({ Zip: "Kode Pos", City: "Kota" })[header] ?? header);
  const row = { "Kode Pos": "40115", Kota: "Bandung" };
  const addOn = new AddOn({ headers: names, rows: [row] });
  const { columns } = columnsShape.parse(addOn.call("getColumns", []));
  const fields = columns.fields.map(({ field, column }) => ({ field, column, defaultValue: "" }));
  addOn.call("saveColumns", [{ ...columns, fields }]);
  expect(addOn.create()).toBe("1 order: 1 created.");
  const tuesday = addOn.spreadsheet.addSheet("Tuesday");
  names.forEach((name, index) => {
    tuesday.setCell(1, index + 1, cellOf(name));
    tuesday.setCell(2, index + 1, cellOf({ ...goodRow, ...row, "Order ref": "T-1" }[name] ?? ""));
  });
  addOn.user.openSheet(tuesday);
  addOn.user.select(["A2"]);
  addOn.create();
  expect(addOn.said.at(-2)).toContain('Zip: column J "Kode Pos"');
  expect(addOn.made().map(({ shippingAddress }) => shippingAddress.zip)).toEqual(["40115", "40115"]);
});

describe("what users do to a sheet after orders were created", () => {
  test("sorting all columns changes nothing: all are skipped", () => {
    const addOn = created();
    const { row: _, ...box } = wholeSheet(addOn.sheet);
    addOn.user.sort(addOn.sheet, { ...box, row: 2, rows: 4 }, addOn.column("First name"));
    expectIdsInPlace(addOn);
    expect(addOn.create()).toBe("4 orders: 4 already created.");
  });

  test("sorting the data columns alone: every order that moved needs review, and none is sent", () => {
    const addOn = created();
    addOn.user.sort(
      addOn.sheet,
      { row: 2, column: 1, rows: 4, columns: headers.length },
      addOn.column("First name"),
    );
    addOn.create();
    expect(addOn.posts()).toBe(4);
    for (const message of addOn.cells("Message"))
      expect(message).toMatch(/^(Needs your decision: .*sorted or moved.*)?$/);
    expect(addOn.cells("Message").filter((message) => message !== "").length).toBeGreaterThanOrEqual(2);
  });

  test("a copied row needs review as a copy; with its status columns cleared it is an order of its own", () => {
    const addOn = created();
    const width = addOn.sheet.maxColumns;
    addOn.user.paste(
      addOn.user.copy(addOn.sheet, { row: 2, column: 1, rows: 1, columns: width }),
      addOn.sheet,
      6,
      1,
    );
    addOn.user.select(selectionOf({ row: 2, column: 1, rows: 5, columns: 1 }));
    addOn.create();
    expect(addOn.posts()).toBe(4);
    expect(addOn.cell(6, "Message")).toContain("copy of row 2's");
    addOn.user.clear(addOn.sheet, { row: 6, column: addOn.column("Status"), rows: 1, columns: 6 });
    expect(addOn.create()).toBe("5 orders: 1 created and 4 already created.");
    expect(addOn.made()).toHaveLength(5);
    expectIdsInPlace(addOn);
  });

  test("a copied row that was filled with another order is told as a copy, and is made once its cells are cleared", () => {
    const addOn = created();
    const last = { row: 5, column: 1, rows: 1, columns: addOn.sheet.maxColumns };
    addOn.user.paste(addOn.user.copy(addOn.sheet, last), addOn.sheet, 6, 1);
    addOn.type(6, "First name", "Eka");
    addOn.user.select(["A2:A6"]);
    expect(addOn.create()).toBe("5 orders: 1 with problems and 4 already created.");
    expect(addOn.cell(6, "Message")).toContain("copy of row 5's");
    addOn.user.clear(addOn.sheet, { row: 6, column: addOn.column("Status"), rows: 1, columns: 6 });
    expect(addOn.create()).toBe("5 orders: 1 created and 4 already created.");
    expectIdsInPlace(addOn);
  });

  test("filling the status columns down makes no order count as created that was not", () => {
    const addOn = new AddOn({ rows });
    addOn.user.select(["A2"]);
    addOn.create();
    addOn.user.fillDown(addOn.sheet, { row: 2, column: addOn.column("Status"), rows: 1, columns: 6 }, 3);
    addOn.user.select(["A2:A5"]);
    addOn.create();
    expect(addOn.posts()).toBe(1);
    for (const rowNumber of [3, 4, 5])
      expect(addOn.cell(rowNumber, "Message")).toMatch(/^Needs your decision: /);
    expect(addOn.cell(2, "Message")).toBe("");
  });

  test("an order edited after it was created needs review, and says what to do", () => {
    const addOn = created();
    addOn.type(3, "Quantity", "7");
    addOn.create();
    expect(addOn.posts()).toBe(4);
    expect(addOn.cell(3, "Status")).toBe("Created (test)");
    expect(addOn.cell(3, "Message")).toContain("changed after its order was created");
  });

  test("a cleared Status alone, or Status and ID, sends nothing again", () => {
    const addOn = created();
    addOn.type(2, "Status", "");
    addOn.type(3, "Status", "");
    addOn.type(3, "Order ID", "");
    addOn.create();
    expect(addOn.posts()).toBe(4);
    expectIdsInPlace(addOn);
    expect(addOn.cells("Status")).toEqual(Array(4).fill("Created (test)"));
  });

  test("Ctrl-Z over everything the add-on wrote sends nothing again: the journal knows", () => {
    const addOn = created();
    addOn.user.clear(addOn.sheet, { row: 2, column: addOn.column("Status"), rows: 4, columns: 6 });
    addOn.create();
    expect(addOn.posts()).toBe(4);
    for (const message of addOn.cells("Message")) expect(message).toContain("the same order was made on");
  });

  test("with the log deleted too, nothing is sent again: nothing rests on the log", () => {
    const addOn = created();
    addOn.user.clear(addOn.sheet, { row: 2, column: addOn.column("Status"), rows: 4, columns: 6 });
    const log = addOn.spreadsheet.sheetByName("bitbybit log");
    if (log) addOn.user.deleteSheet(log);
    addOn.create();
    expect(addOn.posts()).toBe(4);
    for (const message of addOn.cells("Message")) expect(message).toContain("the same order was made on");
    expect(addOn.made()).toHaveLength(4);
  });

  test("moved columns and a renamed log do no harm", () => {
    const addOn = created();
    addOn.user.moveColumns(addOn.sheet, addOn.column("Status"), 1, 1);
    const log = addOn.spreadsheet.sheetByName("bitbybit log");
    if (log) addOn.user.renameSheet(log, "my log");
    expect(addOn.create()).toBe("4 orders: 4 already created.");
    expect(addOn.spreadsheet.sheets).toHaveLength(2);
  });

  test("a row added to an order that was created needs review", () => {
    const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
    addOn.user.select(["A2"]);
    addOn.create();
    addOn.type(3, "Order ref", "R-1");
    addOn.user.select(["A2:A3"]);
    addOn.create();
    expect(addOn.posts()).toBe(1);
    expect(addOn.cell(3, "Message")).toContain("a row was added after this order was created");
  });
});

describe("Check selection", () => {
  test("marks what is valid and what is not, sends nothing, and asks nothing", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: 0 }] });
    expect(addOn.check()).toBe("2 orders: 1 valid and 1 with problems.");
    expect(addOn.cells("Status")).toEqual(["Valid", "Invalid"]);
    expect(addOn.posts()).toBe(0);
    expect(addOn.said).toHaveLength(1);
  });

  test("leaves its receipt for whoever asks how the last click ended", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: 0 }] });
    addOn.check();
    const counts = { selected: 2, valid: 1, invalid: 1 };
    expect(addOn.call("getState", [])).toMatchObject({ run: { kind: "check", state: "ended", counts } });
  });

  test("never overwrites a row that was sent", () => {
    const addOn = new AddOn({ rows });
    addOn.breakNext(null, "reset-after");
    addOn.create();
    const before = [addOn.cells("Status"), addOn.cells("Message"), addOn.cells("Updated at")];
    expect(addOn.check()).toBe("4 orders: 3 unconfirmed and 1 already created.");
    expect([addOn.cells("Status"), addOn.cells("Message"), addOn.cells("Updated at")]).toEqual(before);
  });
});

describe("Set up this sheet", () => {
  test("adds the missing status columns once, plain text where others' texts go, and sends nothing", () => {
    const addOn = new AddOn({ rows: [{}] });
    expect(addOn.click("Set up this sheet")).toContain("This sheet is ready");
    addOn.click("Set up this sheet");
    expect(addOn.sheet.lastColumn()).toBe(headers.length + statusHeaders.length);
    for (const header of ["Order ID", "Order number", "Message", "Updated at"]) {
      expect(addOn.sheet.cell(2, addOn.column(header)).numberFormat).toBe("@");
    }
    expect(addOn.api.requests.count).toBe(0);
  });

  test("tells created, doubtful and refused rows apart by more than colour words alone: each has its own background", () => {
    const addOn = new AddOn({ rows: [{}] });
    addOn.click("Set up this sheet");
    const formats = addOn.sheet.properties.conditionalFormats;
    expect(formats.length).toBeGreaterThanOrEqual(3);
    expect(new Set(formats.map(({ background }) => background)).size).toBeGreaterThanOrEqual(3);
  });

  test("warns of a filter that ends before the status columns", () => {
    const addOn = new AddOn({ rows: [{}] });
    addOn.user.setFilter(addOn.sheet, { row: 1, column: 1, rows: 2, columns: 5 }, []);
    expect(addOn.click("Set up this sheet")).toContain("ends before the status columns");
  });
});
