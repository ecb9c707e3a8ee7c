import { countryFacts } from "../../../src/orders/values/country";

test.each(["ID", "id", "IDN", "Indonesia", " indonesia "])("%j is Indonesia", (name) => {
  expect(countryFacts(name)).toMatchObject({
    code: "ID",
    calling: "62",
    zipLengths: [5],
    hasTrunkZero: true,
  });
});

test.each([
  ["U.S.A.", "US"],
  ["한국", "KR"],
  ["Deutschland", "DE"],
  ["UK", "GB"],
])("%s is %s", (name, code) => {
  expect(countryFacts(name)?.code).toBe(code);
});

test("a country that is not listed is not guessed", () => {
  expect(countryFacts("Atlantis")).toBeNull();
  expect(countryFacts("")).toBeNull();
  expect(countryFacts("constructor")).toBeNull();
});
