import type { Columns } from "../columns";
import type { CheckedOrder, OrderPayload } from "../order";
import type { ProblemPlace } from "./problem";

/**
 * Warns of orders that may be one: the same recipient and articles under two refs, and refs that differ by letter case
 * or zeros alone. The later order names the first row of the earlier one.
 */
export function warnOfSimilarOrders(orders: readonly CheckedOrder[], columns: Columns): void {
  warnOfSameOrders(orders, columns);
  warnOfRefs(orders, columns);
}

/** Only orders that go to the same street and number are compared whole: those are few, and comparing costs. */
function warnOfSameOrders(orders: readonly CheckedOrder[], columns: Columns): void {
  const addresses = new Set<string>();
  const shared = new Set<string>();
  for (const { payload } of orders) {
    if (payload === null) continue;
    const { address1 } = payload.shippingAddress;
    if (addresses.has(address1)) shared.add(address1);
    else addresses.add(address1);
  }
  const byContent = new Map<string, CheckedOrder>();
  for (const order of orders) {
    if (order.payload === null || !shared.has(order.payload.shippingAddress.address1)) continue;
    const same = firstOf(byContent, contentOf(order.payload), order);
    if (same === null) continue;
    const otherRowNumber = same.rowNumbers[0] ?? 0;
    order.warnings.push({ kind: "sameOrder", otherRowNumber, ...placeOf(order, columns) });
  }
}

function warnOfRefs(orders: readonly CheckedOrder[], columns: Columns): void {
  const byRef = new Map<string, CheckedOrder>();
  for (const order of orders) {
    if (order.ref === "") continue;
    const alike = firstOf(byRef, refAsNumber(order.ref) ?? order.ref.toLowerCase(), order);
    if (alike === null) continue;
    const otherRowNumber = alike.rowNumbers[0] ?? 0;
    const kind = refAsNumber(order.ref) === null ? "refCase" : "refZeros";
    order.warnings.push({ kind, otherRowNumber, otherFound: alike.ref, ...placeOf(order, columns) });
  }
}

/** What is left of a ref that is nothing but a number once a sheet has read it as one; null for any other ref. */
function refAsNumber(ref: string): string | null {
  return ref.match(/^0*(\d+)(?:[.,]0+)?$/)?.[1] ?? null;
}

function placeOf({ rowNumbers, ref }: CheckedOrder, columns: Columns): ProblemPlace {
  const columnIndex = columns.data.orderRef ?? null;
  return { rowNumber: rowNumbers[0] ?? 0, columnIndex, field: "orderRef", found: ref };
}

function firstOf(known: Map<string, CheckedOrder>, key: string, order: CheckedOrder): CheckedOrder | null {
  const first = known.get(key);
  if (first === undefined) known.set(key, order);
  return first ?? null;
}

/** Who gets it and what it holds, as one text; notes and tags do not count. */
function contentOf({ customerId, customer, shippingAddress: to, lineItems }: OrderPayload): string {
  const who = customerId ?? customer?.phone ?? customer?.email ?? "";
  let text = `${who}\n${to.firstName}\n${to.lastName}\n${to.phone}\n${to.address1}\n${to.zip}`;
  const lines = lineItems.map((line) => `${line.productVariantId}\n${line.quantity}`);
  if (lines.length > 1) lines.sort();
  for (const line of lines) text += `\n${line}`;
  return text;
}
