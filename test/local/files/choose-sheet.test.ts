import { chooseSheet } from "../../../local/files/choose-sheet";
import { Spreadsheet } from "../../../local/runtime/model/spreadsheet";
import { cellOf } from "../../../local/runtime/model/user-acts";

const headers = ["Order ref", "Variant ID", "Quantity"];

/** A workbook with these sheets, each with one row of texts; a name that begins with a dot is hidden. The first one opens. */
function workbook(sheets: Record<string, string[]>): Spreadsheet {
  const spreadsheet = new Spreadsheet({ id: "1", name: "orders.xlsx" });
  for (const [name, texts] of Object.entries(sheets)) {
    const sheet = spreadsheet.addSheet(name);
    sheet.properties.hidden = name.startsWith(".");
    sheet.setRow(
      1,
      texts.map((text) => cellOf(text)),
    );
  }
  return spreadsheet;
}

function chosen(sheets: Record<string, string[]>, name: string | null = null): string {
  const spreadsheet = workbook(sheets);
  chooseSheet(spreadsheet, "orders.xlsx", { sheetName: name });
  return spreadsheet.activeSheet.name;
}

describe("the sheet that is worked on", () => {
  test("is the one that opens with the file", () => {
    expect(chosen({ May: headers, June: headers })).toBe("May");
  });

  test("is never a hidden one", () => {
    expect(chosen({ ".helper": headers, Orders: headers })).toBe("Orders");
    expect(() => chosen({ ".helper": headers })).toThrow("orders.xlsx shows no sheet");
  });

  test("is asked for when another one has the headers", () => {
    expect(() => chosen({ Guide: ["Read me"], Orders: headers })).toThrow(
      'The sheet "Guide" that opens with orders.xlsx has no headers of orders; "Orders" has them: add --sheet "Orders"',
    );
    expect(() => chosen({ Guide: ["Read me"], May: headers, June: headers })).toThrow(
      '"May", "June" have them',
    );
  });

  test("may be any that is shown, for somebody who can go to another one", () => {
    const spreadsheet = workbook({ Guide: ["Read me"], Orders: headers });
    chooseSheet(spreadsheet, "orders.xlsx", { canGoElsewhere: true });
    expect(spreadsheet.activeSheet.name).toBe("Guide");
  });

  test("may have headers that nobody knows, and have them below a title", () => {
    expect(chosen({ Orders: ["Nomor", "Barang", "Jumlah"], Guide: ["x"] })).toBe("Orders");
    const spreadsheet = workbook({ Orders: ["ORDERS MAY"], Old: headers });
    spreadsheet.sheets[0]?.setRow(
      3,
      headers.map((text) => cellOf(text)),
    );
    chooseSheet(spreadsheet, "orders.xlsx", {});
    expect(spreadsheet.activeSheet.name).toBe("Orders");
  });

  test("is the one that was named, letter case aside", () => {
    expect(chosen({ Guide: ["x"], Orders: headers }, "orders")).toBe("Orders");
    expect(() => chosen({ May: headers, June: headers }, "July")).toThrow(
      'orders.xlsx has no sheet "July"; it has "May", "June"',
    );
    expect(() => chosen({ May: headers, ".old": headers }, ".old")).toThrow(
      'The sheet ".old" of orders.xlsx is hidden',
    );
  });

  test("is not the add-on's log, whose headers are not those of orders", () => {
    expect(
      chosen({ Mine: ["a"], "bitbybit log": ["Time", "Order ref", "Order ID", "Order number", "Send key"] }),
    ).toBe("Mine");
  });
});
