import { rangesInSheet, readSelectedRows } from "../../../local/command-line/selected-rows";
import { readSheetTable } from "../../../local/command-line/sheet-table";
import { openCsv } from "../../../local/files/csv";

const header =
  "Order ref,First name,Last name,Phone,Variant ID,Quantity,Address 1,City,Province,Zip,Remarks,Status,Order ID";
const rows = [
  "R-1,a,b,c,v,1,d,e,f,g,,Created,ord_1",
  ",,,,,,,,,,only a remark,,",
  "R-3,a,b,c,v,1,d,e,f,g,,,",
  "R-4,a,b,c,v,1,d,e,f,g,,,",
];

function sheet() {
  return openCsv(Buffer.from([header, ...rows].join("\n")), "a.csv").spreadsheet.activeSheet;
}

function read(ranges: string[], of = sheet()) {
  return readSelectedRows(ranges, of, readSheetTable(of, {}, "en_US"));
}

function numbers(...ranges: string[]): number[] {
  return read(ranges).rows.map(({ row }) => row);
}

describe("the selected rows", () => {
  test("are those that the ranges reach, each once, in order, without the header and empty rows", () => {
    expect(numbers("B4:C5", "A1", "5:5")).toEqual([4, 5]);
    expect(numbers("A:A")).toEqual([2, 4, 5]);
    expect(numbers("A900")).toEqual([]);
  });

  test("are reported with their status columns, empty text if there is none", () => {
    const selected = read(["A2"]);
    expect(selected.rows).toEqual([
      { row: 2, status: "Created", orderId: "ord_1", orderNumber: "", message: "" },
    ]);
  });

  test("leave out and count what a filter hides, not what was hidden by hand", () => {
    const filtered = sheet();
    filtered.properties.filter = {
      box: { row: 1, column: 1, rows: 5, columns: 13 },
      hiddenRows: new Set([4]),
    };
    filtered.properties.hiddenRows = new Set([5]);
    const selected = read(["1:9"], filtered);
    expect(selected.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(selected).toMatchObject({ hiddenRows: 1, emptyRows: 1 });
  });

  test("are none if the headers cannot be used", () => {
    const broken = openCsv(Buffer.from("Name\nx\n"), "a.csv").spreadsheet.activeSheet;
    expect(read(["1:9"], broken).rows).toEqual([]);
  });
});

describe("the ranges of a selection", () => {
  test("are cut at the sheet's edge, or left out beyond it", () => {
    expect(rangesInSheet(["A2:B5000", "A2000", "AZ1", "C:C", "4:6"], sheet())).toEqual([
      "A2:B1000",
      "C1:C1000",
      "A4:Z6",
    ]);
  });

  test("are the whole sheet when none is given", () => {
    expect(rangesInSheet(null, sheet())).toEqual(["A1:Z1000"]);
  });
});
