import type { Entry } from "../journal/entry";
import { type Journal, worthOf } from "../journal/journal";
import { isCreatedStatus } from "./order-record";
import type { SheetReading } from "./sheet-reading";

/** True for a request of which bitbybit has more than one order. */
export function isMadeTwice(entry: Entry | null): boolean {
  return entry?.state.kind === "created" && entry.state.alsoMade.length > 0;
}

/** The rows of a sheet that show an order which exists more than once. */
export function rowsMadeTwice({ orders }: Pick<SheetReading, "orders">, journal: Journal): Set<number> {
  const rows = orders.flatMap((record) => record.rows);
  return new Set(
    rows
      .filter(
        ({ key, status }) => key && isCreatedStatus(status) && isMadeTwice(worthOf(journal.request(key))),
      )
      .map(({ rowNumber }) => rowNumber),
  );
}
