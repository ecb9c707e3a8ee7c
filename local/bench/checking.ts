import { orderSchema } from "../../src/orders/check/order-schema";
import { mapColumns } from "../../src/orders/columns";
import { readSheetOrders, rowsBelowHeader } from "../../src/sheet/read-orders";
import { seededRandom } from "../api/seeded-random";
import type { BuiltAddOn } from "../command-line/built-add-on";
import { LocalRuntime, SimulatedClock, sidebarCall } from "../runtime/local-runtime";
import { displayValue } from "../runtime/model/display";
import { benchStores } from "./add-on-contender";
import { medianCpuMs } from "./median";
import { orderSpreadsheet } from "./order-rows";

/** What reading and checking a sheet costs. */
export interface CheckingCost {
  rows: number;
  /** Processor time of reading and checking the rows as orders, from the values and texts of the sheet on. */
  checkMs: number;
  /** The same of the schema alone, on the payloads that came of it. */
  schemaMs: number;
  /** Calls of the spreadsheet service of a whole `planRun("create")`, which asks the shop nothing. */
  trips: number;
}

const repetitions = 7;

/** Measures on so many rows. */
export function checkingCost(addOn: BuiltAddOn, rows: number): CheckingCost {
  const { values, display } = textsOf(rows);
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) throw new Error("The bench's own sheet has headers that the add-on does not take.");
  const read = () => readSheetOrders(rowsBelowHeader(values, display), map.columns).records;
  const payloads = read().map(({ order }) => order.payload);
  if (payloads.some((payload) => payload === null)) throw new Error("The bench's own sheet is at fault.");
  return {
    rows,
    checkMs: medianCpuMs(repetitions, read),
    schemaMs: medianCpuMs(repetitions, () => {
      for (const payload of payloads) orderSchema().safeParse(payload);
    }),
    trips: tripsOfPlan(addOn, rows),
  };
}

function textsOf(rows: number): { values: unknown[][]; display: string[][] } {
  const spreadsheet = orderSpreadsheet(rows, false);
  const sheet = spreadsheet.activeSheet;
  const values: unknown[][] = [];
  const display: string[][] = [];
  for (let row = 1; row <= rows + 1; row += 1) {
    const cells = sheet.rowCells(row);
    values.push(cells.map((cell) => cell?.value ?? ""));
    display.push(cells.map((cell) => (cell ? displayValue(cell, spreadsheet.locale) : "")));
  }
  return { values, display };
}

function tripsOfPlan(addOn: BuiltAddOn, rows: number): number {
  const runtime = new LocalRuntime({
    code: addOn.code,
    htmlFiles: {},
    spreadsheet: orderSpreadsheet(rows, false),
    stores: benchStores(),
    clock: new SimulatedClock(0),
    random: seededRandom(5),
    http: { sendAll: () => [] },
    ui: {
      alert: () => "OK",
      prompt: () => ({ button: "CANCEL", text: "" }),
      toast: () => {},
      showSidebar: () => {},
      showModalDialog: () => {},
    },
  });
  const answer = sidebarCall(runtime, "planRun", ["create"]);
  if (!answer.ok) throw new Error(`planRun: ${answer.message}`);
  return answer.calls.spreadsheetTrips;
}
