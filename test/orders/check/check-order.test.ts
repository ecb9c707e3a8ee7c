import { checkOrder } from "../../../src/orders/check/check-order";
import { mapColumns } from "../../../src/orders/columns";
import { type DataField, headerOf } from "../../../src/orders/field";
import { dataFields, goodCells, rowOf } from "../sheet";
import { type Cells, check, problemsOf, shipNames } from "./checked";

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

  test("mixes Ship columns with the customer's if only some are filled", () => {
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

test("a line break in a field of one line is a space, in an address it stays", () => {
  const { payload } = check([{ firstName: "Siti\nNur", address1: "Jl. Melati 1\nRT 3" }]);
  expect(payload?.shippingAddress).toMatchObject({ firstName: "Siti Nur", address1: "Jl. Melati 1\nRT 3" });
});

test("digits of other scripts are read in columns of digits", () => {
  const { payload } = check([{ phone: "٠٨١٢٥٥٥٠٠١٠١", zip: "４０１１５" }]);
  expect(payload?.shippingAddress).toMatchObject({ phone: "081255500101", zip: "40115" });
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
