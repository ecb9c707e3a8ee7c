import { english } from "../../../src/messages/english/english";
import { problemTexts } from "../../../src/messages/texts/problem-texts";
import type { Problem, ProblemDetail } from "../../../src/orders/check/problem";

const { problem: problemText, rowMessages } = problemTexts(english);

function text(detail: ProblemDetail, found: string, place: Partial<Problem> = {}): string {
  return problemText({
    rowNumber: 4,
    columnIndex: 4,
    field: "quantity",
    found,
    ...place,
    ...detail,
  } as Problem);
}
const zip: Partial<Problem> = { rowNumber: 7, columnIndex: 7, field: "zip" };

describe("a problem in words: the cell, what was found, what to do", () => {
  test.each<[ProblemDetail, string, string]>([
    [{ kind: "notWhole", suggestion: 2 }, "two", 'E4 Quantity: "two" is not a whole number; type 2'],
    [
      { kind: "notWhole", suggestion: null },
      "2.5",
      'E4 Quantity: "2.5" is not a whole number; type a whole number such as 1',
    ],
    [
      { kind: "belowOne", suggestion: null },
      "-1",
      'E4 Quantity: "-1" is less than 1; type a whole number such as 1',
    ],
    [
      { kind: "tooLarge", suggestion: null },
      "1e21",
      'E4 Quantity: "1e21" is too large; type a smaller whole number',
    ],
    [{ kind: "missing" }, "", "E4 Quantity: empty; type a whole number such as 1"],
  ])("%j", (detail, found, words) => {
    expect(text(detail, found)).toBe(words);
  });

  test.each<[ProblemDetail, string, string]>([
    [{ kind: "missing" }, "", "empty; type the postal code"],
    [
      { kind: "formattedNumber" },
      "1,234",
      "1,234 is a formatted number; format the cell as plain text and type it again",
    ],
    [{ kind: "formulaError" }, "#N/A", "#N/A is a formula's error; fix the formula, or type the value"],
    [{ kind: "date" }, "1/2/2024", "1/2/2024 is a date; format the cell as plain text and type it again"],
    [
      { kind: "contradiction", otherRowNumber: 9, otherFound: "40116" },
      "40115",
      '"40115" here, but "40116" in row 9 of the same order; make them the same, or give the rows different Order refs',
    ],
  ])("%j", (detail, found, words) => {
    expect(text(detail, found, zip)).toBe(`H7 Zip: ${words}`);
  });

  test.each<[Partial<Problem>, string]>([
    [{ columnIndex: 3, field: "firstName" }, "D4 First name: empty; type the first name, or a Customer ID"],
    [
      { columnIndex: null, field: null },
      "Row 4: there is no customer; add the column Customer ID, or First name and Last name, and fill them in",
    ],
  ])("a customer who is not named: %j", (place, words) => {
    expect(text({ kind: "noCustomer" }, "", place)).toBe(words);
  });
});

test("what a numbered column lacks is asked for as in the first one, and a column that is not there by its name", () => {
  expect(text({ kind: "missing" }, "", { field: "sku2" })).toBe(
    "E4 SKU 2: empty; type the SKU of the article",
  );
  expect(text({ kind: "missing" }, "", { field: "quantity2", columnIndex: null })).toBe(
    "Row 4: there is no column Quantity 2; add it, or give each article a row of its own",
  );
});

test("of an article with its amount it is said how both are written", () => {
  const article = (code: string) =>
    text({ kind: "unknownArticle", articles: [{ code, nearest: ["SKU-1", "SKU-2"] }] }, code, {
      field: "sku",
    });
  expect(article("SKU-1x2")).toContain('perhaps SKU-1, with an amount as in "SKU-1 x2", or fill in');
  expect(article("2 sku-1")).toContain('as in "SKU-1 x2"');
  expect(article("SKU-1, SKU-2")).toContain(
    'perhaps SKU-1 + SKU-2, with an amount as in "SKU-1 x1; SKU-2 x1"',
  );
  expect(article("Clay mug, small")).toContain("perhaps SKU-1 or SKU-2");
  expect(article("SKU-9")).toContain("perhaps SKU-1 or SKU-2, or fill in");
  expect(article("SKU-1-blue")).toContain("perhaps SKU-1 or SKU-2, or fill in");
});

test("a long value is cut where everybody sees it, a short one never", () => {
  const found = (value: string) =>
    /^E4 Quantity: "(.*)" is not/.exec(text({ kind: "notWhole", suggestion: null }, value))?.[1];
  expect(found("x".repeat(40))).toBe("x".repeat(40));
  expect(found("x".repeat(41))).toBe(`${"x".repeat(39)}…`);
  expect(found("x".repeat(50_000))).toBe(`${"x".repeat(39)}…`);
  expect(found("😀".repeat(50))).toBe(`${"😀".repeat(39)}…`);
});

test("a value of several lines stays on one", () => {
  expect(text({ kind: "notWhole", suggestion: null }, "a\nb")).toContain('"a b" is not');
});

test("each row of an order with problems has them in one line; a faultless one names the rows at fault", () => {
  const at = (rowNumber: number): Problem => ({
    kind: "missing",
    rowNumber,
    columnIndex: 7,
    field: "zip",
    found: "",
  });
  const quantity: Problem = { kind: "missing", rowNumber: 3, columnIndex: 4, field: "quantity", found: "" };
  const messages = (problems: Problem[]) => rowMessages({ rowNumbers: [3, 5, 8], problems });
  expect([...messages([quantity, at(3), at(5)])]).toEqual([
    [3, "E3 Quantity: empty; type a whole number such as 1 · H3 Zip: empty; type the postal code"],
    [5, "H5 Zip: empty; type the postal code"],
    [8, "This row is in order, but the order's rows 3 and 5 must be fixed first"],
  ]);
  expect(messages([at(3)]).get(8)).toBe("This row is in order, but the order's row 3 must be fixed first");
  expect(messages([])).toEqual(new Map());
});

test("of very many rows at fault only some are named", () => {
  const rowNumbers = [2, 3, 4, 5, 6, 7, 8];
  const problems = rowNumbers.map(
    (rowNumber): Problem => ({ kind: "missing", rowNumber, columnIndex: 7, field: "zip", found: "" }),
  );
  const messages = rowMessages({ rowNumbers: [...rowNumbers, 9], problems });
  expect(messages.get(9)).toContain("rows 2, 3, 4, 5, 6 and 2 more must");
});
