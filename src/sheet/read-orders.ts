import type { CheckOptions } from "../orders/check/check-options";
import { checkOrder } from "../orders/check/check-order";
import type { Problem, ProblemPlace } from "../orders/check/problem";
import { similarOrders } from "../orders/check/similar-orders";
import type { Columns } from "../orders/columns";
import type { CheckedOrder, OrderDraft } from "../orders/order";
import { groupRows } from "../orders/rows/group-rows";
import { type NotOrder, partRows } from "../orders/rows/not-orders";
import { isEmptyRow, type SheetRow } from "../orders/rows/sheet-row";
import { contentOfRow, dataColumnsOf } from "./content";
import type { OrderRecord, RowRecord } from "./order-record";
import { readRowRecord } from "./row-record";

/**
 * Orders that were checked before. Checking costs the most of a reading, and between two readings of one run hardly any order
 * changes.
 */
export class OrderMemory {
  /** By what their cells showed. */
  readonly known = new Map<string, Known>();

  /** How many orders a reading of texts alone showed that were not checked before. */
  unknown = 0;
}

interface Known {
  order: CheckedOrder;
  /** What the cells held besides their texts. */
  values: string;
  rows: readonly RowRecord[];
}

/** A sheet's rows as orders, and those that are none. */
export interface SheetOrders {
  records: OrderRecord[];
  /** In the order of the sheet; empty rows are not among them. */
  notOrders: NotOrder[];
}

/** How rows are read. */
export interface ReadOptions {
  /** What was checked before. */
  memory?: OrderMemory;
  /** False: only texts were read; an order that `memory` does not know then has neither payload nor problems. @default true */
  hasValues?: boolean;
  /** What a check may know besides the sheet. */
  check?: CheckOptions;
}

/**
 * Reads all rows below the header as orders, in the order in which their first rows stand; empty rows are left out, and rows
 * that are no orders are told apart.
 */
export function readSheetOrders(
  rows: readonly SheetRow[],
  columns: Columns,
  { memory = new OrderMemory(), hasValues = true, check = {} }: ReadOptions = {},
): SheetOrders {
  const dataColumns = dataColumnsOf(columns);
  const filled = rows.filter((row) => !isEmptyRow(row, dataColumns));
  const { orders, notOrders } = partRows(filled, columns);
  const records = groupRows(orders, columns).map((draft): OrderRecord => {
    const rows = draft.rows.map((row) => readRowRecord(row, columns, contentOfRow(row.display, dataColumns)));
    const display = rows.map((row) => row.content).join("\u0001");
    let known = memory.known.get(display);
    if (hasValues) {
      const values = valuesOf(draft, dataColumns);
      // A problem or a warning may rest on more than these cells: a look-up, or a column that is not read.
      if (known?.values !== values || known.order.problems.length + known.order.warnings.length > 0) {
        known = { order: checkOrder(draft, columns, check), values, rows: known?.rows ?? rows };
        memory.known.set(display, known);
      }
    }
    if (known) return { order: renumbered(known.order, draft.rowNumbers), rows: asKnown(rows, known.rows) };
    memory.unknown += 1;
    return { order: unread(draft), rows };
  });
  const similar = similarOrders(
    records.map(({ order }) => order),
    columns,
  );
  const withWarnings = (record: OrderRecord): OrderRecord => {
    const { order } = record;
    const more = similar.get(order);
    return more ? { ...record, order: { ...order, warnings: [...order.warnings, ...more] } } : record;
  };
  return { records: records.map(withWarnings), notOrders };
}

/** The rows as they were read before, if they still stand so; else with the same texts. Each reading makes all of it anew. */
function asKnown(rows: RowRecord[], known: readonly RowRecord[]): readonly RowRecord[] {
  const isSame = rows.every(
    ({ rowNumber, cells }, index) => rowNumber === known[index]?.rowNumber && cells === known[index].cells,
  );
  return isSame ? known : rows.map((row, index) => ({ ...row, content: known[index]?.content ?? "" }));
}

/** An order that was checked before, as it stands now: its rows may have moved, and what was found in it names rows. */
function renumbered(order: CheckedOrder, rowNumbers: number[]): CheckedOrder {
  // Of a long sheet nearly all orders are in order, and stand where they were.
  if (rowNumbers.every((rowNumber, index) => rowNumber === order.rowNumbers[index])) return order;
  const now = (rowNumber: number) => rowNumbers[order.rowNumbers.indexOf(rowNumber)] ?? rowNumber;
  const moved = <T extends Pick<ProblemPlace, "rowNumber">>(place: T): T => ({
    ...place,
    rowNumber: now(place.rowNumber),
  });
  const problems = order.problems.map((problem): Problem => {
    if (problem.kind !== "contradiction") return moved(problem);
    return { ...moved(problem), otherRowNumber: now(problem.otherRowNumber) };
  });
  return {
    ...order,
    rowNumbers,
    problems,
    warnings: order.warnings.map(moved),
    fixes: order.fixes.map(moved),
    articles: order.articles.map(moved),
  };
}

function unread({ ref, rowNumbers }: OrderDraft): CheckedOrder {
  const none: never[] = [];
  return {
    ref,
    rowNumbers,
    payload: null,
    fingerprint: null,
    problems: none,
    warnings: none,
    fixes: none,
    articles: none,
  };
}

/**
 * What the cells' values say besides their texts, with their types: 1 and "1" may be read differently. Empty for cells that are
 * nothing but text, as nearly all are.
 */
function valuesOf({ rows }: OrderDraft, dataColumns: readonly number[]): string {
  let said = "";
  rows.forEach(({ values, display }, rowIndex) => {
    for (const index of dataColumns) {
      const value = values[index];
      if (value === (display[index] ?? "")) continue;
      said += `\u0001${rowIndex} ${index} ${typeof value} ${String(value)}`;
    }
  });
  return said;
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
