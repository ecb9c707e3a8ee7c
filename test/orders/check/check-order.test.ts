import * as fc from "fast-check";
import { checkOrder } from "../../../src/orders/check/check-order";
import { orderSchema } from "../../../src/orders/check/order-schema";
import { type Columns, mapColumns } from "../../../src/orders/columns";
import { type DataField, headerOf } from "../../../src/orders/field";
import type { CheckedOrder } from "../../../src/orders/order";
import { groupRows } from "../../../src/orders/rows/group-rows";
import type { Cell } from "../sheet";
import { columnsOf, dataFields, goodCells, rowOf } from "../sheet";

type Cells = Partial<Record<DataField, Cell>>;

/** Checks rows 2, 3, … as one order; each is a good row with these cells changed. */
function check(changes: readonly Cells[], fields: readonly DataField[] = dataFields): CheckedOrder {
  const columns = columnsOf(fields);
  const rows = changes.map((change, index) =>
    rowOf(index + 2, { orderRef: "R-1", ...goodCells, ...change }, fields),
  );
  return checkOrder({ ref: "R-1", rowNumbers: rows.map((row) => row.rowNumber), rows }, columns);
}

/** Problems as [row, field, kind]. */
function problemsOf(changes: readonly Cells[], fields?: readonly DataField[]) {
  return check(changes, fields).problems.map((problem) => [problem.rowNumber, problem.field, problem.kind]);
}

const noNames: Cells = { firstName: "", lastName: "" };
const shipNames: Cells = { shipFirstName: "Budi", shipLastName: "Santoso" };

describe("the payload", () => {
  test("of a plain row leaves empty fields out", () => {
    expect(check([{}]).payload).toEqual({
      customer: { firstName: "Ayu", lastName: "Lestari", phone: "+62 812 3456 789" },
      lineItems: [{ productVariantId: "var_1", quantity: 2 }],
      shippingAddress: {
        firstName: "Ayu",
        lastName: "Lestari",
        phone: "+62 812 3456 789",
        address1: "Jl. Melati 1",
        city: "Bandung",
        province: "Jawa Barat",
        zip: "40115",
      },
    });
  });

  test("has one line for each row, in their order, and shared fields once", () => {
    const { payload } = check([{ notes: "Ring twice" }, { variantId: "var_2", quantity: "3" }]);
    expect(payload?.lineItems).toEqual([
      { productVariantId: "var_1", quantity: 2 },
      { productVariantId: "var_2", quantity: 3 },
    ]);
    expect(payload?.notes).toBe("Ring twice");
  });

  test("takes blank cells of an order from its first filled one", () => {
    const blank: Cells = {
      firstName: "",
      lastName: "",
      phone: "",
      address1: "",
      city: " ",
      province: "",
      zip: "",
    };
    expect(check([blank, {}, blank]).payload?.shippingAddress).toEqual(check([{}]).payload?.shippingAddress);
  });

  test("with a Customer ID has no customer; names and phone still fill the address", () => {
    const { payload } = check([{ customerId: "cus_1", email: "ayu@example.com" }]);
    expect(payload?.customerId).toBe("cus_1");
    expect(payload).not.toHaveProperty("customer");
    expect(payload?.shippingAddress).toMatchObject({ firstName: "Ayu", phone: "+62 812 3456 789" });
  });

  test("has the Ship columns in the address and the others in the customer", () => {
    const { payload } = check([{ ...shipNames, shipPhone: "022" }]);
    expect(payload?.shippingAddress).toMatchObject({ firstName: "Budi", lastName: "Santoso", phone: "022" });
    expect(payload?.customer).toMatchObject({ firstName: "Ayu", phone: "+62 812 3456 789" });
  });

  test("mixes Ship columns with the customer's where only some are filled", () => {
    expect(check([{ shipFirstName: "Budi" }]).payload?.shippingAddress).toMatchObject({
      firstName: "Budi",
      lastName: "Lestari",
    });
  });

  test("has tags split by commas, trimmed, without blanks and repetitions", () => {
    expect(check([{ tags: " vip, ,gift ,vip," }]).payload?.tags).toEqual(["vip", "gift"]);
    expect(check([{ tags: " , " }]).payload).not.toHaveProperty("tags");
  });

  test("keeps leading zeros that a format shows, and text as typed", () => {
    const { payload } = check([{ zip: { value: 123, shows: "00123" }, phone: " (0812) 3456 " }]);
    expect(payload?.shippingAddress).toMatchObject({ zip: "00123", phone: "(0812) 3456" });
  });

  test("cuts nothing, however long", () => {
    const notes = "x".repeat(50_000);
    expect(check([{ notes }]).payload?.notes).toBe(notes);
  });

  test("takes e-mail addresses with plus signs and apostrophes", () => {
    expect(check([{ email: " o'neil+shop@example.com " }]).payload?.customer?.email).toBe(
      "o'neil+shop@example.com",
    );
  });
});

