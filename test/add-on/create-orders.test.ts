import { scopes } from "../../local/api/gate";
import { AddOn, goodRow, headers, statusHeaders, testKey } from "./add-on";

const named = (name: string) => ({ "First name": name });

describe("Create orders from selection", () => {
  test("makes one order a row, and writes each ID beside its own row", () => {
    const addOn = new AddOn({ rows: ["Ayu", "Budi", "Citra"].map(named) });
    expect(addOn.create()).toBe("3 orders: 3 created.");
    expect(addOn.cells("Status")).toEqual(["Created (test)", "Created (test)", "Created (test)"]);
    const names = new Map(addOn.made().map((order) => [order.id, order.shippingAddress.firstName]));
    expect(addOn.cells("Order ID").map((id) => names.get(id))).toEqual(["Ayu", "Budi", "Citra"]);
    expect(addOn.cells("Order number").every((number) => /^#\d+$/.test(number))).toBe(true);
    expect(addOn.cells("Updated at")).toEqual(
      Array(3).fill(expect.stringMatching(/^2026-03-02 08:\d\d:\d\d$/)),
    );
  });

  test("records each order once: one attempt, one line of the log", () => {
    const addOn = new AddOn({ rows: ["Ayu", "Budi", "Citra"].map(named) });
    addOn.create();
    const log = addOn.spreadsheet.sheetByName("bitbybit log");
    const events = Array.from({ length: log?.lastRow() ?? 0 }, (_, index) => log?.cell(index + 1, 5).value);
    expect(events).toEqual(["Event", "Created (test)", "Created (test)", "Created (test)"]);
  });

  test("asks first: TEST, how many, the first and the last; a No sends and writes nothing", () => {
    const addOn = new AddOn({ rows: ["Ayu", "Budi"].map(named) });
    addOn.answer = "NO";
    const question = addOn.create();
    expect(question).toMatch(/^TEST: create 2 orders in bitbybit: from row 2 to row 3\.\nAPI key …aaaa\./);
    expect(addOn.api.requests.count).toBe(0);
    expect(addOn.sheet.lastColumn()).toBe(headers.length);
  });

  test("adds the status columns at the right and touches no other cell", () => {
    const addOn = new AddOn({ rows: [named("Ayu")], headers: [...headers, "My own"] });
    addOn.sheet.growTo(200, 30);
    addOn.type(2, "My own", "=1+1");
    const before = headers.map((header) => addOn.sheet.cell(2, addOn.column(header)));
    addOn.create();
    expect(statusHeaders.map((header) => addOn.column(header))).toEqual([13, 14, 15, 16, 17, 18]);
    expect(headers.map((header) => addOn.sheet.cell(2, addOn.column(header)))).toEqual(before);
    expect(addOn.sheet.cell(2, addOn.column("My own")).formula).toBe("=1+1");
  });

  test("works on several ranges, overlapping ones and the header too, each row once", () => {
    const addOn = new AddOn({ rows: ["A", "B", "C", "D", "E"].map(named) });
    addOn.user.select(["A1:B2", "C2:C3", "A5"]);
    expect(addOn.create()).toBe("3 orders: 3 created.");
    expect(addOn.cells("Status").map((status) => status !== "")).toEqual([true, true, false, true, false]);
  });

  test("takes a whole column as all rows", () => {
    const addOn = new AddOn({ rows: ["A", "B"].map(named) });
    addOn.user.select(["C1:C200"]);
    expect(addOn.create()).toBe("2 orders: 2 created.");
  });

  test("with nothing selected, or only empty rows, says that there is nothing to do", () => {
    const addOn = new AddOn({ rows: [named("A")] });
    for (const ranges of [null, ["A1"], ["A50:A60"]]) {
      addOn.user.select(ranges);
      expect(addOn.create()).toMatch(/^Nothing to do/);
    }
    expect(addOn.api.requests.count).toBe(0);
  });

  test("leaves out rows that a filter hides and counts them; rows hidden by hand are sent", () => {
    const addOn = new AddOn({ rows: ["A", "B", "C"].map(named) });
    addOn.user.setFilter(addOn.sheet, { row: 1, column: 1, rows: 4, columns: 3 }, [3]);
    addOn.user.hideRows(addOn.sheet, [4]);
    expect(addOn.create()).toBe("2 orders: 2 created. 1 row that a filter hides was left out.");
    expect(addOn.cells("Status")).toEqual(["Created (test)", "", "Created (test)"]);
  });

  test("rows with one Order ref are one order, adjacent or not, its ID in each of its rows", () => {
    const ref = { "Order ref": "R-7" };
    const addOn = new AddOn({
      rows: [{ ...ref, Quantity: 2 }, named("Budi"), { ...ref, "Variant ID": "var_0202" }],
    });
    expect(addOn.create()).toBe("2 orders: 2 created.");
    const ids = addOn.cells("Order ID");
    expect(ids[0]).toBe(ids[2]);
    const order = addOn.made().find(({ id }) => id === ids[0]);
    expect(order?.lineItems.map((line) => [line.productVariant.id, line.quantity])).toEqual([
      ["var_0101", 2],
      ["var_0202", 1],
    ]);
  });

  test("an order that is not selected in full needs review, and its other row is named", () => {
    const ref = { "Order ref": "R-7" };
    const addOn = new AddOn({ rows: [ref, { ...ref, "Variant ID": "var_0202" }] });
    addOn.user.select(["A2"]);
    addOn.create();
    expect(addOn.posts()).toBe(0);
    expect(addOn.cell(2, "Status")).toBe("Invalid");
    expect(addOn.cell(2, "Message")).toBe("Order R-7 has row 3 too: select it as well.");
  });

  test("contradicting cells of one order are problems of those cells; a blank one takes the filled one", () => {
    const ref = { "Order ref": "R-7" };
    const addOn = new AddOn({ rows: [ref, { ...ref, Zip: "40116" }, { ...ref, City: "" }, named("Budi")] });
    addOn.create();
    expect(addOn.cells("Status")).toEqual(["Invalid", "Invalid", "Invalid", "Created (test)"]);
    expect(addOn.cell(3, "Message")).toContain('J3 Zip: "40116" here, but "40115" in row');
    expect(addOn.posts()).toBe(1);
  });

  test("a zip formatted 00000 keeps its zeros", () => {
    const addOn = new AddOn({ rows: [{ Zip: 115 }] });
    addOn.user.formatCell(addOn.sheet, 2, addOn.column("Zip"), { numberFormat: "00000" });
    addOn.create();
    expect(addOn.made()[0]?.shippingAddress.zip).toBe("00115");
  });

  test("an invalid row is told cell by cell and stops no other", () => {
    const addOn = new AddOn({ rows: [{ Quantity: "two", Zip: "" }, named("Budi")] });
    expect(addOn.create()).toBe("2 orders: 1 created and 1 with problems.");
    expect(addOn.cell(2, "Message")).toContain('F2 Quantity: "two" is not a whole number; type 2');
    expect(addOn.cell(2, "Message")).toContain("J2 Zip: empty");
    addOn.type(2, "Quantity", "2");
    addOn.type(2, "Zip", "40115");
    expect(addOn.create()).toBe("2 orders: 1 created and 1 already created.");
  });

  test("rows that were created are skipped at the second click, and counted", () => {
    const addOn = new AddOn({ rows: ["A", "B"].map(named) });
    addOn.create();
    const before = addOn.cells("Order ID");
    expect(addOn.create()).toBe("2 orders: 2 already created.");
    expect(addOn.posts()).toBe(2);
    expect(addOn.cells("Order ID")).toEqual(before);
  });

  test("known headers in another order and letter case work, others are left alone", () => {
    const mixed = [...headers].reverse().map((header) => ` ${header.toUpperCase()} `);
    const rows = [
      Object.fromEntries(
        mixed.map((header) => [
          header,
          goodRow[headers.find((one) => one.toUpperCase() === header.trim()) ?? ""] ?? "",
        ]),
      ),
    ];
    const addOn = new AddOn({ rows, headers: ["Warehouse", ...mixed] });
    expect(addOn.create()).toBe("1 order: 1 created.");
  });

  test("a needed header that is missing, or a known one twice, is one message; nothing is sent or written", () => {
    const addOn = new AddOn({
      rows: [{}],
      headers: [...headers.filter((header) => header !== "Zip"), "City"],
    });
    expect(addOn.create()).toBe(
      'Row 1 lacks the column "Zip". Add what is missing. Row 1 has "City" in columns H and K: rename all but one. Nothing was sent.',
    );
    expect(addOn.posts()).toBe(0);
    expect(addOn.sheet.lastColumn()).toBe(11);
  });

  test("headers in another language are missing, by name", () => {
    const addOn = new AddOn({ rows: [{}], headers: ["Nama", "Alamat", "Kota"] });
    expect(addOn.create()).toMatch(
      /^Row 1 lacks the columns "Variant ID" \(or "SKU", "Product"\), "Quantity"/,
    );
  });

  test("a Status column of the user's own stays theirs: the add-on's columns get names of their own", () => {
    const addOn = new AddOn({ rows: [{ Status: "Terkirim" }], headers: [...headers, "Status"] });
    expect(addOn.create()).toBe("1 order: 1 created.");
    expect(addOn.cell(2, "Status")).toBe("Terkirim");
    expect(addOn.cell(2, "bitbybit Status")).toBe("Created (test)");
    expect(addOn.cell(2, "bitbybit Order ID")).toBe(addOn.madeIds()[0]);
    expect(addOn.create()).toBe("1 order: 1 already created.");
  });

  test("status columns that the user may not edit: nothing is sent, and it says whom to ask", () => {
    const addOn = new AddOn({ rows: [{}], headers: [...headers, ...statusHeaders] });
    addOn.sheet.properties.protections = [
      { box: { row: 1, column: addOn.column("Status"), rows: 200, columns: 6 }, description: "Accounting" },
    ];
    expect(addOn.create()).toMatch(
      /may not edit this sheet's status columns.*nothing was sent.*Ask the sheet's owner/,
    );
    expect(addOn.api.requests.count).toBe(0);
  });

  test("without an API key it says where to get one", () => {
    const addOn = new AddOn({ rows: [{}], apiKey: "" });
    expect(addOn.create()).toContain("There is no API key yet. Save one in the sidebar under Settings");
  });

  test("what stands for the API key in send keys is no part of it, and another for a key that differs in one letter", () => {
    const hashes = [testKey, `${testKey.slice(0, -1)}b`].map((key) => {
      const keys = [{ key, scopes }];
      const addOn = new AddOn({ rows: [{}], apiKey: key, api: { keys } });
      addOn.create();
      return addOn.cell(2, "Send key").slice(1, 5);
    });
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) expect(testKey.toUpperCase()).not.toContain(hash);
  });

  test("the API key is nowhere: not in the sheet, the log, the document's properties or a sentence", () => {
    const addOn = new AddOn({ rows: [{}, { Quantity: 0 }] });
    addOn.create();
    expect(addOn.everything()).not.toContain(testKey.slice("bbb_test_".length, -4));
  });
});
