import { comparisonText, differences } from "../../../local/probe/compare";
import type { ProbeResult } from "../../../local/probe/probe-result";
import { type Expected, readResult } from "../../../local/probe/read-result";

const result = (answers: ProbeResult["answers"], locale = "en"): ProbeResult => ({
  format: 1,
  about: { locale, timeZone: "Asia/Jakarta", ms: 5 },
  answers,
});
const expected: Expected = {
  format: 1,
  notProbed: ["kills"],
  answers: { a: { answer: 1, basis: "reported", source: "somebody" } },
};

describe("two results", () => {
  test("that say the same differ nowhere, whatever time each took", () => {
    const [one, other] = [result({ a: { answer: [1] } }), result({ a: { answer: [1], times: { put: 9 } } })];
    expect(differences(one, other, expected)).toEqual([]);
    expect(comparisonText(one, other, expected)).toContain("a, put: 9 ms");
  });

  test("differ by an answer, with what the local one rests on", () => {
    const text = comparisonText(result({ a: { answer: 1 } }), result({ a: { answer: 2 } }), expected);
    expect(text.split("\n").slice(0, 4)).toEqual(["a", "  reported: somebody", "  here:   1", "  Google: 2"]);
    expect(text).toMatch(/1 differences in 1 snippets\.$/);
  });

  test("differ by what one of them lacks", () => {
    expect(differences(result({ a: { answer: null } }), result({ b: { answer: 2 } }), expected)).toEqual([
      { name: "a", basis: "reported: somebody", here: null, there: undefined },
      { name: "b", basis: "not in the expected file", here: undefined, there: 2 },
    ]);
  });

  test("in another language come with a word about exceptions, and always with what is not probed", () => {
    const text = comparisonText(result({}), result({}, "id"), expected);
    expect(text).toContain("language is id");
    expect(text).toContain("  kills");
    expect(comparisonText(result({}), result({}), expected)).not.toContain("language is");
  });
});

describe("a result is read", () => {
  const text = JSON.stringify(result({ a: { answer: "é…" } }));

  test("from pieces on lines of their own, as they are copied out of a column", () => {
    expect(readResult(`${text.slice(0, 20)}\r\n${text.slice(20)}\n`).answers).toEqual({
      a: { answer: "é…" },
    });
  });

  test.each(["", "{}", "[1]", text.slice(5)])("but not from %j", (other) => {
    expect(() => readResult(other)).toThrow("no result of the probe");
  });
});
