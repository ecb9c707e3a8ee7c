import type { CheckOptions } from "../../src/orders/check/check-options";
import type { Columns } from "../../src/orders/columns";
import { makeTables } from "../../src/orders/columns/header-index";
import headerTables from "../../src/orders/columns/header-tables.json";
import { acceptProposal, type ColumnProposal, proposeForSheet } from "../../src/orders/columns/proposal";
import { understandSheet } from "../../src/orders/columns/understand-sheet";
import { readSheetOrders, rowsBelowHeader, type SheetOrders } from "../../src/sheet/read-orders";

/** The tables of all platforms. */
export const tables = makeTables(headerTables);

/** A sheet of lines whose cells are separated by `|`, without outer spaces. */
export function sheetOf(...lines: string[]): string[][] {
  return lines.map((line) => line.split("|").map((cell) => cell.trim()));
}

/** The columns of a sheet: by its names, else as they are proposed. */
export function columnsIn(display: readonly (readonly string[])[]): Columns {
  const understanding = understandSheet(display);
  if (understanding.kind === "ready") return understanding.columns;
  const accepted = acceptProposal(proposalFor(display), display);
  if (!accepted.ok) throw new Error(`not accepted: ${JSON.stringify(accepted.problems)}`);
  return accepted.columns;
}

/** What is proposed for a sheet. */
export function proposalFor(display: readonly (readonly string[])[]): ColumnProposal {
  const proposal = proposeForSheet(display, tables);
  if (proposal === null) throw new Error("nothing in it looks like headers");
  return proposal;
}

/** The orders of a sheet of texts, as a csv is. */
export function ordersIn(display: readonly (readonly string[])[], options: CheckOptions = {}): SheetOrders {
  const columns = columnsIn(display);
  return readSheetOrders(rowsBelowHeader(display, display, columns.headerRowNumber), columns, {
    check: options,
  });
}
