import type { CatalogueFault } from "../catalogue/read-catalogue";
import type { Context } from "../execution/context";
import type { Fixed, Warning } from "../orders/check/finding";
import type { ColumnDefaults } from "../orders/columns";
import { exactHeader } from "../orders/columns/header-form";
import { unreadArticleColumns } from "../orders/columns/understand-sheet";
import { type DataField, headerOf } from "../orders/field";
import { firstRowOf, hasLeft, type OrderRecord } from "../sheet/order-record";
import { articlesFor } from "../spreadsheet/read-sheet";
import type { Plan } from "./plan";

/** A column that is read for a field though its header is another one. */
export interface OtherColumn {
  field: DataField;
  columnIndex: number;
  header: string;
}

/** One full name, as it is sent. */
export interface SplitExample {
  rowNumber: number;
  firstName: string;
  lastName: string;
}

/** How the orders of a plan were understood, where that does not show by itself. Nothing of it keeps one from being sent. */
export interface Remarks {
  /** Before something is sent: columns with headers of the user's own, and values for all rows. */
  columns: readonly OtherColumn[];
  defaults: ColumnDefaults;
  /** Columns that the user has left out, though they may hold articles. */
  unread: readonly Omit<OtherColumn, "field">[];
  /** Why the sheet's articles were not looked up; null if they were, or need not be. */
  articlesFault: CatalogueFault | null;
  /** For a check: orders whose articles are more than a Variant ID and a quantity a row. */
  articles: readonly OrderRecord[];
  /** For a check: how the first name in one column was split; null if there is none, or one that `fixes` tells. */
  name: SplitExample | null;
  warnings: readonly Warning[];
  fixes: readonly Fixed[];
}

/** What there is to remark about a plan. A look-up reads no cell of the user's anew. */
export function remarksAbout(context: Context, { kind, reading, orders }: Plan): Remarks {
  const sends = kind === "create" || kind === "sendAgain";
  const { data, headerRow, defaults = {} } = reading.columns;
  const unsent =
    kind === "resolve" ? [] : orders.map(({ record }) => record).filter((record) => !hasLeft(record));
  return {
    columns: sends ? otherColumns(data, headerRow) : [],
    defaults: sends ? defaults : {},
    unread: unsent.length > 0 ? unreadArticles(reading) : [],
    articlesFault: unsent.length > 0 ? (articlesFor(context, reading.columns)?.fault ?? null) : null,
    articles: kind === "check" ? unsent.filter(({ order }) => order.articles.length > 0) : [],
    name: kind === "check" ? firstSplitName(unsent, data) : null,
    warnings: unsent.flatMap(({ order }) => order.warnings),
    fixes: unsent.flatMap(({ order }) => order.fixes),
  };
}

function unreadArticles({ display, columns }: Plan["reading"]): Remarks["unread"] {
  return unreadArticleColumns(display, columns).map((columnIndex) => ({
    columnIndex,
    header: columns.headerRow[columnIndex] ?? "",
  }));
}

/** The recipient's name: the customer's, unless the sheet has a column for each. */
function firstSplitName(
  orders: readonly OrderRecord[],
  { fullName, firstName, shipFullName, shipFirstName }: Plan["reading"]["columns"]["data"],
): SplitExample | null {
  const split = shipFullName ?? (firstName === undefined ? fullName : undefined);
  if (split === undefined || shipFirstName !== undefined) return null;
  for (const record of orders) {
    const { payload, fixes } = record.order;
    if (payload === null || fixes.some((fixed) => fixed.kind === "singleName")) continue;
    const { firstName: first, lastName } = payload.shippingAddress;
    return { rowNumber: firstRowOf(record), firstName: first, lastName };
  }
  return null;
}

function otherColumns(data: Plan["reading"]["columns"]["data"], headerRow: readonly string[]): OtherColumn[] {
  const columns = Object.entries(data) as [DataField, number][];
  return columns
    .map(([field, columnIndex]) => ({ field, columnIndex, header: headerRow[columnIndex] ?? "" }))
    .filter(({ field, header }) => exactHeader(header) !== exactHeader(headerOf[field]));
}
