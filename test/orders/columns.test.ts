import { mapColumns, missingStatusFields } from "../../src/orders/columns";
import { headerOf, statusFields } from "../../src/orders/field";
import { columnsOf, dataFields } from "./sheet";

const needed = [
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

test("every field is found by its header", () => {
  const columns = columnsOf(dataFields, true);
  expect(Object.keys(columns.data)).toEqual(dataFields);
  expect(Object.keys(columns.status)).toEqual(statusFields);
  expect(columns.data.zip).toBe(dataFields.indexOf("zip"));
});

test("letter case, outer spaces and repeated inner spaces do not count, other columns are left alone", () => {
  const headers = [" VARIANT  id ", "Margin", "quantity\u00a0", ...needed.slice(2), "Margin"];
  const map = mapColumns(headers);
  expect(map.ok && map.columns.data).toMatchObject({ variantId: 0, quantity: 2, firstName: 3 });
  expect(map.ok && map.columns.headerRow).toEqual(headers);
});

test("the needed headers alone will do", () => {
  expect(mapColumns(needed).ok).toBe(true);
});

test.each(needed)("without %s nothing can be sent", (header) => {
  const map = mapColumns(needed.filter((each) => each !== header));
  expect(map.ok ? [] : map.problems).toEqual([
    { kind: "missing", anyOf: expect.arrayContaining([expect.any(String)]) },
  ]);
});

test("the Ship columns are as good a source of the address's names and phone", () => {
  const ship = needed.map((header) =>
    ["First name", "Last name", "Phone"].includes(header) ? `Ship ${header.toLowerCase()}` : header,
  );
  expect(mapColumns(ship).ok).toBe(true);
});

test("every missing and every repeated header is told, of the user's columns and of the status columns", () => {
  const map = mapColumns(["City", "city", "Send key", "SEND KEY", ...needed.slice(1, 5)]);
  expect(map).toEqual({
    ok: false,
    problems: [
      { kind: "missing", anyOf: ["variantId", "sku", "product"] },
      { kind: "missing", anyOf: ["address1"] },
      { kind: "missing", anyOf: ["province"] },
      { kind: "missing", anyOf: ["zip"] },
      { kind: "twice", field: "city", columnIndexes: [0, 1] },
      { kind: "twice", field: "sendKey", columnIndexes: [2, 3] },
    ],
  });
});

test("headers that name parts of objects in JavaScript are other columns", () => {
  expect(mapColumns([...needed, "constructor", "__proto__", "toString"]).ok).toBe(true);
});

test("missing status columns are told in the order in which they are added", () => {
  const map = mapColumns([...needed, headerOf.message, headerOf.status]);
  expect(map.ok && missingStatusFields(map.columns)).toEqual([
    "orderId",
    "orderNumber",
    "updatedAt",
    "sendKey",
  ]);
});
