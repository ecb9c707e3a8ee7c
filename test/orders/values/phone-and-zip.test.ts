import { phoneDoubt } from "../../../src/orders/values/phone";
import { zipDoubt } from "../../../src/orders/values/zip";

describe("a phone number", () => {
  test.each([
    ["+62 812-5550-0101", "ID"],
    ["081255500101", "ID"],
    ["(022) 555-0101", undefined],
    ["2125551234", "US"],
    ["91234567", "SG"],
    ["021-5550101 ext 12", "ID"],
    ["(+62)81255500103", undefined],
    ["(+62) 812-5550-0103", "ID"],
    ["+62 (0)812 5550 0101", undefined],
  ])("such as %j is nothing to look at", (phone, country) => {
    expect(phoneDoubt(phone, country)).toBeNull();
  });

  test.each(["12345", "ask Budi", "+62 812", "1234567890123456"])(
    "such as %j has a wrong length",
    (phone) => {
      expect(phoneDoubt(phone, "ID")).toEqual({ kind: "phoneLength" });
    },
  );

  test.each([
    ["0812-5550-0101 (Siti)", "0812-5550-0101"],
    ["WA: +62 812 5550 0101", "+62 812 5550 0101"],
    ["https://wa.me/6281255500101", "6281255500101"],
    ["+62+62812555001", "+62812555001"],
    ["WA (+62)81255500103", "(+62)81255500103"],
    ["(+62)81255500103/(+62)81255500104", null],
    ["081255500101 / 081255500102", null],
    ["081255500101 atau 081255500102", null],
  ])("such as %j holds more than a number; %p is proposed", (phone, suggestion) => {
    expect(phoneDoubt(phone, "ID")).toEqual({ kind: "phoneText", suggestion });
  });

  test.each([
    ["81255500101", undefined, "+6281255500101"],
    ["81255500101", "Indonesia", "+6281255500101"],
    ["6281255500101", undefined, "+6281255500101"],
    ["1701234567", "DE", "+491701234567"],
    ["123456789", "Malaysia", "+60123456789"],
  ])("such as %j (%s) has lost what a number loses: %s is proposed", (phone, country, suggestion) => {
    expect(phoneDoubt(phone, country)).toEqual({ kind: "phonePrefix", suggestion });
  });
});

describe("a postal code", () => {
  test.each([
    ["40115", "ID"],
    ["12345-6789", "US"],
    ["SW1A 1AA", "United Kingdom"],
    ["123-4567", "Japan"],
    ["1234", undefined],
    ["1234", "Atlantis"],
  ])("such as %j in %s is nothing to look at", (zip, country) => {
    expect(zipDoubt(zip, country)).toBeNull();
  });

  test("without a digit is one in no country", () => {
    expect(zipDoubt("Jawa Barat", undefined)).toEqual({ kind: "zipDigits" });
  });

  test.each([
    ["4011", "ID", "04011"],
    ["501", "US", "00501"],
    ["401156", "ID", null],
    ["12", "DE", null],
    ["SW1", "GB", null],
  ])("such as %j in %s has a wrong length; %p is proposed", (zip, country, suggestion) => {
    expect(zipDoubt(zip, country)).toEqual({ kind: "zipLength", country, suggestion });
  });
});
