import type { Sheet } from "../runtime/model/sheet";
import type { UserAct } from "./acts";
import {
  columnOf,
  dataHeaders,
  groupedRows,
  type OrderRow,
  orderRows,
  rowsOfSheet,
  statusHeaders,
  textAt,
} from "./order-sheet";
import { hasOwnKey } from "./own-keys";
import type { World } from "./world";

/** What users do to rows and columns: the orders move, come and go. */
export const changingActs: readonly UserAct[] = [
  { name: "sort data columns alone", weight: 2, act: sortData },
  { name: "sort everything", weight: 4, act: sortAll },
  { name: "insert rows", weight: 4, act: insertRows },
  { name: "delete rows", weight: 3, act: deleteRows },
  { name: "cut rows and paste them below", weight: 3, act: cutBelow },
  { name: "copy rows below, status and all", weight: 2, act: copyBelow },
  { name: "copy the data of rows below", weight: 3, act: copyDataBelow },
  { name: "copy the tab", weight: 1, act: copyTab },
  { name: "move a column", weight: 3, act: moveColumn },
  { name: "edit an order", weight: 4, act: editOrder },
  { name: "rename the sheet", weight: 1, act: renameSheet },
  { name: "delete the sheet", weight: 0.2, act: deleteSheet },
  { name: "hide rows by a filter", weight: 1, act: filterRows },
];

/** A sheet with orders, mostly the active one; null if there is none. */
export function anOrderSheet(world: World): Sheet | null {
  const sheets = world.spreadsheet.sheets.filter((sheet) => columnOf(sheet, "Variant ID") !== null);
  if (sheets.length === 0) return null;
  return sheets.includes(world.spreadsheet.activeSheet) && world.random.chance(0.8)
    ? world.spreadsheet.activeSheet
    : world.random.pick(sheets);
}

/** One drawn row with an order. */
export function aRow(world: World): OrderRow | null {
  const sheet = anOrderSheet(world);
  const rows = sheet === null ? [] : rowsOfSheet(sheet, world.tokenPlace);
  return rows.length === 0 ? null : world.random.pick(rows);
}

/** The box of one row's cells, all columns of it. */
function wholeRow(row: OrderRow) {
  return { row: row.row, column: 1, rows: 1, columns: row.sheet.maxColumns };
}

/** The columns of the user's data; null if a status column stands among them. */
function dataColumns(sheet: Sheet): { first: number; last: number } | null {
  const data = dataHeaders.map((header) => columnOf(sheet, header)).filter((column) => column !== null);
  const status = statusHeaders.map((header) => columnOf(sheet, header)).filter((column) => column !== null);
  const [first, last] = [Math.min(...data), Math.max(...data)];
  return status.some((column) => column >= first && column <= last) ? null : { first, last };
}

function sortData(world: World): string | null {
  const sheet = anOrderSheet(world);
  const columns = sheet && dataColumns(sheet);
  if (!sheet || !columns || sheet.lastRow() < 3) return null;
  const by = columnOf(
    sheet,
    world.random.pick(["No", "First name", "Phone", "Variant ID", "Quantity"] as const),
  );
  if (by === null) return null;
  const rows = sheet.lastRow() - 1;
  const places = Array.from({ length: rows }, (_, index) => textAt(sheet, index + 2, "No"));
  world.partedSorts.push({ sheetId: sheet.sheetId, places });
  for (const { token } of rowsOfSheet(sheet, world.tokenPlace)) world.wanted.of(token).parted = true;
  const box = { row: 2, column: columns.first, rows, columns: columns.last - columns.first + 1 };
  world.user.sort(sheet, box, by, world.random.chance(0.5));
  return `${sheet.name} by column ${by}`;
}

function sortAll(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet || sheet.lastRow() < 3) return null;
  const by = columnOf(sheet, world.random.pick(["No", "First name", "Phone", "Status", "Order ID"] as const));
  if (by === null) return null;
  const box = { row: 2, column: 1, rows: sheet.lastRow() - 1, columns: sheet.maxColumns };
  world.user.sort(sheet, box, by, world.random.chance(0.5));
  return `${sheet.name} by column ${by}`;
}

function insertRows(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet) return null;
  const before = world.random.between(2, Math.max(2, sheet.lastRow()));
  const count = world.random.between(1, 2);
  world.user.insertRows(sheet, before, count);
  return `${count} before row ${before} of ${sheet.name}`;
}

