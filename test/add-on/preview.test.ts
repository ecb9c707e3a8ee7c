import * as z from "zod/mini";
import { AddOn, headers, type Row } from "./add-on";

const shown = z.object({
  ok: z.literal(true),
  preview: z.object({
    order: z.string(),
    hasLeft: z.boolean(),
    parts: z.array(
      z.object({
        about: z.string(),
        lines: z.array(z.object({ label: z.string(), value: z.string(), cell: z.string() })),
      }),
    ),
    json: z.string(),
    findings: z.array(z.string()),
  }),
});

const previewOf = (addOn: AddOn) => shown.parse(addOn.call("previewRow", [])).preview;

function selected(rows: Row[], ranges: string[], columns = headers): AddOn {
  const addOn = new AddOn({ rows, headers: columns });
  addOn.user.select(ranges);
  return addOn;
}

test("shows each value of the chosen order with its cell, part by part, and the body of the request", () => {
  const addOn = selected([{ "First name": "Budi" }, {}], ["C3:C9"]);
  const { order, parts, json, findings } = previewOf(addOn);
  expect(order).toBe("row 3");
  expect(
    parts.map(({ about, lines }) => [about, ...lines.map((line) => `${line.label} ${line.cell}`)]),
  ).toEqual([
    ["customer", "First name B3", "Last name C3", "Phone D3"],
    ["article", "Variant ID E3", "Quantity F3"],
    [
      "address",
      "First name B3",
      "Last name C3",
      "Phone D3",
      "Address 1 G3",
      "City H3",
      "Province I3",
      "Zip J3",
    ],
  ]);
  expect(findings).toEqual([]);
  addOn.user.select(["A3"]);
  addOn.create();
  const { id: _, ...sent } = addOn.made()[0] ?? { id: "" };
  expect(sent).toMatchObject({ shippingAddress: JSON.parse(json).shippingAddress });
});

test("any row of an order stands for all of them", () => {
  const rows = [{ "Order ref": "R-1" }, { "Order ref": "R-1", "Variant ID": "var_0102" }];
  const { order, parts } = previewOf(selected(rows, ["A3"]));
  expect(order).toBe("R-1 (rows 2–3)");
  expect(parts.filter(({ about }) => about === "article")).toHaveLength(2);
});

test("says what keeps the order from being sent, what to look at and what was put right", () => {
  const rows = [{ Zip: "", Quantity: 5000, City: "Ban\u200bdung", "Order ref": "R-1" }];
  const { json, parts, findings } = previewOf(selected(rows, ["A2"]));
  expect([json, parts]).toEqual(["", []]);
  expect(findings.map((finding) => finding.split(":")[0])).toEqual(["J2 Zip", "F2 Quantity", "H2 City"]);
});

test("says so if the order was sent already; its cells may have changed since", () => {
  const addOn = selected([{}], ["A2"]);
  addOn.create();
  expect(previewOf(addOn).hasLeft).toBe(true);
});

test.each([
  ["the header alone", ["A1"], "Select a row with an order in the sheet first."],
  ["an empty row", ["A40"], "Row 40 is empty."],
  ["a total", ["A3"], "Row 3 is no order: it holds a total."],
])("has nothing to show for %s", (_, ranges, message) => {
  const total = Object.fromEntries(headers.map((header) => [header, ""]));
  const addOn = selected([{}, { ...total, "Order ref": "TOTAL" }], ranges);
  expect(() => addOn.call("previewRow", [])).toThrow(message);
});

test("sends nothing and writes nothing", () => {
  const addOn = selected([{ Zip: "" }], ["A2"]);
  const before = addOn.everything();
  previewOf(addOn);
  expect(addOn.everything()).toBe(before);
  expect(addOn.api.requests.count).toBe(0);
});
