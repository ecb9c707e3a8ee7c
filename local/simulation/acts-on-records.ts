import type { Sheet } from "../runtime/model/sheet";
import type { UserAct } from "./acts";
import { anOrderSheet, aRow } from "./acts-on-rows";
import {
  columnOf,
  groupedRows,
  type OrderRow,
  orderRows,
  rowsOfSheet,
  type StatusHeader,
  statusHeaders,
  textAt,
} from "./order-sheet";
import type { World } from "./world";

/** What users do to what the add-on wrote: status cells, log, versions. */
export const recordActs: readonly UserAct[] = [
  { name: "clear Status cells", weight: 3, act: (world) => clearCells(world, ["Status"]) },
  { name: "clear Send key cells", weight: 2, act: (world) => clearCells(world, ["Send key"]) },
  { name: "clear an order's records", weight: 2, act: clearRecords },
  { name: "fill status columns down", weight: 1, act: (world) => fillDown(world, statusHeaders) },
  { name: "fill Send key down", weight: 1, act: (world) => fillDown(world, ["Send key"]) },
  { name: "undo what the add-on wrote", weight: 3, act: undoScript },
  { name: "undo", weight: 1, act: undo },
  { name: "restore a version", weight: 1, act: restoreVersion },
  { name: "delete a status column", weight: 0.5, act: deleteStatusColumn },
  { name: "type a status of one's own", weight: 0.5, act: (world) => type(world, "Status", "erledigt") },
  { name: "type a send key", weight: 0.5, act: (world) => type(world, "Send key", "T7K2M-typed") },
  { name: "type a made-up Order ID", weight: 0.5, act: typeId },
  { name: "delete the log", weight: 1, act: (world) => onLog(world, "delete") },
  { name: "rename the log", weight: 1, act: (world) => onLog(world, "rename") },
  { name: "cut lines of the log", weight: 1, act: (world) => onLog(world, "cut") },
  { name: "rearrange the log's columns", weight: 0.5, act: (world) => onLog(world, "rearrange") },
  { name: "clear the log's events", weight: 0.5, act: (world) => onLog(world, "clear") },
  { name: "lose all properties", weight: 0.3, act: loseProperties },
  { name: "damage a record of the journal", weight: 0.3, act: damageRecord },
  { name: "archive an order in the shop", weight: 2, act: archive },
];

/** What a made-up ID begins with. */
export const typedIdPrefix = "ord_typed";

/** Every log sheet: a new one is made if the old one cannot be found or written. */
export function logSheets(world: World): Sheet[] {
  return world.spreadsheet.sheets.filter(
    (sheet) =>
      sheet.name.startsWith("bitbybit log") ||
      (sheet.cell(1, 4).value === "Order ID" && sheet.cell(1, 8).value === "Note"),
  );
}

/** The records beside some rows go: their own, or those of the orders whose keys were sorted there. */
function loseRecords(world: World, rows: readonly OrderRow[]): void {
  const tokens = rows.flatMap(({ token, sendKey }) => [token, world.tokenOfKey(sendKey) ?? token]);
  world.wanted.recordsLost(tokens);
}

function clearCells(world: World, headers: readonly StatusHeader[]): string | null {
  const row = aRow(world);
  if (!row) return null;
  const rows = world.random.between(1, 3);
  const hit = rowsOfSheet(row.sheet, world.tokenPlace).filter(
    (one) => one.row >= row.row && one.row < row.row + rows,
  );
  // A row without its Status is still known by its key.
  if (headers.includes("Send key")) {
    loseRecords(world, hit);
    wantCopies(world, hit);
  }
  for (const header of headers) {
    const column = columnOf(row.sheet, header);
    if (column !== null) world.user.clear(row.sheet, { row: row.row, column, rows, columns: 1 });
  }
  return `rows ${row.row} to ${row.row + rows - 1} of ${row.sheet.name}`;
}

/** A copied row that was not sent yet is an order more once the key that it was copied with is gone. */
function wantCopies(world: World, cleared: readonly OrderRow[]): void {
  const all = orderRows(world.spreadsheet, world.tokenPlace);
  for (const row of cleared) {
    const isCopy = all.some((one) => one.sendKey === row.sendKey && !cleared.some((hit) => isSame(hit, one)));
    if (row.sendKey !== "" && row.orderId === "" && isCopy) world.wanted.want(row.token);
  }
}

function isSame(one: OrderRow, other: OrderRow): boolean {
  return one.sheet === other.sheet && one.row === other.row;
}

