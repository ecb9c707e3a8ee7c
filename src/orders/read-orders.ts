import { checkOrder } from "./check-order";
import type { Columns } from "./columns";
import { dataColumnsOf } from "./content";
import { fingerprintOf } from "./fingerprint";
import { groupRows } from "./group-rows";
import type { OrderRecord, RowRecord } from "./order-record";
import { readRowRecord } from "./row-record";
import { isEmptyRow, type SheetRow } from "./sheet-row";

/**
 * Reads all rows below the header as orders, in the order in which their first rows stand; empty rows are left out.
 * `wanted` picks by what stands beside the rows; the others are not checked, which costs the most.
 */
export function readOrders(
  rows: readonly SheetRow[],
  columns: Columns,
  wanted: (rows: readonly RowRecord[]) => boolean = () => true,
): OrderRecord[] {
  const dataColumns = dataColumnsOf(columns);
  const records: OrderRecord[] = [];
  for (const draft of groupRows(
    rows.filter((row) => !isEmptyRow(row, dataColumns)),
    columns,
  )) {
    const rowRecords = draft.rows.map((row) => readRowRecord(row, columns, dataColumns));
    if (!wanted(rowRecords)) continue;
    const order = checkOrder(draft, columns);
    records.push({
      order,
      fingerprint: order.payload && fingerprintOf(order.ref, order.payload),
      rows: rowRecords,
    });
  }
  return records;
}

/** The rows below the header, numbered as the sheet numbers them. */
export function rowsBelowHeader(
  values: readonly (readonly unknown[])[],
  display: readonly (readonly string[])[],
): SheetRow[] {
  return display.slice(1).map((texts, index) => ({
    rowNumber: index + 2,
    values: values[index + 1] ?? [],
    display: texts,
  }));
}
