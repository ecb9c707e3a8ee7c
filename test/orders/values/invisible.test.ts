import { isPlainAscii, withoutInvisible } from "../../../src/orders/values/invisible";

test.each([
  ["Si\u200bti", "Siti", "zero width space"],
  ["\u202aSiti\u202c", "Siti", "marks of direction"],
  ["Ban\u00addung", "Bandung", "soft hyphen"],
  ["Jl.\u00a0Melati", "Jl. Melati", "no-break space"],
  ["Jl.\tMelati", "Jl. Melati", "tab"],
  ["Jl. 1\r\nRT 2\u2028RW 3", "Jl. 1\nRT 2\nRW 3", "line breaks"],
  ["\ufeffSiti", "Siti", "byte order mark"],
  ["e\u0301", "é", "an accent of its own"],
  ["Si\u0000ti\u0007", "Siti", "controls"],
])("%j is %j: %s", (text, shown) => {
  expect(withoutInvisible(text)).toBe(shown);
});

test("a joiner stays where it changes what is seen, and goes where it does not", () => {
  expect(withoutInvisible("👩\u200d💻")).toBe("👩\u200d💻");
  expect(withoutInvisible("می\u200cخواهم")).toBe("می\u200cخواهم");
  expect(withoutInvisible("a\u200db")).toBe("ab");
  expect(withoutInvisible("❤\ufe0f")).toBe("❤\ufe0f");
  expect(withoutInvisible("a\ufe0f")).toBe("a");
});

test("a text without anything of the kind is told at once", () => {
  expect([isPlainAscii("Jl. Melati 1"), isPlainAscii("José"), isPlainAscii("a\tb")]).toEqual([
    true,
    false,
    false,
  ]);
});
