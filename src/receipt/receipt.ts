/**
 * What became of the orders of one run. Counts are of orders, not rows. Each order stands in exactly one of the
 * seven outcomes, so `selected` is always their sum.
 */
export interface Receipt {
  selected: number;
  /** Made in bitbybit, by this run or found there by its look-up. */
  created: number;
  /** Problems in the cells, or held because the row and its send key do not belong together. Nothing was sent. */
  invalid: number;
  /** Refused by the API. */
  rejected: number;
  /** Known not to have been made. */
  notSent: number;
  /** The answer was lost: it may or may not exist. */
  unconfirmed: number;
  /** Created earlier, or taken by another run. */
  skipped: number;
  /** Checked and free of problems, not sent (Check selection only). */
  valid: number;
}

/** The outcomes of a receipt, without the sum. */
export type ReceiptCategory = Exclude<keyof Receipt, "selected">;

/** A receipt of no orders. */
export function emptyReceipt(): Receipt {
  return {
    selected: 0,
    created: 0,
    invalid: 0,
    rejected: 0,
    notSent: 0,
    unconfirmed: 0,
    skipped: 0,
    valid: 0,
  };
}

/** The receipt with `count` more orders in one category. */
export function addToReceipt(receipt: Receipt, category: ReceiptCategory, count = 1): Receipt {
  return { ...receipt, selected: receipt.selected + count, [category]: receipt[category] + count };
}