describe("needed cells", () => {
  test.each<DataField>(["variantId", "quantity", "phone", "address1", "city", "province", "zip"])(
    "an empty %s is a problem",
    (field) => {
      expect(problemsOf([{ [field]: " " }])).toEqual([[2, field, "missing"]]);
    },
  );

  test("a variant and a quantity are needed in every row, what rows share only in one", () => {
    const blank: Cells = { variantId: "", quantity: "", zip: "", city: "" };
    expect(problemsOf([{}, blank, { zip: "" }])).toEqual([
      [3, "variantId", "missing"],
      [3, "quantity", "missing"],
    ]);
  });

  test("a shared cell that no row fills is missing in the first row alone", () => {
    expect(problemsOf([{ zip: "" }, { zip: "" }])).toEqual([[2, "zip", "missing"]]);
  });

  test("missing names are told once each, though address and customer both need them", () => {
    expect(problemsOf([noNames])).toEqual([
      [2, "firstName", "missing"],
      [2, "lastName", "missing"],
    ]);
  });

  test("with a Customer ID the address still needs names", () => {
    expect(problemsOf([{ ...noNames, customerId: "cus_1" }])).toEqual([
      [2, "firstName", "missing"],
      [2, "lastName", "missing"],
    ]);
  });

  test("with names for the address alone, the customer is missing", () => {
    expect(problemsOf([{ ...noNames, ...shipNames, phone: "", shipPhone: "022" }])).toEqual([
      [2, "firstName", "noCustomer"],
      [2, "lastName", "noCustomer"],
    ]);
    expect(problemsOf([{ ...shipNames, lastName: "" }])).toEqual([[2, "lastName", "noCustomer"]]);
  });

  test("a sheet with Ship columns alone is told about its Customer ID column, or the row when it has none", () => {
    const fields = dataFields.filter((field) => !["firstName", "lastName", "email"].includes(field));
    expect(problemsOf([shipNames], fields)).toEqual([[2, "customerId", "noCustomer"]]);
    expect(
      problemsOf(
        [shipNames],
        fields.filter((field) => field !== "customerId"),
      ),
    ).toEqual([[2, null, "noCustomer"]]);
    expect(check([{ ...shipNames, customerId: "cus_1" }], fields).payload?.customerId).toBe("cus_1");
  });
});

