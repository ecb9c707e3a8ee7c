import type { CheckOptions } from "../orders/check/check-options";
import { checkOrder } from "../orders/check/check-order";
import type { Problem, ProblemPlace } from "../orders/check/problem";
import { warnOfSimilarOrders } from "../orders/check/similar-orders";
import type { Columns } from "../orders/columns";
import type { CheckedOrder, OrderDraft } from "../orders/order";
import { groupRows } from "../orders/rows/group-rows";
import { type NotOrder, partRows } from "../orders/rows/not-orders";
import { isEmptyRow, type SheetRow } from "../orders/rows/sheet-row";
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

  /** What a reading of texts alone shows, if it was checked before; null for anything else. */
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
    // Findings name rows, which move; so an order that has any is checked anew whenever its cells are read.
    const { payload, problems, warnings, fixes } = fresh.order;
    if (payload && problems.length + warnings.length + fixes.length === 0) this.byCells.set(cells, fresh);
    this.byDisplay.set(display, fresh);
    return fresh;
  }
}

interface Known {
  order: CheckedOrder;
  fingerprint: string | null;
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
    const rowRecords = draft.rows.map((row) => readRowRecord(row, columns, dataColumns));
    const display = rowRecords.map((row) => row.content).join("\u0001");
    const { order, fingerprint } = hasValues
      ? memory.check(display + valuesOf(draft, dataColumns), display, () => checked(draft, columns, check))
      : (memory.recall(display) ?? unread(draft));
    const { rowNumbers } = draft;
    return { order: renumbered(order, rowNumbers), fingerprint, rows: rowRecords };
  });
  warnOfSimilarOrders(
    records.map(({ order }) => order),
    columns,
  );
  return { records, notOrders };
}

/** An order that was checked before, as it stands now: its rows may have moved, and what was found in it names rows. */
function renumbered(order: CheckedOrder, rowNumbers: number[]): CheckedOrder {
  const now = (rowNumber: number) => rowNumbers[order.rowNumbers.indexOf(rowNumber)] ?? rowNumber;
  const moved = <T extends ProblemPlace>(place: T): T => ({ ...place, rowNumber: now(place.rowNumber) });
  const problems = order.problems.map((problem): Problem => {
    if (problem.kind !== "contradiction") return moved(problem);
    return { ...moved(problem), otherRowNumber: now(problem.otherRowNumber) };
  });
  // Warnings about several orders are added to each reading anew.
  return {
    ...order,
    rowNumbers,
    problems,
    warnings: order.warnings.map(moved),
    fixes: order.fixes.map(moved),
  };
}

function checked(draft: OrderDraft, columns: Columns, options: CheckOptions): Known {
  const order = checkOrder(draft, columns, options);
  return { order, fingerprint: order.content && fingerprintOf(order.ref, order.content) };
}

function unread({ ref, rowNumbers }: OrderDraft): Known {
  const nothing = { payload: null, content: null, problems: [], warnings: [], fixes: [], articles: [] };
  return { order: { ref, rowNumbers, ...nothing }, fingerprint: null };
}

/** The cells' values as one text, with their types: 1 and "1" may be read differently. */
function valuesOf(draft: OrderDraft, dataColumns: readonly number[]): string {
  return draft.rows
    .map(({ values }) =>
      dataColumns.map((index) => `${typeof values[index]} ${String(values[index])}`).join("\u0000"),
    )
    .join("\u0001");
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
