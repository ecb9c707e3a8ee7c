import { actionFor } from "../decide/actions";
import type { Decision } from "../decide/decision";
import { decide } from "../decide/rules";
import { SheetFacts } from "../decide/sheet-facts";
import type { Context } from "../execution/context";
import type { Journal } from "../journal/journal";
import { foreignCells } from "../orders/rows/foreign-cells";
import type { NotOrder } from "../orders/rows/not-orders";
import { type SimilarHeader, similarHeaders } from "../orders/similar-headers";
import type { RowSpan, SheetPort } from "../ports/ports";
import { RunError } from "../ports/run-error";
import type { RunKind } from "../receipt/progress";
import { isLive, readRun } from "../receipt/run-record";
import { firstRowOf, type OrderRecord } from "../sheet/order-record";
import { rowsBelowHeader } from "../sheet/read-orders";
import type { SheetReading } from "../sheet/sheet-reading";
import { readSheet } from "../spreadsheet/read-sheet";
import { hashText } from "../text/text-hash";
import { selectRows } from "./selection";

/** Rows of a sheet by number (1-based) that stand for a selection. */
export interface ListedRows {
  sheetId: number;
  rowNumbers: readonly number[];
}

/** One selected order, and what is to become of it. */
export interface PlannedOrder {
  record: OrderRecord;
  decision: Decision;
}

/** The orders of a reading that were selected, with what was left out. */
export interface Selection {
  records: readonly OrderRecord[];
  /** Rows of selected orders that are not selected themselves, by the order. */
  outside: ReadonlyMap<OrderRecord, { rowNumbers: readonly number[]; hidden: boolean }>;
  rows: number;
  hiddenRows: number;
  emptyRows: number;
  /** Rows among them that are no orders: totals, repeated headers, notes. */
  notOrders: readonly NotOrder[];
}

/** A selection, read and decided about; nothing is written yet. */
export interface Plan {
  kind: RunKind;
  sheet: SheetPort;
  reading: SheetReading;
  journal: Journal;
  selection: Selection;
  orders: readonly PlannedOrder[];
  /** Columns that are not read, though they look as if they were meant to be. */
  similar: readonly SimilarHeader[];
  /** Stands for the selection and for the cells of its rows, so that a confirmation is for exactly this. */
  token: string;
}

/**
 * Reads the active sheet and decides about each selected order. Every order of the sheet is read, since an order's rows
 * need not be neighbours, and a send key tells something only beside all others.
 * @throws RunError when the headers or a status column cannot be used.
 */
export function planSelection(context: Context, kind: RunKind, listed: ListedRows | null = null): Plan {
  const { spreadsheet } = context.ports;
  const { journal } = context.journal.read();
  const sheet = listed ? spreadsheet.sheetById(listed.sheetId) : spreadsheet.activeSheet();
  if (!sheet) throw new RunError({ code: "sheetGone" });
  const reading = readSheet(context, sheet);
  const { display, columns } = reading;
  const rows = rowsBelowHeader(display, display, columns.headerRowNumber);
  // A Status column that the add-on has prepared, and in which somebody has typed words of their own since.
  const cells = foreignCells(rows, columns, context.sheetMemory(sheet.sheetId).isPrepared);
  if (cells.length > 0) throw new RunError({ code: "userOwnedCells", cells });
  const chosen = selectRows(
    listed ? spansOf(reading, listed) : spreadsheet.selectedRows(),
    rows,
    reading.columns,
    sheet,
  );
  const outside = new Map<OrderRecord, { rowNumbers: readonly number[]; hidden: boolean }>();
  const records: OrderRecord[] = [];
  for (const record of reading.orders) {
    const rowNumbers = record.rows.map((row) => row.rowNumber).filter((row) => !chosen.rowNumbers.has(row));
    if (rowNumbers.length === record.rows.length) continue;
    records.push(record);
    if (rowNumbers.length > 0)
      outside.set(record, { rowNumbers, hidden: rowNumbers.some((row) => chosen.hidden.has(row)) });
  }
  const selection: Selection = {
    records,
    outside,
    rows: chosen.rowNumbers.size,
    hiddenRows: chosen.hidden.size,
    emptyRows: chosen.emptyRows,
    notOrders: reading.notOrders.filter(({ rowNumber }) => chosen.rowNumbers.has(rowNumber)),
  };
  return {
    kind,
    sheet,
    reading,
    journal,
    selection,
    orders: decideSelection(context, reading, journal, selection, kind),
    similar: unreadHeaders(columns),
    token: tokenOf(sheet, records),
  };
}

