import type { Warning } from "../orders/check/finding";
import type { Problem } from "../orders/check/problem";
import { hasLeft } from "../sheet/order-record";
import type { SheetReading } from "../sheet/sheet-reading";

/** What is wrong with the cells of a sheet's orders that have not left yet. */
export interface Findings {
  problems: Problem[];
  warnings: Warning[];
}

/** One kind of fault in one field, as a word: `notWhole-quantity`. */
export function causeOf({ kind, field }: Pick<Problem | Warning, "kind" | "field">): string {
  return `${kind}-${field ?? "row"}`;
}

/** What a sheet's orders have wrong with them. What was sent, or may have been, is left alone: its cells are history. */
export function findingsOf({ orders }: Pick<SheetReading, "orders">): Findings {
  const unsent = orders.filter((record) => !hasLeft(record));
  return {
    problems: unsent.flatMap(({ order }) => order.problems),
    warnings: unsent.flatMap(({ order }) => order.warnings),
  };
}
