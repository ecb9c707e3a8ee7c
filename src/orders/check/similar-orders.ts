import type { Columns } from "../columns";
import type { CheckedOrder, OrderPayload } from "../order";
import type { Warning, WarningDetail } from "./finding";

/**
 * Warnings about orders that may be one: the same recipient and articles under two refs, a row without a ref right below an
 * order for the same recipient, and refs that differ by letter case or zeros alone. The later order names a row of the earlier one.
 */
export function similarOrders(
  orders: readonly CheckedOrder[],
  columns: Columns,
): ReadonlyMap<CheckedOrder, readonly Warning[]> {
  const found = new Map<CheckedOrder, Warning[]>();
  const warn: Warn = (order, detail) => {
    const { rowNumbers, ref } = order;
    const columnIndex = columns.data.orderRef ?? null;
    const warning: Warning = {
      ...detail,
      rowNumber: rowNumbers[0] ?? 0,
      columnIndex,
      field: "orderRef",
      found: ref,
    };
    found.set(order, [...(found.get(order) ?? []), warning]);
  };
  warnOfSameOrders(orders, warn);
  warnOfRefs(orders, warn);
  if (columns.data.orderRef !== undefined) warnOfMissingRefs(orders, (order) => !found.has(order), warn);
  return found;
}

type Warn = (order: CheckedOrder, detail: WarningDetail) => void;

/** Only orders that go to the same street and number are compared whole: those are few, and comparing costs. */
function warnOfSameOrders(orders: readonly CheckedOrder[], warn: Warn): void {
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
    warn(order, { kind: "sameOrder", otherRowNumber: same.rowNumbers[0] ?? 0 });
  }
}

function warnOfRefs(orders: readonly CheckedOrder[], warn: Warn): void {
  const byRef = new Map<string, CheckedOrder>();
  for (const order of orders) {
    if (order.ref === "") continue;
    const alike = firstOf(byRef, refAsNumber(order.ref) ?? order.ref.toLowerCase(), order);
    if (alike === null) continue;
    const otherRowNumber = alike.rowNumbers[0] ?? 0;
    const kind = refAsNumber(order.ref) === null ? "refCase" : "refZeros";
    warn(order, { kind, otherRowNumber, otherFound: alike.ref });
  }
}

/** A further article of the order above, with its customer repeated and its ref forgotten, looks just so. */
function warnOfMissingRefs(
  orders: readonly CheckedOrder[],
  isNew: (order: CheckedOrder) => boolean,
  warn: Warn,
): void {
  if (orders.every(({ ref }) => ref !== "")) return;
  const orderOfRow = new Map<number, CheckedOrder>();
  for (const order of orders) {
    const rowAbove = (order.rowNumbers[0] ?? 0) - 1;
    const above = order.ref === "" ? orderOfRow.get(rowAbove) : undefined;
    const belongs = above !== undefined && isForSame(above, order);
    if (belongs && isNew(order))
      warn(order, { kind: "refMissing", otherRowNumber: rowAbove, otherFound: above.ref });
    // Rows below it may be further articles too.
    const known = order.ref !== "" ? order : belongs ? above : undefined;
    if (known) for (const rowNumber of order.rowNumbers) orderOfRow.set(rowNumber, known);
  }
}

function isForSame({ payload: one }: CheckedOrder, { payload: other }: CheckedOrder): boolean {
  return one !== null && other !== null && recipientOf(one) === recipientOf(other);
}

/** What is left of a ref that is nothing but a number once a sheet has read it as one; null for any other ref. */
function refAsNumber(ref: string): string | null {
  return ref.match(/^0*(\d+)(?:[.,]0+)?$/)?.[1] ?? null;
}

function firstOf(known: Map<string, CheckedOrder>, key: string, order: CheckedOrder): CheckedOrder | null {
  const first = known.get(key);
  if (first === undefined) known.set(key, order);
  return first ?? null;
}

function recipientOf({ customerId, customer, shippingAddress: to }: OrderPayload): string {
  const who = customerId ?? customer?.phone ?? customer?.email ?? "";
  return `${who}\n${to.firstName}\n${to.lastName}\n${to.phone}\n${to.address1}\n${to.zip}`;
}

/** Who gets it and what it holds, as one text; notes and tags do not count. */
function contentOf(payload: OrderPayload): string {
  let text = recipientOf(payload);
  const lines = payload.lineItems.map((line) => `${line.productVariantId}\n${line.quantity}`);
  if (lines.length > 1) lines.sort();
  for (const line of lines) text += `\n${line}`;
  return text;
}
