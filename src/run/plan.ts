import { english } from "../messages/english";
import { circumstancesOf } from "../orders/circumstances";
import { type Columns, mapColumns } from "../orders/columns";
import { disposeOf } from "../orders/dispose";
import type { Disposition } from "../orders/disposition";
import { foreignCells } from "../orders/foreign-cells";
import type { Evidence, OrderRecord } from "../orders/order-record";
import { readOrders, rowsBelowHeader } from "../orders/read-orders";
import { type SimilarHeader, similarHeaders } from "../orders/similar-headers";
import { hashText } from "../text/text-hash";
import { RunRefused } from "./execution";
import type { RowSpan, SheetPort } from "./ports";
import type { RunKind } from "./progress";
import { selectRows } from "./selection";

/** One selected order, and what is to become of it. */
export interface PlannedOrder {
  record: OrderRecord;
  disposition: Disposition;
}

/** A selection, read and decided about; nothing is written yet. */
export interface Plan {
  kind: RunKind;
  sheet: SheetPort;
  columns: Columns;
  /** Columns that are not read, though they look as if they were meant to be. */
  similar: SimilarHeader[];
  orders: PlannedOrder[];
  rows: number;
  hiddenRows: number;
  emptyRows: number;
  /** Stands for the selection and for the cells of its rows, so that a confirmation is for exactly this. */
  token: string;
}

/** What a plan rests on, besides the sheet. */
export interface PlanBasis {
  environment: "test" | "live";
  keyMark: string;
  evidence: Evidence;
  /** The add-on has prepared this sheet's status columns before. */
  isPrepared: boolean;
}

/**
 * Reads the sheet once and decides about each selected order. Every order of the sheet is read, since an order's rows
 * need not be neighbours, and a send key tells something only beside all others. Throws RunRefused where the headers or
 * a status column cannot be used.
 */
export function planSelection(
  kind: RunKind,
  sheet: SheetPort,
  spans: readonly RowSpan[],
  basis: PlanBasis,
): Plan {
  const { values, display } = sheet.read();
  const map = mapColumns(display[0] ?? []);
  const similar = similarHeaders(display[0] ?? []);
  if (!map.ok) throw new RunRefused(english.headers.problems(map.problems, similar));
  const rows = rowsBelowHeader(values, display);
  const foreign = foreignCells(rows, map.columns, basis.isPrepared);
  if (foreign.length > 0) throw new RunRefused(english.headers.foreignCells(foreign));
  const selected = selectRows(spans, rows, map.columns, sheet);
  const records = readOrders(rows, map.columns);
  const around = circumstancesOf(records, basis.evidence, basis);
  const orders: PlannedOrder[] = [];
  for (const record of records) {
    const outside = record.rows
      .filter((row) => !selected.rowNumbers.has(row.rowNumber))
      .map((row) => row.rowNumber);
    if (outside.length === record.rows.length) continue;
    const disposition = disposeOf(record, around);
    const hidden = outside.some((rowNumber) => selected.hidden.has(rowNumber));
    orders.push({
      record,
      disposition: outside.length > 0 ? partial(record, disposition, outside, hidden) : disposition,
    });
  }
  return {
    kind,
    sheet,
    columns: map.columns,
    similar,
    orders,
    rows: selected.rowNumbers.size,
    hiddenRows: selected.hidden.size,
    emptyRows: selected.emptyRows,
    token: tokenOf(sheet, orders),
  };
}

/** An order of which only a part is selected is not sent; what was sent before is still looked up, but not again sent. */
function partial(
  record: OrderRecord,
  disposition: Disposition,
  rowNumbers: number[],
  hidden: boolean,
): Disposition {
  if (disposition.kind === "lookUp") return { ...disposition, complete: false };
  if (disposition.kind !== "send" && disposition.kind !== "invalid") return disposition;
  return { kind: "held", hold: { why: "partial", ref: record.order.ref, rowNumbers, hidden }, as: "unsent" };
}

function tokenOf(sheet: SheetPort, orders: readonly PlannedOrder[]): string {
  const rows = orders.flatMap(({ record }) =>
    record.rows.map((row) => [row.rowNumber, row.content, row.cells.status, row.cells.sendKey]),
  );
  const text = JSON.stringify([sheet.sheetId, rows]);
  return hashText(text, 1) + hashText(text, 2);
}

/** How an order is called: its Order ref, or its row. */
export function orderName(record: OrderRecord): string {
  const rowNumbers = record.rows.map((row) => row.rowNumber);
  return english.runs.orderName(record.order.ref, rowNumbers);
}