describe("cells at fault", () => {
  test("every problem of every row is told, by row and column", () => {
    const first: Cells = { quantity: "two", zip: { value: 1234, shows: "1,234" }, email: "ayu" };
    const second: Cells = {
      orderRef: { value: true, shows: "TRUE" },
      quantity: 0,
      variantId: "#N/A",
      zip: "",
    };
    expect(problemsOf([first, second])).toEqual([
      [2, "email", "email"],
      [2, "quantity", "notWhole"],
      [2, "zip", "formattedNumber"],
      [3, "orderRef", "boolean"],
      [3, "variantId", "formulaError"],
      [3, "quantity", "belowOne"],
    ]);
  });

  test("a missing customer is told even where other cells are at fault", () => {
    expect(problemsOf([{ ...noNames, ...shipNames, quantity: "two" }])).toEqual([
      [2, "firstName", "noCustomer"],
      [2, "lastName", "noCustomer"],
      [2, "quantity", "notWhole"],
    ]);
  });

  test("what cannot be read is not called missing too", () => {
    const date = { value: new Date(0), shows: "1/1/1970" };
    expect(problemsOf([{ firstName: date, zip: date, variantId: date }])).toEqual([
      [2, "firstName", "date"],
      [2, "variantId", "date"],
      [2, "zip", "date"],
    ]);
    expect(problemsOf([{ zip: "" }, { zip: date }])).toEqual([[3, "zip", "date"]]);
  });

  test("a problem says what the cell shows", () => {
    const problem = check([{ zip: { value: 6281234567890, shows: "6.28E+12" } }]).problems[0];
    expect(problem).toEqual({
      kind: "scientific",
      rowNumber: 2,
      columnIndex: dataFields.indexOf("zip"),
      field: "zip",
      found: "6.28E+12",
    });
  });

  test("a phone number that a sheet made a number is proposed with its country code, a zip as its digits", () => {
    const phone = check([{ phone: { value: 6281234567890, shows: "6.28E+12" } }]).problems[0];
    expect(phone).toMatchObject({ kind: "scientific", cure: "+6281234567890" });
    const zip = check([{ zip: { value: 40115, shows: "40,115" } }]).problems[0];
    expect(zip).toMatchObject({ kind: "formattedNumber", cure: "40115" });
  });

  test("a long number that a csv has cut short is told in every column", () => {
    const lost = { orderRef: "2.02605E+11", variantId: "4.01283E+13", phone: "6.28E+12", zip: "4.0115E4" };
    expect(problemsOf([{ ...lost, notes: "6.28E+12" }])).toEqual([
      [2, "orderRef", "scientific"],
      [2, "phone", "scientific"],
      [2, "variantId", "scientific"],
      [2, "zip", "scientific"],
      [2, "notes", "scientific"],
    ]);
  });

  test("a number that a csv has kept whole in another form is proposed as its digits", () => {
    const cures = (cells: Cells) =>
      check([cells]).problems.map((problem) => [problem.kind, "cure" in problem ? problem.cure : undefined]);
    expect(cures({ phone: "6.281255500101E12" })).toEqual([["scientific", "+6281255500101"]]);
    expect(cures({ zip: "4.0115E4" })).toEqual([["scientific", "40115"]]);
    expect(cures({ zip: "40115.0" })).toEqual([["formattedNumber", "40115"]]);
    expect(cures({ phone: "81255500101.0" })).toEqual([["formattedNumber", "+6281255500101"]]);
    expect(cures({ phone: "6.28E+12" })).toEqual([["scientific", undefined]]);
  });

  test("a date that stands as text in a column of digits is told", () => {
    expect(problemsOf([{ phone: "2024-01-02", zip: "1/2/2024", notes: "2024-01-02" }])).toEqual([
      [2, "phone", "date"],
      [2, "zip", "date"],
    ]);
  });

  test("optional cells are read as strictly as needed ones", () => {
    expect(problemsOf([{ notes: "#REF!" }])).toEqual([[2, "notes", "formulaError"]]);
  });

  test("an e-mail address that is none is told in each cell that has it, and does not matter with a Customer ID", () => {
    expect(problemsOf([{ email: "ayu@" }, { email: "ayu@" }, {}])).toEqual([
      [2, "email", "email"],
      [3, "email", "email"],
    ]);
    expect(problemsOf([{ email: "ayu@", customerId: "cus_1" }])).toEqual([]);
  });
});

