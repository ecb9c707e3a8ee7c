import type { ProblemCause, ProblemItem, ProblemKind, ProblemList } from "../endpoints/problems";
import type { Warning } from "../orders/check/finding";
import type { Problem } from "../orders/check/problem";
import { parseStatus, type Status } from "../orders/status";
import { cureOf } from "../problems/cures";
import { causeOf, findingsOf } from "../problems/findings";
import { hasLeft, type OrderRecord } from "../sheet/order-record";
import { readStatusCells } from "../sheet/row-record";
import type { SheetReading } from "../sheet/sheet-reading";
import { cellName, columnLetter } from "../text/a1";
import { type Catalogue, isReviewText } from "./catalogue";
import { problemSeparator } from "./row-messages";

/** Rows that a sidebar lists at once. */
const mostItems = 500;

/** The fields whose values are looked up in bitbybit, those of a row's further articles included. */
const shopField = /^(?:customerId|variantId|sku|product)\d*$/;

/** A Message about a cell begins with the cell's name. */
const cellAtStart = /^(([A-Z]{1,3})[0-9]+)\b/;

/** A cell's fault among what is listed. */
interface Listed {
  finding: Problem | Warning;
  kind: ProblemKind;
  item: ProblemItem;
}

/**
 * What needs a person in a sheet, in the order of the sheet: rows by their Status and Message, and those that a check has
 * called Invalid cell by cell, with what would put them right. Orders that were made twice come first, warnings about checked
 * rows last. `madeTwice`: the rows of those orders.
 */
export function listProblems(
  messages: Catalogue,
  reading: SheetReading,
  sheetName: string,
  madeTwice: ReadonlySet<number>,
): ProblemList {
  const { display, columns } = reading;
  const { problems, warnings } = findingsOf(reading);
  const problemsOf = new Map<number, Problem[]>();
  for (const problem of problems)
    problemsOf.set(problem.rowNumber, [...(problemsOf.get(problem.rowNumber) ?? []), problem]);
  const faultyRows = new Set(
    reading.orders.filter(({ order }) => order.problems.length > 0).flatMap(({ order }) => order.rowNumbers),
  );
  const fixedRows = rowsWithoutFault(reading);
  const items: ProblemItem[] = [];
  const listed: Listed[] = [];
  const list = (finding: Problem | Warning, kind: ProblemKind, message: string) => {
    const item = { ...itemOf(messages, reading, finding.rowNumber, kind, message), ...cellOf(finding) };
    items.push(item);
    listed.push({ finding, kind, item });
  };
  const checked = new Set<number>();
  display.slice(columns.headerRowNumber).forEach((texts, index) => {
    const rowNumber = columns.headerRowNumber + 1 + index;
    const { status, message } = readStatusCells(texts, columns);
    if (status !== "") checked.add(rowNumber);
    const kind = madeTwice.has(rowNumber) ? "twice" : kindOf(parseStatus(status), message);
    if (!kind) return;
    // A row in order, of an order that another row is at fault for, waits for that one.
    if (kind !== "invalid" || !faultyRows.has(rowNumber)) {
      const item = itemOf(messages, reading, rowNumber, kind, message);
      const isFixed = kind === "invalid" && fixedRows.has(rowNumber);
      items.push(isFixed ? { ...item, message: messages.findings.faultGone } : item);
    } else
      for (const problem of problemsOf.get(rowNumber) ?? [])
        list(problem, kind, messages.findings.problem(problem));
  });
  for (const warning of warnings)
    if (checked.has(warning.rowNumber)) list(warning, "warning", messages.findings.warning(warning));
  const isTwice = ({ kind }: ProblemItem) => kind === "twice";
  const inOrder = [...items.filter(isTwice), ...items.filter((item) => !isTwice(item))];
  return {
    sheetName,
    items: inOrder.slice(0, mostItems),
    more: Math.max(0, items.length - mostItems),
    rows: new Set(items.filter(({ kind }) => kind !== "warning").map(({ rowNumber }) => rowNumber)).size,
    causes: causesOf(messages, listed),
  };
}

/**
 * The rows of orders that were called Invalid for some of their cells and have no fault any more. Not those with a fault in what
 * is looked up in bitbybit: this reading may not have looked it up.
 */
function rowsWithoutFault({ orders, columns }: SheetReading): Set<number> {
  const inShop = Object.entries(columns.data).flatMap(([field, columnIndex]) =>
    shopField.test(field) ? [columnLetter(columnIndex)] : [],
  );
  const fixed = orders.filter((record) => {
    if (record.order.problems.length > 0 || hasLeft(record)) return false;
    const letters = columnsNamed(record);
    return letters.length > 0 && !letters.some((letter) => inShop.includes(letter));
  });
  return new Set(fixed.flatMap(({ rows }) => rows.map(({ rowNumber }) => rowNumber)));
}

/** The letters of the columns that the Messages of an order's rows are about. */
function columnsNamed({ rows }: OrderRecord): string[] {
  const messages = rows.flatMap(({ cells }) => cells.message.split(problemSeparator));
  return messages.flatMap((message) => cellAtStart.exec(message)?.[2] ?? []);
}

/** A row as a line of the list; its Message may begin with the cell at fault. */
function itemOf(
  { runs }: Catalogue,
  { sheetId, display, columns }: SheetReading,
  rowNumber: number,
  kind: ProblemKind,
  message: string,
): ProblemItem {
  const texts = display[rowNumber - 1] ?? [];
  const { orderRef } = columns.data;
  const ref = orderRef === undefined ? "" : (texts[orderRef] ?? "").trim();
  const column = columns.status.message ?? columns.status.status ?? 0;
  return {
    sheetId,
    cell: cellAtStart.exec(message)?.[1] ?? cellName(rowNumber, column),
    rowNumber,
    order: runs.orderName(ref, [rowNumber]),
    status: readStatusCells(texts, columns).status,
    message,
    kind,
  };
}

/** Where a cell's fault is, and what would put it right. */
function cellOf(finding: Problem | Warning): Partial<ProblemItem> {
  const { rowNumber, columnIndex, found } = finding;
  const cure = cureOf(finding);
  return {
    ...(columnIndex === null ? {} : { cell: cellName(rowNumber, columnIndex) }),
    ...(cure ? { found, cure: { text: String(cure.value), certain: cure.isCertain } } : {}),
    cause: causeOf(finding),
  };
}

function causesOf({ findings }: Catalogue, listed: readonly Listed[]): ProblemCause[] {
  const causes = new Map<string, Listed[]>();
  for (const one of listed) {
    const cause = causeOf(one.finding);
    const known = causes.get(cause);
    if (known) known.push(one);
    else causes.set(cause, [one]);
  }
  return [...causes].flatMap(([cause, [first, ...others]]) => {
    if (!first) return [];
    const all = [first, ...others];
    return [
      {
        cause,
        kind: first.kind,
        title: findings.cause(first.finding),
        rows: new Set(all.map(({ finding }) => finding.rowNumber)).size,
        certain: all.filter(({ item }) => item.cure?.certain).length,
      },
    ];
  });
}

function kindOf(status: Status | "" | null, message: string): ProblemKind | null {
  if (isReviewText(message)) return "held";
  switch (status) {
    case "Invalid":
      return "invalid";
    case "Rejected":
      return "rejected";
    case "Not sent":
      return "notSent";
    case "Unconfirmed":
    case "Sending":
      return "unconfirmed";
    default:
      return null;
  }
}
