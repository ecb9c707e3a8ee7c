import { maxOrdinaryQuantity } from "../check/finding";
import type { UnresolvedArticle } from "../check/problem";
import { readQuantity } from "../check/quantity";
import type { Columns } from "../columns";
import type { DataField } from "../field";
import { displayedText, readText } from "../rows/cell";
import type { CellNotes } from "../rows/cell-notes";
import type { SheetRow } from "../rows/sheet-row";
import { cleanCode } from "../values/clean-text";
import { idDoubt, isPlaceholder } from "../values/placeholder";
import type { Article, ArticleLookup } from "./article";
import { type ArticleColumns, articleColumns } from "./article-columns";
import { type ListedArticle, parseArticleList, parseQuantityList } from "./article-list";

/** A cell's code before the catalogue has seen it. */
interface Code {
  by: "variantId" | "sku" | "product";
  field: DataField;
  columnIndex: number;
  text: string;
}

/**
 * Adds the articles of one row to `lines`: of the plain columns, of the numbered ones, and of cells that hold several. A row
 * has at least one article; it is blank if the row has none. `lookup`: the catalogue, if there is one.
 */
export function readArticles(
  row: SheetRow,
  columns: Columns,
  lookup: ArticleLookup | undefined,
  notes: CellNotes,
  lines: Article[],
): void {
  const all = articleColumns(columns);
  const filled = all.length === 1 ? all : all.filter((group) => isFilled(row, group));
  for (const group of filled.length === 0 ? all.slice(0, 1) : filled) {
    readGroup(row, group, columns, lookup, notes, lines);
  }
}

/** True if a row names an article in any of its columns, whatever it is. */
export function hasArticle(row: SheetRow, columns: Columns): boolean {
  return articleColumns(columns).some(({ codes }) =>
    codes.some((code) => isFilledCell(row, code.columnIndex)),
  );
}

/** True if a row has a quantity in any of its columns, whatever it is. */
export function hasQuantity(row: SheetRow, columns: Columns): boolean {
  return articleColumns(columns).some(({ quantityColumn }) => isFilledCell(row, quantityColumn));
}

function isFilled(row: SheetRow, { codes, quantityColumn }: ArticleColumns): boolean {
  return codes.some(({ columnIndex }) => isFilledCell(row, columnIndex)) || isFilledCell(row, quantityColumn);
}

function isFilledCell(row: SheetRow, columnIndex: number | undefined): boolean {
  return columnIndex !== undefined && cleanCode(row.display[columnIndex] ?? "") !== "";
}

function readGroup(
  row: SheetRow,
  group: ArticleColumns,
  columns: Columns,
  lookup: ArticleLookup | undefined,
  notes: CellNotes,
  lines: Article[],
): void {
  const code = readCode(row, group, notes);
  const listed = code === null || isOneArticle(code, lookup) ? null : listOf(code, row, group);
  if (code === null || listed === null) {
    const quantity = quantityOf(row, group, columns, notes);
    const article = articleOf(row, group, code, code?.text ?? "", quantity);
    if (code !== null) {
      const doubt = code.by === "product" ? null : idDoubt(code.text);
      if (doubt !== null) notes.warn(row, code.columnIndex, code.field, { kind: doubt });
      if (lookup !== undefined || code.by !== "variantId") resolve([article], code, row, lookup, notes);
    }
    lines.push(article);
    return;
  }
  const stated = listed.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
  const column = group.quantityColumn;
  if (isFilledCell(row, column) && !listedBeside(row, column, listed)) {
    const reading = readQuantity(row, column);
    if (!reading.ok) notes.fault(row, column ?? null, group.quantityField, reading.fault, reading.found);
    else if (reading.quantity !== stated) {
      notes.problems.push({
        kind: "quantityOfList",
        sum: stated,
        rowNumber: row.rowNumber,
        columnIndex: column ?? null,
        field: group.quantityField,
        found: displayedText(row, column),
      });
    }
  }
  const articles = listed.map(({ code: text, quantity }) => ({
    ...articleOf(row, group, code, text, quantity ?? 1),
    quantityColumn: null,
  }));
  if (articles.some(({ quantity }) => (quantity ?? 0) > maxOrdinaryQuantity)) {
    notes.warn(row, code.columnIndex, code.field, { kind: "largeQuantity" });
  }
  resolve(articles, code, row, lookup, notes);
  lines.push(...articles);
}

