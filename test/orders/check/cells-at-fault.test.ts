import type { DataField } from "../../../src/orders/field";
import { dataFields } from "../sheet";
import { type Cells, check, noNames, problemsOf, shipNames } from "./checked";

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

  test("a postal code without a digit stops the order: its cells stand in the wrong columns", () => {
    expect(problemsOf([{ zip: "Jawa Barat" }])).toEqual([[2, "zip", "zipDigits"]]);
    expect(problemsOf([{ zip: "Jawa Barat", country: "Indonesia" }])).toEqual([[2, "zip", "zipDigits"]]);
    expect(problemsOf([{ zip: "-" }])).toEqual([]);
  });

  test("a missing customer is told even if other cells are at fault", () => {
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
