import type { CheckOptions } from "./check-options";
import { checkOrder } from "./check-order";
import type { Columns } from "./columns";
import { dataColumnsOf } from "./content";
import { fingerprintOf } from "./fingerprint";
import { groupRows } from "./group-rows";
import { type NotOrder, partRows } from "./not-orders";
import type { OrderRecord, RowRecord } from "./order-record";
import { readRowRecord } from "./row-record";
import { isEmptyRow, type SheetRow } from "./sheet-row";
import { warnOfSimilarOrders } from "./similar-orders";

/** A sheet's rows as orders, and those that are none. */
export interface SheetOrders {
  records: OrderRecord[];
  /** In the order of the sheet; empty rows are not among them. */
  notOrders: NotOrder[];
}

/**
 * Reads all rows below the header as orders, in the order in which their first rows stand; empty rows are left out, and rows
 * that are no orders are told apart. `isWanted` picks by what stands beside the rows; the others are not checked, which
 * costs the most.
 */
export function readSheetOrders(
  rows: readonly SheetRow[],
  columns: Columns,
  isWanted: (rows: readonly RowRecord[]) => boolean = () => true,
  options: CheckOptions = {},
): SheetOrders {
  const dataColumns = dataColumnsOf(columns);
  const filled = rows.filter((row) => !isEmptyRow(row, dataColumns));
  const { orders, notOrders } = partRows(filled, columns);
  const records: OrderRecord[] = [];
  for (const draft of groupRows(orders, columns)) {
    const rowRecords = draft.rows.map((row) => readRowRecord(row, columns, dataColumns));
    if (!isWanted(rowRecords)) continue;
    const order = checkOrder(draft, columns, options);
    records.push({
      order,
      fingerprint: order.content && fingerprintOf(order.ref, order.content),
      rows: rowRecords,
    });
  }
  warnOfSimilarOrders(
    records.map(({ order }) => order),
    columns,
  );
  return { records, notOrders };
}

/** The orders of {@link readSheetOrders} alone. */
export function readOrders(
  rows: readonly SheetRow[],
  columns: Columns,
  isWanted?: (rows: readonly RowRecord[]) => boolean,
  options?: CheckOptions,
): OrderRecord[] {
  return readSheetOrders(rows, columns, isWanted, options).records;
}

/** The rows below the header, numbered as the sheet numbers them. `headerRowNumber` counts from 1. */
export function rowsBelowHeader(
  values: readonly (readonly unknown[])[],
  display: readonly (readonly string[])[],
  headerRowNumber = 1,
): SheetRow[] {
  return display.slice(headerRowNumber).map((texts, index) => ({
    rowNumber: headerRowNumber + 1 + index,
    values: values[headerRowNumber + index] ?? [],
    display: texts,
  }));
}
