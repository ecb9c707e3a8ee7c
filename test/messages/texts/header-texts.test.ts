import { english } from "../../../src/messages/english/english";
import { headerTexts } from "../../../src/messages/texts/header-texts";
import { expectAdvice } from "../sentences";

const {
  problems: headerProblemsText,
  similar: similarHeaderText,
  userOwnedCells: userOwnedCellsText,
} = headerTexts(english);

describe("headers", () => {
  test("everything that is missing or there twice is one message", () => {
    expect(
      headerProblemsText([
        { kind: "missing", anyOf: ["variantId"] },
        { kind: "missing", anyOf: ["phone", "shipPhone"] },
        { kind: "twice", field: "city", columnIndexes: [0, 27] },
      ]),
    ).toBe(
      'Row 1 lacks the columns "Variant ID", "Phone" (or "Ship phone"). Add what is missing. ' +
        'Row 1 has "City" in columns A and AB: rename all but one. Nothing was sent.',
    );
  });

  test("one missing column is said in the singular", () => {
    expect(headerProblemsText([{ kind: "missing", anyOf: ["zip"] }])).toBe(
      'Row 1 lacks the column "Zip". Add what is missing. Nothing was sent.',
    );
  });

  test("a Status column of the user's own is refused with its first cell", () => {
    const paid = { field: "status", rowNumber: 3, columnIndex: 10, found: "Paid" } as const;
    expect(userOwnedCellsText([paid])).toBe(
      'The Status column has values of your own: K3 says "Paid". Give your column another name in row 1, ' +
        "or empty those cells. Nothing was sent or written.",
    );
    expect(userOwnedCellsText([paid, paid])).toContain("and 1 more cell like it.");
    expect(userOwnedCellsText([paid, paid, paid])).toContain("and 2 more cells like it.");
    expect(userOwnedCellsText([])).toBe("");
  });

  test("a column that may be meant by a missing one is named", () => {
    const problems = [{ kind: "missing", anyOf: ["zip"] }] as const;
    const similar = [
      { field: "zip", columnIndex: 1, found: "Postcode" },
      { field: "notes", columnIndex: 2, found: "Note" },
    ] as const;
    expect(headerProblemsText(problems, similar)).toBe(
      'Row 1 lacks the column "Zip". Add what is missing. Column B ("Postcode") is not read; if it is meant as "Zip", ' +
        "give it that name in row 1. Nothing was sent.",
    );
  });

  test("one that is not read is told with its column and what it looks like", () => {
    const text = similarHeaderText({ field: "zip", columnIndex: 27, found: "Postcode" });
    expect(text).toContain('Column AB ("Postcode")');
    expectAdvice(text);
  });
});
