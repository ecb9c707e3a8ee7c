import type { Fixed, Warning } from "./check/finding";
import type { Problem } from "./check/problem";
import type { Article } from "./lines/article";
import type { SheetRow } from "./rows/sheet-row";

/** The rows that make one order, not yet checked. */
export interface OrderDraft {
  /** The Order ref as displayed, trimmed; empty for an order of one row without a ref. */
  ref: string;
  /** In the order in which the rows were given; the same length as `rows`. */
  rowNumbers: number[];
  rows: SheetRow[];
}

/** An order after the check: a payload, or at least one problem. */
export interface CheckedOrder {
  ref: string;
  rowNumbers: number[];
  /** What would be sent, without the reference line; null when there are problems. */
  payload: OrderPayload | null;
  /** Stands for the order's content. Null while cells have problems; not null if look-ups alone have. */
  fingerprint: string | null;
  /** Every problem of every row, by row and column. */
  problems: readonly Problem[];
  /** What to look at, though it keeps nothing from being sent. */
  warnings: readonly Warning[];
  /** What was put right in reading. */
  fixes: readonly Fixed[];
  /**
   * How the articles were understood, line by line; empty if each row simply has a Variant ID and a quantity of its own, and
   * the order's ref.
   */
  articles: readonly Article[];
}

/** The customer to find or make. */
export interface CustomerInput {
  firstName: string;
  lastName: string;
  phone?: string;
  email?: string;
}

/** One line of an order: one article of a row. */
export interface LineItemInput {
  productVariantId: string;
  /** Whole, at least 1. */
  quantity: number;
}

/** Where the order is sent. */
export interface ShippingAddressInput {
  firstName: string;
  lastName: string;
  phone: string;
  address1: string;
  address2?: string;
  city: string;
  province: string;
  country?: string;
  zip: string;
}

/** The request body of the contract's createOrder; `customerId` or `customer` is there. Empty fields are left out. */
export interface OrderPayload {
  customerId?: string;
  customer?: CustomerInput;
  lineItems: LineItemInput[];
  shippingAddress: ShippingAddressInput;
  notes?: string;
  tags?: string[];
}
