import type { Decision, Review, Standing } from "../../../src/decide/decision";
import { created, entryOf } from "../../journal/entries";
import type { OrderRow } from "../../orders/order-sheet";
import { ayusKey, ayuWith, decisionsOf } from "../decisions";

/** A decision that a person has to make. */
export const review = (as: Standing, why: Review): Decision => ({ kind: "needsReview", review: why, as });

/** Sent as a new order. */
export const anew = (replaces = ""): Decision => ({ kind: "send", requestId: null, attempt: 1, replaces });

/** Sent under the request of Ayu's order. */
export const again = (attempt: number): Decision => ({
  kind: "send",
  requestId: ayusKey.requestId,
  attempt,
  replaces: "",
});

/** Ayu's order is looked up. */
export const lookUp: Decision = { kind: "reconcile", key: ayusKey };

/** A row whose content was changed. */
export const edit = (row: OrderRow): OrderRow => ({ ...row, quantity: 9 });

/** What the add-on wrote beside a row. */
export const written = (row: OrderRow): OrderRow => {
  const { status = "", orderId = "", sendKey = "" } = row;
  return { status, orderId, sendKey };
};

/** Ayu's order as the sheet shows it once it was created. */
export const made = ayuWith({ status: "Created (test)", orderId: "ord_1" });

/** And as the journal knows it. */
export const madeEntry = entryOf(created("ord_1"), ayusKey);

/** Which rules have been seen to decide something. */
export const seen = new Set<string>();

/** Says that the first order of a sheet is decided by a rule, and how. */
export function expectRule(rule: string, decision: Decision, ...sheet: Parameters<typeof decisionsOf>): void {
  const [first] = decisionsOf(...sheet);
  expect(first).toEqual({ rule, decision });
  seen.add(rule);
}

/** The fingerprint in a row's own send key. */
export function keyOf(row: OrderRow): string {
  return (row.sendKey ?? "").split("-")[2] ?? "";
}