/** Columns that look as if they were meant for a field that has none, and are read for no other. */
function unreadHeaders({ headerRow, data }: SheetReading["columns"]): SimilarHeader[] {
  const read = new Set(Object.values(data));
  return similarHeaders(headerRow).filter(
    ({ field, columnIndex }) => data[field] === undefined && !read.has(columnIndex),
  );
}

/** The rows of every order that has one of the listed rows. */
function spansOf({ orders }: SheetReading, { rowNumbers }: ListedRows): RowSpan[] {
  const listed = new Set(rowNumbers);
  return orders
    .filter(({ rows }) => rows.some((row) => listed.has(row.rowNumber)))
    .flatMap(({ rows }) => rows.map(({ rowNumber }) => ({ firstRow: rowNumber, lastRow: rowNumber })));
}

/** What is to become of each selected order. Rows of a run under way are that run's alone. */
export function decideSelection(
  context: Context,
  reading: SheetReading,
  journal: Journal,
  selection: Pick<Selection, "records" | "outside">,
  kind: RunKind,
): PlannedOrder[] {
  const facts = new SheetFacts(reading, journal, { ...context, knownUntilMs: 0 });
  const liveRunId = kind === "create" || kind === "sendAgain" ? "" : liveRun(context);
  return selection.records.map((record) => {
    const isBusy = liveRunId !== "" && record.rows.some((row) => row.key?.runId === liveRunId);
    if (isBusy) return { record, decision: { kind: "created" } };
    const decision = decide(facts.of(record), context);
    const outside = selection.outside.get(record);
    if (!outside || (decision.kind !== "send" && decision.kind !== "fix")) return { record, decision };
    const review = { why: "partial", ref: record.order.ref, ...outside } as const;
    return { record, decision: { kind: "needsReview", review, as: "unsent" } };
  });
}

/** The selected orders of a plan as they stand in a later reading, by their content; moved rows are still theirs. */
export function findAgain(
  selection: Selection,
  reading: SheetReading,
): Pick<Selection, "records" | "outside"> {
  const wanted = new Map<string, OrderRecord[]>();
  for (const record of selection.records) {
    const identity = identityOf(record);
    const same = wanted.get(identity);
    if (same) same.push(record);
    else wanted.set(identity, [record]);
  }
  const outside = new Map<OrderRecord, { rowNumbers: readonly number[]; hidden: boolean }>();
  const found = new Map<OrderRecord, OrderRecord>();
  const take = (record: OrderRecord, isHere: (old: OrderRecord) => boolean) => {
    const olds = wanted.get(identityOf(record)) ?? [];
    const place = olds.findIndex(isHere);
    const old = olds[place];
    if (!old || found.has(record)) return;
    olds.splice(place, 1);
    found.set(record, old);
  };
  // Of equal orders those that stand where they stood; the others wherever they are now.
  for (const record of reading.orders) take(record, (old) => firstRowOf(old) === firstRowOf(record));
  for (const record of reading.orders) take(record, () => true);
  const records = reading.orders.filter((record) => found.has(record));
  for (const record of records) {
    const part = selection.outside.get(found.get(record) ?? record);
    if (part) outside.set(record, part);
  }
  return { records, outside };
}

/** True when a run of this kind does something about a planned order, for the question that comes first. */
export function isAsked(plan: Pick<Plan, "kind">, order: PlannedOrder): boolean {
  return actionFor(plan.kind, order.decision).asked;
}

function liveRun(context: Context): string {
  const run = readRun(context.journal.read().properties);
  return isLive(run, context.ports.clock.nowMs(), context.options.leaseMs) ? run.id : "";
}

function identityOf({ rows }: OrderRecord): string {
  return rows.map((row) => `${row.content}\u0001${row.cells.sendKey}`).join("\u0002");
}

function tokenOf(sheet: SheetPort, records: readonly OrderRecord[]): string {
  const rows = records.flatMap((record) =>
    record.rows.map((row) => [row.rowNumber, row.content, row.cells.status, row.cells.sendKey]),
  );
  const text = JSON.stringify([sheet.sheetId, rows]);
  return hashText(text, 1) + hashText(text, 2);
}
