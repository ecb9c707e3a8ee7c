import { checkOrder } from "./check-order";
import type { Columns } from "./columns";
import { dataFieldsOf } from "./content";
import { fingerprintOf } from "./fingerprint";
import { groupRows } from "./group-rows";
import type { OrderRecord, RowRecord } from "./order-record";
import { readRowRecord } from "./row-record";
import { isEmptyRow, type SheetRow } from "./sheet-row";

/** Reads all rows below the header as orders, in the order in which their first rows stand; empty rows are left out. */
export function readOrders(rows: readonly SheetRow[], columns: Columns): OrderRecord[] {
  const dataColumns = dataFieldsOf(columns);
  const filled = rows.filter((row) => !isEmptyRow(row, columns));
  return groupRows(filled, columns).map((draft) => {
    const order = checkOrder(draft, columns);
    const records: RowRecord[] = draft.rows.map((row) => readRowRecord(row, columns, dataColumns));
    return { order, fingerprint: order.payload && fingerprintOf(order.ref, order.payload), rows: records };
  });
}
