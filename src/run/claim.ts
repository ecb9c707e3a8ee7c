import type { KeyedOrder } from "./key-orders";
import { countRuns, type SheetView } from "./sheet-view";
import type { Slot } from "./slots";

/** A wave that may leave. */
export interface ClaimedWave {
  orders: KeyedOrder[];
  /** Its record; without one nothing may leave. */
  slot: Slot;
}

/** How much may be claimed at once: so many waves of so many orders each. */
export interface ClaimSize {
  orders: number;
  waves: number;
}

/** A wave's rows may be scattered over so many places; each costs one call to write. */
const mostRuns = 12;

/** True when every row of the order is there once, as it was checked, with one of these statuses. */
export function standsAs(view: SheetView, order: KeyedOrder, statuses: readonly string[]): boolean {
  const rows = view.byKey.get(order.keyText) ?? [];
  if (rows.length !== order.contents.length || !rows.every((row) => statuses.includes(row.cells.status)))
    return false;
  const found = rows.map((row) => row.content).sort();
  const expected = [...order.contents].sort();
  return expected.every((content, index) => content === found[index]);
}

/**
 * The first orders of a queue that can leave together: at most `most`, and in rows that lie together well enough for a
 * bounded number of writes.
 */
export function takeWave(view: SheetView, queue: readonly KeyedOrder[], most: number): KeyedOrder[] {
  const wave: KeyedOrder[] = [];
  const rowNumbers: number[] = [];
  for (const order of queue.slice(0, most)) {
    rowNumbers.push(...(view.byKey.get(order.keyText) ?? []).map((row) => row.rowNumber));
    if (wave.length > 0 && countRuns(rowNumbers) > mostRuns) break;
    wave.push(order);
  }
  return wave;
}

/** Orders cut into waves of at most `size`. */
export function inWaves<T>(orders: readonly T[], size: number): T[][] {
  const waves: T[][] = [];
  for (let index = 0; index < orders.length; index += size) waves.push(orders.slice(index, index + size));
  return waves;
}