/** The code of the first filled column; null if all are blank or the first filled one is at fault. */
function readCode(row: SheetRow, { codes }: ArticleColumns, notes: CellNotes): Code | null {
  const last = codes[codes.length - 1];
  for (const one of codes) {
    const { by, field, columnIndex } = one;
    const reading = readText(row, columnIndex, by === "product" ? "words" : "code");
    if (!reading.ok) {
      notes.fault(row, columnIndex, field, reading.fault, reading.found);
      return null;
    }
    // `-` in one column, and the article in the next one.
    if (
      reading.text === "" ||
      (one !== last && isPlaceholder(reading.text) && isFilledAfter(row, codes, one))
    )
      continue;
    notes.fixed(row, columnIndex, field, reading.fixes, reading.text);
    if (isPlaceholder(reading.text)) notes.warn(row, columnIndex, field, { kind: "placeholder" });
    return { by, field, columnIndex, text: reading.text };
  }
  return null;
}

function isFilledAfter(
  row: SheetRow,
  codes: ArticleColumns["codes"],
  one: ArticleColumns["codes"][number],
): boolean {
  return codes.slice(codes.indexOf(one) + 1).some(({ columnIndex }) => isFilledCell(row, columnIndex));
}

/** True if the catalogue has an article that is called just so, however much it looks like a list. */
function isOneArticle(code: Code, lookup: ArticleLookup | undefined): boolean {
  return lookup !== undefined && lookup.resolve(code.by, code.text).kind === "found";
}

/**
 * The articles of a cell that holds several: if the cell says a quantity, or the Quantity cell has one for each. A list of
 * bare codes beside one quantity is not taken apart: nobody can tell whose it is.
 */
function listOf(code: Code, row: SheetRow, group: ArticleColumns): ListedArticle[] | null {
  const listed = parseArticleList(code.text, code.by === "product");
  if (listed === null) return null;
  if (listed.some(({ quantity }) => quantity !== null)) return listed;
  if (group.quantityColumn === undefined) return listed;
  const quantities = listedBeside(row, group.quantityColumn, listed);
  return quantities && listed.map((one, index) => ({ ...one, quantity: quantities[index] ?? null }));
}

function listedBeside(
  row: SheetRow,
  column: number | undefined,
  listed: readonly ListedArticle[],
): number[] | null {
  return listed.length < 2 ? null : parseQuantityList(displayedText(row, column), listed.length);
}

function quantityOf(
  row: SheetRow,
  { quantityColumn, quantityField }: ArticleColumns,
  columns: Columns,
  notes: CellNotes,
): number | undefined {
  if (quantityColumn === undefined) return columns.defaults?.quantity;
  const reading = readQuantity(row, quantityColumn);
  if (!reading.ok) {
    notes.fault(row, quantityColumn, quantityField, reading.fault, reading.found);
    return undefined;
  }
  if (reading.quantity === null) return undefined;
  notes.fixed(row, quantityColumn, quantityField, reading.fixes, String(reading.quantity));
  if (reading.quantity > maxOrdinaryQuantity)
    notes.warn(row, quantityColumn, quantityField, { kind: "largeQuantity" });
  return reading.quantity;
}

function articleOf(
  row: SheetRow,
  group: ArticleColumns,
  code: Code | null,
  text: string,
  quantity: number | undefined,
): Article {
  const place = code ?? group.codes[0];
  const article: Article = {
    rowNumber: row.rowNumber,
    codeField: place?.field ?? "variantId",
    codeColumn: place?.columnIndex ?? null,
    quantityField: group.quantityField,
    quantityColumn: group.quantityColumn ?? null,
    code: text,
    title: "",
  };
  if (code?.by === "variantId") article.productVariantId = text;
  if (quantity !== undefined) article.quantity = quantity;
  return article;
}

/** Finds the variants of a cell's articles. What cannot be found is one problem of the cell. */
function resolve(
  articles: readonly Article[],
  { by, field, columnIndex }: Code,
  row: SheetRow,
  lookup: ArticleLookup | undefined,
  notes: CellNotes,
): void {
  const place = { rowNumber: row.rowNumber, columnIndex, field, found: displayedText(row, columnIndex) };
  if (lookup === undefined) {
    if (by !== "variantId") notes.problems.push({ kind: "notLookedUp", ...place });
    return;
  }
  const unresolved: Record<"unknown" | "ambiguous", UnresolvedArticle[]> = { unknown: [], ambiguous: [] };
  for (const article of articles) {
    const answer = lookup.resolve(by, article.code);
    if (answer.kind === "found") {
      article.productVariantId = answer.variantId;
      article.title = answer.title;
    } else if (by === "variantId") {
      // An address or a list is told as such, and once.
      if (idDoubt(article.code) === null)
        notes.warn(row, columnIndex, field, { kind: "unlistedVariant", nearest: answer.nearest });
    } else {
      unresolved[answer.kind].push({ code: article.code, nearest: answer.nearest });
    }
  }
  if (unresolved.unknown.length > 0)
    notes.problems.push({ kind: "unknownArticle", articles: unresolved.unknown, ...place });
  if (unresolved.ambiguous.length > 0)
    notes.problems.push({ kind: "ambiguousArticle", articles: unresolved.ambiguous, ...place });
}
