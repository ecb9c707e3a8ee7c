import { type Columns, fieldOf, mapColumns } from "../columns";
import { headerOf } from "../field";
import { type SimilarHeader, similarHeaders } from "../similar-headers";
import { exactHeader, plainHeader } from "./header-form";
import { applyMapping, type ColumnMapping, maxHeaderRow } from "./mapping";

/** What is known of a sheet's columns. */
export type Understanding =
  /** Its columns are known. `unread`: columns that look as if they were meant, and are not read. */
  | { kind: "ready"; columns: Columns; isConfirmed: boolean; unread: SimilarHeader[] }
  /**
   * The user has to confirm, choose or fill in, for which `proposeForSheet` has proposals. `changed`: it was confirmed once,
   * and its headers are others now.
   */
  | { kind: "ask"; because: "new" | "changed" }
  /** Nothing stands in it. */
  | { kind: "empty" };

/** What is given from outside about one sheet. */
export interface Given {
  /** What was confirmed for this sheet; null for nothing. */
  mapping?: ColumnMapping | null;
  /** The row that the user has named, counted from 1. */
  headerRowNumber?: number;
}

/**
 * Understands a sheet from everything that it displays, from A1 on: by what was confirmed, or by the names of the add-on's
 * table, in the first row that has them. It guesses nothing: what does not follow from names is asked.
 */
export function understandSheet(
  display: readonly (readonly string[])[],
  { mapping = null, headerRowNumber }: Given = {},
): Understanding {
  if (display.every((row) => row.every((text) => text.trim() === ""))) return { kind: "empty" };
  if (mapping !== null) {
    const columns = applyMapping(mapping, display);
    return columns === null
      ? { kind: "ask", because: "changed" }
      : { kind: "ready", columns, isConfirmed: true, unread: [] };
  }
  const columns = columnsByName(display, headerRowNumber);
  const unread = columns === null ? [] : similarHeaders(columns.headerRow);
  if (
    columns === null ||
    mayHaveOtherRefs(display, columns, unread) ||
    unreadArticleColumns(display, columns).length > 0
  )
    return { kind: "ask", because: "new" };
  return { kind: "ready", columns, isConfirmed: false, unread };
}

function columnsByName(
  display: readonly (readonly string[])[],
  headerRowNumber: number | undefined,
): Columns | null {
  const [first, end] = headerRowNumber === undefined ? [1, maxHeaderRow] : [headerRowNumber, headerRowNumber];
  for (let rowNumber = first; rowNumber <= Math.min(end, display.length); rowNumber += 1) {
    const map = mapColumns(display[rowNumber - 1] ?? [], { headerRowNumber: rowNumber });
    if (map.ok) return map.columns;
  }
  return null;
}

/**
 * True if a sheet without an Order ref has a column that looks like one. Which rows are one order depends on it, so that it is
 * asked. "Order ID" and "Order number" are the user's while the add-on has no Send key there.
 */
function mayHaveOtherRefs(
  display: readonly (readonly string[])[],
  { data, headerRow, headerRowNumber }: Columns,
  unread: readonly SimilarHeader[],
): boolean {
  if (data.orderRef !== undefined) return false;
  if (unread.some(({ field }) => field === "orderRef")) return true;
  if (headerRow.some((header) => exactHeader(header) === exactHeader(headerOf.sendKey))) return false;
  const rows = display.slice(headerRowNumber);
  return headerRow.some(
    (header, index) =>
      /^order(?:id|number)$/.test(plainHeader(header)) &&
      rows.some((row) => (row[index] ?? "").trim() !== ""),
  );
}

const furtherArticle = /^(?:variant|sku|product|item|quantity|qty|produk|barang|jumlah|jml)\D*\d{1,2}$/;

/** True for a header of a further article that is not read by its name, such as `Barang 2` or `SKU 11`. */
export function isFurtherArticle(header: string): boolean {
  return furtherArticle.test(plainHeader(header)) && fieldOf(header) === undefined;
}

/** The columns that are not read and may hold a further article, counted from 0: without them, half an order would be sent. */
export function unreadArticleColumns(
  display: readonly (readonly string[])[],
  { data, headerRow, headerRowNumber }: Columns,
): number[] {
  const read = new Set(Object.values(data));
  const isFilled = (index: number) =>
    display.some((row, rowIndex) => rowIndex >= headerRowNumber && (row[index] ?? "").trim() !== "");
  return headerRow.flatMap((header, index) =>
    isFurtherArticle(header) && !read.has(index) && isFilled(index) ? [index] : [],
  );
}
