import type { BuiltAddOn } from "../command-line/built-add-on";
import { SimulatedClock } from "../runtime/local-runtime";
import { AddOnDriver, benchStores, type ExecutionCost, executionCost } from "./add-on-contender";
import { orderSpreadsheet } from "./order-rows";
import { type ApiModel, simulatedApi } from "./simulated-api";

/** What the executions of one run cost in a sheet that was used before. */
export interface SheetInUse {
  orders: number;
  costs: ExecutionCost[];
}

/**
 * Runs so many orders in a sheet whose first row was made an order before: its status columns, their formats and colours, and
 * the log are there already, as they are for all runs but a sheet's first.
 */
export function sheetInUse(addOn: BuiltAddOn, orders: number, model: ApiModel): SheetInUse {
  const clock = new SimulatedClock(Date.UTC(2026, 0, 5));
  const api = simulatedApi(model, () => clock.now());
  const spreadsheet = orderSpreadsheet(orders + 1, false);
  const costs: ExecutionCost[] = [];
  const driver = new AddOnDriver(addOn, {
    spreadsheet,
    stores: benchStores(),
    clock,
    http: api.transportFor(clock),
    ended: (result) => {
      costs.push(executionCost(result));
    },
  });
  spreadsheet.selection = ["A2:Z2"];
  driver.runToTheEnd();
  costs.length = 0;
  spreadsheet.selection = [`A3:Z${orders + 2}`];
  driver.runToTheEnd();
  return { orders, costs };
}
