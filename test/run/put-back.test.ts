import { headerOf } from "../../src/orders/field";
import { SheetFault } from "../../src/run/ports";
import { putBack } from "../../src/run/put-back";
import { type FlushScript, headerRow, ScriptedSheet } from "./scripted-sheet";

const notes = headerRow.indexOf(headerOf.notes);
const city = headerRow.indexOf(headerOf.city);
const zip = headerRow.indexOf(headerOf.zip);

/**
 * A sheet of one row whose Status column was deleted just before "Valid" was written, so that it went into the column
 * Order ID: what it showed before, what it shows now, and what was written.
 */
function overwritten(script: FlushScript[]) {
  const sheet = new ScriptedSheet([{ content: "gift", orderId: "ord_1" }], script);
  for (const [index, text] of [
    [city, "Bandung"],
    [zip, "40115"],
  ] as const)
    sheet.rows[0]?.splice(index, 1, text);
  const before = sheet.readDisplay();
  const status = headerRow.indexOf(headerOf.status);
  sheet.header = headerRow.filter((_, index) => index !== status);
  sheet.rows = sheet.rows.map((row) => row.filter((_, index) => index !== status));
  sheet.rows[0]?.splice(status, 1, "Valid");
  const written = [{ rowNumber: 2, columnIndex: status, texts: [["Valid"]] }];
  return { sheet, carryOut: () => putBack(sheet.spreadsheet, sheet, before, sheet.readDisplay(), written) };
}

/** Moves the first column to the end, header and all. */
function rotate(sheet: ScriptedSheet): void {
  sheet.header = [...sheet.header.slice(1), sheet.header[0] ?? ""];
  sheet.rows = sheet.rows.map((row) => [...row.slice(1), row[0] ?? ""]);
}

const shown = (sheet: ScriptedSheet, header: string) => sheet.rows[0]?.[sheet.header.indexOf(header)];

describe("what was overwritten where a needed column is gone", () => {
  test("is put back, and read back once", () => {
    const { sheet, carryOut } = overwritten([]);
    carryOut();
    expect(shown(sheet, headerOf.orderId)).toBe("ord_1");
    expect(sheet.flushed).toHaveLength(1);
  });

  test("is put right again where the columns move in that very moment", () => {
    const { sheet, carryOut } = overwritten([{ before: rotate }]);
    carryOut();
    expect(shown(sheet, headerOf.orderId)).toBe("ord_1");
    expect(shown(sheet, headerOf.orderNumber)).toBe("");
    expect(shown(sheet, headerOf.notes)).toBe("gift");
    expect(sheet.rows[0]?.[notes]).not.toBe("ord_1");
  });

  test("is tried again where the sheet did not answer", () => {
    const { sheet, carryOut } = overwritten([{ fault: new SheetFault("transient", "") }]);
    carryOut();
    expect(shown(sheet, headerOf.orderId)).toBe("ord_1");
  });

  test("stays as it is where the sheet refuses; the run ends all the same", () => {
    const { sheet, carryOut } = overwritten([{ fault: new SheetFault("refused", "A1") }]);
    expect(carryOut).not.toThrow();
    expect(shown(sheet, headerOf.orderId)).toBe("Valid");
  });
});
