import * as z from "zod/mini";
import { scopes } from "../../local/api/gate";
import { AddOn, headers, type Row, statusHeaders, testKey } from "./add-on";

const planned = z.object({ plan: z.object({ question: z.string(), remarks: z.array(z.string()) }) });
const columns = z.object({
  columns: z.object({
    sheetId: z.number(),
    fingerprint: z.string(),
    headerRow: z.number(),
    fields: z.array(z.object({ field: z.string(), column: z.string() })),
  }),
});

const distinct = (rows: Row[]) => rows.map((row, index) => ({ "First name": `Nama${index}`, ...row }));
const plan = (addOn: AddOn, kind: string) => planned.parse(addOn.call("planRun", [kind])).plan;

/** A sheet whose zips stand below a header of its own, and which has no city; both are confirmed. */
function chosen(): AddOn {
  const names = headers.map((header) =>
    header === "Zip" ? "Kode Pos" : header === "City" ? "Other" : header,
  );
  const addOn = new AddOn({ headers: names, rows: [{ "Kode Pos": "40115" }] });
  const { sheetId, fingerprint, headerRow, fields } = columns.parse(addOn.call("getColumns", [])).columns;
  const read = fields
    .filter(({ column, field }) => column !== "" && field !== "city" && field !== "zip")
    .map(({ field, column }) => ({ field, column, defaultValue: "" }));
  const own = [
    { field: "zip", column: "J", defaultValue: "" },
    { field: "city", column: "", defaultValue: "Bandung" },
  ];
  addOn.call("saveColumns", [{ sheetId, fingerprint, headerRow, fields: [...read, ...own] }]);
  return addOn;
}

describe("before a run", () => {
  test("the question says which columns are read for what their headers do not say, and what all rows get", () => {
    const sentence = 'Read as you have chosen: Zip: column J "Kode Pos", City: "Bandung" for all rows.';
    expect(plan(chosen(), "create").question).toContain(sentence);
  });

  test("it says nothing of columns that are read by their own names", () => {
    expect(plan(new AddOn({ rows: [{}] }), "create").remarks).toEqual([]);
  });

  test("it names cells worth a look, a few of them, and how many more there are", () => {
    const rows = Array.from({ length: 5 }, () => ({ Quantity: 5000 }));
    const { question, remarks } = plan(new AddOn({ rows: distinct(rows) }), "create");
    expect(question).toContain('Look at F2 Quantity: "5000" is a large quantity; check it.');
    expect(question).toContain("2 more cells are worth a look.");
    expect(remarks).toHaveLength(5);
  });

  test("it tells what was put right in reading", () => {
    const { question } = plan(new AddOn({ rows: [{ City: "Ban\u200bdung" }] }), "create");
    expect(question).toContain(
      'Read as meant: H2 City: invisible characters do not count; read as "Bandung".',
    );
  });

  test("orders that were sent are not remarked upon", () => {
    const addOn = new AddOn({ rows: [{ Quantity: 5000 }] });
    addOn.create();
    expect(plan(addOn, "create").remarks).toEqual([]);
  });
});

describe("a check", () => {
  test("says the same after its receipt", () => {
    const addOn = new AddOn({ rows: [{ Quantity: 5000 }] });
    expect(addOn.check()).toBe(
      '1 order: 1 valid.\n\nLook at F2 Quantity: "5000" is a large quantity; check it.',
    );
  });

  test("shows once how a full name is split", () => {
    const names = headers
      .filter((header) => header !== "Last name")
      .map((header) => (header === "First name" ? "Full name" : header));
    const addOn = new AddOn({
      headers: names,
      rows: ["Siti Nur Aisyah", "Budi Santoso"].map((name) => ({ "Full name": name })),
    });
    expect(addOn.check()).toMatch(/such as "Siti Nur" and "Aisyah" in row 2\.(?!.*such as)/s);
  });

  test("says article by article how a cell with several was understood", () => {
    const names = headers.map((header) => (header === "Variant ID" ? "SKU" : header));
    const addOn = new AddOn({ headers: names, rows: [{ SKU: "SKU-0101 x2; SKU-0102", Quantity: "" }] });
    expect(addOn.check()).toMatch(/Articles of row 2: "SKU-0101" × 2.*, "SKU-0102"/);
  });

  test("names no article that is not there", () => {
    const names = headers.map((header) => (header === "Variant ID" ? "SKU" : header));
    const addOn = new AddOn({ headers: names, rows: [{ SKU: "" }] });
    expect(addOn.check()).not.toContain("Articles");
  });

  test.each([
    ["no key", "", scopes, "there is no API key yet"],
    ["a key that may not read products", testKey, ["orders:read", "orders:write"], "may not read products"],
  ])("with %s says once that articles were not looked up", (_, apiKey, own, why) => {
    const names = headers.map((header) => (header === "Variant ID" ? "SKU" : header));
    const key = { key: testKey, scopes: scopes.filter((scope) => own.includes(scope)) };
    const addOn = new AddOn({
      headers: names,
      apiKey,
      rows: distinct([{ SKU: "A" }, { SKU: "B" }]),
      api: { keys: [key] },
    });
    const said = addOn.check();
    expect(said.split("Articles were not looked up").length).toBe(2);
    expect(said).toContain(why);
  });
});

describe("a Variant ID that bitbybit does not list", () => {
  const typo = { "Variant ID": "var_0120" };
  const productRequests = (addOn: AddOn) =>
    addOn.api.requests.entries().filter(({ path }) => path.includes("/products"));

  test("is worth a look in a check, which reads the products once", () => {
    const addOn = new AddOn({ rows: distinct([{}, typo]) });
    expect(addOn.check()).toContain('E3 Variant ID: "var_0120" is not among bitbybit');
    expect(addOn.cell(3, "Status")).toBe("Valid");
    addOn.check();
    expect(productRequests(addOn)).toHaveLength(1);
  });

  test("is told before a run after a check, and a run alone asks for no product", () => {
    const addOn = new AddOn({ rows: distinct([{}, typo]) });
    expect(plan(addOn, "create").remarks).toEqual([]);
    expect(productRequests(addOn)).toHaveLength(0);
    addOn.check();
    expect(plan(addOn, "create").question).toContain('"var_0120" is not among');
  });

  test("stays unknown without an API key, and a check says so once", () => {
    const said = new AddOn({ apiKey: "", rows: distinct([{}, typo]) }).check();
    expect(said).toMatch(/^2 orders: 2 valid\.\n\nArticles were not looked up: there is no API key yet/);
  });
});

describe("a row that is no order any more", () => {
  const total = () => {
    const addOn = new AddOn({ rows: [{}, { "First name": "Budi" }] });
    addOn.check();
    for (const header of headers) addOn.type(3, header, header === "Order ref" ? "TOTAL" : "");
    return addOn;
  };

  test("does not keep what a check said of it", () => {
    const addOn = total();
    expect(addOn.cell(3, "Status")).toBe("Valid");
    addOn.check();
    expect(statusHeaders.map((header) => addOn.cell(3, header)).join("")).toBe("");
  });

  test("keeps what anybody else has typed there", () => {
    const addOn = total();
    addOn.type(3, "Status", "");
    addOn.type(3, "Message", "sum of March");
    addOn.check();
    expect(addOn.cell(3, "Message")).toBe("sum of March");
  });
});
