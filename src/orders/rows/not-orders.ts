import { quantityOfText } from "../check/quantity";
import type { Columns } from "../columns";
import { exactHeader, plainHeader } from "../columns/header-form";
import type { DataField } from "../field";
import { articleColumns } from "../lines/article-columns";
import { hasArticle, hasQuantity } from "../lines/read-articles";
import { parseStatus, type Status } from "../status";
import { cleanCode } from "../values/clean-text";
import { withoutInvisible } from "../values/invisible";
import { hasName, refOf, textOf } from "./row-shape";
import type { SheetRow } from "./sheet-row";

/** Why a row is no order. */
export type NotOrderReason =
  /** The word for a sum, or a number alone that is the sum of the quantities above it. */
  | "total"
  /** The header row once more, or a row that explains it in sentences. */
  | "repeatedHeader"
  /** The example of a template. */
  | "example"
  /** Neither article nor quantity, and nobody to send it to. */
  | "note";

/** A row that is passed over. Its status cells are to be empty. */
export interface NotOrder {
  rowNumber: number;
  reason: NotOrderReason;
}

/** The Order ref of a template's example row, which is never sent though it holds an article. */
export const exampleRef = "EXAMPLE";

const exampleRefs: ReadonlySet<string> = new Set([
  "example",
  "contoh",
  "exampleneversent",
  "beispiel",
  "ejemplo",
  "exemple",
]);

const digit = /\d/;

/** A quantity as text, which a reading of texts alone and a csv have. */
const plainCount = /^[1-9]\d{0,8}$/;