describe("contradictions among the rows of an order", () => {
  test.each<DataField>([
    "customerId",
    "firstName",
    "phone",
    "email",
    "shipPhone",
    "address2",
    "zip",
    "notes",
    "tags",
  ])("two %s cells that differ are both told, each naming the first row that says otherwise", (field) => {
    const [one, other] = field === "email" ? ["a@example.com", "b@example.com"] : ["A", "B"];
    const { problems, payload } = check([{ [field]: one }, { [field]: one }, { [field]: other }, {}]);
    const ofField = problems.filter((problem) => problem.rowNumber !== 5 && problem.field === field);
    expect(ofField).toMatchObject([
      { rowNumber: 2, kind: "contradiction", found: one, otherRowNumber: 4, otherFound: other },
      { rowNumber: 3, kind: "contradiction", found: one, otherRowNumber: 4, otherFound: other },
      { rowNumber: 4, kind: "contradiction", found: other, otherRowNumber: 2, otherFound: one },
    ]);
    expect(payload).toBeNull();
  });

  test("the same tags in another order, and the same value with other outer spaces, agree", () => {
    expect(
      problemsOf([
        { tags: "a, b", city: "Bandung " },
        { tags: "b,a", city: " Bandung" },
      ]),
    ).toEqual([]);
  });
});

describe("full names", () => {
  const fields: DataField[] = [
    "fullName",
    ...dataFields.filter((field) => !["firstName", "lastName"].includes(field)),
  ];

  test("are split for customer and address", () => {
    const { payload } = check([{ fullName: "Siti Nur Rahmawati" }], fields);
    expect(payload?.customer).toMatchObject({ firstName: "Siti Nur", lastName: "Rahmawati" });
    expect(payload?.shippingAddress).toMatchObject({ firstName: "Siti Nur", lastName: "Rahmawati" });
  });

  test("give way to names in columns of their own, for the address too", () => {
    const both: DataField[] = [...dataFields, "fullName", "shipFullName"];
    expect(check([{ fullName: "Siti Rahma" }], both).payload?.customer).toMatchObject({ firstName: "Ayu" });
    expect(check([{ shipFullName: "Budi Santoso" }], both).payload?.shippingAddress).toMatchObject({
      firstName: "Budi",
      lastName: "Santoso",
    });
  });

  test("that are blank are one problem, in their column", () => {
    expect(problemsOf([{ fullName: " " }], fields)).toEqual([[2, "fullName", "missing"]]);
  });
});

describe("warnings keep nothing from being sent", () => {
  const warningsOf = (cells: Cells) => {
    const { warnings, payload } = check([cells]);
    expect(payload).not.toBeNull();
    return warnings.map(({ field, kind }) => [field, kind]);
  };

  test.each<[Cells, DataField, string]>([
    [{ phone: "12345" }, "phone", "phoneLength"],
    [{ phone: "81255500101" }, "phone", "phonePrefix"],
    [{ zip: "4011", country: "ID" }, "zip", "zipLength"],
    [{ city: "?" }, "city", "placeholder"],
    [{ notes: "n/a" }, "notes", "placeholder"],
    [{ variantId: "-" }, "variantId", "placeholder"],
    [{ variantId: "https://example.com/1" }, "variantId", "idAddress"],
    [{ variantId: "var_1, var_2" }, "variantId", "idList"],
    [{ customerId: "cus_1; cus_2" }, "customerId", "idList"],
    [{ customerId: "siti@example.com" }, "customerId", "idContact"],
    [{ quantity: 1000 }, "quantity", "largeQuantity"],
  ])("%j", (cells, field, kind) => {
    expect(warningsOf(cells)).toEqual([[field, kind]]);
  });

  test("and an ordinary order has none", () => {
    expect(warningsOf({ country: "ID", customerId: "cus_1", quantity: 999 })).toEqual([]);
  });
});

test("what was put right in reading is told, with what is sent", () => {
  const { fixes, payload } = check([
    { phone: "'081255500101", zip: " 40115 ", city: "Band\u200bung", tags: "a;b\nc" },
  ]);
  expect(fixes.map(({ field, kind, text }) => [field, kind, text])).toEqual([
    ["phone", "apostrophe", "081255500101"],
    ["city", "invisible", "Bandung"],
    ["zip", "trimmed", "40115"],
  ]);
  expect(payload?.tags).toEqual(["a", "b", "c"]);
});

test("a line break in a field of one line is a space, in an address it stays", () => {
  const { payload } = check([{ firstName: "Siti\nNur", address1: "Jl. Melati 1\nRT 3" }]);
  expect(payload?.shippingAddress).toMatchObject({ firstName: "Siti Nur", address1: "Jl. Melati 1\nRT 3" });
});

