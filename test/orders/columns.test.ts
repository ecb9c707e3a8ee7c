import { mapColumns, missingStatusFields, statusHeaderOf } from "../../src/orders/columns";
import { headerOf, statusFields } from "../../src/orders/field";
import { columnsOf, dataFields, neededHeaders as needed } from "./sheet";

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

test("signs, underscores, accents, invisible characters and remarks in a header do not count", () => {
  const headers = [
    "VARIANT_ID*",
    "Quantity (required)",
    "First-name",
    "Last name:",
    "Phóne",
    "Address\u200b1",
    ...needed.slice(6),
  ];
  expect(mapColumns(headers).ok).toBe(true);
});

test("a header that is written just so goes before one that is not", () => {
  const map = mapColumns(["City*", ...needed]);
  expect(map.ok && map.columns.data.city).toBe(7);
});

test("the header row has a number, which is 1 unless another is given", () => {
  const map = mapColumns(needed);
  expect(map.ok && map.columns.headerRowNumber).toBe(1);
  const third = mapColumns(needed, { headerRowNumber: 3 });
  expect(third.ok && third.columns.headerRowNumber).toBe(3);
});

test("confirmed columns count instead of names, and defaults instead of columns", () => {
  const headers = ["Kode", "Jumlah", "Nama", "No HP", "Alamat", "Kota", "Provinsi", "Zip"];
  const data = { sku: 0, quantity: 1, fullName: 2, phone: 3, address1: 4, city: 5, province: 6 };
  expect(mapColumns(headers, { data }).ok).toBe(false);
  const map = mapColumns(headers, { data, defaults: { zip: "40115" } });
  expect(map.ok && map.columns.data).toEqual(data);
  expect(map.ok && map.columns.defaults).toEqual({ zip: "40115" });
});

describe("columns that only serve if others are lacking", () => {
  test.each(["SKU", "Product", "Full name"])("%s stands for what is needed", (header) => {
    const lacking = header === "Full name" ? ["First name", "Last name"] : ["Variant ID"];
    expect(mapColumns([header, ...needed.filter((one) => !lacking.includes(one))]).ok).toBe(true);
  });

  test("are left alone when they stand there twice beside those", () => {
    const map = mapColumns([...needed, "Product", "Product"]);
    expect(map.ok && map.columns.data.product).toBeUndefined();
  });

  test("are told when they stand there twice and are needed", () => {
    const map = mapColumns(["SKU", "SKU", ...needed.filter((one) => one !== "Variant ID")]);
    expect(map).toMatchObject({ ok: false, problems: [{ kind: "twice", field: "sku" }] });
  });
});

describe("the add-on's columns under names of their own", () => {
  const own = ["bitbybit Status", "BITBYBIT order id", "bitbybit Send key"];

  test("are found, and columns with the plain names are the user's", () => {
    const map = mapColumns([...needed, "Status", "Order ID", ...own]);
    expect(map.ok && map.columns.status).toEqual({ status: 11, orderId: 12, sendKey: 13 });
    expect(map.ok && map.columns.statusNames).toBe("own");
  });

  test("are added under those names", () => {
    const map = mapColumns([...needed, "Status", ...own]);
    const headers = map.ok
      ? missingStatusFields(map.columns).map((field) => statusHeaderOf(map.columns, field))
      : [];
    expect(headers).toEqual(["bitbybit Order number", "bitbybit Message", "bitbybit Updated at"]);
  });

  test("stay plain if a plain Send key says that the add-on has been there", () => {
    const map = mapColumns([...needed, "Status", "Send key", "bitbybit Message"]);
    expect(map.ok && map.columns).toMatchObject({
      statusNames: "plain",
      status: { status: 9, sendKey: 10, message: 11 },
    });
    expect(mapColumns([...needed, "Send key", "bitbybit Send key"])).toMatchObject({
      problems: [{ kind: "twice" }],
    });
  });

  test("are taken as they are written, unlike the user's", () => {
    const map = mapColumns([...needed, "order_id", "Status*"]);
    expect(map.ok && map.columns.status).toEqual({});
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
