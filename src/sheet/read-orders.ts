import { checkOrder } from "../orders/check-order";
import type { Columns } from "../orders/columns";
import { groupRows } from "../orders/group-rows";
import type { CheckedOrder, OrderDraft } from "../orders/order";
import { isEmptyRow, type SheetRow } from "../orders/sheet-row";
import { dataColumnsOf } from "./content";
import { fingerprintOf } from "./fingerprint";
import type { OrderRecord } from "./order-record";
import { readRowRecord } from "./row-record";

/**
 * Orders that were checked before, by what their cells showed and held. Checking costs the most of a
 * reading, and between two readings of one run hardly any order changes.
 */
export class OrderMemory {
  private readonly byCells = new Map<string, Known>();
  private readonly byDisplay = new Map<string, Known>();

  /** How many orders a reading of texts alone showed that were not checked before. */
  unknown = 0;

  /** What a reading of texts alone shows, as far as it was checked before; null for anything else. */
  recall(display: string): Known | null {
    const known = this.byDisplay.get(display) ?? null;
    if (!known) this.unknown += 1;
    return known;
  }

  /** The order that these very cells made before; else what `check` makes of them. */
  check(cells: string, display: string, check: () => Known): Known {
    const known = this.byCells.get(cells);
    if (known) return known;
    const fresh = check();
    // Problems name rows, which move; so an order that has any is checked anew whenever its cells are read.
    if (fresh.order.payload && fresh.order.problems.length === 0) this.byCells.set(cells, fresh);
    this.byDisplay.set(display, fresh);
    return fresh;
  }
}

interface Known {
  order: CheckedOrder;
  fingerprint: string | null;
}

/**
 * Reads all rows below the header as orders, in the order in which their first rows stand; empty rows are left out.
 * Without `hasValues` only texts were read: an order that `memory` does not know then has neither payload nor problems.
 */
export function readOrders(
  rows: readonly SheetRow[],
  columns: Columns,
  memory: OrderMemory = new OrderMemory(),
  hasValues = true,
): OrderRecord[] {
  const dataColumns = dataColumnsOf(columns);
  const filled = rows.filter((row) => !isEmptyRow(row, dataColumns));
  return groupRows(filled, columns).map((draft) => {
    const rowRecords = draft.rows.map((row) => readRowRecord(row, columns, dataColumns));
    const display = rowRecords.map((row) => row.content).join("\u0001");
    const { order, fingerprint } = hasValues
      ? memory.check(display + valuesOf(draft, dataColumns), display, () => checked(draft, columns))
      : (memory.recall(display) ?? unread(draft));
    const { rowNumbers } = draft;
    return { order: { ...order, rowNumbers }, fingerprint, rows: rowRecords };
  });
}

function checked(draft: OrderDraft, columns: Columns): Known {
  const order = checkOrder(draft, columns);
  return { order, fingerprint: order.payload && fingerprintOf(order.ref, order.payload) };
}

function unread({ ref, rowNumbers }: OrderDraft): Known {
  return { order: { ref, rowNumbers, payload: null, problems: [] }, fingerprint: null };
}

/** The cells' values as one text, with their types: 1 and "1" may be read differently. */
function valuesOf(draft: OrderDraft, dataColumns: readonly number[]): string {
  return draft.rows
    .map(({ values }) =>
      dataColumns.map((index) => `${typeof values[index]} ${String(values[index])}`).join("\u0000"),
    )
    .join("\u0001");
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