test("digits of other scripts are read in columns of digits", () => {
  const { payload } = check([{ phone: "٠٨١٢٥٥٥٠٠١٠١", zip: "４０１１５" }]);
  expect(payload?.shippingAddress).toMatchObject({ phone: "081255500101", zip: "40115" });
});

describe("a Customer ID cell with an e-mail address or a phone number", () => {
  const found = (contact: string) => {
    const columns = columnsOf();
    const row = rowOf(2, { ...goodCells, customerId: contact });
    return checkOrder({ ref: "", rowNumbers: [2], rows: [row] }, columns, {
      customers: {
        resolve: (text) =>
          text === "siti@example.com" ? { kind: "found", customerId: "cus_7" } : { kind: "unknown" },
      },
    });
  };

  test("stands for the customer who has it", () => {
    expect(found("siti@example.com").payload?.customerId).toBe("cus_7");
  });

  test("that nobody has is a problem; an ID is taken as it is", () => {
    expect(found("+62 812 5550 0101").problems).toMatchObject([
      { kind: "unknownCustomer", field: "customerId" },
    ]);
    expect(found("cus_1").payload?.customerId).toBe("cus_1");
  });
});

test("defaults serve for columns that the sheet lacks, and never for blank cells", () => {
  const fields = dataFields.filter((field) => field !== "zip" && field !== "country");
  const map = mapColumns(
    fields.map((field) => headerOf[field]),
    { defaults: { zip: "40115", country: "ID", city: "Jakarta" } },
  );
  if (!map.ok) throw new Error("these headers cannot be used");
  const order = (cells: Cells) =>
    checkOrder(
      { ref: "", rowNumbers: [2], rows: [rowOf(2, { ...goodCells, ...cells }, fields)] },
      map.columns,
    );
  expect(order({}).payload?.shippingAddress).toMatchObject({ zip: "40115", country: "ID", city: "Bandung" });
  expect(order({ city: "" }).problems).toMatchObject([{ field: "city", kind: "missing" }]);
});

test("whatever the cells: no problems and a payload that the schema accepts, or problems in the order's own cells", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>("", " ", "x", "x,y", "#N/A", "a@example.com", 2, "2", "two", 1e21),
    fc.constantFrom<Cell>(
      "\u200b",
      "Siti\u200b",
      "a x2; b",
      "a; b",
      "2; 3",
      "n/a",
      "6E+12",
      "TOTAL",
      "'2",
      "\ufffd",
    ),
    fc.constantFrom<Cell>({ value: true, shows: "TRUE" }, { value: new Date(0), shows: "1/1/1970" }),
    fc.constantFrom<Cell>({ value: 1234, shows: "1,234" }, { value: 7, shows: "007" }),
  );
  const all: DataField[] = [...dataFields, "fullName", "shipFullName", "sku", "product", "sku2", "quantity2"];
  const changed = fc.dictionary(fc.constantFrom(...all), cell, { maxKeys: 4 });
  const columns: Columns = columnsOf(all);
  fc.assert(
    fc.property(fc.array(changed, { minLength: 1, maxLength: 6 }), (changes) => {
      const rows = changes.map((change, index) => rowOf(index + 2, { ...goodCells, ...change }, all));
      for (const draft of groupRows(rows, columns)) {
        const { payload, problems } = checkOrder(draft, columns);
        expect(payload === null).toBe(problems.length > 0);
        if (payload !== null) expect(orderSchema().safeParse(payload).data).toEqual(payload);
        for (const problem of problems) {
          const row = draft.rows.find((each) => each.rowNumber === problem.rowNumber);
          expect(problem.columnIndex).toBe(columns.data[problem.field as DataField]);
          const shown = row?.display[problem.columnIndex ?? -1]?.trim();
          expect(shown === "\u200b" ? "" : shown).toBe(problem.found);
        }
        const places = problems.map((problem) => `${problem.rowNumber} ${problem.field} ${problem.kind}`);
        expect(new Set(places).size).toBe(places.length);
      }
    }),
    { numRuns: 500 },
  );
});
