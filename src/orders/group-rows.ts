import { displayedText } from "./cell";
import type { Columns } from "./columns";
import type { OrderDraft } from "./order";
import type { SheetRow } from "./sheet-row";

/**
 * Puts the rows together that have the same Order ref (as displayed, trimmed, letter case counts), adjacent or not; a row
 * without one is an order by itself. Orders come in the order of their first rows. Give it all rows of the sheet that are
 * not empty: an order's other rows may stand anywhere.
 */
export function groupRows(rows: readonly SheetRow[], columns: Columns): OrderDraft[] {
  const drafts: OrderDraft[] = [];
  const draftOfRef = new Map<string, OrderDraft>();
  for (const row of rows) {
    const ref = displayedText(row, columns.data.orderRef);
    const known = ref === "" ? undefined : draftOfRef.get(ref);
    if (known !== undefined) {
      known.rows.push(row);
      known.rowNumbers.push(row.rowNumber);
      continue;
    }
    const draft: OrderDraft = { ref, rowNumbers: [row.rowNumber], rows: [row] };
    drafts.push(draft);
    if (ref !== "") draftOfRef.set(ref, draft);
  }
  return drafts;
}