function deleteRows(world: World): string | null {
  const row = aRow(world);
  if (!row) return null;
  world.user.deleteRows(row.sheet, row.row, 1);
  world.wanted.edit(row.token);
  // What is left of an order whose recorded rows are all gone is an order that nobody knows.
  const left = rowsOfSheet(row.sheet, world.tokenPlace).filter(({ token }) => token === row.token);
  if (row.sendKey !== "" && left.every(({ sendKey }) => sendKey === ""))
    world.wanted.recordsLost(left.map(({ token }) => token));
  return `row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function cutBelow(world: World): string | null {
  const row = aRow(world);
  if (!row) return null;
  world.user.paste(world.user.cut(row.sheet, wholeRow(row)), row.sheet, row.sheet.lastRow() + 1, 1);
  return `row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function copyBelow(world: World): string | null {
  const row = aRow(world);
  if (!row) return null;
  const isRecorded =
    row.status !== "" && row.status !== "Valid"
      ? row.sendKey !== ""
      : hasOwnKey(row, world.spreadsheet.locale);
  world.user.paste(world.user.copy(row.sheet, wholeRow(row)), row.sheet, row.sheet.lastRow() + 1, 1);
  // A row without any record of its own is an order more, and the key of another order that was never sent is none; a row
  // with a reference is a line more of the same order.
  if (row.ref !== "") world.wanted.edit(row.token);
  else if (!isRecorded) world.wanted.want(row.token);
  return `row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function copyDataBelow(world: World): string | null {
  const row = aRow(world);
  const columns = row && dataColumns(row.sheet);
  if (!row || !columns) return null;
  const to = row.sheet.lastRow() + 1;
  const box = { row: row.row, column: columns.first, rows: 1, columns: columns.last - columns.first + 1 };
  world.user.paste(world.user.copy(row.sheet, box), row.sheet, to, columns.first);
  const refColumn = columnOf(row.sheet, "Order ref");
  if (row.ref !== "" && refColumn !== null)
    world.user.editCell(row.sheet, to, refColumn, `${row.ref}-again-${to}`);
  world.wanted.want(row.token);
  return `row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function copyTab(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet || world.spreadsheet.sheets.length > 4) return null;
  const name = `Copy ${world.spreadsheet.sheets.length}`;
  if (world.spreadsheet.sheetByName(name) !== null) return null;
  for (const [row] of groupedRows(rowsOfSheet(sheet, world.tokenPlace)))
    if (row && row.sendKey === "") world.wanted.want(row.token);
  world.user.copySheet(sheet, name);
  return sheet.name;
}

/** Not while the add-on adds its headers: one that lands on a column moved there at that moment is told, not mended. */
function moveColumn(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet || columnOf(sheet, "Send key") === null) return null;
  const from = world.random.between(1, sheet.lastColumn());
  const before = world.random.between(1, sheet.lastColumn());
  if (before === from || before === from + 1) return null;
  world.user.moveColumns(sheet, from, 1, before);
  return `${from} before ${before} of ${sheet.name}`;
}

function editOrder(world: World): string | null {
  const row = aRow(world);
  if (!row) return null;
  const header = world.random.pick(["Quantity", "City", "First name"] as const);
  const column = columnOf(row.sheet, header);
  if (column === null) return null;
  const text =
    header === "Quantity" ? String(world.random.between(6, 9)) : `New${world.random.between(1, 99)}`;
  world.user.editCell(row.sheet, row.row, column, text);
  world.wanted.type(row.token, header, text);
  world.wanted.edit(row.token);
  return `${header} of row ${row.row} (${row.token}) of ${row.sheet.name}`;
}

function renameSheet(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet) return null;
  world.user.renameSheet(sheet, `Orders ${world.random.between(100, 999)}`);
  return sheet.name;
}

function deleteSheet(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet || world.spreadsheet.sheets.length < 2) return null;
  for (const { token } of orderRows(world.spreadsheet, world.tokenPlace)) world.wanted.edit(token);
  world.user.deleteSheet(sheet);
  return sheet.name;
}

function filterRows(world: World): string | null {
  const sheet = anOrderSheet(world);
  if (!sheet || sheet.lastRow() < 3) return null;
  const hidden = world.random.some(
    Array.from({ length: sheet.lastRow() - 1 }, (_, index) => index + 2),
    3,
  );
  world.user.setFilter(
    sheet,
    { row: 1, column: 1, rows: sheet.lastRow(), columns: sheet.lastColumn() },
    hidden,
  );
  return `${hidden.join(", ")} of ${sheet.name}`;
}
