import * as fc from "fast-check";
import { statusFields } from "../../src/orders/field";
import { type RowChanges, rectanglesOf } from "../../src/sheet/rectangles";
import { columnsOf } from "../orders/sheet";

const columns = columnsOf(
  ["variantId", "quantity", "firstName", "lastName", "phone", "address1", "city", "province", "zip"],
  true,
);
const start = columns.status.status ?? 0;

const anyChanges: fc.Arbitrary<RowChanges> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 2, max: 12 }),
      fc.dictionary(fc.constantFrom(...statusFields), fc.constantFrom("", "a", "b")),
    ),
  )
  .map((rows) => new Map(rows));

/** The cells that changes name, and those that rectangles cover, each as `row/column text`. */
function named(changes: RowChanges): string[] {
  return [...changes].flatMap(([row, texts]) =>
    statusFields.flatMap((field) =>
      texts[field] === undefined ? [] : [`${row}/${columns.status[field]} ${texts[field]}`],
    ),
  );
}
function covered(changes: RowChanges): string[] {
  return rectanglesOf(changes, columns).flatMap(({ rowNumber, columnIndex, texts }) =>
    texts.flatMap((line, down) =>
      line.map((text, right) => `${rowNumber + down}/${columnIndex + right} ${text}`),
    ),
  );
}

describe("the rectangles of some cells", () => {
  test("cover exactly these cells, each once", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(covered(changes).sort()).toEqual(named(changes).sort());
      }),
      { seed: 501 },
    );
  });

  test("are rectangles: every line as long as the first", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        for (const { texts } of rectanglesOf(changes, columns))
          expect(new Set(texts.map((line) => line.length)).size).toBe(1);
      }),
      { seed: 502 },
    );
  });

  test("depend on no order in which the rows are named", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const reversed = new Map([...changes].reverse());
        expect(rectanglesOf(reversed, columns)).toEqual(rectanglesOf(changes, columns));
      }),
      { seed: 503 },
    );
  });

  test("of neighbouring rows with the same fields are one, however many rows there are", () => {
    const all = { status: "Created", orderId: "o", orderNumber: "1", message: "", updatedAt: "t" };
    const changes: RowChanges = new Map(Array.from({ length: 100 }, (_, index) => [index + 2, all]));
    expect(rectanglesOf(changes, columns)).toMatchObject([{ rowNumber: 2, columnIndex: start }]);
  });

  test("of the same fields stay one for each field that lies apart", () => {
    const changes: RowChanges = new Map([2, 3, 4].map((row) => [row, { status: "Valid", sendKey: "k" }]));
    expect(rectanglesOf(changes, columns).map(({ texts }) => texts.length)).toEqual([3, 3]);
  });

  test("are two if a row between is left out: it is not written again", () => {
    const changes: RowChanges = new Map([2, 4].map((row) => [row, { status: "Valid" }]));
    expect(rectanglesOf(changes, columns).map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  });

  test("leave out a column that the sheet does not have", () => {
    const without = { ...columns, status: { status: start } };
    const changes: RowChanges = new Map([[2, { status: "Valid", message: "m" }]]);
    expect(rectanglesOf(changes, without)).toEqual([
      { rowNumber: 2, columnIndex: start, texts: [["Valid"]] },
    ]);
  });
});
