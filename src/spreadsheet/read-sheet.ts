import type { LoadedCatalogue } from "../catalogue/read-catalogue";
import type { Context } from "../execution/context";
import type { CheckOptions } from "../orders/check/check-options";
import { contactsIn } from "../orders/check/customer-contact";
import type { Columns } from "../orders/columns";
import type { SheetRow } from "../orders/rows/sheet-row";
import { SheetFault, type SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import { type OrderMemory, readSheetOrders, rowsBelowHeader, type SheetOrders } from "../sheet/read-orders";
import type { SheetReading } from "../sheet/sheet-reading";
import { columnsOf } from "./sheet-columns";

type ReadingContext = Pick<
  Context,
  "memory" | "options" | "sheetMemory" | "articles" | "knownArticles" | "customers" | "singleName"
>;

/** Reads a sheet whole, cells and values. @throws RunError `headers` when its columns cannot be used; SheetFault. */
export function readSheet(context: ReadingContext, sheet: SheetPort): SheetReading {
  const { memory, options, sheetMemory } = context;
  const { values, display } = trying(options.maxTries, () => sheet.read());
  const columns = columnsOf(display, sheetMemory(sheet.sheetId));
  const rows = rowsBelowHeader(values, display, columns.headerRowNumber);
  const check = checkOptions(context, columns, rows);
  const { records, notOrders } = readSheetOrders(rows, columns, { memory, check });
  return { sheetId: sheet.sheetId, columns, orders: records, notOrders, display };
}

/** What a check of these rows may know besides them. */
export function checkOptions(
  context: Pick<Context, "articles" | "knownArticles" | "customers" | "singleName">,
  columns: Columns,
  rows: readonly SheetRow[],
): CheckOptions {
  const { customers, singleName } = context;
  const lookup = articlesFor(context, columns)?.lookup ?? null;
  const contacts = contactsIn(rows, columns);
  const found = contacts.length === 0 ? null : customers(contacts);
  return { singleName, ...(lookup ? { lookup } : {}), ...(found ? { customers: found } : {}) };
}

/** The shop's articles for a sheet with these columns, or why they are not known; null if nobody asked for them. */
export function articlesFor(
  context: Pick<Context, "articles" | "knownArticles">,
  { data }: Columns,
): LoadedCatalogue | null {
  const needed = data.sku !== undefined || data.product !== undefined;
  return needed ? context.articles() : context.knownArticles();
}

/**
 * Reads a sheet's texts alone, in one call; what they hold is known from the readings before. Reads it whole when there is
 * anything new.
 */
export function readSheetAgain(context: ReadingContext, sheet: SheetPort): SheetReading {
  const display = trying(context.options.maxTries, () => sheet.readDisplay());
  const columns = columnsOf(display, context.sheetMemory(sheet.sheetId));
  const known = readKnown(context.memory, display, columns);
  return known
    ? { sheetId: sheet.sheetId, columns, orders: known.records, notOrders: known.notOrders, display }
    : readSheet(context, sheet);
}

function readKnown(
  memory: OrderMemory,
  display: string[][],
  columns: SheetReading["columns"],
): SheetOrders | null {
  const before = memory.unknown;
  const rows = rowsBelowHeader([], display, columns.headerRowNumber);
  const read = readSheetOrders(rows, columns, { memory, hasValues: false });
  return memory.unknown === before ? read : null;
}

/**
 * What `read` gives; null if a needed column is gone, or the sheet itself. After a fault the spreadsheet is asked for the
 * sheet, since the fault's text tells nothing for certain. @throws RunError, SheetFault.
 */
export function unlessGone<T>({ ports }: Pick<Context, "ports">, sheet: SheetPort, read: () => T): T | null {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof RunError && fault.problem.code === "headers") return null;
    if (fault instanceof SheetFault && !ports.spreadsheet.sheetById(sheet.sheetId)) return null;
    throw fault;
  }
}

/** Another try after a fault of the service, whatever it says. */
function trying<T>(maxTries: number, read: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof SheetFault) || tries === maxTries) throw fault;
    }
  }
}
