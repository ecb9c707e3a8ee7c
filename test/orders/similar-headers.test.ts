import { headerOf } from "../../src/orders/field";
import { similarHeaders } from "../../src/orders/similar-headers";
import { dataFields } from "./sheet";

/** What a header may be meant as in a sheet that lacks the column `lacking` alone. */
function meantBy(found: string, lacking: keyof typeof headerOf): string[] {
  const headers = dataFields.filter((field) => field !== lacking).map((field) => headerOf[field]);
  return similarHeaders([...headers, found]).map(({ field }) => field);
}

describe("a header that is not read", () => {
  test.each([
    ["Order reference", "orderRef"],
    ["No. Pesanan", "orderRef"],
    ["Invoice No", "orderRef"],
    ["Note", "notes"],
    ["Tag", "tags"],
    ["Adress 1", "address1"],
    ["ADDRESS", "address1"],
    ["Postcode", "zip"],
    ["Zip code", "zip"],
    ["Qty", "quantity"],
    ["Quanttiy", "quantity"],
    ["Phone no.", "phone"],
    ["State", "province"],
  ] as const)("%j may be meant as %s", (found, field) => {
    expect(meantBy(found, field)).toEqual([field]);
  });

  test.each(["Price", "Margin", "Paid on", "VAT", "Kota", "", "First name (billing)"])(
    "%j is meant as none",
    (found) => {
      for (const field of dataFields) expect(meantBy(found, field)).toEqual([]);
    },
  );

  test("is left alone if the sheet has that column", () => {
    expect(similarHeaders([...dataFields.map((field) => headerOf[field]), "Mail", "Note"])).toEqual([]);
  });

  test("is named with its column", () => {
    expect(similarHeaders(["City", "Post code"])).toContainEqual({
      field: "zip",
      columnIndex: 1,
      found: "Post code",
    });
  });
});
