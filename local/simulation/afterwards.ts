import { clickMenu, selectAll, wait } from "./clicks";
import { settleUnknowns } from "./drawn-unknowns";
import { clearTheWay, followMessages, unsort } from "./mend";
import { columnOf, orderRows } from "./order-sheet";
import { type Person, peace, type World } from "./world";

/** Longer than any wait of the add-on, so that every click afterwards can tell. */
const longMinutes = 13;
const mostRounds = 12;

/**
 * What users do once everything works again: they select all rows and click Create and Resolve, with all waits over in
 * between, until nothing changes any more. False if it goes on changing.
 */
export function clickUntilNothingChanges(world: World, people: readonly Person[]): boolean {
  world.troubles = peace;
  settleUnknowns(world);
  world.trace.add("--- all troubles are over");
  // Writes of calls that timed out land now at the latest: what they leave behind is seen before it is put right.
  world.stores.lateWrites.makeAll();
  clearTheWay(world);
  // Some see at once what they have done, others when the rows tell them.
  if (world.random.chance(0.5)) unsort(world);
  let before = "";
  for (let round = 0; round < mostRounds; round++) {
    for (const sheet of world.spreadsheet.sheets.filter((one) => columnOf(one, "Variant ID") !== null)) {
      world.user.openSheet(sheet);
      selectAll(world);
      for (const person of people) {
        wait(world, longMinutes);
        clickMenu(world, person, "createOrders");
        wait(world, longMinutes);
        selectAll(world);
        clickMenu(world, person, "resolveUnconfirmed");
      }
    }
    const now = stateOf(world);
    // What the sentences name is tried once; what then stays held, stays.
    if (now === before && !(round < mostRounds / 2 && followMessages(world))) return true;
    before = now;
    unsort(world);
  }
  return false;
}

function stateOf(world: World): string {
  const rows = orderRows(world.spreadsheet, world.tokenPlace).map(({ sheet, ...row }) => [
    sheet.sheetId,
    ...Object.values(row),
  ]);
  return JSON.stringify([rows, world.made().length]).replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "");
}