/** The user clears all that the add-on wrote beside an order: beside one of several equal ones, that is an order more. */
function clearRecords(world: World): string | null {
  const row = aRow(world);
  if (!row) return null;
  const groups = groupedRows(orderRows(world.spreadsheet, world.tokenPlace));
  const group =
    groups.find((rows) => rows.some((one) => one.sheet === row.sheet && one.row === row.row)) ?? [];
  for (const { sheet, row: number } of group) {
    for (const header of statusHeaders) {
      const column = columnOf(sheet, header);
      if (column !== null) world.user.clear(sheet, { row: number, column, rows: 1, columns: 1 });
    }
  }
  const equal = groups.filter(([first]) => first?.token === row.token).length;
  loseRecords(world, group);
  if (equal > 1) world.wanted.want(row.token);
  return `row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function fillDown(world: World, headers: readonly StatusHeader[]): string | null {
  const row = aRow(world);
  if (!row) return null;
  const count = world.random.between(1, 2);
  const hit = rowsOfSheet(row.sheet, world.tokenPlace).filter(
    (one) => one.row > row.row && one.row <= row.row + count,
  );
  loseRecords(world, hit);
  for (const header of headers) {
    const column = columnOf(row.sheet, header);
    if (column !== null) world.user.fillDown(row.sheet, { row: row.row, column, rows: 1, columns: 1 }, count);
  }
  const column = columnOf(row.sheet, "Order ID");
  for (let filled = row.row + 1; column !== null && filled <= row.row + count; filled++)
    world.filledIds.add(textAt(row.sheet, filled, "Order ID"));
  return `from row ${row.row} over ${count} of ${row.sheet.name}`;
}

function allRecordsLost(world: World): void {
  world.wanted.recordsLost(world.wanted.all().map(([token]) => token));
}

function undoScript(world: World): string | null {
  if (!world.user.undoScriptWrite()) return null;
  allRecordsLost(world);
  world.logTouched = true;
  return "";
}

function undo(world: World): string | null {
  if (!world.user.undo()) return null;
  allRecordsLost(world);
  world.logTouched = true;
  return "";
}

function restoreVersion(world: World): string | null {
  const version = world.random.pick(world.versions);
  world.user.restoreVersion(version.snapshot);
  allRecordsLost(world);
  world.logTouched = true;
  return `of ${new Date(version.atMs).toISOString()}`;
}

function deleteStatusColumn(world: World): string | null {
  const sheet = anOrderSheet(world);
  const header = world.random.pick(statusHeaders);
  const column = sheet && columnOf(sheet, header);
  if (!sheet || column === null) return null;
  world.user.deleteColumns(sheet, column, 1);
  allRecordsLost(world);
  return `${header} of ${sheet.name}`;
}

function type(world: World, header: StatusHeader, text: string): string | null {
  const row = aRow(world);
  const column = row && columnOf(row.sheet, header);
  if (!row || column === null) return null;
  world.user.editCell(row.sheet, row.row, column, text);
  loseRecords(world, [row]);
  return `${text} in row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

/** Beside an unconfirmed row it would be the user's word, which is believed. */
function typeId(world: World): string | null {
  const row = aRow(world);
  const column = row && columnOf(row.sheet, "Order ID");
  if (!row || column === null || !/^(Created|Not sent|Valid|Invalid)/.test(row.status)) return null;
  world.user.editCell(row.sheet, row.row, column, `${typedIdPrefix}${world.random.between(100, 999)}`);
  loseRecords(world, [row]);
  return `in row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function onLog(world: World, what: "delete" | "rename" | "cut" | "rearrange" | "clear"): string | null {
  const [log] = logSheets(world);
  if (!log) return null;
  world.logTouched = true;
  if (what === "rename") world.user.renameSheet(log, `history ${world.random.between(10, 99)}`);
  else if (what === "delete") world.user.deleteSheet(log);
  else if (what === "rearrange") world.user.moveColumns(log, 7, 1, 1);
  else if (what === "clear")
    world.user.clear(log, { row: 2, column: 5, rows: Math.max(1, log.lastRow() - 1), columns: 1 });
  else {
    if (log.lastRow() < 2) return null;
    const first = world.random.between(2, log.lastRow());
    world.user.deleteRows(log, first, world.random.between(1, log.lastRow() - first + 1));
  }
  return what;
}

function archive(world: World): string | null {
  const orders = world.made();
  if (orders.length === 0) return null;
  const { id } = world.random.pick(orders);
  world.standIn.shop("test").setStatus(id, world.random.pick(["archived", "cancelled", "active"] as const));
  return id;
}

/** A copy of the file, or a script project that was made anew: nothing but the cells speaks of what was sent. */
function loseProperties(world: World): string | null {
  const store = world.stores.documentProperties(world.spreadsheet.id);
  const names = store.keys();
  if (names.length === 0) return null;
  for (const name of names) store.delete(name);
  world.propertiesLost = true;
  return `${names.length} of them`;
}

/** A record of a batch is cut, or written by a hand; whoever administers the add-on puts it right later. */
function damageRecord(world: World): string | null {
  const store = world.stores.documentProperties(world.spreadsheet.id);
  const names = store.keys().filter((name) => /^bitbybit\.journal\.batch\.[^.]+$/.test(name));
  if (names.length === 0) return null;
  const name = world.random.pick(names);
  const value = store.get(name) ?? "";
  world.damaged.push({ name, value });
  store.setAll({ [name]: world.random.pick([value.slice(0, 40), "{}", value.replace('"v":1', '"v":9')]) });
  return name;
}
