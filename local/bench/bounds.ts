import { typicalMs } from "../runtime/latency";
import { type ApiModel, windowMs } from "./simulated-api";

/** Most requests that one wave of the add-on holds. */
const waveSize = 100;

/** Cells that a wave's locked section writes: five results of one wave, five claims of the next, eight cells of a log line. */
const cellsPerOrder = 18;

/** What the flush of so many cells takes in the latency model (28 ms, and 0.1455 ms a cell), with buffering (0.01 ms). */
function flushMs(cells: number): number {
  return 28 + 0.1555 * cells;
}

/**
 * One `fetchAll` of a full wave and one locked section, at the latency model's prices: the lock, a read, the slot, the write
 * with its flush, and the read-back.
 */
export function waveMs(answerMs: number): number {
  const price = (call: string) => typicalMs[call] ?? 0;
  const section =
    price("Lock.tryLock") +
    2 * price("Range.getDisplayValues") +
    price("Properties.setProperties") +
    flushMs(waveSize * cellsPerOrder);
  return price("UrlFetchApp.fetchAll") + answerMs + section;
}

/** What binds a run of so many orders, the rate limit or the latency, and how long it takes at the least. */
export function boundOf(orders: number, api: ApiModel): { ms: number; by: "rate limit" | "latency" } {
  const limitMs = (Math.ceil(orders / api.limit) - 1) * windowMs;
  const latencyMs = Math.ceil(orders / waveSize) * waveMs(api.answerMs);
  return limitMs >= latencyMs ? { ms: limitMs, by: "rate limit" } : { ms: latencyMs, by: "latency" };
}
