import type { Columns } from "../columns";
import { hasArticle, hasQuantity } from "../lines/read-articles";
import type { OrderDraft } from "../order";
import { isDitto } from "../values/placeholder";
import { hasName, hasOwnCustomer, pointsAbove, refOf, textOf } from "./row-shape";
import { sharedFields } from "./shared-fields";
import type { SheetRow } from "./sheet-row";

/**
 * Puts the rows together that have the same Order ref (as it is meant; letter case counts), adjacent or not. A row without
 * one continues the order of the row right above it if it has an article or a quantity, and no customer of its own or a part
 * of that order's, or if it says "as above"; else it is an order by itself. Orders come in the order of their first rows. Give it all rows of the sheet that are not empty: an
 * order's other rows may stand anywhere.
 */
export function groupRows(rows: readonly SheetRow[], columns: Columns): OrderDraft[] {
  const drafts: OrderDraft[] = [];
  const draftOfRef = new Map<string, OrderDraft>();
  let above: RowAbove | null = null;
  for (const row of rows) {
    const ref = refOf(row, columns);
    const known: OrderDraft | undefined =
      ref === "" || isDitto(ref) ? continued(row, above, columns) : draftOfRef.get(ref);
    if (known !== undefined) {
      known.rows.push(row);
      known.rowNumbers.push(row.rowNumber);
      above = { draft: known, rowNumber: row.rowNumber };
      continue;
    }
    // Lists that begin with their row: an empty one that is pushed to makes room for seventeen.
    const draft: OrderDraft = { ref, rowNumbers: [row.rowNumber], rows: [row] };
    above = { draft, rowNumber: row.rowNumber };
    drafts.push(draft);
    if (ref !== "") draftOfRef.set(ref, draft);
  }
  return drafts;
}

/** True for a row that says a part of what another one says of its customer, and nothing else: it is no order by itself. */
function repeats(row: SheetRow, first: SheetRow, columns: Columns): boolean {
  let isPart = false;
  for (const field of sharedFields) {
    const text = textOf(row, columns, field);
    if (text === "") isPart ||= textOf(first, columns, field) !== "";
    else if (text !== textOf(first, columns, field)) return false;
  }
  return isPart;
}

/** The row that was read last, and its order. */
interface RowAbove {
  draft: OrderDraft;
  rowNumber: number;
}

/**
 * One row that is blank, a note or a total may stand between an order and a row that seems to continue it. Nobody can tell
 * whether it does, so that `readOrderCells` asks, and nothing is sent without it.
 */
const mostApart = 2;

/** The order that a row without an Order ref continues. */
function continued(row: SheetRow, above: RowAbove | null, columns: Columns): OrderDraft | undefined {
  if (above === null || row.rowNumber - above.rowNumber > mostApart) return undefined;
  if (!hasArticle(row, columns) && !hasQuantity(row, columns)) return undefined;
  const [first] = above.draft.rows;
  // A row of ditto signs cannot be sent, and what it points to must not go without it.
  if (pointsAbove(row, columns, refOf(row, columns))) return above.draft;
  if (hasOwnCustomer(row, columns) && !(first && repeats(row, first, columns))) return undefined;
  // Over a row between them it is a part only as long as it cannot be an order by itself.
  if (row.rowNumber - above.rowNumber > 1 && hasName(row, columns)) return undefined;
  const isOrder = above.draft.ref !== "" || (first !== undefined && hasOwnCustomer(first, columns));
  return isOrder ? above.draft : undefined;
}
