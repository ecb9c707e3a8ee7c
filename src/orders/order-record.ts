import type { StatusField } from "./field";
import type { CheckedOrder } from "./order";
import type { SendKey } from "./send-key";
import type { Status } from "./status";

/** The texts of a row's status cells, as displayed; "" where the column is missing. */
export type StatusCells = Record<StatusField, string>;

/** One row of an order, with what the add-on wrote beside it. */
export interface RowRecord {
  rowNumber: number;
  cells: StatusCells;
  /** "" for an empty cell. */
  status: Status | "";
  /** The row's send key; null where the cell is empty or holds something else. */
  key: SendKey | null;
  /** The displayed texts of the row's data columns, as one text: equal only while nobody has edited the row. */
  content: string;
}

/** One order of the sheet: its cells as an order, and as a record of what was done with it. */
export interface OrderRecord {
  order: CheckedOrder;
  /** Stands for the order's content; null while the order has problems and so has no payload. */
  fingerprint: string | null;
  /** In the order of the sheet; never empty. */
  rows: readonly RowRecord[];
}

/** How an order ended as far as it is known apart from its cells: by the log, or by a wave's slot. */
export interface KnownAttempt {
  key: SendKey;
  /** The key as it stands in its cells. */
  keyText: string;
  /** `pending`: claimed by an execution that has not said how it ended. */
  outcome: "created" | "rejected" | "notSent" | "unconfirmed" | "pending";
  orderId: string;
  orderNumber: string;
  /** The order's Order ref, as far as it is known. */
  ref: string;
  /** True where only a person says that it was created, under an ID that need not carry this key. */
  byHand?: boolean;
  /** When the answer was seen, or for `pending` when the order was claimed; epoch milliseconds. */
  atMs: number;
}

/** What is known of earlier attempts, by the two things that an order in the sheet can be recognised by. */
export interface Evidence {
  byStem: ReadonlyMap<string, KnownAttempt>;
  /** Created attempts only, by environment and content: see {@link madeOf}. */
  createdByContent: ReadonlyMap<string, KnownAttempt>;
}

/** The order that was made of this content in this environment; of several the one known last. */
export function madeOf(
  { createdByContent }: Evidence,
  environment: SendKey["environment"],
  fingerprint: string,
): KnownAttempt | undefined {
  return createdByContent.get(contentIn(environment, fingerprint));
}

function contentIn(environment: SendKey["environment"], fingerprint: string): string {
  return `${environment} ${fingerprint}`;
}

/** Adds one attempt; of one stem the created one counts, else the latest. */
export function addEvidence(
  byStem: Map<string, KnownAttempt>,
  createdByContent: Map<string, KnownAttempt>,
  attempt: KnownAttempt,
): void {
  const { stem, fingerprint, environment } = attempt.key;
  const earlier = byStem.get(stem);
  if (
    !earlier ||
    attempt.outcome === "created" ||
    (earlier.outcome !== "created" && attempt.atMs >= earlier.atMs)
  ) {
    byStem.set(stem, attempt);
  }
  if (attempt.outcome === "created") createdByContent.set(contentIn(environment, fingerprint), attempt);
}
