import type { Environment } from "../bitbybit/api-key";
import type { Outcome } from "../bitbybit/outcome";
import type { KeyedOrder } from "./key-orders";
import type { LogLine } from "./log-line";
import { cellsOf, logLineOf } from "./result-cells";
import type { ResultCells, SheetView } from "./sheet-view";
import type { Slot } from "./slots";

/** Outcomes that are not in the sheet yet, and the slot that holds them. */
export interface Unwritten {
  orders: KeyedOrder[];
  /** One for each order. */
  outcomes: Outcome[];
  /** When the answers came. */
  atMs: number;
  /** Null for orders that never left: nothing has to be kept of them. */
  slot: Slot | null;
}

/** How outcomes are put into words: in which environment they came about, and how a moment is told. */
export interface Wording {
  environment: Environment;
  format(atMs: number): string;
}

/** The cells beside each order's rows, by key. */
export function cellsOfOutcomes(
  written: readonly Unwritten[],
  { environment, format }: Wording,
): Map<string, ResultCells> {
  const cells = new Map<string, ResultCells>();
  for (const { orders, outcomes, atMs } of written) {
    const updatedAt = format(atMs);
    orders.forEach((order, index) => {
      const outcome = outcomes[index];
      if (outcome) cells.set(order.keyText, cellsOf(outcome, environment, updatedAt));
    });
  }
  return cells;
}

/** The contents of each order's rows as they were sent, by key. */
export function contentsOf(written: readonly Unwritten[]): Map<string, ReadonlySet<string>> {
  return new Map(
    written.flatMap(({ orders }) => orders.map((order) => [order.keyText, new Set(order.contents)])),
  );
}

/** The log's lines about the outcomes. */
export function linesOf(written: readonly Unwritten[], environment: Environment): LogLine[] {
  return written.flatMap(({ orders, outcomes, atMs }) =>
    orders.map((order, index) => {
      const outcome = outcomes[index] ?? { kind: "unconfirmed", reason: "killed" };
      return logLineOf(outcome, environment, { keyText: order.keyText, ref: order.ref, atMs });
    }),
  );
}

/** The cells of created orders whose rows were edited while they were under way: they say so beside the ID. */
export function editedCells(
  written: readonly Unwritten[],
  view: SheetView,
  { environment, format }: Wording,
): Map<string, ResultCells> {
  const cells = new Map<string, ResultCells>();
  for (const { orders, outcomes, atMs, slot } of written) {
    if (!slot) continue;
    orders.forEach((order, index) => {
      const outcome = outcomes[index];
      const rows = view.byKey.get(order.keyText) ?? [];
      if (outcome?.kind !== "created" || rows.length === 0) return;
      if (rows.some((row) => order.contents.includes(row.content))) return;
      cells.set(order.keyText, cellsOf({ ...outcome, note: "edited" }, environment, format(atMs)));
    });
  }
  return cells;
}

/** Keys that still show Sending, of orders that the answers say were not made. */
export function notSentNow(written: readonly Unwritten[]): Set<string> {
  return new Set(
    written.flatMap(({ orders, outcomes }) =>
      orders.filter((_, index) => outcomes[index]?.kind === "notSent").map((order) => order.keyText),
    ),
  );
}