/** What every example begins with, so that other cells cost nothing. */
const exampleSign = /^\s*[ceib(]/i;
const exampleForInstance = /^\(?(?:e\.\s?g\.|i\.e\.|contoh:|example:)/i;

const totalWords =
  /^(?:grand|sub|over ?all)?[\s-]*totals?(?:\s*(?:qty|quantity|items?|orders?|pesanan|barang|jumlah|harga))?$|^(?:jumlah|sub ?jumlah|sum|summe|gesamt|insgesamt|suma|somme|totaal|totale|итого|всего|合計|合计|總計|总计|小计|합계|총계|รวม|tổng(?: cộng)?|toplam)$/iu;

/** Statuses beside which nothing may have been sent. */
const neverSent: ReadonlySet<Status | "" | null> = new Set<Status | "" | null>(["", "Invalid", "Valid"]);

/**
 * Parts the rows that are orders, or parts of one, from those that are none. A row with a send key, an Order ID or a status
 * of something sent is always an order: what may exist is never passed over. Give it all rows that are not empty, in the
 * order of the sheet.
 */
export function partRows(
  rows: readonly SheetRow[],
  columns: Columns,
): { orders: SheetRow[]; notOrders: NotOrder[] } {
  const orders: SheetRow[] = [];
  const notOrders: NotOrder[] = [];
  const refs = new Map<string, number>();
  const refCount = (ref: string) => {
    if (refs.size === 0) for (const row of rows) count(refs, refOf(row, columns));
    return refs.get(ref) ?? 0;
  };
  // Quantities are added up when a row may be their sum, each once. A single one is no sum: the row below it rather lacks its
  // article, and the order must not be sent without that.
  let sum = 0;
  let first = 0;
  let counted = 0;
  const sumAbove = () => {
    for (; counted < orders.length; counted += 1) {
      const row = orders[counted];
      if (row) sum += quantityIn(row, columns);
    }
    return counted - first < 2 ? 0 : sum;
  };
  for (const row of rows) {
    const reason = isOrdinary(row, columns) ? null : reasonOf(row, columns, sumAbove, refCount);
    if (reason === null || mayBeSent(row, columns)) {
      orders.push(row);
      continue;
    }
    notOrders.push({ rowNumber: row.rowNumber, reason });
    if (reason !== "total") continue;
    sum = 0;
    first = orders.length;
    counted = first;
  }
  return { orders, notOrders };
}

/** Nearly every row: an article with a digit in its ID, a number as its quantity, and no example. */
function isOrdinary(row: SheetRow, columns: Columns): boolean {
  const { variantId, quantity, orderRef } = columns.data;
  if (variantId === undefined || quantity === undefined) return false;
  if (typeof row.values[quantity] !== "number" && !plainCount.test(row.display[quantity] ?? "")) return false;
  if (orderRef !== undefined && exampleSign.test(row.display[orderRef] ?? "")) return false;
  if (exampleSign.test(labelOf(row))) return false;
  const code = row.display[variantId] ?? "";
  return digit.test(code) && !exampleForInstance.test(code);
}

function reasonOf(
  row: SheetRow,
  columns: Columns,
  sumAbove: () => number,
  refCount: (ref: string) => number,
): NotOrderReason | null {
  const ref = refOf(row, columns);
  if ((ref !== "" && isExample(ref)) || isExample(labelOf(row))) return "example";
  const holdsArticle = hasArticle(row, columns);
  const holdsQuantity = hasQuantity(row, columns);
  if (holdsArticle && isExample(articleText(row, columns))) return "example";
  // Nearly every row: an article, and a quantity in digits.
  if (holdsArticle && quantityIn(row, columns) > 0) {
    return isTotalWord(articleText(row, columns)) && !hasCustomer(row, columns) ? "total" : null;
  }
  if (isRepeatedHeader(row, columns) || isExplanation(row, columns)) return "repeatedHeader";
  const isPart = ref !== "" && refCount(ref) > 1;
  const isOneCell = !holdsArticle && !holdsQuantity && filledCells(row, columns).length === 1;
  if (!isOneCell && hasCustomer(row, columns)) return null;
  if (holdsArticle && !isTotalWord(articleText(row, columns))) return null;
  if (row.display.some(isTotalWord)) return "total";
  if (holdsQuantity) return isSumAlone(row, columns, sumAbove()) ? "total" : null;
  return isPart ? null : "note";
}

/** What a row begins with: a template may call its example so in a column that is not read. */
function labelOf(row: SheetRow): string {
  return row.display.find((shown) => shown.trim() !== "") ?? "";
}

function isExample(text: string): boolean {
  return (
    exampleSign.test(text) &&
    (exampleForInstance.test(text) || exampleRefs.has(plainHeader(text).replace(/\d+$/, "")))
  );
}

function hasCustomer(row: SheetRow, columns: Columns): boolean {
  const isFilled = (field: DataField) => {
    const text = textOf(row, columns, field);
    return text !== "" && !isTotalWord(text);
  };
  return (
    (hasName(row, columns) && !row.display.some(isTotalWord)) || isFilled("address1") || isFilled("phone")
  );
}

/** Behind the word for a sum: the sum itself, such as `: 350.000`, `(2)` or `2 pcs`. */
const sumBehind = /\s*[:=(]?\s*(?:(?:Rp\.?\s*)?\d[\d.,]*\s*\p{L}{0,10}\)?)?$/iu;

function isTotalWord(shown: string): boolean {
  const length = shown.length;
  if (length < 2 || length > 40 || digit.test(shown.charAt(0))) return false;
  const word = withoutInvisible(shown).trim().replace(sumBehind, "");
  return !digit.test(word) && totalWords.test(word);
}

function articleText(row: SheetRow, columns: Columns): string {
  for (const { codes } of articleColumns(columns)) {
    for (const { columnIndex } of codes) {
      const text = (row.display[columnIndex] ?? "").trim();
      if (text !== "") return text;
    }
  }
  return "";
}

/** True if nothing but a quantity stands in the row's known columns, and it is the sum of those above. */
function isSumAlone(row: SheetRow, columns: Columns, sumAbove: number): boolean {
  return filledCells(row, columns).length === 1 && sumAbove > 0 && quantityIn(row, columns) === sumAbove;
}

/** The known columns of a row that show anything. */
function filledCells(row: SheetRow, columns: Columns): number[] {
  return Object.values(columns.data).filter(
    (columnIndex): columnIndex is number =>
      columnIndex !== undefined && cleanCode(row.display[columnIndex] ?? "") !== "",
  );
}

function quantityIn(row: SheetRow, columns: Columns): number {
  let sum = 0;
  for (const { quantityColumn } of articleColumns(columns)) {
    if (quantityColumn === undefined) continue;
    const value = row.values[quantityColumn];
    sum +=
      typeof value === "number" ? value : (quantityOfText((row.display[quantityColumn] ?? "").trim()) ?? 0);
  }
  return sum;
}

/**
 * Some exports explain their headers in the row below: words for a quantity, and not a single digit. Right below the headers no
 * row continues another one, so that fewer cells are enough there.
 */
function isExplanation(row: SheetRow, columns: Columns): boolean {
  const { quantity } = columns.data;
  const text = quantity === undefined ? "" : (row.display[quantity] ?? "").trim();
  if (!/\S\s+\S+\s+\S/.test(text)) return false;
  const filled = filledCells(row, columns);
  const isBelowHeaders = row.rowNumber === columns.headerRowNumber + 1;
  return (
    filled.length >= (isBelowHeaders ? 3 : 4) &&
    !filled.some((columnIndex) => digit.test(row.display[columnIndex] ?? ""))
  );
}

/** At least two cells say what their headers say, and those are the most of the filled ones. */
function isRepeatedHeader(row: SheetRow, columns: Columns): boolean {
  const filled = filledCells(row, columns);
  const repeated = filled.filter((columnIndex) => repeatsHeader(row, columns, columnIndex));
  return repeated.length >= 2 && repeated.length * 2 > filled.length;
}

function repeatsHeader(row: SheetRow, columns: Columns, columnIndex: number): boolean {
  const shown = row.display[columnIndex] ?? "";
  const header = columns.headerRow[columnIndex] ?? "";
  if (shown.trim() === "" || shown.length > 2 * header.length + 20) return false;
  return exactHeader(shown) === exactHeader(header) || plainHeader(shown) === plainHeader(header);
}

/** True if the add-on has written beside the row that something was sent, or may have been. */
function mayBeSent(row: SheetRow, { status }: Columns): boolean {
  const text = (columnIndex: number | undefined) =>
    columnIndex === undefined ? "" : (row.display[columnIndex] ?? "").trim();
  if (text(status.sendKey) !== "" || text(status.orderId) !== "") return true;
  return !neverSent.has(parseStatus(text(status.status)));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
