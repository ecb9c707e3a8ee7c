import { SheetFault } from "../../src/ports/ports";
import { readSheet, readSheetAgain } from "../../src/spreadsheet/read-sheet";
import { type OrderRow, readingOf } from "../orders/order-sheet";
import { SelectedSheet } from "../plan/selected-sheet";
import { executionOf } from "../reconcile/execution";
import { problemOf } from "./problem-of";

const setUp = (...rows: OrderRow[]) => ({
  sheet: new CountedSheet(rows),
  context: executionOf(() => null).context,
});

/** A sheet that counts its calls, and throws what `faults` say first. */
class CountedSheet extends SelectedSheet {
  readonly calls: string[] = [];
  readonly faults: SheetFault[] = [];
  header: string[] | null = null;

  override read() {
    this.called("read");
    return { values: this.texts(), display: this.texts() };
  }
  override readDisplay(): string[][] {
    this.called("display");
    return this.texts();
  }
  private texts(): string[][] {
    const [header = [], ...lines] = readingOf(this.rows).display.map((line) => [...line]);
    return [this.header ?? header, ...lines];
  }
  private called(name: string): void {
    this.calls.push(name);
    const fault = this.faults.shift();
    if (fault) throw fault;
  }
}

describe("reading a sheet", () => {
  test("gives its columns, its orders and all of its texts", () => {
    const { sheet, context } = setUp({ orderRef: "A" }, { orderRef: "B" });
    const reading = readSheet(context, sheet);
    expect(reading).toMatchObject({ sheetId: 7, orders: [{ order: { ref: "A" } }, { order: { ref: "B" } }] });
    expect(reading.display).toHaveLength(3);
  });

  test.each(["transient", "unknown", "refused"] as const)(
    "is tried again after a fault that is %s",
    (kind) => {
      const { sheet, context } = setUp({});
      sheet.faults.push(new SheetFault(kind, ""), new SheetFault(kind, ""));
      expect(readSheet(context, sheet).orders).toHaveLength(1);
      expect(sheet.calls).toHaveLength(3);
    },
  );

  test.each(["transient", "gone"] as const)("is given up after three faults that are %s", (kind) => {
    const { sheet, context } = setUp({});
    sheet.faults.push(...Array.from({ length: 3 }, () => new SheetFault(kind, "")));
    expect(() => readSheet(context, sheet)).toThrow(SheetFault);
    expect(sheet.calls).toHaveLength(3);
  });

  test("with headers that cannot be used names what is wrong with them", () => {
    const { sheet, context } = setUp({});
    sheet.header = ["Nama", "Postcode"];
    expect(problemOf(() => readSheet(context, sheet))).toMatchObject({
      code: "headers",
      problems: expect.arrayContaining([{ kind: "missing", anyOf: ["zip"] }]),
      similar: expect.arrayContaining([expect.objectContaining({ field: "zip" })]),
    });
  });
});

describe("reading it again", () => {
  test("takes one call of texts alone while its orders are known", () => {
    const { sheet, context } = setUp({ orderRef: "A" }, { orderRef: "B" });
    const before = readSheet(context, sheet);
    sheet.rows = [{ orderRef: "B", status: "Created" }, { orderRef: "A" }];
    const after = readSheetAgain(context, sheet);
    expect(sheet.calls).toEqual(["read", "display"]);
    expect(after.orders.map(({ order }) => order.ref)).toEqual(["B", "A"]);
    expect(after.orders[1]?.order.fingerprint).toBe(before.orders[0]?.order.fingerprint);
    expect(after.orders[0]?.rows[0]?.status).toBe("Created");
  });

  test("reads it whole when there is anything new", () => {
    const { sheet, context } = setUp({ orderRef: "A" });
    readSheet(context, sheet);
    sheet.rows = [{ orderRef: "A", quantity: 9 }];
    const [order] = readSheetAgain(context, sheet).orders;
    expect(sheet.calls).toEqual(["read", "display", "read"]);
    expect(order?.order.payload?.lineItems).toMatchObject([{ quantity: 9 }]);
  });

  test("says which headers are gone", () => {
    const { sheet, context } = setUp({});
    readSheet(context, sheet);
    sheet.header = ["Nama"];
    expect(problemOf(() => readSheetAgain(context, sheet))).toMatchObject({ code: "headers" });
  });
});
