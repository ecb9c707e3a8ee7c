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
import type { OrderRecord } from "./order-record";
import { readRowRecord } from "./row-record";

/**
 * Orders that were checked before, by what their cells showed and held. Checking costs the most of a
 * reading, and between two readings of one run hardly any order changes.
 */
export class OrderMemory {
  private readonly byDisplay = new Map<string, Known>();
  private readonly texts = new Map<string, string>();

  /** How many orders a reading of texts alone showed that were not checked before. */
  unknown = 0;

  /** What a reading of texts alone shows, if it was checked before; null for anything else. */
  recall(display: string): CheckedOrder | null {
    const known = this.byDisplay.get(display);
    if (!known) this.unknown += 1;
    return known?.order ?? null;
  }

  /** The same text as kept before: each reading makes the content of all rows anew. */
  text(text: string): string {
    const known = this.texts.get(text) ?? text;
    this.texts.set(known, known);
    return known;
  }

  /** The order that cells of these texts and values made before; else what `check` makes of them. */
  check(display: string, values: string, check: () => CheckedOrder): CheckedOrder {
    const known = this.byDisplay.get(display);
    // A problem or a warning may rest on more than these cells: a look-up, or a column that is not read.
    if (known?.values === values && known.order.problems.length + known.order.warnings.length === 0)
      return known.order;
    const order = check();
    this.byDisplay.set(display, { order, values });
    return order;
  }
}

interface Known {
  order: CheckedOrder;
  /** What the cells held besides their texts. */
  values: string;
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
  const records = groupRows(orders, columns).map((draft) => {
    const rowRecords = draft.rows.map((row) =>
      readRowRecord(row, columns, memory.text(contentOfRow(row.display, dataColumns))),
    );
    const display = rowRecords.map((row) => row.content).join("\u0001");
    const order = hasValues
      ? memory.check(display, valuesOf(draft, dataColumns), () => checkOrder(draft, columns, check))
      : (memory.recall(display) ?? unread(draft));
    return { order: renumbered(order, draft.rowNumbers), rows: rowRecords };
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
  const nothing = { payload: null, fingerprint: null, problems: [], warnings: [], fixes: [], articles: [] };
  return { ref, rowNumbers, ...nothing };
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
