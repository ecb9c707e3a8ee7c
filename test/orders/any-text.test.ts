import * as fc from "fast-check";
import { english } from "../../src/messages/english/english";
import { textsOf } from "../../src/messages/texts/texts";
import { headerOf, plainFields } from "../../src/orders/field";
import { withoutInvisible } from "../../src/orders/values/invisible";
import { readSheetOrders } from "../../src/sheet/read-orders";
import { anyCharacter } from "../any-character";
import { expectReadable } from "../messages/sentences";
import { columnsOf } from "./sheet";

const {
  fixed: fixedText,
  notOrder: notOrderText,
  problem: problemText,
  warning: warningText,
} = textsOf(english).findings;

const columns = columnsOf(plainFields, true);
const width = plainFields.length;

/** Any text that a cell may hold, hostile ones among them. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc.constantFrom(
    "=1+1",
    "<b>x</b>",
    "__proto__",
    "TOTAL",
    "n/a",
    "R-1",
    "2",
    "2 pcs",
    "Siti Rahma",
    "'2",
    "#REF!",
  ),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("a", "1", ";", "x", " ", "\u200b", "\u202e", "\n", "'", "=", "\u00ad"),
    maxLength: 12,
  }),
);
const value = fc.oneof(text, fc.double(), fc.boolean(), fc.date(), fc.constant(null), fc.constant({}));

test("whatever the cells of a sheet hold, each row is in an order or passed over, and every word about it is readable", () => {
  const cells = fc.array(fc.tuple(text, fc.option(value, { freq: 4 })), {
    minLength: width,
    maxLength: width,
  });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), (lines) => {
      const rows = lines.map((line, index) => ({
        rowNumber: index + 2,
        display: line.map(([shown]) => shown),
        values: line.map(([shown, typed]) => typed ?? shown),
      }));
      const { records, notOrders } = readSheetOrders(rows, columns);
      const seen = [
        ...records.flatMap(({ order }) => order.rowNumbers),
        ...notOrders.map((one) => one.rowNumber),
      ];
      const filled = rows.filter((row) => row.display.some((shown) => withoutInvisible(shown).trim() !== ""));
      expect(seen.sort((one, other) => one - other)).toEqual(filled.map((row) => row.rowNumber));
      for (const { order } of records) {
        expect(order.payload === null).toBe(order.problems.length > 0);
        for (const problem of order.problems) expectReadable(`${problemText(problem)}.`);
        for (const warning of order.warnings) expectReadable(`${warningText(warning)}.`);
        for (const fixed of order.fixes) expectReadable(`${fixedText(fixed)}.`);
      }
      for (const { rowNumber, reason } of notOrders) expectReadable(notOrderText(rowNumber, reason));
    }),
    { seed: 14, numRuns: 150 },
  );
});

test("no text of a payload holds a character that its cell does not show", () => {
  const free = [
    "firstName",
    "lastName",
    "address1",
    "address2",
    "city",
    "province",
    "notes",
    "tags",
  ] as const;
  const good = { phone: "081255500101", variantId: "var_1", quantity: "2", zip: "40115" };
  fc.assert(
    fc.property(fc.record(Object.fromEntries(free.map((field) => [field, text]))), (drawn) => {
      const cells: Record<string, string> = { ...drawn, ...good };
      const display = plainFields.map((field) => cells[field] ?? "");
      const [record] = readSheetOrders([{ rowNumber: 2, display, values: display }], columns).records;
      const payload = record?.order.payload;
      if (!payload) return;
      const sent = JSON.stringify(payload, (_, one) =>
        typeof one === "string" ? one.replace(/\n/g, " ") : one,
      );
      expect(withoutInvisible(sent)).toBe(sent);
    }),
    { seed: 14, numRuns: 150 },
  );
});

test("the headers of the table are all different, also but for their form", () => {
  const plain = Object.values(headerOf).map((header) => header.toLowerCase().replace(/[^a-z0-9]/g, ""));
  expect(new Set(plain).size).toBe(plain.length);
});
