import { chooseColumns, isCertain, missingGroups } from "../../../local/command-line/choose-columns";
import { commandWords } from "../../../local/command-line/words/words";
import type { ColumnsView, FieldColumn } from "../../../src/endpoints/columns";
import { catalogueOf } from "../../../src/messages/catalogue";

function field(name: string, label: string, change: Partial<FieldColumn> = {}): FieldColumn {
  return {
    ...{ field: name, label, column: "", source: "none", needed: false, insteadOf: [], defaultValue: null },
    ...change,
  };
}

const view: ColumnsView = {
  ...{ sheetId: 7, sheetName: "Orders", headerRow: 2, platform: "", fingerprint: "f", warnings: [] },
  columns: [
    { column: "A", header: "Order ref", samples: ["R-1"] },
    { column: "B", header: "HP", samples: ["+62 812"] },
    { column: "C", header: "Telp", samples: [] },
    { column: "D", header: "Telp", samples: [] },
  ],
  fields: [
    field("orderRef", "Order ref", { column: "A", source: "name" }),
    field("phone", "Phone", { column: "B", source: "proposal" }),
    field("shipPhone", "Ship phone"),
    field("zip", "Zip", { defaultValue: "" }),
    field("quantity", "Quantity", { defaultValue: "" }),
  ],
};

function choose(map: string[], defaults: string[] = []) {
  const chosen = chooseColumns(view, { map, defaults }, catalogueOf("en"), commandWords("en"));
  if (!chosen.ok) throw new Error(chosen.message);
  return chosen;
}

function refusal(map: string[], defaults: string[] = []): string {
  const chosen = chooseColumns(view, { map, defaults }, catalogueOf("en"), commandWords("en"));
  return chosen.ok ? "" : chosen.message;
}

test("every field is named in the choice, so that nothing is read that was not shown", () => {
  const { choice } = choose([]);
  expect(choice).toMatchObject({ sheetId: 7, headerRow: 2, fingerprint: "f" });
  expect(choice.fields.map((one) => [one.field, one.column])).toEqual([
    ["orderRef", "A"],
    ["phone", "B"],
    ["shipPhone", ""],
    ["zip", ""],
    ["quantity", ""],
  ]);
});

test("a column that is given to one field is read for no other", () => {
  const { choice } = choose(["Ship phone=HP"]);
  expect(choice.fields.find((one) => one.field === "shipPhone")?.column).toBe("B");
  expect(choice.fields.find((one) => one.field === "phone")?.column).toBe("");
});

test("a further article of a row can be given too", () => {
  expect(choose(["SKU 2=D"]).choice.fields).toContainEqual({ field: "sku2", column: "D", defaultValue: "" });
});

test("nothing is a guess once each proposed column is given", () => {
  expect(isCertain(choose([]).understood)).toBe(false);
  expect(isCertain(choose(["Phone=HP"]).understood)).toBe(true);
});

test("what is missing counts what is given", () => {
  const has = (chosen: ReturnType<typeof choose>, name: string) =>
    missingGroups(chosen.understood).some((group) => group.some((one) => one === name));
  expect([has(choose([]), "zip"), has(choose([], ["Zip=40115"]), "zip")]).toEqual([true, false]);
});

test.each([
  [["Phone=HP", "PHONE=B"], /^--map names "Phone" twice; give it once$/],
  [["Phone=Fax"], /^--map "Phone=Fax" names a header that the sheet does not have/],
  [["Phone=Telp"], /stands there more than once; give the column's letter/],
  [["Colour=HP"], /names a field that does not exist/],
  [["Phone"], /is not of the form Field=Header/],
])("--map %j is refused", (map, message) => {
  expect(refusal(map)).toMatch(message);
});

test.each([
  [["Zip"], /is not of the form Field=Value/],
  [["Phone=1"], /names no field that can have one; these can: Zip, Quantity$/],
  [["Zip=1", "zip=2"], /^--default names "Zip" twice/],
  [["Quantity=two"], /is not a whole number/],
])("--default %j is refused", (defaults, message) => {
  expect(refusal([], defaults)).toMatch(message);
});

test("a default for a field that has a column is refused, since it would not be used", () => {
  expect(refusal(["Zip=B"], ["Zip=40115"])).toBe(
    '--default "Zip=40115" is not used: Zip is read from column B',
  );
});
