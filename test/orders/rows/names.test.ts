import * as fc from "fast-check";
import { splitFullName } from "../../../src/orders/rows/names";

test.each([
  ["Siti Rahmawati", "Siti", "Rahmawati"],
  ["Siti Nur Aisyah", "Siti Nur", "Aisyah"],
  ["  Siti   Rahmawati ", "Siti", "Rahmawati"],
  ["Vincent van der Berg", "Vincent", "van der Berg"],
  ["Ahmad bin Abdullah", "Ahmad", "bin Abdullah"],
  ["Rahmawati, Siti", "Siti", "Rahmawati"],
  ["Ibu Siti Rahmawati", "Ibu Siti", "Rahmawati"],
  ["Siti Rahmawati, S.Pd.", "Siti", "Rahmawati, S.Pd."],
  ["Budi Santoso, SE, MM", "Budi", "Santoso, SE, MM"],
  ["Andi Wijaya S.Kom", "Andi", "Wijaya S.Kom"],
  ["Andi Surya Wijaya S.E. M.Si.", "Andi Surya", "Wijaya S.E. M.Si."],
  ["Siti Rahmawati,", "Siti", "Rahmawati"],
  ["김철수", "철수", "김"],
  ["남궁민수", "민수", "남궁"],
  ["김 철수", "철수", "김"],
  ["田中 太郎", "太郎", "田中"],
])("%j is %j %j", (fullName, firstName, lastName) => {
  expect(splitFullName(fullName)).toEqual({ firstName, lastName });
});

describe("a single name", () => {
  test.each(["Suharto", "王小明", "van", "Bpk. Suharto", "Mrs Hartono"])("%j fills both", (name) => {
    expect(splitFullName(name)).toEqual({ firstName: name, lastName: name, isSingle: true });
  });

  test("has the setting's text as its last name, if there is one", () => {
    expect(splitFullName("Suharto", { kind: "text", lastName: "-" })).toEqual({
      firstName: "Suharto",
      lastName: "-",
      isSingle: true,
    });
    expect(splitFullName("Suharto", { kind: "text", lastName: " " }).lastName).toBe("Suharto");
  });
});

test("whatever the name, both parts hold something, and nothing of it is lost", () => {
  const word = fc.constantFrom("Siti", "van", "bin", "S.Pd.", ",", "김철수", "太郎", "-", "O'Neil", "SE");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const name = words.join(" ");
      fc.pre(name.replace(/[\s,]/g, "") !== "");
      const { firstName, lastName } = splitFullName(name);
      expect(firstName.trim()).not.toBe("");
      expect(lastName.trim()).not.toBe("");
      for (const one of words.filter((each) => each !== "," && each !== "김철수")) {
        expect(`${firstName} ${lastName}`).toContain(one);
      }
    }),
    { seed: 14 },
  );
});
