import { mapColumns } from "../orders/columns";
import { similarHeaders } from "../orders/similar-headers";
import type { Context } from "../run/context";
import { SheetFault, type SheetPort } from "../run/ports";
import { RunError } from "../run/run-error";
import { type OrderMemory, readOrders, rowsBelowHeader } from "../sheet/read-orders";
import type { SheetReading } from "../sheet/sheet-reading";

/** Reads a sheet whole, cells and values. @throws RunError `headers` when its columns cannot be used; SheetFault. */
export function readSheet(
  { memory, options }: Pick<Context, "memory" | "options">,
  sheet: SheetPort,
): SheetReading {
  const { values, display } = trying(options.maxTries, () => sheet.read());
  const headerRow = display[0] ?? [];
  const map = mapColumns(headerRow);
  if (!map.ok)
    throw new RunError({ code: "headers", problems: map.problems, similar: similarHeaders(headerRow) });
  const orders = readOrders(rowsBelowHeader(values, display), map.columns, memory);
  return { sheetId: sheet.sheetId, columns: map.columns, orders, display };
}

/**
 * Reads a sheet's texts alone, in one call; what they hold is known from the readings before. Reads it whole when there is
 * anything new.
 */
export function readSheetAgain(context: Pick<Context, "memory" | "options">, sheet: SheetPort): SheetReading {
  const display = trying(context.options.maxTries, () => sheet.readDisplay());
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) return readSheet(context, sheet);
  const { memory } = context;
  const orders = readKnown(memory, display, map.columns);
  return orders
    ? { sheetId: sheet.sheetId, columns: map.columns, orders, display }
    : readSheet(context, sheet);
}

function readKnown(
  memory: OrderMemory,
  display: string[][],
  columns: SheetReading["columns"],
): SheetReading["orders"] | null {
  const before = memory.unknown;
  const orders = readOrders(rowsBelowHeader([], display), columns, memory, false);
  return memory.unknown === before ? orders : null;
}

/** Another try after a fault of the service, whatever it says; a sheet that is gone stays gone. */
function trying<T>(maxTries: number, read: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof SheetFault) || fault.kind === "gone" || tries === maxTries) throw fault;
    }
  }
}
