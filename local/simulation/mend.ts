import type { Sheet } from "../runtime/model/sheet";
import { logSheets, typedIdPrefix } from "./acts-on-records";
import { clickMenu } from "./clicks";
import {
  columnOf,
  dataHeaders,
  groupedRows,
  type OrderRow,
  orderRows,
  type StatusHeader,
  statusHeaders,
  textAt,
} from "./order-sheet";
import { fillProperties } from "./trouble-places";
import type { World } from "./world";

const statuses = /^(Valid|Invalid|Sending|Created|Created \(test\)|Rejected|Not sent|Unconfirmed|)$/i;

/** What the owner of the file puts right before anything else: protections, merges, filters, a full store, a status of one's own. */
export function clearTheWay(world: World): void {
  fillProperties(world, false);
  repairRecords(world);
  world.standIn.listing = { ...world.standIn.listing, lagMs: 0, arrangement: "newestFirst" };
  for (const sheet of world.spreadsheet.sheets) {
    sheet.properties.protections = [];
    sheet.properties.mergedRanges = [];
    if (sheet.properties.filter !== null) world.user.clearFilter(sheet);
    for (const header of statusHeaders) deleteRepeated(world, sheet, header);
    const column = columnOf(sheet, "Status");
    if (column === null || logSheets(world).includes(sheet)) continue;
    for (let row = 2; row <= sheet.lastRow(); row++) {
      if (!statuses.test(textAt(sheet, row, "Status"))) world.user.editCell(sheet, row, column, "");
    }
  }
}

/** Whoever administers the add-on puts damaged records back, if they are still there. */
function repairRecords(world: World): void {
  const store = world.stores.documentProperties(world.spreadsheet.id);
  for (const { name, value } of [...world.damaged].reverse())
    if (store.get(name) !== null) store.setAll({ [name]: value });
}

/** A header that stands there twice, since a column went while headers were being added, keeps its first place. */
function deleteRepeated(world: World, sheet: Sheet, header: StatusHeader): void {
  const first = columnOf(sheet, header);
  if (first === null) return;
  for (let column = sheet.lastColumn(); column > first; column--) {
    if (sheet.cell(1, column).value === header) world.user.deleteColumns(sheet, column, 1);
  }
}

/** Puts data columns that were sorted alone back beside their status columns, if the rows are still the same. */
export function unsort(world: World): void {
  for (const { sheetId, places } of [...world.partedSorts].reverse()) {
    const sheet = world.spreadsheet.sheetById(sheetId);
    if (sheet === null || columnOf(sheet, "No") === null) continue;
    const now = places.map((_, index) => textAt(sheet, index + 2, "No"));
    if (new Set(now).size !== now.length || sheet.lastRow() - 1 !== places.length) continue;
    if (places.some((place) => !now.includes(place))) continue;
    const columns = dataHeaders.map((header) => columnOf(sheet, header)).filter((column) => column !== null);
    const rows = places.map((place) => now.indexOf(place) + 2);
    const cells = rows.map((row) => columns.map((column) => sheet.cell(row, column)));
    cells.forEach((line, index) => {
      line.forEach((cell, place) => {
        const column = columns[place];
        if (column !== undefined) sheet.setCell(index + 2, column, cell);
      });
    });
    world.trace.add(`the data columns of ${sheet.name} are put back beside their status`);
  }
  world.partedSorts.length = 0;
}

/** Does what the sentences beside held rows name, one of the ways out for each order. True when anything was done. */
export function followMessages(world: World): boolean {
  let done = false;
  for (const group of groupedRows(orderRows(world.spreadsheet, world.tokenPlace)).reverse()) {
    if (followMessage(world, group)) done = true;
  }
  return done;
}

function followMessage(world: World, group: readonly OrderRow[]): boolean {
  const held = group.find((row) => row.message !== "");
  if (held === undefined) return false;
  const { message, sheet, token } = held;
  if (message.startsWith("Needs your decision: the Send key in this row is a copy")) {
    world.trace.add(`row ${held.row} of ${sheet.name} (${token}) is deleted, as its Message says`);
    world.user.deleteRows(sheet, held.row, 1);
    world.wanted.recordsLost([token]);
    return true;
  }
  if (held.status !== "Unconfirmed" || !/type (its|the) Order ID/.test(message)) return false;
  const shown = new Set(orderRows(world.spreadsheet, world.tokenPlace).map((row) => row.orderId));
  const made = world.made().filter((order) => world.tokenOf(order) === token);
  const free = made.find((order) => !shown.has(order.id));
  const column = columnOf(sheet, "Order ID");
  if (free !== undefined && column !== null) {
    world.trace.add(`${free.id} is typed beside row ${held.row} of ${sheet.name} (${token})`);
    for (const row of group) world.user.editCell(sheet, row.row, column, free.id);
    // What a person typed need not be known to the journal.
    world.undisturbed = false;
    return true;
  }
  if (made.length > 0) return false;
  world.user.openSheet(sheet);
  world.user.select(group.map((row) => `A${row.row}`));
  clickMenu(world, world.first, "sendAgain");
  return true;
}

/** True for an ID that the user made up. */
export function isTypedId(id: string): boolean {
  return id.startsWith(typedIdPrefix);
}
