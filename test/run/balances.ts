import type { Receipt } from "../../src/run/receipt";

/** True when the outcomes add up to what was selected. */
export function balances(receipt: Receipt): boolean {
  const { selected, ...outcomes } = receipt;
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0) === selected;
}
