import type { DataField } from "../../../src/orders/field";
import { dataFields } from "../sheet";
import { type Cells, check, noNames, problemsOf, shipNames } from "./checked";

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
