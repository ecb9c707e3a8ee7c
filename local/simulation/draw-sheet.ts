import type { Sheet } from "../runtime/model/sheet";
import { cellOf } from "../runtime/model/user-acts";
import { type DataHeader, dataHeaders, statusHeaders } from "./order-sheet";
import type { World } from "./world";

/** What kinds of orders a sheet holds. */
export interface SheetPlan {
  orders: number;
  /** Chances of an order of several rows, of one without Order ref, of an invalid one, of a copy of the one before. */
  several: number;
  withoutRef: number;
  invalid: number;
  identical: number;
  /** True: the status columns are there from the start. */
  statusColumns: boolean;
}

/** Fills a new sheet "Orders" with drawn orders, and tells the user model which are wanted. */
export function drawSheet(world: World, plan: SheetPlan): Sheet {
  const { random, spreadsheet, wanted, tokenPlace } = world;
  const sheet = spreadsheet.addSheet("Orders", { maxRows: 120, maxColumns: 26 });
  const headers = [...dataHeaders, ...(plan.statusColumns ? statusHeaders : [])];
  headers.forEach((header, index) => {
    sheet.setCell(1, index + 1, cellOf(header));
  });
  let row = 2;
  for (let number = 1; number <= plan.orders; number++) {
    const token = `w${number}`;
    const several = random.chance(plan.several);
    const ref = several || !random.chance(plan.withoutRef) ? `R-${100 + number}` : "";
    const order = drawOrder(world, ref);
    order[tokenPlace] = token;
    const invalid = random.chance(plan.invalid);
    const lines = several ? random.between(2, 3) : 1;
    for (let line = 1; line <= lines; line++) {
      const cells = {
        ...order,
        "Variant ID": `var_0${random.between(1, 9)}01`,
        Quantity: random.between(1, 5),
      };
      writeRow(sheet, row, invalid && line === 1 ? { ...cells, Quantity: "many" } : cells);
      for (const [header, text] of Object.entries(cells)) wanted.type(token, header, text);
      row += 1;
    }
    wanted.want(token);
    if (ref === "" && !invalid && random.chance(plan.identical)) {
      copyRow(sheet, row - 1, row);
      row += 1;
      wanted.want(token);
    }
  }
  for (let filled = 2; filled < row; filled++) sheet.setCell(filled, 1, cellOf(filled - 1));
  return sheet;
}

type RowCells = Partial<Record<DataHeader, string | number>>;

const names = ["Ayu Lestari", "Budi Santoso", "Citra Wijaya", "Dewi Hartono", "Eko Pratama"];

function drawOrder(world: World, ref: string): RowCells {
  const { random } = world;
  const [first = "", last = ""] = random.pick(names).split(" ");
  // Few phone numbers: the shop knows most customers already, under the name of whoever ordered first.
  return {
    "Order ref": ref,
    "First name": first,
    "Last name": last,
    Phone: `+62 812 555 ${random.between(10, 19)}`,
    "Address 1": `Jalan Melati ${random.between(1, 9)}`,
    City: "Bandung",
    Province: "Jawa Barat",
    Country: "ID",
    Zip: "40111",
  };
}

function writeRow(sheet: Sheet, row: number, cells: RowCells): void {
  dataHeaders.forEach((header, index) => {
    const value = cells[header];
    if (value !== undefined && value !== "") sheet.setCell(row, index + 1, cellOf(value));
  });
}

function copyRow(sheet: Sheet, from: number, to: number): void {
  sheet.setRow(to, sheet.rowCells(from));
}
