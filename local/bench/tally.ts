import type { StandIn } from "../api/stand-in";
import type { Spreadsheet } from "../runtime/local-runtime";
import { refOf } from "./order-rows";

/** What became of a sheet's orders, from the shop's and the sheet's side. */
export interface OrderTally {
  /** Orders that exist in the shop and whose ID stands in their row. */
  done: number;
  /** Orders in the shop beyond the first of each row: goods that would be sent twice. */
  twice: number;
  /** Orders in the shop of which the sheet knows no ID. */
  lost: number;
}

/**
 * Counts a sheet's orders. An order is known by its ref, which stands at the head of its notes in the shop and in column A of
 * its row; `idColumn` (1-based) holds the IDs.
 */
export function tallyOrders(
  standIn: StandIn,
  spreadsheet: Spreadsheet,
  orders: number,
  idColumn: number,
): OrderTally {
  const sheet = spreadsheet.sheets[0];
  const idsByRef = new Map<string, Set<string>>();
  for (const order of standIn.shop("test").listOrders({}, { page: 1, limit: Number.MAX_SAFE_INTEGER }).data) {
    const [ref = ""] = (order.notes ?? "").split("\n");
    const ids = idsByRef.get(ref);
    if (ids) ids.add(order.id);
    else idsByRef.set(ref, new Set([order.id]));
  }
  const tally: OrderTally = { done: 0, twice: 0, lost: 0 };
  for (let index = 0; index < orders; index += 1) {
    const ids = idsByRef.get(refOf(index));
    if (!ids) continue;
    const shown = String(sheet?.cell(index + 2, idColumn).value ?? "");
    if (ids.has(shown)) tally.done += 1;
    tally.twice += ids.size - 1;
    tally.lost += [...ids].filter((id) => !shown.includes(id)).length;
  }
  return tally;
}
